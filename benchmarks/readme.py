"""Writes what the READMEs quote from real runs: output, scores, tokens, speed. Nothing there is typed by hand.

    python benchmarks/readme.py            everything but speed, which depends on the machine
    python benchmarks/readme.py --speed    speed too; on a quiet machine

In a README, such a block stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. A test says when one is stale.
"""

import argparse
import contextlib
import io
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import reportsum
from reportsum.captions import caption
from reportsum.cli import main as reportsum_main
from reportsum.evaluate import evaluate
from reportsum.planning import plan

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
COLUMNS = 100
RULES = reportsum.Settings(engine="rules")
MEASURES = {
    "figure_recall": "figures found",
    "figure_precision": "found figures that are figures",
    "value_accuracy": "value right",
    "unit_accuracy": "unit right",
    "bound_accuracy": "bound right (以上, 超, 近 …)",
    "role_accuracy": "role right (level, change, share …)",
    "metric_accuracy": "what it measures right",
    "kind_accuracy": "achievement, target or risk right",
    "segment_f1": "statements of each kind, F1",
    "tasks_linked": "numbered tasks linked to their progress",
}


def blocks() -> dict[str, str]:
    """Return the text of every block that is the same on every machine."""
    with seeds_folder():
        reportsum_quietly("digest", "seeds", "--engine", "rules", "--quiet")
        return {
            "brief": brief_block("en"),
            "brief-zh": brief_block("zh"),
            "item": item_block(),
            "python": python_block(),
            "scores": scores_block(),
            "tokens": tokens_block(),
        }


@contextlib.contextmanager
def seeds_folder() -> Iterator[None]:
    """Work in an empty folder where `seeds/` is at hand, without settings from outside."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
        kept = dict(os.environ)
        for name in kept:
            if name.startswith(("REPORTSUM_", "OPENAI_")):
                del os.environ[name]
        os.environ["COLUMNS"] = str(COLUMNS)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(kept)


def reportsum_quietly(*arguments: str) -> str:
    """Return what a command prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
        reportsum_main(list(arguments))
    return "\n".join(line.rstrip() for line in output.getvalue().rstrip().split("\n"))


def brief_block(language: str) -> str:
    """Return the head, panel and points of a work report as `reportsum show` opens with them."""
    shown = reportsum_quietly("show", "digests/nantong-2024-work-report.json", "--limit", "0", "--lang", language)
    leading = caption("brief", "achievements")[language == "en"]
    return fenced("text", f"$ reportsum show digests/nantong-2024-work-report.json\n{shown.partition(leading)[0].rstrip()}\n…")


def item_block() -> str:
    """Return a target with its progress, as it stands in a digest."""
    digest = json.loads(Path("digests/nantong-2019h1-key-tasks.json").read_text(encoding="utf-8"))
    linked = [target for target in digest["targets"] if target["progress"] and target["progress"]["ratio"]]
    target = next(target for target in linked if target["progress"]["status"] == "behind")
    return fenced("json", json.dumps(target, ensure_ascii=False, indent=2))


def python_block() -> str:
    """Return what the first Python snippet of the README prints."""
    snippet = re.search(r"```python\n(.*?)```", READMES[0].read_text(encoding="utf-8"), re.DOTALL)
    assert snippet is not None
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(snippet[1], {})
    return fenced("text", output.getvalue().rstrip())


def scores_block() -> str:
    """Return how the rules' digests of the seeds score against the labels."""
    result = evaluate("digests", "seeds/gold")
    lines = ["| | mean of the five seeds | 95 % interval |", "|---|---|---|"]
    for measure in result.measures:
        if measure.name in MEASURES:
            low, high = measure.interval
            lines.append(f"| {MEASURES[measure.name]} | {measure.mean:.3f} | {low:.3f} – {high:.3f} |")
    return "\n".join(lines)


def tokens_block() -> str:
    """Return what a model would be asked for the seeds."""
    planned = plan(sorted(Path("seeds").glob("*.txt")), reportsum.Settings(engine="llm", model="any"))
    lines = ["| report | characters | requests | prompt tokens ≈ | answer tokens ≈ |", "|---|---|---|---|---|"]
    for report in (*planned.reports, planned.total):
        name = Path(report.source).name
        counts = (report.characters, report.requests, report.prompt_tokens, report.answer_tokens)
        lines.append(f"| {name} | " + " | ".join(f"{count:,}" for count in counts) + " |")
    return "\n".join(lines)


def speed_block() -> str:
    """Return what the two benchmarks measure on this machine."""
    start, reading = benchmark("startup.py", "--json"), benchmark("cold.py", "--rounds", "7")
    lines = [
        f"On one core of a {platform.machine()} machine with Python {platform.python_version()},",
        "medians of seven new processes that read the seeds:",
        "",
        "| | |",
        "|---|---|",
        f"| rules, characters a second, tables loaded on the way | {reading['reading']:,.0f} |",
        f"| the same, with Python's imports | {reading['whole']:,.0f} |",
        f"| `import reportsum`, more than a bare interpreter | {start['import reportsum']['more']:.2f} s |",
        f"| `reportsum --help`, more than a bare interpreter | {start['reportsum --help']['more']:.2f} s |",
    ]
    return "\n".join(lines)


def benchmark(script: str, *arguments: str) -> Any:
    """Run a benchmark beside this script and return what it measured."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)


def fenced(language: str, text: str) -> str:
    """Return text as a code block."""
    return f"```{language}\n{text}\n```"


def filled(text: str, contents: dict[str, str]) -> str:
    """Return a README's text with the blocks in `contents` put in their places."""
    for name, content in contents.items():
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
        head, found, rest = text.partition(begin)
        if found:
            text = f"{head}{begin}{content}\n{end}{rest.partition(end)[2]}"
    return text


def main() -> None:
    """Rewrite the blocks of both READMEs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--speed", action="store_true", help="measure speed too")
    options = parser.parse_args()
    contents = blocks() | ({"speed": speed_block()} if options.speed else {})
    for readme in READMES:
        readme.write_text(filled(readme.read_text(encoding="utf-8"), contents), encoding="utf-8")


if __name__ == "__main__":
    main()
