"""How many small faults, put into the package one at a time, do the tests notice?

python benchmarks/mutants.py [--mutants 400] [--seed 1] [--seconds 60] [--only running.py] [--measure FOLDER] [--measured FOLDER]

The faults are cosmic-ray's (another comparison, another number, a decorator less …; it changes code anywhere, also tables and constants,
where mutmut 3 changes functions only and needs fork). Places are drawn at random, each as often as any other, one fault a place.

Left alone, because nothing that anybody could notice changes (`nothing_to_notice`; the run prints how many were passed over): what is
only told to a type checker, a cache taken away or made a little larger (time, memory), `zip(strict=True)` made lax (a promise the code
makes to itself, like an assert), and a bound of sixteen or more, one more or one less, of a module or of a slice (`LONGEST_WAIT_S = 61`,
`text[:301]`).

First the tests run once under coverage, in a copy of the tree, and so do the processes they start; then each fault is tried by the cases
that run its line, the quick ones first, for `--seconds` at most: a fault that is not noticed by then has survived. Where a line runs as
the module is loaded, or hardly any test was seen to run it (what is kept is read once), the tests that run the function or class it
stands in, or the lines that use its name, are asked too; where there are hardly any of these, the module's. A case that fails without
any fault is not asked.
Tests that need a browser, a cluster or minutes are left out (SLOW). Needs: pip install cosmic-ray pytest-cov.
"""

from __future__ import annotations

import argparse
import ast
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
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
HOUSE = ("tests/test_house.py", "tests/test_lazy_re.py::test_every_pattern")
"""Tests that look at every module."""
WHOLE = "tests/test_pages.py::test_a_page_is_read_as_it_says"
"""Whole pages and what is read on them: asked first, since most faults of the rules show there."""
AS_IT_STANDS = ("tests/test_pages.py::test_a_reading_that_nobody_judged_does_not_change_unseen", "tests/test_screens.py")
"""Asked last, whatever the time: what they expect was not judged row by row, so what nothing else notices is counted apart."""
LEAST_SEEN = 3
SMALLEST_BOUND = 16
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
    """The tests that run a line, each case of its own, and how long each takes."""

    of_line: dict[tuple[str, int], set[str]]
    seconds: dict[str, float]

    def of(self, mutant: Mutant, uses: Uses, seconds: float) -> list[str]:
        """Return the tests to ask, quick ones first, for `seconds` in all."""
        asked = self._in_order(self.of_line.get((mutant.module, mutant.line), set()))
        house = [test for test in self.seconds if test.startswith(HOUSE) and test not in asked]
        if mutant.told == "ReplaceTrueWithFalse":  # frozen=True: the decorator's line is seen where a test loads its module late
            asked = [*house, *asked]
        if len(asked) < LEAST_SEEN:
            around = {test for line in uses.around(mutant.module, mutant.line) for test in self.of_line.get(line, ())}
            if len(around) < LEAST_SEEN:
                around = self._of_module(mutant.module)
            asked += [test for test in house if test not in asked]
            asked += self._in_order(around - set(asked))
        chosen: list[str] = []
        spent = 0.0
        for test in asked:
            spent += self.seconds[test]
            if spent <= seconds or not chosen or test.startswith(AS_IT_STANDS):
                chosen.append(test)
        return chosen

    def _of_module(self, module: str) -> set[str]:
        return {test for (one, _), tests in self.of_line.items() if one == module for test in tests}

    def _in_order(self, tests: set[str]) -> list[str]:
        return sorted((test for test in tests if test in self.seconds), key=self._place)

    def _place(self, test: str) -> tuple[bool, bool, float, str]:
        return test.startswith(AS_IT_STANDS), not test.startswith(WHOLE), self.seconds[test], test


class Uses:
    """Where the names of the package are used."""

    def __init__(self, tree: Path) -> None:
        self._statements: dict[str, list[ast.stmt]] = {}
        self._of_name: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for path in (tree / "reportsum").rglob("*.py"):
            module = path.relative_to(tree).as_posix()
            parsed = ast.parse(path.read_text(encoding="utf-8"))
            self._statements[module] = parsed.body
            for node in ast.walk(parsed):
                if isinstance(node, ast.Name | ast.Attribute):
                    self._of_name[node.id if isinstance(node, ast.Name) else node.attr].add((module, node.lineno))

    def around(self, module: str, line: int) -> set[tuple[str, int]]:
        """Return the lines of the module's statement that holds the line, and those that use the names it gives."""
        for statement in self._statements[module]:
            decorators = statement.decorator_list if isinstance(statement, ast.FunctionDef | ast.ClassDef) else []
            first = min([statement.lineno, *(each.lineno for each in decorators)])
            last = statement.end_lineno or first
            if first <= line <= last:
                own = {(module, each) for each in range(first, last + 1)}
                return own.union(*(self._of_name[name] for name in _given(statement)))
        return set()


def _given(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _copy(folder: Path) -> Path:
    """Copy the tree's own files."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            shutil.copy2(ROOT / name, target)
    return folder


def _pytest(tree: Path, arguments: list[str], seconds: float | None = None, path: tuple[str, ...] = ()) -> int:
    folders = os.pathsep.join(filter(None, (str(tree), *path, os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": folders, "PYTHONDONTWRITEBYTECODE": "" if "--collect-only" in arguments else "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    with subprocess.Popen(
        command, cwd=tree, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            return running.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, 9)
            raise


PLUGINS = {
    "sitecustomize.py": "import os\nif os.environ.get('COVERAGE_PROCESS_START'):\n    import coverage\n    coverage.process_startup()\n",
    "measuring.py": """
import json, os, pathlib, pytest
from reportsum.reading import apart

HERE = pathlib.Path(__file__).parent
seconds = {}

def _end(worker):
    for pipe in (worker._in, worker._out):
        try:
            pipe.close()
        except OSError:
            pass
    try:
        worker._process.wait(20)
    except Exception:
        worker._process.kill()
        worker._process.wait()

def pytest_configure(config):
    os.environ["COVERAGE_PROCESS_START"] = str(HERE / "children.rc")
    apart._Worker.end = _end  # a process that is killed does not say what it ran

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    apart._end()
    os.environ["MUTANTS_TEST"] = item.nodeid

def pytest_runtest_logreport(report):
    spent = seconds.get(report.nodeid, 0.0)
    seconds[report.nodeid] = None if spent is None or report.failed else spent + report.duration

def pytest_sessionfinish(session):
    (HERE / "times.json").write_text(json.dumps(seconds))
""",
    "children.rc": """[run]
context = ${{MUTANTS_TEST-}}
data_file = {work}/child
parallel = true
sigterm = true
include = */reportsum/*
""",
    "asking.py": """
import json, os, pathlib

def pytest_collection_modifyitems(config, items):
    asked = {name: place for place, name in enumerate(json.loads(pathlib.Path(__file__).with_name("asked.json").read_text()))}
    items[:] = sorted((item for item in items if item.nodeid in asked), key=lambda item: asked[item.nodeid])

def pytest_runtest_logreport(report):
    if report.failed:
        pathlib.Path(__file__).with_name("noticed.txt").write_text(report.nodeid)
""",
}
"""What pytest is given: to have the processes that the tests start measured too, each under the name of its test; to run chosen cases."""


def _plug_in(work: Path) -> None:
    for name, content in PLUGINS.items():
        (work / name).write_text(content.format(work=work) if name.endswith(".rc") else content, encoding="utf-8")


def measure(tree: Path, work: Path) -> None:
    """Run the tests once: which lines each runs, and for how long. Leaves .coverage, child.* and times.json in `work`."""
    _plug_in(work)
    ignored = [f"--ignore=tests/test_{name}.py" for name in SLOW]
    coverage = ["-p", "pytest_cov", "-p", "measuring", "--cov=reportsum", "--cov-context=test", "--cov-report="]
    _pytest(tree, [*coverage, *ignored], path=(str(work),))
    shutil.move(tree / ".coverage", work / ".coverage")


def tests_of(folder: Path) -> Tests:
    """Read what was written down."""
    import coverage.exceptions

    times = json.loads((folder / "times.json").read_text(encoding="utf-8"))
    seconds = {name: spent for name, spent in times.items() if spent is not None}
    of_line: dict[tuple[str, int], set[str]] = defaultdict(set)
    for file in (folder / ".coverage", *sorted(folder.glob("child.*.*"))):
        data = coverage.CoverageData(str(file))
        try:
            data.read()
        except coverage.exceptions.DataError:
            print(f"{file.name} is torn: a test killed the process that wrote it")
            continue
        for path in data.measured_files():
            module = "reportsum/" + path.rpartition("/reportsum/")[2]
            for line, contexts in data.contexts_by_lineno(path).items():
                of_line[module, line].update(re.sub(r"[|](?:setup|run|teardown)$", "", context) for context in contexts)
    return Tests(dict(of_line), seconds)


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


class Passed(NamedTuple):
    """Lines, with the beginning of what there is about them, whose faults nobody could notice."""

    caches: set[int]
    strict: set[int]
    bounds: set[int]
    types: set[int]
    slices: set[tuple[int, int]]
    """Line and column of each number."""


def passed_over(code: str) -> Passed:
    """Return the lines where `nothing_to_notice` has something to say."""
    passed = Passed(set(), set(), set(), set(), set())
    parsed = ast.parse(code)
    for node in ast.walk(parsed):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            passed.caches.update(each.lineno for each in node.decorator_list if "cache" in ast.unparse(each).partition("(")[0])
        if isinstance(node, ast.Call):
            lax = [keyword for keyword in node.keywords if keyword.arg == "strict" and ast.unparse(node.func) == "zip"]
            passed.strict.update(keyword.value.lineno for keyword in lax)
        if isinstance(node, ast.Slice):
            passed.slices.update((one.lineno, one.col_offset) for one in ast.walk(node) if isinstance(one, ast.Constant) and _is_bound(one))
    for statement in parsed.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            lines = range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
            if _is_type(statement.value):
                passed.types.update(lines)
            if _is_bound(statement.value) and all(name.lstrip("_").isupper() for name in _given(statement)):
                passed.bounds.update(lines)
    return passed


def _is_type(value: ast.expr) -> bool:
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
        return all(_is_type(side) or isinstance(side, ast.Name | ast.Attribute | ast.Constant) for side in (value.left, value.right))
    return isinstance(value, ast.Subscript)


def _is_bound(value: ast.expr) -> bool:
    """Whether it is one number, or a product of them, of `SMALLEST_BOUND` or more."""
    nodes = list(ast.walk(value))
    if not all(isinstance(node, ast.BinOp | ast.Constant | ast.operator) for node in nodes):
        return False
    numbers = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return all(isinstance(number, int | float) and not isinstance(number, bool) for number in numbers) and any(
        isinstance(number, int | float) and number >= SMALLEST_BOUND for number in numbers
    )


def nothing_to_notice(place: Place, passed: Passed, code: str, changed: str) -> bool:
    """Whether the fault changes time, memory, a promise to oneself or what a type checker is told, and nothing else."""
    line = place.line
    if "RemoveDecorator" in place.operator:
        return line in passed.caches
    if "NumberReplacer" in place.operator:
        return line in passed.bounds or line in passed.caches or (line, place.column) in passed.slices
    if "ReplaceTrueWithFalse" in place.operator:
        return line in passed.strict and code.count("strict=True") != changed.count("strict=True")
    return "BinaryOperator_BitOr" in place.operator and line in passed.types


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
    passed: dict[str, Passed] = {}
    not_noticeable = 0
    for spot in spots:
        if not count:
            print(f"{not_noticeable} passed over: nothing to notice", flush=True)
            return
        place = chance.choice(at[spot])
        code = (tree / place.module).read_text(encoding="utf-8")
        try:
            changed = mutate_code(code, get_operator(place.operator)(), place.occurrence)
        except AttributeError:  # cosmic-ray 8.7 cannot replace an exception that is named with a dot
            continue
        if changed is None:
            continue
        passed[place.module] = passed.get(place.module) or passed_over(code)
        if nothing_to_notice(place, passed[place.module], code, changed) or not _behaves_differently(code, changed):
            not_noticeable += 1
            continue
        count -= 1
        yield Mutant(place.module, place.line, place.operator.partition("/")[2], changed)


def _behaves_differently(code: str, changed: str) -> bool:
    try:
        return _behaviour(code) != _behaviour(changed)
    except SyntaxError:
        return False


def fate(tree: Path, work: Path, mutant: Mutant, tests: list[str], seconds: float) -> str:
    """Return what became of the fault: "survived", "endless" when the tests come to no end, or which test file noticed it."""
    if not tests:
        return "survived"
    path = tree / mutant.module
    code, stood = path.read_text(encoding="utf-8"), path.stat()
    path.write_text(mutant.code, encoding="utf-8")
    (work / "asked.json").write_text(json.dumps(tests), encoding="utf-8")
    (work / "noticed.txt").write_text("on loading", encoding="utf-8")
    files = sorted({test.partition("::")[0] for test in tests})
    try:
        if _pytest(tree, ["-x", "-p", "asking", *files], 6 * seconds + 90, (str(work),)) == 0:
            return "survived"
        noticed = (work / "noticed.txt").read_text(encoding="utf-8")
        return "only as it stands" if noticed.startswith(AS_IT_STANDS) else noticed.partition("::")[0]
    except subprocess.TimeoutExpired:
        return "endless"
    finally:
        path.write_text(code, encoding="utf-8")
        os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))  # what was compiled of it stands


def main() -> None:
    """Put the faults in and print what survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0, help="of tests a fault, as they took without it")
    parser.add_argument("--only", help="a part of the module's path")
    parser.add_argument("--skip", type=int, default=0, help="so many of them, which were tried before")
    parser.add_argument("--again", type=Path, help="what an earlier run printed: only those that survived it are tried")
    parser.add_argument("--measure", type=Path, help="only measure, into this folder")
    parser.add_argument("--measured", type=Path, help="what --measure left, of the same tree")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        tree = _copy(work / "tree")
        started = time.monotonic()
        if not options.measured:
            measure(tree, options.measure or work)
        if options.measure:
            return
        tests = tests_of(options.measured or work)
        uses = Uses(tree)
        _plug_in(work)
        _pytest(tree, ["--collect-only"])  # compiles everything once
        print(f"{len(tests.seconds):,} tests in {time.monotonic() - started:.0f} s", flush=True)
        fates: Counter[str] = Counter()
        survivors = options.again and set(re.findall(r"^survived: (\S+):(\d+) (\w+)", options.again.read_text("utf-8"), re.MULTILINE))
        for mutant in itertools.islice(drawn(tree, options.mutants, options.seed, options.only), options.skip, None):
            if survivors is not None and (mutant.module, str(mutant.line), mutant.told) not in survivors:
                continue
            chosen = tests.of(mutant, uses, options.seconds)
            became = fate(tree, work, mutant, chosen, options.seconds)
            fates[became] += 1
            if became in ("survived", "endless", "only as it stands"):
                print(f"{became}: {mutant.module}:{mutant.line} {mutant.told} ({len(chosen)} tests; {fates.total()} so far)", flush=True)
        died = fates.total() - fates["survived"]
        judged = died - fates["only as it stands"]
        print(f"{died} of {fates.total()} died ({died / max(1, fates.total()):.3f}), {judged} of them by tests that somebody judged")
        print(", ".join(f"{name} {times}" for name, times in fates.most_common()), f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
