"""What holds for every test: no settings from outside, and no test that fails because a machine was busy."""

import os

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings, keys and the width of the terminal of whoever runs the tests out of them."""
    for name in list(os.environ):
        if name.startswith(("REPORTSUM_", "OPENAI_")) or name == "COLUMNS":
            monkeypatch.delenv(name)
