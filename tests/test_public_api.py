"""What users may rely on, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import reportsum

ROOT = Path(__file__).parent.parent
HEAVY = {
    "openai", "instructor", "rich", "pandas", "numpy", "pydantic", "opencc", "diskcache", "tenacity", "simplejson",
    "charset_normalizer", "duckdb", "pyarrow", "openpyxl", "lxml", "docx", "pypdf", "trafilatura", "httpx", "asyncio",
}  # fmt: skip
"""What `import reportsum` and `reportsum --help` have no use for."""


def loaded_after(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after `code`."""
    report = "import sys; print('\\n' + ' '.join(sorted({name.split('.')[0] for name in sys.modules})))"
    result = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("name", reportsum.__all__)
def test_a_promised_name_can_be_imported(name: str) -> None:
    assert getattr(reportsum, name) is not None


def test_a_strict_type_checker_takes_the_promised_names_as_exported(tmp_path: Path) -> None:
    code = tmp_path / "user.py"
    uses = "\n".join(f"x{number} = reportsum.{name}" for number, name in enumerate(reportsum.__all__))
    code.write_text(f"import reportsum\n{uses}\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", str(code)]  # as the whole is checked: what is found of a module is kept
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_what_is_promised_is_what_dir_shows() -> None:
    assert set(reportsum.__all__) <= set(dir(reportsum))
    assert len(set(reportsum.__all__)) == len(reportsum.__all__)


def test_a_module_of_the_same_name_hides_no_public_function() -> None:
    code = """
import pkgutil, importlib, reportsum, types
for found in pkgutil.walk_packages(reportsum.__path__, "reportsum."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
print([name for name in reportsum.__all__ if isinstance(getattr(reportsum, name), types.ModuleType)])
"""
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_nothing_else_is_public_by_accident() -> None:
    fresh = subprocess.run(
        [sys.executable, "-c", "import reportsum; print(*[n for n in vars(reportsum) if not n.startswith('_')])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    helpers = {"annotations", "gc", "importlib", "Any", "TYPE_CHECKING"}
    assert set(fresh.stdout.split()) - helpers <= set(reportsum.__all__)


def test_a_star_import_brings_exactly_the_promised_names() -> None:
    names: dict[str, object] = {}
    exec("from reportsum import *", names)
    assert set(names) - {"__builtins__"} == set(reportsum.__all__)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = reportsum.no_such_name


def test_the_names_that_type_checkers_see_are_the_promised_ones() -> None:
    import ast

    tree = ast.parse((ROOT / "reportsum" / "__init__.py").read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.asname or alias.name for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == set(reportsum.__all__) - {"__version__"}


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import reportsum", id="import"),
        pytest.param(
            "import contextlib\nfrom reportsum.cli import main\nwith contextlib.suppress(SystemExit): main(['--help'])", id="help"
        ),
        pytest.param(
            "import contextlib\nfrom reportsum.cli import main\nwith contextlib.suppress(SystemExit): main(['--version'])",
            id="version",
        ),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    assert not loaded_after(code) & HEAVY


def test_the_rules_load_no_model_package(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("2022年,全市地区生产总值1137.8亿元,增长6.1%。", encoding="utf-8")
    code = f"import reportsum; reportsum.digest({str(report)!r}, reportsum.Settings(engine='rules'))"
    assert not loaded_after(code) & {"openai", "instructor", "pandas", "rich", "diskcache", "tenacity"}


def test_every_public_thing_explains_itself() -> None:
    silent = [name for name in reportsum.__all__ if name != "__version__" and not getattr(reportsum, name).__doc__]
    assert not silent
