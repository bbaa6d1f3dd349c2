"""Settings: from arguments, the environment and a file; unknown names are refused and values never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportsum.errors import SettingsError
from reportsum.settings import Settings


def test_arguments_win_over_the_environment_and_the_environment_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "reportsum.toml"
    file.write_text('max_chunk_chars = 1000\nengine = "llm"\nmodel = "a"\n', encoding="utf-8")
    environment = {"REPORTSUM_ENGINE": "rules", "REPORTSUM_MODEL": "b", "PATH": "/bin"}
    settings = Settings.load(file, environment, model="c")
    assert (settings.max_chunk_chars, settings.engine, settings.model) == (1000, "rules", "c")


def test_none_counts_as_not_given() -> None:
    assert Settings.load(environment={"REPORTSUM_MODEL": "b"}, model=None).model == "b"


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        pytest.param({"REPORTSUM_ENGIN": "rules"}, "engin", id="a_name_that_does_not_exist"),
        pytest.param({"REPORTSUM_MAX_CHUNK_CHARS": "3"}, "max_chunk_chars", id="a_value_that_is_not_possible"),
    ],
)
def test_wrong_settings_are_refused_by_name(environment: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        Settings.load(environment=environment)


@pytest.mark.parametrize("address", ["127.0.0.1:8000/v1", "localhost/v1", "http://", "http://[::1", "ftp://host/v1", "http://h:99999/", ""])
def test_an_address_no_request_can_be_sent_to_is_refused_at_once(address: str) -> None:
    with pytest.raises(SettingsError, match=r"base_url.*http://localhost:8000/v1"):
        Settings.load(environment={"REPORTSUM_BASE_URL": address})


def test_a_refused_value_is_not_shown_since_it_may_be_secret() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.load(environment={"REPORTSUM_APIKEY": "sk-secret", "REPORTSUM_CONCURRENCY": "sk-secret"})
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize("content", [None, "engine = "], ids=["missing_file", "broken_toml"])
def test_a_settings_file_that_cannot_be_read_is_named(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "mine.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mine\.toml"):
        Settings.load(file, {})


def test_a_key_is_never_printed() -> None:
    settings = Settings.load(environment={"REPORTSUM_API_KEY": "sk-secret"})
    assert "sk-secret" not in repr(settings)
    assert "sk-secret" not in settings.model_dump_json()


def test_without_a_word_settings_are_these() -> None:
    assert Settings(engine="rules").model_dump() == {
        "engine": "rules",
        "model": None,
        "base_url": None,
        "api_key": None,
        "dialect": "auto",
        "output_mode": "strict",
        "max_chunk_chars": 2600,
        "max_chunk_tokens": None,
        "context_tokens": None,
        "concurrency": 8,
        "timeout_s": 120.0,
        "deadline_s": 600.0,
        "temperature": 0.0,
        "seed": None,
        "max_answer_tokens": None,
        "closing": True,
        "second_look": True,
        "max_requests": None,
        "max_cost": None,
        "rpm": None,
        "tpm": None,
        "extra_body": {},
        "extra_headers": {},
        "fallback": "rules",
        "cache_dir": None,
        "cache_url": None,
        "prompt_price": None,
        "cached_price": None,
        "answer_price": None,
    }
