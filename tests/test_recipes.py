"""The recipes of CONTRIBUTING, followed on a copy of the library: a word added to a table works or is refused, and so on."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportsum.models import SCHEMA_VERSION

ROOT = Path(__file__).parent.parent
IGNORED = shutil.ignore_patterns("__pycache__", "*.png")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the library to change."""
    for name in ("reportsum", "prompts", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=IGNORED)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def add_row(copy: Path, table: str, **cells: str) -> None:
    """Add a row to a table, cells by the names of their columns, in front of all others."""
    path = copy / "reportsum" / "data" / table
    lines = path.read_text(encoding="utf-8").splitlines()
    head = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    names = lines[head].split("\t")
    assert set(cells) <= set(names), names
    lines.insert(head + 1, "\t".join(cells.get(name, "") for name in names))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(copy: Path, code: str) -> Any:
    """Run code against the copy; return the JSON it prints, or what it says on stderr when it fails."""
    done = subprocess.run([sys.executable, "-c", code], cwd=copy, env={"PYTHONPATH": str(copy)}, capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


def digested(copy: Path, text: str, show: str) -> Any:
    """Return the value of the expression `show` of the digest `d` of a text."""
    code = f"import json, reportsum; d = reportsum.digest(reportsum.from_text({text!r}, 'r.txt')); print(json.dumps({show}, default=str))"
    return run(copy, code)


HEAD = "泉河县2022年政府工作报告\n一、2021年工作回顾\n"
FIGURES = "[[f.text, f.unit, f.unit_code, f.bound] for i in d.items() for f in i.figures]"


@pytest.mark.parametrize(
    ("table", "cells", "text", "show", "expected"),
    [
        pytest.param(
            "units.tsv", {"spelling": "泉量", "unit": "泉量", "base": "泉量", "kind": "count"}, "2021年，新增供水35泉量。",
            FIGURES, [["35泉量", "泉量", None, "exact"]], id="a_unit",
        ),
        pytest.param(
            "unit_codes.tsv", {"base": "担", "code": "[dan]"}, "2021年，外运粮食35担。", FIGURES, [["35担", "担", "[dan]", "exact"]],
            id="a_code",
        ),
        pytest.param(
            "bounds.tsv", {"word": "绝不低于这个数", "side": "after", "means": "at_least"}, "2021年，税收占比90%绝不低于这个数。",
            FIGURES, [["90%", "%", "%", "at_least"]], id="a_bound_longer_than_any_other",
        ),
        pytest.param(
            "indicators.tsv",
            {"id": "spring_index", "name": "泉水指数", "name_en": "spring index", "unit": "点", "good": "up", "source": "部门"},
            "2021年，泉水指数达到98%。", "[i.indicator for i in d.achievements]", ["spring_index"], id="an_indicator",
        ),
        pytest.param(
            "outcomes.tsv", {"word": "圆满收官", "outcome": "met"}, "2021年，新建泵站35座，年度任务圆满收官。",
            "[i.outcome for i in d.achievements]", ["met"], id="an_outcome",
        ),
        pytest.param(
            "topics.tsv", {"topic": "culture", "weight": "6", "words": "泉灯会"}, "2021年，泉灯会办了35场。",
            "[i.topic for i in d.achievements]", ["culture"], id="a_word_of_a_topic",
        ),
        pytest.param(
            "genres.tsv", {"word": "泉务通报", "kind": "bulletin"}, "2021年，新建泵站35座。", "d.report.kind", "bulletin", id="a_genre",
        ),
    ],
)  # fmt: skip
def test_a_word_added_to_a_table_works(copy: Path, table: str, cells: dict[str, str], text: str, show: str, expected: Any) -> None:
    head = HEAD.replace("政府工作报告", "泉务通报") if table == "genres.tsv" else HEAD
    assert digested(copy, head + text, show) != expected, "it should not work before"
    add_row(copy, table, **cells)
    assert digested(copy, head + text, show) == expected


@pytest.mark.parametrize(
    ("table", "cells", "said"),
    [
        pytest.param("bounds.tsv", {"word": "大概", "side": "behind", "means": "about"}, '"behind"', id="a_bound"),
        pytest.param("topics.tsv", {"topic": "magic", "weight": "6", "words": "魔法"}, '"magic" is no topic', id="a_topic"),
        pytest.param("commitments.tsv", {"word": "一定", "commitment": "sure", "reach": "part"}, '"sure"', id="a_promise"),
        pytest.param("units.tsv", {"spelling": "家", "unit": "家", "base": "家", "kind": "count"}, '"家" already', id="a_unit_twice"),
    ],
)
def test_a_row_that_is_wrong_is_refused_by_file_and_row(copy: Path, table: str, cells: dict[str, str], said: str) -> None:
    add_row(copy, table, **cells)
    told = digested(copy, HEAD + "2021年，力争新建泵站35座以上，城市绿化不断推进。", "[]")
    assert isinstance(told, str), told
    assert re.search(rf"TableError: {table}, row \d+: ", told)
    assert said in told


def test_a_field_of_the_digest_is_a_handful_of_edits(copy: Path) -> None:
    """`gravity_told` on Risk: model and version, reading, one list of columns, caption. Export, screen and page hold it; schema, reference
    are generated; a digest of the version before is refused by name."""
    edits: list[tuple[str, Callable[[str], str]]] = [
        ("models.py", lambda s: s.replace(
            '    cause: str | None\n    """The cause the text gives."""\n',
            '    cause: str | None\n    """The cause the text gives."""\n'
            '    gravity_told: str | None\n    """How grave the text calls it."""\n').replace(f'"{SCHEMA_VERSION}"', '"99.0"')),
        ("extraction/attributes.py", lambda s: s.replace(
            "    def cause(self", "    def gravity_told(self, clause: Clause) -> str | None:\n"
            '        """Return how grave the clause calls a risk."""\n'
            '        return "grave" if "严峻" in clause.text else None\n\n    def cause(self')),
        ("extraction/resolving.py", lambda s: s.replace(
            "return Risk(**shared, cause=", "return Risk(**shared, gravity_told=says.gravity_told(first), cause=")),
        ("own_fields.py", lambda s: s.replace(
            '    _own("cause"', '    _own("gravity_told", "risks: how grave", Risk),\n    _own("cause"')),
        ("data/captions.tsv", lambda s: s.replace("column\tcause", "column\tgravity_told\t程度\tGravity\ncolumn\tcause")),
    ]  # fmt: skip
    for name, edit in edits:
        path = copy / "reportsum" / name
        before = path.read_text(encoding="utf-8")
        path.write_text(edit(before), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != before, name
    text = "泉河县2022年政府工作报告\n一、存在的困难和问题\n外贸形势严峻，企业订单不足。\n"
    show = (
        "[[r.gravity_told for r in d.risks], [row[[c.name for c in ITEMS.columns].index('gravity_told')] for row in flatten([d])['items']],"
        " 'gravity_told' in digest_schema()['$defs']['Risk']['properties'], reportsum.verify(d, " + repr(text) + ")]"
    )
    code = (
        "import io, json, reportsum\nfrom rich.console import Console\nfrom reportsum.digest_screen import Choice, digest_view\n"
        "from reportsum.export.flatten import flatten\nfrom reportsum.export.tables import ITEMS\n"
        "from reportsum.contract import digest_schema\nfrom reportsum.errors import InputError\n"
        f"d = reportsum.digest(reportsum.from_text({text!r}, 'r.txt'))\n"
        "screen = Console(file=io.StringIO(), width=200)\nscreen.print(digest_view(d, Choice(kind='risk'), 'zh'))\n"
        "before = d.to_json().replace('\"99.0\"', '\"1.0\"', 1)\nopen('old.json', 'w', encoding='utf-8').write(before)\n"
        "try:\n    refused = reportsum.Digest.load('old.json').id\nexcept InputError as error:\n    refused = str(error)\n"
        f"print(json.dumps([*{show}, screen.file.getvalue(), 'grave' in reportsum.render_view([d]), refused]))"
    )
    severities, exported, in_schema, findings, screen, on_page, refused = run(copy, code)
    assert "grave" in severities
    assert exported == severities
    assert in_schema
    assert findings == []
    assert "程度" in screen
    assert "grave" in screen
    assert on_page
    assert "is a digest of schema version 1.0, this version of reportsum reads 99.0" in refused


def test_a_kind_of_report_is_a_word_in_the_contract_and_two_rows(copy: Path) -> None:
    """`resolution`, a kind of policy: the contract's word, what it does, the word by which titles name it."""
    text = "泉河县人大常委会关于加强水源保护的决议\n一、总体要求\n到2035年，新建泵站35座。\n"
    assert digested(copy, text, "d.report.kind") == "other"
    models = copy / "reportsum" / "models.py"
    before = models.read_text(encoding="utf-8")
    models.write_text(before.replace('"annual_report", "disclosure",', '"annual_report", "disclosure", "resolution",'), encoding="utf-8")
    assert models.read_text(encoding="utf-8") != before
    missing = digested(copy, text, "d.report.kind")
    assert isinstance(missing, str)
    assert 'TableError: report_kinds.tsv: the kind "resolution" has no row' in missing
    add_row(copy, "report_kinds.tsv", kind="resolution", dated="no", speech="no", yearly="no", government="maybe", growth_goals="no",
            tasks="no", policy="yes", example="加强水源保护的决议")  # fmt: skip
    refused = digested(copy, text, "d.report.kind")
    assert re.search(r'TableError: report_kinds.tsv, row \d+: government is "maybe". Write yes or no.', str(refused))
    table = copy / "reportsum" / "data" / "report_kinds.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("maybe", "no"), encoding="utf-8")
    add_row(copy, "genres.tsv", word="决议", kind="resolution", example="加强水源保护的决议")
    assert digested(copy, text, "[d.report.kind, len(d.targets)]") == ["resolution", 1]


def test_every_file_that_the_recipes_name_is_there() -> None:
    named = re.findall(r"`([\w./]+\.(?:py|js|tsv|md))`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    folders = [ROOT / folder for folder in (".", "reportsum", "reportsum/data", "reportsum/view", "tests", "tests/cases")]
    assert len(named) > 30
    assert [name for name in named if not any((folder / name).is_file() for folder in folders)] == []
