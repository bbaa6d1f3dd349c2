"""What a user sees of some pages: what commands say and write, in `cases/screens`; `python -m tests.pages --write` writes it anew."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
from pathlib import Path
from unittest import mock

from reportsum import Settings, digest
from reportsum.cli import main
from reportsum.comparing import compare
from reportsum.comparing.page import comparison_in_notebook
from reportsum.view.layout import layout
from reportsum.view.notebook import overview_html
from reportsum.view.payload import digest_payload

from .pages import HERE, pages

FOLDER = HERE / "cases" / "screens"
COMMANDS: dict[str, tuple[str, ...]] = {
    "show_zh": ("show", "zh_half_year.json", "--lang", "zh"),
    "show_en": ("show", "en_budget_speech.json", "--lang", "en"),
    "show_targets": ("show", "zh_tasks.json", "--kind", "target", "--lang", "en"),
    "show_json": ("show", "en_plan.json", "--json"),
    "compare": ("compare", "zh_work_report.json", "zh_bulletin.json", "zh_half_year.json", "--all"),
    "compare_csv": ("compare", "zh_work_report.json", "zh_tables.json", "--out", "compared.csv"),
    "panel": ("panel", "zh_work_report.json", "zh_bulletin.json", "en_economy.json", "--out", "panel.md"),
    "export": ("export", "zh_tasks.json", "en_plan.json", "--to", "csv", "--out", "tables"),
    "figures": ("figures", "zh_tables.txt"),
    "outline": ("outline", "zh_work_report.txt"),
    "verify": ("verify", "zh_policy.json", "--source", "zh_policy.txt"),
}


DRAWN = ("page_beside_its_text", "page_without_its_text", "notebook", "comparison")
"""What pages and notebooks are drawn from."""


def drawn(name: str) -> str:
    """Return what a page or a notebook is drawn from."""
    known = {page.name: page for page in pages()}
    if name == "comparison":
        return (
            comparison_in_notebook(compare([known[each].read() for each in ("zh_work_report", "zh_half_year")])).replace("><", ">\n<")
            + "\n"
        )
    shown = known["zh_tasks" if name == "page_beside_its_text" else "en_plan"]
    if name == "notebook":
        return overview_html(shown.read()).replace("><", ">\n<") + "\n"
    text = shown.text if name == "page_beside_its_text" else None
    payload = digest_payload(shown.read(), layout(shown.read(), text))
    lines = [
        f"{key}: {json.dumps(each, ensure_ascii=False)}"
        for key, value in payload.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    return "\n".join([*lines, ""])


def screen(name: str) -> str:
    """Return what a command says and writes."""
    texts = {page.name: page.text for page in pages()}
    environment = {"COLUMNS": "150", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), mock.patch.dict(os.environ, environment):
        for needed in COMMANDS[name]:
            stem, _, suffix = needed.partition(".")
            if suffix in ("txt", "json") and stem in texts:
                report = Path(f"{stem}.txt")
                report.write_text(texts[stem], encoding="utf-8", newline="\n")
                digest(report, Settings(engine="rules")).save(f"{stem}.json")
        return _said(COMMANDS[name])


def _said(command: tuple[str, ...]) -> str:
    before = set(Path().rglob("*"))  # the reports, and their digests
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
        code = main(list(command))
    written = [path for path in sorted(set(Path().rglob("*")) - before) if path.is_file()]
    files = [f"--- {path.as_posix()}\n{path.read_text(encoding='utf-8-sig')}" for path in written]
    lines = "\n".join([f"$ reportsum {' '.join(command)}", out.getvalue().rstrip(), *files, f"--- ends with {int(code)}"]).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"
