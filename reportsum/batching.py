"""Digesting through a batch endpoint: half the price, answers within a day. The answers land in the cache; `digest` then asks nothing.

    submit    note all that would be asked, and hand it in
    status    look how far the batches have come
    collect   fetch what has come, judge and keep it, and hand in what is still open: failed lines, halves of what was cut off, and once
              all chunks are read the closing questions

A state file remembers reports and batches, so that each step is a run of its own, on any machine that has the file and the cache.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from .caching import AnswerStore, open_answers
from .digesting import digest_each
from .errors import InputError, ModelError, SettingsError
from .files import read_text_file
from .settings import Settings
from .writing import dump_json, write_text

VERSION = 1
DEFAULT_STATE = Path(".reportsum-batch.json")
MOST_TRIES = 3
"""So often a request goes into a batch; what is still open then is left to the ordinary road."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch that was handed in."""

    id: str
    requests: int
    closing: bool
    """Whether it holds the closing questions."""
    collected: bool = False


@dataclass(slots=True)
class State:
    """What is remembered between the steps."""

    reports: list[str]
    model: str
    batches: list[Batch] = field(default_factory=list)
    tries: dict[str, int] = field(default_factory=dict)
    """How often each open request was handed in."""

    def save(self, file: Path) -> None:
        """Write the state. Raises OutputError."""
        write_text(dump_json({"version": VERSION, **asdict(self)}), file)

    @classmethod
    def load(cls, file: Path) -> State:
        """Return the state in a file. Raises InputError."""
        try:
            held = json.loads(read_text_file(file))
            batches = [Batch(**one) for one in held["batches"]]
            return cls([str(one) for one in held["reports"]], str(held["model"]), batches, dict(held["tries"]))
        except FileNotFoundError:
            raise InputError(file, "does not exist", "Hand reports in first: reportsum batch submit PATH…") from None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"is no state of a batch ({type(error).__name__})"
            raise InputError(file, reason, "Give the file that `batch submit` wrote.") from error


@dataclass(frozen=True, slots=True)
class Progress:
    """What a step came to."""

    brought: int = 0
    """Answers fetched in this step."""
    refused: int = 0
    """Lines that the server could not answer."""
    submitted: int = 0
    """Requests handed in in this step."""
    open_batches: int = 0
    left: int = 0
    """Requests given up after several tries: `digest` asks them itself."""

    @property
    def done(self) -> bool:
        """Whether nothing is awaited any more."""
        return not self.open_batches


def submit(paths: Iterable[Path], settings: Settings, file: Path = DEFAULT_STATE) -> Progress:
    """Hand in all that digesting the reports would ask. Raises SettingsError, InputError, ModelError, OutputError.

    A state file of another run is not written over while batches of it are awaited.
    """
    if not settings.model:
        raise SettingsError("A batch needs a model: --model NAME.")
    if file.exists() and any(not batch.collected for batch in State.load(file).batches):
        raise InputError(file, "still awaits a batch", "Collect it first, or give another file with --state.")
    state = State([str(path) for path in paths], settings.model)
    return _go_on(state, settings, file, {})


def status(settings: Settings, file: Path = DEFAULT_STATE) -> list[tuple[Batch, str]]:
    """Return the batches and what the server says of each that is awaited."""
    from .extraction.llm.batches import BatchServer

    told = []
    state = State.load(file)
    with BatchServer(settings) as server:
        for batch in state.batches:
            if batch.collected:
                told.append((batch, "collected"))
                continue
            looked = server.look(batch.id)
            told.append((batch, f"{looked.word}, {looked.done} of {looked.total} done, {looked.failed} failed"))
    return told


def collect(settings: Settings, file: Path = DEFAULT_STATE) -> Progress:
    """Fetch what has come, keep it in the cache, and hand in what is still open. Raises ModelError, InputError, OutputError."""
    from .extraction.llm.batches import BatchServer

    state = State.load(file)
    if settings.model != state.model:
        raise SettingsError(f"The batch was handed in for the model {state.model}, not {settings.model}.")
    answers: dict[str, Mapping[str, Any]] = {}
    counted: Counter[str] = Counter()
    with BatchServer(settings) as server:
        for place, batch in enumerate(state.batches):
            if batch.collected:
                continue
            looked = server.look(batch.id)
            if looked.status == "open":
                counted["open"] += 1
                continue
            for name in looked.files:
                for line in server.download(name):
                    if line.completion is not None:
                        answers[line.request] = line.completion
                    counted["brought" if line.completion is not None else "refused"] += 1
            state.batches[place] = replace(batch, collected=True)
    if counted["open"]:
        _judged(state, settings, answers, closing=False)  # keeps what has come; the rest is awaited
        state.save(file)
        return Progress(counted["brought"], counted["refused"], 0, counted["open"])
    step = _go_on(state, settings, file, answers)
    return replace(step, brought=counted["brought"], refused=counted["refused"])


def _go_on(state: State, settings: Settings, file: Path, answers: Mapping[str, Mapping[str, Any]]) -> Progress:
    """Judge what has come and hand in what is open: chunks first, and when all are read the closing questions."""
    from .extraction.llm.batches import BatchServer, parts_of

    closing = False
    waiting, left = _open_requests(state, settings, answers, closing=False)
    if not waiting and not left and settings.closing:
        closing = True
        waiting, left = _open_requests(state, settings, answers, closing=True)
    if not waiting:
        state.save(file)
        return Progress(left=left)
    handed = 0
    with BatchServer(settings) as server:
        for part in parts_of(waiting):
            state.batches.append(Batch(server.submit(part), part.requests, closing))
            handed += 1
            state.save(file)  # at once: a batch that nobody remembers is paid for in vain
    for name in waiting:
        state.tries[name] = state.tries.get(name, 0) + 1
    state.save(file)
    return Progress(submitted=len(waiting), open_batches=handed, left=left)


def _open_requests(
    state: State, settings: Settings, answers: Mapping[str, Mapping[str, Any]], *, closing: bool
) -> tuple[dict[str, dict[str, Any]], int]:
    """Return what is to be handed in, and how many requests are given up."""
    waiting = _judged(state, settings, answers, closing=closing)
    if answers and any(name in state.tries for name in waiting):  # the halves of what was cut off are read beside the answer that was
        waiting = _judged(state, settings, {**_brought_before(state, settings), **answers}, closing=closing)
    again = {name: body for name, body in waiting.items() if state.tries.get(name, 0) < MOST_TRIES}
    return again, len(waiting) - len(again)


def _brought_before(state: State, settings: Settings) -> dict[str, Mapping[str, Any]]:
    """Return the answers of batches that were collected in earlier steps, as far as the server still has them."""
    from .extraction.llm.batches import BatchServer

    answers: dict[str, Mapping[str, Any]] = {}
    with BatchServer(settings) as server:
        for batch in state.batches:
            try:
                lines = [line for name in server.look(batch.id).files for line in server.download(name)]
            except ModelError:
                continue
            answers.update({line.request: line.completion for line in lines if line.completion is not None})
    return answers


def _judged(state: State, settings: Settings, answers: Mapping[str, Mapping[str, Any]], *, closing: bool) -> dict[str, dict[str, Any]]:
    """Read the reports with what has come, so that it is judged and kept; return what would still be asked."""
    from .extraction.llm.batches import Outbox
    from .extraction.llm.building import build_extractor, fitted

    own = fitted(settings.model_copy(update={"closing": closing, "fallback": "rules", "engine": "llm"}))
    outbox = Outbox(own, answers)
    cache: AnswerStore | None = open_answers(own)
    if cache is None:
        raise SettingsError("A batch needs a cache, where its answers go: --cache PLACE.")
    try:
        extractor = build_extractor(own, cache=cache, client=lambda: outbox)
        for result in digest_each([Path(path) for path in state.reports], own, extractor=extractor):
            if result.error is not None and isinstance(result.error, ModelError):
                raise result.error
    finally:
        cache.close()
    return outbox.waiting
