"""Imports run one way: from the command line down to the ground. Every module has its place in `LAYERS`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parent.parent / "reportsum"

# From the ground up. A module (or subpackage) may import from the rows below its own, never from its own row or above.
LAYERS: tuple[tuple[str, ...], ...] = (
    # the ground
    ("_version",),
    ("beginnings", "values"),
    ("kept_patterns",),
    ("lazy_re",),
    ("foreign", "files", "packing", "workers"),
    ("cautions", "columns", "errors", "resources", "spans", "spared"),
    ("tables", "settings", "net"),
    ("models", "pricing", "indicators"),
    ("captions", "writing", "naming", "own_fields", "topics", "periods", "duties", "passages", "openers"),
    ("asking", "contract", "timewords"),
    ("brief",),
    # reading
    ("tabular",),
    ("reading", "cleaning", "figures"),
    ("places", "genres"),
    ("headings", "manifest"),
    ("filing",),
    ("report_periods",),
    ("metadata",),
    ("annotating",),
    ("sentences", "cutting"),
    ("clauses", "measures", "kinds", "chunking"),
    ("languages",),
    ("listing", "outlining"),
    # extracting
    ("extraction", "cache"),
    ("shared_cache",),
    ("caching",),
    ("merging", "linking", "headlines", "weights", "problems", "disagreeing", "trait_words"),
    ("traits",),
    ("newsworthy",),
    ("ranking", "leading"),
    ("summarizing",),
    ("pipeline", "concluding"),
    ("planning", "cores"),
    ("running",),
    ("digesting",),
    # using digests
    ("verifying", "scoring", "view", "export"),
    ("evaluate", "labelling", "comparing", "panels"),
    # the surface
    ("ray", "batching"),
    ("showing",),
    ("digest_screen",),
    ("cli",),
    ("__init__",),
    ("__main__",),
)
FLOOR = {name: number for number, row in enumerate(LAYERS) for name in row}

FORWARDED = {
    ("models", "asking"),
    ("models", "view"),
    ("models", "writing"),
}
"""Upward imports inside functions: methods of Digest that only hand over to the module that does the work. This list may only shrink."""


class Import(NamedTuple):
    """One import of a module of this package; `importer` and `imported` are full dotted names below reportsum."""

    importer: str
    imported: str
    line: int
    inside_function: bool


def modules() -> dict[str, Path]:
    """Return every module by its dotted name below reportsum; packages go by their own name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[-1] == "__init__" and len(parts) > 1:
            parts = parts[:-1]
        found[".".join(parts)] = path
    return found


MODULES = modules()


@cache
def imports_of(name: str) -> tuple[Import, ...]:
    """Return the imports of this package's modules that the module `name` has."""
    return tuple(_imports_of(name))


def _imports_of(name: str) -> Iterator[Import]:
    path = MODULES[name]
    package = path.relative_to(PACKAGE.parent).parent.parts
    tree = ast.parse(path.read_text(encoding="utf-8"))
    in_functions = {
        id(inner) for outer in ast.walk(tree) if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef) for inner in ast.walk(outer)
    }
    for node in ast.walk(tree):
        for target in _targets(node, package):
            yield Import(name, target, getattr(node, "lineno", 0), id(node) in in_functions)


def _targets(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.split(".")[0] == "reportsum":
                yield alias.name.partition(".")[2] or "__init__"
    elif isinstance(node, ast.ImportFrom):
        base = [*package[: len(package) - node.level + 1]] if node.level else []
        base += node.module.split(".") if node.module else []
        if base[:1] != ["reportsum"]:
            return
        for alias in node.names:
            whole = ".".join([*base[1:], alias.name])
            yield whole if whole in MODULES else ".".join(base[1:]) or "__init__"


def unit(name: str) -> str:
    """Return what stands in `LAYERS` for a module: itself, or its subpackage."""
    return name.split(".")[0]


UNITS = sorted({unit(name) for name in MODULES})


@pytest.mark.parametrize("name", UNITS)
def test_every_module_has_its_layer(name: str) -> None:
    assert name in FLOOR, f"put {name} into LAYERS in {Path(__file__).name}: above all it imports, below all that import it"


@pytest.mark.parametrize("name", UNITS)
def test_imports_run_downwards(name: str) -> None:
    upward = [
        f"{found.importer}, line {found.line}: imports {found.imported}"
        for module in MODULES
        if unit(module) == name
        for found in imports_of(module)
        if unit(found.imported) != name
        and FLOOR.get(unit(found.imported), len(LAYERS)) >= FLOOR.get(name, len(LAYERS))
        and not (found.inside_function and (unit(module), unit(found.imported)) in FORWARDED)
    ]
    assert not upward


def test_no_exception_is_listed_that_is_not_needed() -> None:
    used = {(unit(found.importer), unit(found.imported)) for module in MODULES for found in imports_of(module) if found.inside_function}
    assert used >= FORWARDED


def test_no_layer_names_a_module_twice() -> None:
    assert len(FLOOR) == sum(map(len, LAYERS))


@pytest.mark.parametrize("name", sorted({unit(module) for module in MODULES if "." in module}))
def test_no_subpackage_imports_itself_in_a_circle(name: str) -> None:
    """Imports inside functions do not count: a result that can draw or write itself hands over to a module above it."""
    graph = {
        module: {found.imported for found in imports_of(module) if not found.inside_function} - {module}
        for module in MODULES
        if unit(module) == name
    }
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a circle: {' → '.join(error.args[1])}")


def test_the_network_is_touched_in_one_place() -> None:
    clients = {"openai", "instructor", "httpx", "httpx2", "requests", "aiohttp", "socket", "urllib.request", "http.client"}
    touching = {
        module
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _foreign(node) & clients
    }
    assert len(touching) <= 1, f"the network belongs to one module, not to {sorted(touching)}"


def _foreign(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {part for alias in node.names for part in (alias.name, alias.name.split(".")[0])}
    if isinstance(node, ast.ImportFrom) and not node.level and node.module:
        return {node.module, node.module.split(".")[0]}
    return set()
