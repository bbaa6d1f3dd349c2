"""How many small faults, put into the package one at a time, do the tests notice?

python benchmarks/mutants.py [--mutants 400] [--seed 1] [--seconds 60] [--only running.py] [--measured FOLDER]

The faults are cosmic-ray's (another comparison, another number, a decorator less …; it changes code anywhere, also tables and constants,
where mutmut 3 changes functions only and needs fork). Places are drawn at random, each as often as any other, one fault a place; what is
only told to a type checker is left alone. First the tests run once under coverage, in a copy of the tree; then each fault is tried by the
tests that run its line, the quick ones first, for `--seconds` at most: a fault that is not noticed by then has survived. Tests that need a
browser, a cluster or minutes are left out (SLOW). Needs: pip install cosmic-ray pytest-cov.
"""

from __future__ import annotations

import argparse
import ast
import itertools
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SLOW = (
    "benchmarks", "cli_llm", "docs", "docs_models", "docs_reference", "endings", "examples", "fuzz", "hostile_files", "layers", "llm_kills",
    "llm_local", "packaging", "quality", "ray", "readme", "recipes", "shared_cache", "start_methods", "view",
)  # fmt: skip
"""Test files that are not asked."""
APART = {"reportsum/reading/": ("tests/test_reading.py", "tests/test_reading_documents.py", "tests/test_generated_tables.py")}
"""Modules that run in a process of their own, where coverage does not see them, and the tests that are asked instead."""
LEAST_SEEN = 3
OPERATORS = (
    "binary_operator_replacement", "unary_operator_replacement", "comparison_operator_replacement", "boolean_replacer", "break_continue",
    "number_replacer", "keyword_replacer", "remove_decorator", "exception_replacer", "zero_iteration_for_loop",
)  # fmt: skip


class Mutant(NamedTuple):
    """One fault: its module, its line, what was done, and the module's code with it."""

    module: str
    line: int
    told: str
    code: str


class Tests(NamedTuple):
    """The tests that run a line, and how long each takes."""

    of_line: dict[tuple[str, int], set[str]]
    of_module: dict[str, set[str]]
    seconds: dict[str, float]

    def of(self, mutant: Mutant, seconds: float) -> list[str]:
        """Return the tests that run the line (the module, where the line runs on import), quick ones first, for `seconds` in all."""
        asked = self.of_line.get((mutant.module, mutant.line)) or self.of_module.get(mutant.module, set())
        if len(asked) < LEAST_SEEN:
            return sorted(asked) + [test for folder, tests in APART.items() if mutant.module.startswith(folder) for test in tests]
        chosen: list[str] = []
        spent = 0.0
        for test in sorted(asked, key=lambda name: (self.seconds.get(name, 1.0), name)):
            spent += self.seconds.get(test, 1.0)
            if spent > seconds and (chosen or math.isinf(spent)):
                break
            chosen.append(test)
        return chosen


def _copy(folder: Path) -> Path:
    """Copy the tree's own files."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            shutil.copy2(ROOT / name, target)
    return folder


def _pytest(tree: Path, arguments: list[str], seconds: float | None = None) -> int:
    path = os.pathsep.join(filter(None, (str(tree), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    with subprocess.Popen(
        command, cwd=tree, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            return running.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, 9)
            raise


def _measured(tree: Path, work: Path) -> Tests:
    """Run the tests once: which lines each runs, and for how long."""
    ignored = [f"--ignore=tests/test_{name}.py" for name in SLOW]
    times = f"--junitxml={work / 'times.xml'}"
    _pytest(tree, ["-p", "pytest_cov", "--cov=reportsum", "--cov-context=test", "--cov-report=", times, *ignored])
    shutil.move(tree / ".coverage", work / ".coverage")
    return tests_of(work)


def tests_of(folder: Path) -> Tests:
    """Read what coverage and pytest wrote down; tests are functions, whatever their parameters."""
    import coverage

    data = coverage.CoverageData(str(folder / ".coverage"))
    data.read()
    of_line: dict[tuple[str, int], set[str]] = defaultdict(set)
    of_module: dict[str, set[str]] = defaultdict(set)
    for path in data.measured_files():
        module = "reportsum/" + path.rpartition("/reportsum/")[2]
        for line, contexts in data.contexts_by_lineno(path).items():
            tests = {context.partition("|")[0].partition("[")[0] for context in contexts if context}
            of_line[module, line] |= tests
            of_module[module] |= tests
    seconds: dict[str, float] = defaultdict(float)
    for case in ElementTree.parse(folder / "times.xml").iter("testcase"):
        file = case.get("classname", "").replace(".", "/") + ".py"
        name = f"{file}::{case.get('name', '').partition('[')[0]}"
        seconds[name] += float(case.get("time", 0)) if case.find("failure") is None else math.inf  # one that fails by itself is not asked
    return Tests(dict(of_line), dict(of_module), dict(seconds))


class _Untyped(ast.NodeTransformer):
    """Takes annotations out: with `from __future__ import annotations` nothing happens when they change."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        """Take a parameter's out."""
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Take a function's out."""
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Take a name's out."""
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _behaviour(code: str) -> str:
    return ast.dump(_Untyped().visit(ast.parse(code)))


class Place(NamedTuple):
    """A place where a fault can be put."""

    module: str
    line: int
    column: int
    operator: str
    occurrence: int


def places(tree: Path, only: str | None) -> list[Place]:
    """Return every place of the package, or of the modules whose path holds `only`, where a fault of the OPERATORS can be put."""
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.plugins import get_operator, operator_names

    found = []
    for path in sorted((tree / "reportsum").rglob("*.py")):
        module = path.relative_to(tree).as_posix()
        if only and only not in module:
            continue
        nodes = list(ast_nodes(get_ast_from_path(path)))
        for name in operator_names():
            operator = get_operator(name)
            if not operator.__module__.endswith(OPERATORS):
                continue
            starts = [start for node in nodes for start, _ in operator().mutation_positions(node)]
            found += [Place(module, line, column, name, number) for number, (line, column) in enumerate(starts)]
    return found


def drawn(tree: Path, count: int, seed: int, only: str | None) -> Iterator[Mutant]:
    """Yield `count` faults at places drawn at random, one a place."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    chance = random.Random(seed)
    at: dict[tuple[str, int, int], list[Place]] = defaultdict(list)
    for place in places(tree, only):
        at[place.module, place.line, place.column].append(place)
    print(f"{len(at):,} places", flush=True)
    spots = sorted(at)
    chance.shuffle(spots)
    for spot in spots:
        if not count:
            return
        place = chance.choice(at[spot])
        code = (tree / place.module).read_text(encoding="utf-8")
        try:
            changed = mutate_code(code, get_operator(place.operator)(), place.occurrence)
        except AttributeError:  # cosmic-ray 8.7 cannot replace an exception that is named with a dot
            continue
        if changed is None or not _behaves_differently(code, changed):
            continue
        count -= 1
        yield Mutant(place.module, place.line, place.operator.partition("/")[2], changed)


def _behaves_differently(code: str, changed: str) -> bool:
    try:
        return _behaviour(code) != _behaviour(changed)
    except SyntaxError:
        return False


def fate(tree: Path, mutant: Mutant, tests: list[str], seconds: float) -> str:
    """Return what became of the fault: "noticed" when a test fails, "endless" when they come to no end, "survived"."""
    if not tests:
        return "survived"
    path = tree / mutant.module
    code = path.read_text(encoding="utf-8")
    path.write_text(mutant.code, encoding="utf-8")
    try:
        return "noticed" if _pytest(tree, ["-x", *tests], 6 * seconds + 60) else "survived"
    except subprocess.TimeoutExpired:
        return "endless"
    finally:
        path.write_text(code, encoding="utf-8")


def main() -> None:
    """Put the faults in and print what survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0, help="of tests a fault, as they took without it")
    parser.add_argument("--only", help="a part of the module's path")
    parser.add_argument("--skip", type=int, default=0, help="so many of them, which were tried before")
    parser.add_argument("--again", type=Path, help="what an earlier run printed: only those that survived it are tried")
    parser.add_argument("--measured", type=Path, help="a folder with the .coverage and times.xml of an earlier run of the same tree")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        tree = _copy(work / "tree")
        started = time.monotonic()
        tests = tests_of(options.measured) if options.measured else _measured(tree, work)
        print(f"{len(tests.seconds):,} tests in {time.monotonic() - started:.0f} s", flush=True)
        fates: Counter[str] = Counter()
        survivors = options.again and set(re.findall(r"^survived: (\S+):(\d+) (\w+)", options.again.read_text("utf-8"), re.MULTILINE))
        for mutant in itertools.islice(drawn(tree, options.mutants, options.seed, options.only), options.skip, None):
            if survivors is not None and (mutant.module, str(mutant.line), mutant.told) not in survivors:
                continue
            chosen = tests.of(mutant, options.seconds)
            became = fate(tree, mutant, chosen, options.seconds)
            fates[became] += 1
            if became != "noticed":
                print(f"{became}: {mutant.module}:{mutant.line} {mutant.told} ({len(chosen)} tests; {fates.total()} so far)", flush=True)
        died = fates.total() - fates["survived"]
        print(f"{died} of {fates.total()} died ({died / max(1, fates.total()):.3f}; {dict(fates)}), {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
