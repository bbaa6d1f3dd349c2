"""A short run of each fuzzer of tests/fuzz; the long ones are scripts."""

from __future__ import annotations

import time

from tests.fuzz import digests, files

SECONDS = 60


def test_three_hundred_spoilt_digests_raise_nothing_but_our_own_errors() -> None:
    counts, broken = digests.run(iter((*digests.KEPT, *range(300))), time.monotonic() + SECONDS)
    assert not broken, broken[0][1]
    assert counts["load: InputError"] > 50
    assert counts["show: 0"] > 30, "mutants that still load were used too"


def test_sixty_spoilt_files_are_read_or_refused_within_time() -> None:
    counts, broken = files.run(iter((*files.KEPT, *range(60))), time.monotonic() + SECONDS)
    assert not broken, broken[0][1]
    assert any(became.endswith(" read") for became in counts)
