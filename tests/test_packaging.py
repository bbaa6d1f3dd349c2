"""What travels: the wheel, the seeds, the licence."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reportsum import __version__

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SEEDS: list[dict[str, str]] = tomllib.loads((ROOT / "seeds" / "SOURCES.toml").read_text(encoding="utf-8"))["report"]


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built offline from this checkout by the build backend itself."""
    out = tmp_path_factory.mktemp("dist")
    build = "import sys, hatchling.build as b; b.build_wheel(sys.argv[1]); b.build_sdist(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(out)], cwd=ROOT, check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel installs."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def checked_in(folder: str, pattern: str) -> set[str]:
    return {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob(pattern)}


@pytest.mark.parametrize(
    ("folder", "pattern", "inside"),
    [
        pytest.param("prompts", "*.*", "reportsum/prompts/", id="prompts"),
        pytest.param("schemas", "*.json", "reportsum/schemas/", id="schemas"),
        pytest.param("reportsum/data", "*.tsv", "reportsum/data/", id="tables"),
        pytest.param("reportsum", "*.py", "reportsum/", id="modules"),
    ],
)
def test_everything_that_is_checked_in_travels_in_the_wheel(folder: str, pattern: str, inside: str, wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    expected = {inside + name for name in checked_in(folder, pattern)}
    assert expected, f"{folder} holds nothing"
    assert expected <= shipped


def test_the_wheel_says_that_the_package_is_typed(wheel: Path) -> None:
    assert "reportsum/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_installs_the_package_and_nothing_beside_it(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"reportsum", f"reportsum-{__version__}.dist-info"}


def test_the_source_archive_holds_seeds_tests_and_docs(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"README.md", "LICENSE", "seeds/SOURCES.toml", "tests/test_packaging.py", "schemas/digest.schema.json"} <= names


def run_from(site: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with the unpacked wheel in front of everything else."""
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(site)!r}); " + arguments[0], *arguments[1:]],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["data", "prompts", "schemas"])
def test_resources_are_found_in_the_wheel(name: str, unpacked: Path, tmp_path: Path) -> None:
    code = "from reportsum.resources import resource_dir; print(resource_dir(sys.argv[1]))"
    result = run_from(unpacked, code, name, cwd=tmp_path)
    assert result.stdout.strip() == str((unpacked / "reportsum" / name).resolve()), result.stderr


@pytest.mark.parametrize("name", ["data", "prompts", "schemas"])
def test_resources_are_found_in_the_checkout(name: str) -> None:
    from reportsum.resources import resource_dir

    assert any(resource_dir(name).iterdir())


def test_the_wheel_digests_a_report_far_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("一、回顾\n2022年,全市地区生产总值1137.8亿元,增长6.1%。\n", encoding="utf-8")
    code = "from reportsum.cli import main; sys.exit(main(['digest', 'report.txt', '--engine', 'rules']))"
    result = run_from(unpacked, code, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "digests" / "report.json").exists()


def test_the_version_stands_in_one_place_only() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert "version" not in PROJECT


def test_the_changelog_speaks_of_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_is_the_whole_apache_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["license"] == "Apache-2.0"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed["file"])
def test_a_seed_is_there_byte_for_byte(seed: dict[str, str]) -> None:
    content = (ROOT / "seeds" / seed["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == seed["sha256"]
    assert (ROOT / "seeds" / seed["gold"]).is_file()


def test_every_seed_is_accounted_for() -> None:
    assert {path.name for path in (ROOT / "seeds").glob("*.txt")} == {seed["file"] for seed in SEEDS}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed["file"])
def test_what_the_sources_say_of_a_seed_stands_in_it(seed: dict[str, str]) -> None:
    text = (ROOT / "seeds" / seed["file"]).read_text(encoding="utf-8")
    for field in ("title", "issuer"):
        assert seed[field] == "unknown" or seed[field] in text
    if seed["date"] != "unknown":
        year, month, day = (str(int(part)) for part in seed["date"].split("-"))
        assert seed["date"] in text or f"{year}年{month}月{day}日" in text
