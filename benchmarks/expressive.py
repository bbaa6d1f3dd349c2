"""Can the editing dialect say it all? A scripted model that knows the labels answers readings spoilt at random, through the wire.

    python benchmarks/expressive.py [--rates 0 0.05 0.2 0.5] [--seeds DIR]

Kinds, names, joins, periods and owners of the reading are spoilt at the given rate; the model answers with the differences between what it
is shown and the labels, as JSON. A label's name that the report has no words for is told in the words it has; a goal that an outcome is
measured against, a target by its label and none by its sentence's, is told as the outcome's base. Printed for each report and rate: kinds,
names and segments of the digest against the labels, and the answer's characters for each correction.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportsum.annotating import AnnotatedReport, Clause, Judgement, Measure, Note
from reportsum.chunking import Chunk
from reportsum.evaluate import evaluate
from reportsum.extraction.base import ChunkOutcome
from reportsum.extraction.llm.building import fitted
from reportsum.extraction.llm.editing.drafting import judge_edit
from reportsum.extraction.llm.editing.question import Shown, show
from reportsum.extraction.llm.editing.wire import WIRE_SCHEMA, EditAnswer
from reportsum.extraction.llm.prompting import DISARMED
from reportsum.extraction.names import is_drawn
from reportsum.extraction.resolving import CARRIED_OVER
from reportsum.models import Digest, Kind
from reportsum.pipeline import Prepared, Reader, assemble, prepare
from reportsum.reading import read
from reportsum.settings import Settings

KINDS: tuple[Kind, ...] = ("achievement", "target", "risk")
LISTS = {"achievement": "achievements", "target": "targets", "risk": "risks"}


def spoilt(chunk: Chunk, rate: float, chance: random.Random) -> Chunk:
    """Return `chunk` with its reading spoilt: at `rate`, kinds changed, names cut or exchanged, measures joined or torn, notes altered."""
    names = [measure.metric for own in chunk.measures for measure in own if measure.metric] or ["工作"]
    judgements = []
    measures = []
    for clause, judgement, own in zip(chunk.clauses, chunk.judgements, chunk.measures, strict=True):
        if not clause.heading and chance.random() < rate:
            kind = chance.choice([*KINDS, None])
            kinds = (kind,) if kind else ()
            judgement = Judgement(kinds, tuple(kind for _ in judgement.figure_kinds))
        judgements.append(judgement)
        measures.append(tuple(_spoilt_measures(own, rate, chance, names)))
    notes = tuple(_spoilt_note(note, rate, chance) for note in chunk.notes)
    return replace(chunk, judgements=tuple(judgements), measures=tuple(measures), notes=notes)


def _spoilt_measures(own: Sequence[Measure], rate: float, chance: random.Random, names: list[str]) -> list[Measure]:
    result: list[Measure] = []
    for measure in own:
        if chance.random() < rate:
            measure = replace(measure, metric=chance.choice([*names, None]), figure_metrics=())
        if len(measure.figures) > 1 and chance.random() < rate:
            result += [replace(measure, figures=measure.figures[:1]), replace(measure, figures=measure.figures[1:])]
        elif result and result[-1].figures and measure.figures and chance.random() < rate:
            result[-1] = replace(result[-1], figures=(*result[-1].figures, *measure.figures), figure_metrics=())
        else:
            result.append(measure)
    return result


def _spoilt_note(note: Note, rate: float, chance: random.Random) -> Note:
    if chance.random() < rate:
        note = replace(note, period="1999")
    if note.kind == "target" and chance.random() < rate:
        note = replace(note, owner="某单位")
    return note


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact as the labels have it; figures by number."""

    kind: Kind
    clause: int
    metric: str | None
    figures: tuple[int, ...]
    goal: bool = False
    """Its figures are what an outcome is measured against, and its sentence sets no goal."""


class Labelled:
    """A model that knows the labels of one report."""

    def __init__(self, report: AnnotatedReport, rows: Sequence[dict[str, Any]]) -> None:
        self._report = report
        self._rows = rows

    def answer(self, chunk: Chunk, shown: Shown) -> dict[str, Any]:
        """Return what this model writes: the differences between what it is shown and the labels."""
        seen = [Wanted(fact.kind, fact.clauses[0], fact.metric, fact.figures) for fact in shown.facts]
        wanted, taken = self._wanted(chunk, shown)
        told: dict[str, Any] = {name: [] for name in ("achievements", "targets", "risks", "not_facts", "figures", "sections", "top")}
        told["figures"] += [_written("figures", at=[mark], take=True, unit=unit) for mark, unit in taken.values()]
        marks = {spot.figure: n for n, spot in enumerate(shown.spots, 1) if spot.figure is not None}
        marks |= {number: mark for number, (mark, _) in taken.items()}
        sentences: dict[int, int] = {}
        for n, spot in enumerate(shown.spots, 1):
            if spot.figure is None and spot.number is None:
                sentences[spot.clause] = n
            else:
                sentences.setdefault(spot.clause, -n)  # a sentence without a mark of its own: a further fact of it
        missing = [fact for fact in wanted if not any(_same(fact, one) for one in seen)]
        surplus = [one for one in seen if not any(_same(fact, one) for fact in wanted)]
        restated = {(fact.clause, fact.kind) for fact in missing if not fact.figures}
        # A sentence mark replaces all that its clause states without figures: what is to stand beside is told with it.
        for fact in wanted:
            if not fact.figures and fact not in missing and any(clause == fact.clause for clause, _ in restated):
                missing.append(fact)
        covered = {number for fact in missing for number in fact.figures}
        for fact in missing:
            at = [marks[number] for number in fact.figures] if fact.figures else [sentences[fact.clause]]
            told["figures"] += [_written("figures", at=[mark], base="goal") for mark in at if fact.goal]
            told[LISTS[fact.kind]].append(_written(LISTS[fact.kind], at=at, name=fact.metric))
        for one in surplus:
            if one.figures:
                told["not_facts"] += [marks[number] for number in one.figures if number not in covered]
            elif not any(clause == one.clause for clause, _ in restated):
                told["not_facts"].append(sentences[one.clause])
                stay = [fact for fact in wanted if not fact.figures and fact.clause == one.clause]
                for fact in stay:
                    told["not_facts"] = [mark for mark in told["not_facts"] if mark != sentences[one.clause]]
                    row = _written(LISTS[fact.kind], at=[sentences[one.clause]], name=fact.metric)
                    if row not in told[LISTS[fact.kind]]:
                        told[LISTS[fact.kind]].append(row)
        return {"seen": list(shown.seen), **told}

    def _wanted(self, chunk: Chunk, shown: Shown) -> tuple[list[Wanted], dict[int, tuple[int, str | None]]]:
        """Return the facts of a chunk by the labels, and the numbers to be taken as figures."""
        offsets = self._report.clean.offsets
        figures = dict(chunk.figures)
        placed = {number: offsets.to_source(figure.start, figure.end) for number, figure in figures.items()}
        wanted: list[Wanted] = []
        taken: dict[int, tuple[int, str | None]] = {}
        untaken = {
            n: offsets.to_source(spot.number.start, spot.number.end) for n, spot in enumerate(shown.spots, 1) if spot.number is not None
        }
        for clause in chunk.clauses:
            start, end = offsets.to_source(clause.start, clause.end)
            around = _around(chunk, clause)
            groups: dict[tuple[Kind, str, bool], list[int]] = {}
            stated = {kind for row in self._rows if row["start"] < end and start < row["end"] for kind in row["kinds"]}
            kinds: set[Kind] = set()
            told: set[Kind] = set()
            for row in self._rows:
                if not (row["start"] < end and start < row["end"]) or row.get("heading"):
                    continue
                overlap = min(end, row["end"]) - max(start, row["start"])
                if 2 * overlap >= min(end - start, row["end"] - row["start"]):
                    kinds |= {kind for kind in row["kinds"] if kind in KINDS}
                for gold in row["figures"]:
                    own = [n for n in clause.figures if n in placed and placed[n].start < gold["end"] and gold["start"] < placed[n].end]
                    number = own[0] if own else None
                    if number is None:
                        mark = next((m for m, at in untaken.items() if gold["start"] <= at.start < gold["end"]), None)
                        spot = shown.spots[mark - 1] if mark is not None else None
                        if mark is None or spot is None or spot.number is None or gold["kind"] not in KINDS or spot.clause != clause.number:
                            continue
                        number = -spot.number.start - 1
                        taken[number] = (mark, gold["unit"] or None)
                    if gold["kind"] in KINDS:
                        goal = gold["kind"] == "target" and stated & set(KINDS) == {"achievement"}
                        kind: Kind = "achievement" if goal else gold["kind"]
                        told.add(kind)
                        groups.setdefault((kind, _in_words(gold["metric"], around), goal), []).append(number)
            for (kind, metric, goal), numbers in groups.items():
                wanted.append(Wanted(kind, clause.number, metric, tuple(sorted(dict.fromkeys(numbers))), goal))
            for kind in KINDS:
                if kind in kinds - told:
                    plain = [fact.metric for fact in shown.facts if not fact.figures and fact.clauses[0] == clause.number]
                    wanted.append(Wanted(kind, clause.number, plain[0] if plain else None, ()))
        return wanted, taken


def _written(part: str, **said: Any) -> dict[str, Any]:
    """Return an object of this list as a strict mode has it written: every property, null where nothing is said."""
    properties: dict[str, None] = dict.fromkeys(WIRE_SCHEMA["properties"][part]["items"]["properties"])
    return {**properties, **said}


def _around(chunk: Chunk, clause: Clause) -> str:
    """Return the text that a name may be drawn from: the clause, those before it in its section, its headings."""
    titles = [section.title for section in (*chunk.path, *chunk.sections)]
    before = [
        one.text for one in chunk.clauses if clause.number - CARRIED_OVER <= one.number < clause.number and one.section is clause.section
    ]
    return "\n".join([*titles, *before, clause.text]).translate(DISARMED)


def _in_words(metric: str, text: str) -> str:
    """Return a label's name as far as the report has words for it: 摸排修整的背街小巷 of 背街小巷…逐一排摸修整."""
    if is_drawn(metric, text):
        return metric
    pieces: list[str] = []
    position = 0
    while position < len(metric):
        length = next((n for n in range(len(metric) - position, 1, -1) if metric[position : position + n] in text), 0)
        pieces += [metric[position : position + length]] if length else []
        position += max(length, 1)
    return "".join(pieces) or metric


def _same(one: Wanted, other: Wanted) -> bool:
    return not one.goal and (one.kind, one.clause, one.figures, one.metric) == (other.kind, other.clause, other.figures, other.metric)


def digest_of(prepared: Prepared, rows: Sequence[dict[str, Any]], rate: float, seed: int) -> tuple[Digest, int, int, int]:
    """Return the digest, the characters of all answers, the number of corrections, and how many parts were refused."""
    chance = random.Random(seed)
    model = Labelled(prepared.report, rows)
    outcomes = []
    chars = corrections = refused = 0
    for chunk in prepared.chunks:
        bad = spoilt(chunk, rate, chance)
        shown = show(bad, slips=False)
        text = json.dumps(model.answer(bad, shown), ensure_ascii=False)
        answer = EditAnswer.model_validate_json(text)
        draft = judge_edit(answer, shown, bad)
        chars += len(text)
        corrections += sum(len(getattr(answer, name)) for name in ("achievements", "targets", "risks", "not_facts", "figures"))
        refused += len(draft.dropped)
        outcomes.append(ChunkOutcome(chunk.id, "ok", "llm", draft))
    return assemble(prepared, outcomes, Reader("llm", "labels")), chars, corrections, refused


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, default=Path(__file__).parent.parent / "seeds")
    parser.add_argument("--rates", type=float, nargs="+", default=[0.0, 0.05, 0.2, 0.5])
    parser.add_argument("--out", type=Path, default=Path("expressive"))
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    settings = fitted(Settings(model="m", dialect="edit"))
    print(f"{'report':26} rate  kinds  names  segments  answers  corrections  chars each  refused")
    for path in sorted(options.seeds.glob(f"{options.only}*.txt")):
        gold = options.seeds / "gold" / f"{path.stem}.gold.jsonl"
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        prepared = prepare(read(path), settings, noted=True)
        for rate in options.rates:
            digest, chars, corrections, refused = digest_of(prepared, rows, rate, seed=7)
            target = options.out / f"{rate}" / f"{path.stem}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            digest.save(target)
            (scored,) = evaluate(target, gold, samples=1).reports
            m = scored.measures
            each = chars / corrections if corrections else 0
            print(
                f"{path.stem:26} {rate:4.2f}  {m['kind_accuracy']:.3f}  {m['metric_accuracy']:.3f}  {m['segment_f1']:.3f}     "
                f"{chars:7} {corrections:8} {each:10.1f} {refused:8}"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
