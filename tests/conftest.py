"""What holds for every test: no settings from outside, and no test that fails because a machine was busy."""

import os
import tempfile

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# patterns are kept for the processes of this run, and not in the home of whoever runs it
if "PYTEST_XDIST_WORKER" not in os.environ:
    _CACHE = tempfile.TemporaryDirectory(prefix="reportsum-cache-")
    os.environ["XDG_CACHE_HOME"] = _CACHE.name


@pytest.fixture(autouse=True)
def _nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings, keys and the width of the terminal of whoever runs the tests out of them."""
    for name in list(os.environ):
        if name.startswith(("REPORTSUM_", "OPENAI_")) or name == "COLUMNS":
            monkeypatch.delenv(name)
