"""Fuzzing: what goes wrong in a thousand odd inputs goes wrong here first. Each module has a long run; the suite makes a short one.

    python -m tests.fuzz.digests 10000      mutated digests: loaded, shown, viewed, compared, exported, verified
    python -m tests.fuzz.files 1800         mutated DOCX, PDF and HTML files, read and digested, for so many seconds

Every input comes from a number, its seed. Seeds of inputs that broke something are kept in the module, and the suite tries them first.
"""
