"""reportsum beside LangExtract on the same report, with the same careful reader playing the model.

    pip install "langextract[openai]==1.7.*"
    python benchmarks/beside_langextract.py REPORT.txt FACTS.tsv ANSWERS/ [--tokens COMMAND]

FACTS.tsv is what a reader finds in REPORT before any tool is asked: kind (A, T, R), the words of the fact as they stand (in text order),
and the name of what they tell, tab by tab; figures are found in the words. Both tools ask a server on 127.0.0.1. It keeps every question as
ANSWERS/KEY.question.txt and answers with ANSWERS/KEY.answer.json; where that is missing, it says that nothing is to be told. So: run once,
read the questions, write the answers, run again. KEY is drawn from the messages.

Printed for each tool: requests, tokens in and out, names and segments right, what is left when one chunk is refused and when one answer is
cut off, and the requests of a second run. LangExtract is asked twice over: for all that a digest tells of a fact, and for names only.
Tokens are counted by --tokens, a command that reads a text and prints a number; without it, estimated. Names are compared with the labels
alike for both tools; the figures in LangExtract's extractions are found by reportsum. The questions follow from what the rules read: with
another version of reportsum, some answers must be written anew.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from reportsum.chunking import estimated_tokens
from reportsum.digesting import digest_each
from reportsum.languages import find_figures
from reportsum.models import Digest
from reportsum.scoring.counting import score
from reportsum.scoring.gold import read_gold
from reportsum.scoring.said import said
from reportsum.settings import Settings

CASES = (("whole", None, None), ("one chunk refused", 0, None), ("one answer cut off", None, 0), ("second run", None, None))
"""What happens, and to which chunk."""
KINDS = {"A": "achievement", "T": "target", "R": "risk"}
TASK = (
    "从政府报告中按原文顺序提取全部事实:achievement为已做到的事和已有的结果,target为计划、要求和目标,risk为问题、困难和不足。"
    "extraction_text照抄原文中说明该事实的词语,含其全部数字,不改写、不重叠;name为所衡量或所做的事物,一事一条,分别叙述的各列一条。"
)
"""What a user of LangExtract would ask for who wants names only."""
MORE = "period为该事实的时期;values列出各数字的值与单位,下降为负,约数、下限、上限写明。"
"""What one would ask for who wants of each fact what a digest tells of it."""
EXAMPLE = "上半年,地区生产总值520.3亿元、增长6.1%。新增城镇就业和培训人员分别为2.1万人、3.4万人。产业结构还不够优。下半年新开工项目30个。"
EXAMPLE_FACTS: tuple[tuple[str, str, str, str, list[str]], ...] = (
    ("achievement", "地区生产总值520.3亿元、增长6.1%", "地区生产总值", "2022上半年", ["520.3亿元", "6.1%"]),
    ("achievement", "新增城镇就业和培训人员分别为2.1万人", "新增城镇就业", "2022上半年", ["2.1万人"]),
    ("achievement", "3.4万人", "培训人员", "2022上半年", ["3.4万人"]),
    ("risk", "产业结构还不够优", "产业结构", "2022上半年", []),
    ("target", "新开工项目30个", "新开工项目", "2022下半年", ["30个"]),
)


@dataclass
class Reader:
    """A server that answers from files; counts what it is asked."""

    folder: Path
    refuse: int | None = None
    """The chunk (from 0) that a content filter stops, however often it is asked."""
    cut: int | None = None
    """The request whose answer comes cut off."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Question and answer of each request."""
    keys: list[str] = field(default_factory=list)

    def answer(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the response to a request."""
        text = "\n\n".join(f"=== {message['role']}\n{message['content']}" for message in body["messages"][:4])
        key = hashlib.sha256(text.encode()).hexdigest()[:12]
        self.keys += [] if key in self.keys else [key]
        (self.folder / f"{key}.question.txt").write_text(text, encoding="utf-8")
        path = self.folder / f"{key}.answer.json"
        said = path.read_text(encoding="utf-8") if path.exists() else _nothing(text)
        reason = "stop"
        if self.refuse is not None and key == self.keys[min(self.refuse, len(self.keys) - 1)]:
            said, reason = "", "content_filter"
        elif self.cut is not None and len(self.asked) == self.cut:
            said = said[: len(said) // 2]
        self.asked.append((text, said))
        usage = {"prompt_tokens": estimated_tokens(text), "completion_tokens": estimated_tokens(said), "total_tokens": 0}
        message = {"role": "assistant", "content": said or None}
        choice = {"index": 0, "finish_reason": reason, "message": message}
        return {"id": "x", "object": "chat.completion", "created": 0, "model": "reader", "choices": [choice], "usage": usage}

    def __enter__(self) -> Reader:
        reader = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with lock:
                    sent = json.dumps(reader.answer(body), ensure_ascii=False).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()


def _nothing(text: str) -> str:
    """Return the answer that says nothing, in the form that a question asks for."""
    seen = re.findall(r"‹(\w+)›", text.rsplit("=== user", 1)[-1])
    if not seen:
        return '{"extractions": []}'
    lists = ("achievements", "targets", "risks", "not_facts", "figures", "sections", "top")
    closing = ("top", "same", "links", "points")
    names = closing if '"points"' in text else lists
    return json.dumps({"seen": seen} | {name: [] for name in names} | ({"title": None, "kind": None} if names is closing else {}))


def by_reportsum(path: Path, reader: Reader, cache: Path) -> dict[str, Any]:
    """Return the digest of a report, read with the reader as its model."""
    settings = Settings(
        model="reader", base_url=reader.url, api_key=SecretStr("none"), dialect="edit", cache_dir=cache, fallback="rules", concurrency=1
    )
    (result,) = digest_each([path], settings)
    return json.loads(result.digest.to_json()) if isinstance(result.digest, Digest) else {}


def by_langextract(text: str, reader: Reader, *, names_only: bool = False) -> dict[str, Any]:
    """Return what LangExtract says of a text, in the form that labels are compared with; nothing where it raises."""
    lx: Any = importlib.import_module("langextract")
    factory: Any = importlib.import_module("langextract.factory")
    facts = [
        lx.data.Extraction(
            extraction_class=kind,
            extraction_text=words,
            attributes={"name": name} | ({} if names_only else {"period": period, "values": values}),
        )
        for kind, words, name, period, values in EXAMPLE_FACTS
    ]
    config = factory.ModelConfig(
        model_id="gpt-4o-mini",
        provider="OpenAILanguageModel",
        provider_kwargs={"base_url": reader.url, "api_key": "none", "max_workers": 1},
    )
    made: dict[str, Any] = {name: [] for name in ("achievements", "targets", "risks")}
    failure: type[Exception] = importlib.import_module("langextract.core.exceptions").LangExtractError
    try:
        document = lx.extract(
            text_or_documents=text,
            prompt_description=TASK if names_only else TASK + MORE,
            examples=[lx.data.ExampleData(text=EXAMPLE, extractions=facts)],
            config=config,
            tokenizer=lx.tokenizer.UnicodeTokenizer(),  # Chinese has no spaces
            show_progress=False,
        )
    except failure as error:
        print(f"  LangExtract: {type(error).__name__}: {str(error)[:150]}")
        return made
    for number, one in enumerate(document.extractions or ()):
        place = one.char_interval
        if place is None or place.start_pos is None or one.extraction_class not in KINDS.values():
            continue
        name = (one.attributes or {}).get("name")
        span = {"start": place.start_pos, "end": place.end_pos}
        figures = list(_figures(text, place.start_pos, place.end_pos))
        made[f"{one.extraction_class}s"].append({"id": str(number), "evidence": [span], "figures": figures, "metric": name})
    return made


def _figures(text: str, start: int, end: int) -> Iterator[dict[str, Any]]:
    for found in find_figures(text[start:end]):
        yield {"start": start + found.start, "end": start + found.end, "text": found.text, "role": found.role, "bound": found.bound}


def labels(text: str, facts: Path) -> Iterator[dict[str, Any]]:
    """Yield the labels of a report, a segment each, from what a reader found in it."""
    found: list[tuple[int, int, str, str]] = []
    position = 0
    for line in facts.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, words, name = line.split("\t")
            start = text.index(words, position)
            found.append((start, start + len(words), KINDS[kind], name))
            position = start + 1
    for number, match in enumerate(re.finditer(r"[^。！？；;\n]+[。！？；;]?", text)):
        own = [fact for fact in found if fact[0] < match.end() and match.start() < fact[1]]
        figures = []
        for start, end, kind, name in own:
            for figure in _figures(text, start, end):
                plain = {"value": None, "scaled": None, "unit": "", "base_unit": "", "bound": figure["bound"], "role": figure["role"]}
                figures.append(
                    {"text": figure["text"], "start": figure["start"], "end": figure["end"], "kind": kind, "metric": name} | plain
                )
        kinds = sorted({kind for _, _, kind, _ in own}) or ["context"]
        heading = not own and len(match[0]) < 30
        row = {"s": number, "start": match.start(), "end": match.end(), "text": match[0], "kinds": kinds, "figures": figures}
        yield row | ({"heading": True} if heading else {})


def measured(made: Mapping[str, Any], gold: Path, name: str) -> str:
    """Return names, kinds and segments of what a tool made, against the labels."""
    scored = score(said(made), read_gold(gold), name=name)
    total = {key: sum(getattr(counts, key) for counts in scored.segments) for key in ("firm", "claimed", "kind_right", "metric_right")}
    hit, told, wanted = (
        sum(getattr(counts, f"{kind}_{what}") for counts in scored.segments for kind in KINDS.values())
        for what in ("hit", "said", "wanted")
    )
    f1 = 2 * hit / (told + wanted) if told + wanted else 0.0
    claimed = f"{total['claimed']} of {total['firm']} figures, kinds {total['kind_right']}"
    return f"{claimed}, names {total['metric_right']} of {total['firm']}, segments {f1:.3f}"


def tokens(texts: Sequence[str], command: str | None) -> int:
    """Return the tokens of texts, by `command` or estimated."""
    if command is None:
        return round(sum(estimated_tokens(text) for text in texts))
    counted = [subprocess.run(command, shell=True, input=text, capture_output=True, text=True, check=True).stdout for text in texts]
    return sum(map(int, counted))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--tokens")
    options = parser.parse_args()
    options.answers.mkdir(parents=True, exist_ok=True)
    text = options.report.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "labels.jsonl"
        gold.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in labels(text, options.facts)), encoding="utf-8")
        for tool in ("reportsum", "LangExtract", "LangExtract, names only"):
            print(tool)
            for case, refuse, cut in CASES:
                cache = Path(folder) / ("whole" if case in ("whole", "second run") else case)
                with Reader(options.answers, refuse, cut) as reader:
                    if tool == "reportsum":
                        made = by_reportsum(options.report, reader, cache)
                    else:
                        made = by_langextract(text, reader, names_only="only" in tool)
                asked, told = (tokens([pair[side] for pair in reader.asked], options.tokens) for side in (0, 1))
                print(f"  {case}: {len(reader.asked)} requests, {asked} tokens in, {told} out; {measured(made, gold, tool)}")


if __name__ == "__main__":
    main()
