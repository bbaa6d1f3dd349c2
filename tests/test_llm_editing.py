"""The editing dialect: what an editor is shown, and what becomes of what he answers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportsum.chunking import Chunk, estimated_tokens
from reportsum.extraction.base import ChunkOutcome
from reportsum.extraction.drafts import AchievementDraft, Dated, ItemDraft, Pointed, RiskDraft, TargetDraft
from reportsum.extraction.llm.building import fitted
from reportsum.extraction.llm.editing.asking import ask_edit
from reportsum.extraction.llm.editing.drafting import judge_edit
from reportsum.extraction.llm.editing.question import Shown, _Writer, show
from reportsum.extraction.llm.editing.sight import EVERY_TOKENS, most_tokens, with_check_words
from reportsum.extraction.llm.editing.slips import Slip
from reportsum.extraction.llm.editing.wire import WIRE_SCHEMA, EditAnswer
from reportsum.extraction.llm.form import schema_hash
from reportsum.extraction.llm.prompting import load_template
from reportsum.extraction.llm.row_drafts import JudgedDraft
from reportsum.extraction.resolving import check_draft
from reportsum.extraction.rules import draft_chunk
from reportsum.models import Digest, Language
from reportsum.pipeline import Prepared, Reader, assemble, prepare
from reportsum.reading import from_text, read
from reportsum.settings import Settings
from reportsum.verifying import verify

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
REPORT = "\n".join(
    [
        "临江市2022年上半年工作报告",
        "一、上半年工作回顾",
        "上半年,全市完成工业投资120亿元、增长8.5%,新建学校3所。",
        "全市上下坚定信心、勇毅前行。",
        "2021年引进企业12家。",
        "二、下半年工作安排",
        "确保完成工业投资150亿元。",
        "由市商务局牵头,三季度前开业商场5个。",
        "三、存在的主要问题",
        "产业结构还不够优。",
    ]
)
NOTHING: dict[str, Any] = {name: [] for name in WIRE_SCHEMA["properties"] if name != "seen"}


def prepared() -> Prepared:
    return prepare(from_text(REPORT, "r.txt"), Settings(max_chunk_chars=5000), noted=True)


def only(made: Prepared) -> Chunk:
    (chunk,) = made.chunks
    return chunk


CHUNK = only(prepared())


def mark_of(words: str, chunk: Chunk = CHUNK) -> int:
    """Return the mark right before these words in what an editor is shown."""
    text = show(chunk, slips=False).text
    before = re.findall(r"\[(\d+)[^\]]*\](?=" + re.escape(words) + ")", text)
    assert len(before) == 1, text
    return int(before[0])


def edited(chunk: Chunk = CHUNK, **told: Any) -> JudgedDraft:
    shown = show(chunk, slips=False)
    answer = EditAnswer.model_validate_json(json.dumps({"seen": list(shown.seen)} | NOTHING | told, ensure_ascii=False))
    draft = judge_edit(answer, shown, chunk)
    check_draft(draft, chunk.clauses, chunk.figures)
    return draft


def digest(**told: Any) -> Digest:
    made = prepared()
    draft = edited(only(made), **told)
    return assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))


def digest_of(made: Prepared) -> Digest:
    return assemble(made, [ChunkOutcome("c0", "ok", "llm", draft_chunk(only(made)))], Reader("llm"))


def achievement(*at: int, name: str | None = None, **more: Any) -> dict[str, Any]:
    return {"at": list(at), "name": name, "topic": None, "period": None, "outcome": None} | more


def target(*at: int, name: str | None = None, **more: Any) -> dict[str, Any]:
    return {"at": list(at), "name": name, "topic": None, "period": None, "commitment": None, "owner": None, "deadline": None} | more


def names(draft: JudgedDraft) -> dict[str | None, tuple[int, ...]]:
    return {item.metric: item.figures for item in draft.achievements}


def test_an_editor_sees_whole_sentences_with_the_reading_at_every_mark() -> None:
    text = show(CHUNK, slips=False).text
    assert "\n上半年,全市完成{工业投资}[3A%industry]120亿元、增长[4]8.5%," in text  # its numbers are marks enough
    assert re.search(r"\[\d+\]全市上下坚定信心", text)
    assert re.search(r"\[\d+#review\]一、上半年工作回顾", text)
    assert re.search(r"\[\d+#plan\]二、下半年工作安排", text)
    assert re.search(r"\[\d+A[^\]]*@2021\]12家", text)
    assert re.search(r"\[\d+T[^\]]*\*must\]150亿元", text)
    assert re.search(r"\[\d+R[^\]]*\][^\[]*产业结构", text)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("全市完成146家重点企业改造。", "全市{完成[3A%industry]146家重点企业改造}。"),
        ("新建学校3所、医院2家。", "{新建学校}[3A%education]3所、医院[4A:新建医院%health]2家。"),
        ("Last year we built 12 new schools in the north.", "Last year we built {[3A%education@2021]12 new schools in the north}."),
    ],
)
def test_a_name_that_a_figure_stands_in_is_shown_in_its_place(line: str, shown: str) -> None:
    head = "临江市2022年工作报告\n一、2022年工作回顾\n" if "市" in line or "校" in line else "Report of Riverton 2022\nReview of 2022\n"
    text = show(only(prepare(from_text(head + line, "r.txt"), Settings(max_chunk_chars=5000), noted=True)), slips=False).text
    assert text.split("\n")[2].split("‹")[0] == shown


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_editor_who_agrees_changes_nothing(path: Path) -> None:
    for chunk in prepare(read(path), Settings(max_chunk_chars=6000), noted=True).chunks:
        draft, rules = edited(chunk), draft_chunk(chunk)
        assert (draft.achievements, draft.targets, draft.risks) == (rules.achievements, rules.targets, rules.risks)
        assert draft.dropped == ()
        assert draft.changed == 0


def test_to_agree_and_to_correct_cost_few_tokens() -> None:
    consent = json.dumps({"seen": []} | NOTHING, separators=(",", ":"))
    assert estimated_tokens(consent) <= 60
    correction = json.dumps(target(-12, name="城乡居民基本养老金", topic="social_security"), ensure_ascii=False, separators=(",", ":"))
    assert estimated_tokens(correction) <= 40


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_questions_take_at_most_seven_tenths_more_than_the_report_itself(path: Path) -> None:
    settings = fitted(Settings(model="any"))
    made = prepare(read(path), settings, noted=True)
    prompt = load_template("edit", made.report.meta.language)
    asked = [content for chunk in made.chunks for _, content in ask_edit(chunk, show(chunk), prompt).messages]
    assert sum(map(estimated_tokens, asked)) <= 1.7 * estimated_tokens(made.report.clean.text)


def test_a_fact_told_anew_takes_its_marks_and_the_others_stand() -> None:
    investment, growth, schools = mark_of("120亿元"), mark_of("8.5%"), mark_of("3所")
    split = edited(achievements=[achievement(growth, name="工业投资增长")])
    assert names(split)["工业投资增长"] == (CHUNK.clauses[2].figures[1],)
    assert names(split)["工业投资"] == (CHUNK.clauses[2].figures[0],)
    joined = edited(achievements=[achievement(investment, growth, schools, name="工业投资")])
    assert names(joined)["工业投资"] == CHUNK.clauses[2].figures
    other = edited(targets=[target(schools)])
    assert [item.figures for item in other.targets][:1] == [(CHUNK.clauses[2].figures[2],)]
    assert names(other)["工业投资"] == CHUNK.clauses[2].figures[:2]


def test_a_fact_without_figures_is_told_by_its_sentence() -> None:
    slogan = mark_of("全市上下坚定信心")
    missed = edited(achievements=[achievement(slogan, name="全市上下坚定信心")])
    assert any(item.metric == "全市上下坚定信心" for item in missed.achievements)
    problem = mark_of("{产业结构}还不够优")
    assert not any(isinstance(item, RiskDraft) for item in edited(not_facts=[problem]).items())


def test_owner_deadline_commitment_and_outcome_are_drawn_from_the_words_pointed_at() -> None:
    malls = mark_of("5个")
    made = digest(targets=[target(malls, name="开业商场", owner="市商务局", deadline="三季度前", commitment="strive")])
    (told,) = [item for item in made.targets if item.metric == "开业商场"]
    assert (told.owner, told.commitment) == ("市商务局", "strive")
    none = digest(targets=[target(mark_of("150亿元"), commitment="none")])
    assert [item.commitment for item in none.targets if item.metric == "工业投资"] == [None]


def test_words_that_stand_nowhere_cost_their_field_alone() -> None:
    draft = edited(targets=[target(mark_of("5个"), name="外星基地", owner="火星局")])
    (told,) = [item for item in draft.targets if item.figures == CHUNK.clauses[7].figures]
    assert told.owner is None
    assert told.metric == draft_chunk(CHUNK).targets[-1].metric
    assert [reason.split(":")[0] for reason in draft.dropped] == ["targets", "owner"]


@pytest.mark.parametrize("nothing", ["", "none", "None"])
def test_a_field_is_emptied_in_the_words_that_the_prompt_offers(nothing: str) -> None:
    malls = mark_of("5个")
    (before,) = [item for item in digest().targets if item.figures and item.figures[0].text == "5个"]
    assert (before.owner, before.deadline) != (None, None)
    made = digest(targets=[target(malls, owner=nothing, deadline=nothing)])
    (told,) = [item for item in made.targets if item.figures and item.figures[0].text == "5个"]
    assert (told.owner, told.deadline) == (None, None)


def test_a_new_fact_starts_empty_and_one_that_was_shown_keeps_what_was_shown() -> None:
    text = "临江市2022年上半年工作报告\n一、下半年工作安排\n年底前建成滨江公园,扩建市民中心。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    (park,) = [n for n, spot in enumerate(show(chunk, slips=False).spots, 1) if spot.clause == chunk.clauses[-1].number]
    (shown,) = draft_chunk(chunk).targets
    two = [target(park, name="扩建市民中心"), target(park)]
    for told in (two, two[::-1]):
        draft = edited(chunk, targets=told)
        again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
        deadlines = {item.metric: item.deadline for item in again.targets}
        assert deadlines == {shown.metric: "2022-12", "扩建市民中心": None}
    renamed = edited(chunk, targets=[target(park, name="滨江公园")])
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", renamed)], Reader("llm"))
    assert [(item.metric, item.deadline) for item in again.targets] == [("滨江公园", "2022-12")]


def test_a_name_that_is_too_long_is_refused_for_its_length() -> None:
    long = "全市上下坚定信心、勇毅前行" * 8
    (reason,) = edited(achievements=[achievement(mark_of("全市上下坚定信心"), name=long)]).dropped
    assert "longer than 80 characters" in reason  # what lists several things may be longer than one name


def test_a_number_takes_the_unit_behind_it_and_one_without_keeps_its_fact() -> None:
    text = "一、上半年工作回顾\n建成2×35万千瓦热电联产机组,演练代号8已经完成。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    power, code = mark_of("35万千瓦", chunk), mark_of("8已", chunk)
    draft = edited(
        chunk,
        figures=[{"at": mark, "take": True, "unit": None, "period": None, "base": None} for mark in (power, code)],
        achievements=[achievement(power, name="热电联产机组"), achievement(code, name="演练")],
    )
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    told = {item.metric: [(figure.text, figure.unit) for figure in item.figures] for item in again.achievements}
    assert told["热电联产机组"] == [("35万千瓦", "万千瓦")]
    assert told["演练"] == []
    assert len(draft.dropped) == 1
    assert "unit" in draft.dropped[0]


def test_a_number_that_is_said_to_state_no_fact_is_judged_not_missed() -> None:
    made = digest(not_facts=[mark_of("3所")])
    assert all(figure.text != "3所" for item in made.achievements for figure in item.figures)
    assert made.coverage.unclaimed == []


def test_a_period_told_of_a_heading_is_that_of_the_facts_below_that_name_none() -> None:
    text = "2022年上半年工作报告\n一、去年工作回顾\n新建学校3所。完善养老服务。2020年引进企业12家。\n二、下半年工作安排\n新建学校6所。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    draft = edited(chunk, sections=[{"at": mark_of("一、去年", chunk), "stance": None, "period": "去年"}])
    assert draft.dropped == ()
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    labels = {item.statement[:4]: item.period and item.period.label for item in again.items()}
    before = {item.statement[:4]: item.period and item.period.label for item in digest_of(made).items()}
    assert before["新建学校"] != "2021"
    assert [item.period and item.period.label for item in again.achievements] == ["2021", "2021", "2020"]
    assert labels["2020"] == "2020"
    assert [item.period for item in again.targets] == [item.period for item in digest_of(made).targets]


def test_what_a_model_puts_first_leads_though_the_rules_call_it_routine() -> None:
    text = "一、上半年工作回顾\n地区生产总值增长6.1%。完善养老服务。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    care = next(n for n, spot in enumerate(show(chunk, slips=False).spots, 1) if spot.clause == chunk.clauses[-1].number)
    draft = edited(chunk, top=[care])
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert {item.salience for item in again.achievements} == {"headline", "key"}
    assert set(again.leading.achievements) == {item.id for item in again.achievements}


def test_numbers_are_taken_dropped_and_read_anew() -> None:
    text = "一、上半年工作回顾\n参加培训的学员60岁以上占多数,共有学员30名。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    age, people = mark_of("60", chunk), mark_of("30名", chunk)
    draft = edited(
        chunk,
        figures=[
            {"at": age, "take": True, "unit": "岁", "period": None, "base": None},
            {"at": people, "take": False, "unit": None, "period": None, "base": None},
        ],
        achievements=[achievement(age, name="学员")],
    )
    made_of = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    (item,) = [item for item in made_of.achievements if item.figures]
    assert [(figure.text, figure.unit, figure.value) for figure in item.figures] == [("60岁", "岁", Decimal(60))]
    start = item.figures[0].start
    assert text[start : start + 3] == "60岁"
    assert (made_of.coverage.figures, made_of.coverage.unclaimed) == (1, [])


def test_a_period_is_told_by_its_words_or_by_the_label_shown() -> None:
    firms = mark_of("12家")
    for said in ("上半年", "2022H1"):
        made = digest(figures=[{"at": firms, "take": None, "unit": None, "period": said, "base": None}])
        (item,) = [item for item in made.achievements if item.figures and item.figures[0].text == "12家"]
        assert item.period is not None
        assert (item.period.label, item.basis.period) == ("2022H1", "model")
    assert (
        "figures: no words name the period"
        in edited(figures=[{"at": firms, "take": None, "unit": None, "period": "1999", "base": None}]).dropped[0]
    )


def test_a_year_that_is_only_compared_with_may_be_told_by_its_label() -> None:
    text = "临江市2022年工作报告\n一、2022年工作回顾\n森林面积较2020年增加5万亩。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    told = {"at": mark_of("5万亩", chunk), "take": None, "unit": None, "period": "2020", "base": None}
    draft = edited(chunk, figures=[told])
    assert draft.dropped == ()
    (item,) = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).achievements
    assert item.period is not None
    assert item.period.label == "2020"


def test_a_base_is_told_by_its_mark() -> None:
    made = digest(figures=[{"at": mark_of("120亿元"), "take": None, "unit": None, "period": None, "base": "earlier"}])
    assert [figure.base for item in made.achievements for figure in item.figures if figure.text == "120亿元"] == ["earlier"]


def test_another_stance_of_a_heading_moves_what_only_its_place_decides() -> None:
    text = "一、有关情况\n加快推进全市老旧小区改造，建设城市公园。完善养老服务体系。\n二、问题\n专业人才不足，技术力量薄弱。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    heading = mark_of("一、有关情况", chunk)
    before = draft_chunk(chunk)
    stance = "plan" if before.achievements else "review"
    draft = edited(chunk, sections=[{"at": heading, "stance": stance}])
    assert (len(before.achievements), len(before.targets)) == (len(draft.targets), len(draft.achievements))
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert again.outline[0].stance == stance
    bases = {item.statement: item.basis.kind for item in (*again.achievements, *again.targets, *again.risks)}
    # The kinds that follow the model's stance are the model's; the problem's words tell its own.
    assert {basis for statement, basis in bases.items() if "人才" not in statement} == {"model"}
    assert [basis for statement, basis in bases.items() if "人才" in statement] == ["own"]


def _reviewed(lines: int) -> Chunk:
    """Return a review of so many lines, each with two facts that are certain."""
    quantities = ["地区生产总值", "固定资产投资", "社会消费品零售总额", "进出口总额", "工业用电量", "一般公共预算收入"]
    others = ["新增停车泊位", "改造老旧小区", "培训养老护理员", "新建口袋公园"]
    told = "".join(f"{quantities[n % 6]}增长{n}.5%,{others[n % 4]}{n + 3}个。" for n in range(lines))
    return only(prepare(from_text(f"一、上半年工作回顾\n{told}", "r.txt"), Settings(), noted=True))


def _mending(slip: Slip, shown: Shown) -> dict[str, Any]:
    """Return the correction of a slip, in the list of the fact's own kind: what was shown wrong, and nothing else."""
    (mark,) = [n for n, spot in enumerate(shown.spots, start=1) if spot.figure == slip.fact.figures[0]]
    named = slip.fact.metric if slip.name or slip.joined else None
    return achievement(mark, name=named, topic="economy" if slip.topic else None)


def test_slips_are_shown_wrong_in_every_part_counted_and_undone_whatever_is_said() -> None:
    chunk = _reviewed(30)
    shown, rules = show(chunk), draft_chunk(chunk)
    assert {*rules.items()} == {*shown.facts}
    at = [slip.fact.figures[0] / len(chunk.figures) for slip in shown.slips]
    assert [int(4 * place) for place in at] == [0, 1, 2, 3]
    ways = {"kind" if slip.kind else "name" if slip.name else "topic" if slip.topic else "join" for slip in shown.slips}
    assert ways == {"kind", "name", "topic", "join"}
    plain = show(chunk, slips=False).text
    differ = [(one, other) for one, other in zip(shown.text.split("\n"), plain.split("\n"), strict=True) if one != other]
    assert len(differ) >= 4

    def judged(**told: Any) -> JudgedDraft:
        return judge_edit(EditAnswer.model_validate({"seen": list(shown.seen)} | NOTHING | told), shown, chunk)

    mends = [_mending(slip, shown) for slip in shown.slips]
    marks = [mend["at"][0] for mend in mends]
    for draft, mended in (
        (judged(), 0),
        (judged(achievements=mends[:1]), 1),
        (judged(achievements=mends), 4),
        (judged(not_facts=marks), 0),
        (judged(figures=[{"at": marks, "take": False}]), 0),
    ):
        assert {*draft.achievements} == {*rules.achievements}
        assert {*draft.targets} == {*rules.targets}
        assert {*draft.risks} == {*rules.risks}
        assert (draft.slips, draft.mended, draft.changed) == (4, mended, 0)


def test_a_bare_hyphen_says_that_there_is_nothing_as_in_marks() -> None:
    at = mark_of("120亿元")
    (told,) = (fact for fact in edited(achievements=[achievement(at, name="-", topic="-", period="-")]).achievements if fact.metric == "")
    assert (told.topic, told.period) == ("none", Dated(None))
    (due,) = edited(targets=[target(mark_of("5个"), owner="-", deadline="-")]).targets[-1:]
    assert isinstance(due, TargetDraft)
    assert [due.owner and due.owner.words, due.deadline and due.deadline.words] == ["", ""]


def test_a_slip_that_is_agreed_to_outright_is_not_mended_and_does_not_stand() -> None:
    chunk = _reviewed(30)
    shown, rules = show(chunk), draft_chunk(chunk)
    (named,) = [slip for slip in shown.slips if slip.name]
    (joined,) = [slip for slip in shown.slips if slip.joined]
    spots = {spot.figure: n for n, spot in enumerate(shown.spots, start=1)}
    told = [
        achievement(spots[named.fact.figures[0]], name=named.name),
        achievement(spots[joined.fact.figures[0] - 1], spots[joined.fact.figures[0]]),
    ]
    answer = EditAnswer.model_validate({"seen": list(shown.seen)} | NOTHING | {"achievements": told})
    draft = judge_edit(answer, shown, chunk)
    assert {*draft.achievements} == {*rules.achievements}
    assert draft.mended == 0


def test_a_slip_that_is_joined_with_a_fact_of_its_shown_kind_stands_and_turns_nothing() -> None:
    lines = "".join(f"地区生产总值增长{n}.5%,新增停车泊位{n + 3}个。" for n in range(12))
    text = f"一、上半年工作回顾\n{lines}\n二、存在的主要问题\n仍有30%的企业亏损。"
    chunk = only(prepare(from_text(text, "r.txt"), Settings(), noted=True))
    shown, rules = show(chunk), draft_chunk(chunk)
    turned = next(slip.fact for slip in shown.slips if slip.kind == "risk")
    (risk,) = rules.risks
    spots = {spot.figure: n for n, spot in enumerate(shown.spots, start=1)}
    told = {"at": [spots[turned.figures[0]], spots[risk.figures[0]]], "name": None, "topic": None, "period": None, "cause": None}
    draft = judge_edit(EditAnswer.model_validate({"seen": list(shown.seen)} | NOTHING | {"risks": [told]}), shown, chunk)
    assert turned in draft.achievements
    assert [fact.figures for fact in draft.risks] == [risk.figures]
    assert draft.mended == 0


def test_no_stretch_of_fifteen_hundred_tokens_is_without_a_check_word() -> None:
    lines = [f"第{n}项工作,完成投资{n}亿元。" * (1 + n % 40) for n in range(60)]
    text, seen = with_check_words(lines)
    pieces = re.split(r"‹\w+›", text)
    assert re.findall(r"‹(\w+)›", text) == list(seen)
    assert len(set(seen)) >= len(seen) - 1
    assert pieces[0] == pieces[-1] == ""
    assert max(map(most_tokens, pieces)) <= EVERY_TOKENS * 1.5
    assert "".join(pieces).replace("\n", "") == "".join(lines)


def test_the_question_of_a_chunk_does_not_depend_on_where_it_stands() -> None:
    moved = replace(CHUNK, before="别处的前文", after="别处的后文", id="c7")
    assert show(moved) == show(CHUNK)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_example_of_the_prompt_is_an_answer_that_corrects_something(language: Language) -> None:
    prompt = load_template("edit", language)
    _, shown, told = (content for _, content in prompt.constant)
    answer = EditAnswer.model_validate_json(told)
    assert answer.refused == []
    assert answer.seen == re.findall(r"‹(\w+)›", shown)
    assert answer.achievements
    assert answer.targets
    assert answer.risks
    assert answer.not_facts
    marks = {int(number) for number in re.findall(r"\[(\d+)", shown)}
    assert {abs(mark) for part in (*answer.achievements, *answer.targets, *answer.risks) for mark in part.at} <= marks
    assert {*answer.not_facts, *answer.top, *answer.notable, *answer.routine} <= marks
    for part in (*answer.achievements, *answer.targets, *answer.risks):
        assert part.name is None or part.name in shown
    assert "JSON" in prompt.constant[0][1]
    assert len(prompt.constant[0][1]) < 3700


def test_the_schema_is_flat_strict_and_constant() -> None:
    def objects(schema: Any) -> list[dict[str, Any]]:
        found = [schema] if schema.get("type") == "object" else []
        for inner in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
            found += objects(inner)
        return found

    for one in objects(WIRE_SCHEMA):
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False
    assert len(schema_hash(EditAnswer)) == 12
    assert not re.search(r"minItems|maxItems|\$ref|default|pattern", json.dumps(WIRE_SCHEMA))


def test_parts_of_the_wrong_form_cost_themselves() -> None:
    facts = [{"at": "3A", "topic": "sport"}, {"name": "x"}]
    answer = EditAnswer.model_validate({"seen": "‹k7q› m3x", "achievements": facts, "targets": None, "not_facts": ["4", "five"], "top": 2})
    assert answer.seen == ["k7q", "m3x"]
    assert [(told.at, told.topic) for told in answer.achievements] == [([3], None)]
    assert (answer.not_facts, answer.top) == ([4], [2])
    assert answer.refused == ["achievements: 'sport' is no topic", "achievements 2: at: Field required", "not_facts 2: no mark"]


marks = st.integers(-2, 40)
told_items = st.fixed_dictionaries({"at": st.lists(marks, max_size=5), "name": st.sampled_from([None, "", "工业投资", "学校", "x" * 60])})


@settings(max_examples=80)
@given(
    st.lists(told_items, max_size=5),
    st.lists(told_items, max_size=5),
    st.lists(told_items, max_size=5),
    st.lists(marks, max_size=5),
    st.lists(st.fixed_dictionaries({"at": marks, "take": st.booleans(), "unit": st.sampled_from([None, "亿元", "岁"])}), max_size=4),
)
def test_the_wildest_edits_make_a_draft_that_stands(achievements: Any, targets: Any, risks: Any, not_facts: Any, figures: Any) -> None:
    made = prepared()
    chunk = only(made)
    shown = show(chunk)
    told = {"seen": [], "achievements": achievements, "targets": targets, "risks": risks, "not_facts": not_facts, "figures": figures}
    draft = judge_edit(EditAnswer.model_validate(told), shown, chunk)
    check_draft(draft, chunk.clauses, chunk.figures)
    claimed = [number for item in draft.items() for number in item.figures]
    assert len(claimed) == len(set(claimed))
    assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))


def test_items_are_what_their_lists_say() -> None:
    draft = edited(achievements=[achievement(mark_of("150亿元"))], targets=[target(mark_of("120亿元"))])
    kinds: list[type[ItemDraft]] = [AchievementDraft, TargetDraft]
    assert [type(item) for item in (draft.achievements[-1], draft.targets[0])] == kinds


def test_what_a_model_takes_or_turns_round_is_verified_from_its_place() -> None:
    text = "一、有关情况\n推进老旧小区改造。建设城市公园。参加培训的60岁以上学员占多数。\n二、问题\n人才不足。"
    source = from_text(text, "r.txt")
    made = prepare(source, Settings(), noted=True)
    chunk = only(made)
    age = mark_of("60", chunk)
    draft = edited(
        chunk,
        figures=[{"at": age, "take": True, "unit": "岁", "period": None, "base": None}],
        achievements=[achievement(age, name="学员")],
        sections=[{"at": mark_of("一、有关情况", chunk), "stance": "context"}],
    )
    digest = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert [figure.text for item in digest.achievements for figure in item.figures] == ["60岁"]
    assert verify(digest, source) == []
    (item,) = [item for item in digest.achievements if item.figures]
    figure = item.figures[0].model_copy(update={"value": Decimal(61), "amount": Decimal(61)})
    forged = [item.model_copy(update={"figures": [figure]}) if one is item else one for one in digest.achievements]
    assert verify(digest.model_copy(update={"achievements": forged}), source) != []


def test_what_a_model_holds_most_important_in_a_chunk_comes_first() -> None:
    last = mark_of("12家")
    assert [item.rank for item in digest().achievements if item.figures and item.figures[0].text == "12家"] != [1]
    made = digest(top=[last])
    assert [item.rank for item in made.achievements if item.figures and item.figures[0].text == "12家"] == [1]
    assert made.leading.achievements[0] == next(item.id for item in made.achievements if item.rank == 1)


def test_a_sentence_may_state_several_facts_without_figures() -> None:
    text = "一、下半年工作安排\n确保滨江酒店投入运营,锦江宾馆开工建设。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    (sentence,) = [n for n, spot in enumerate(show(chunk).spots, start=1) if spot.section is None]
    draft = edited(chunk, targets=[target(sentence, name="滨江酒店投入运营"), target(sentence, name="锦江宾馆开工建设")])
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).targets
    assert [item.metric for item in told] == ["滨江酒店投入运营", "锦江宾馆开工建设"]
    assert told[1].id == f"{told[0].id}-2"


HARBOUR = "\n".join(
    [
        "Riverton Budget Speech 2031-32",
        "Riverton's Economy in 2031",
        "1. We have approved 5 400 applications. The new scheme benefited 1.7 million residents and cost $2.3 billion.",
        "Plans",
        "2. We will build 12 piers by end-2034. We will open 8 clinics in 2036. We will plant trees within a period of some years.",
    ]
)


def _harbour(**told: Any) -> tuple[JudgedDraft, Digest]:
    made = prepare(from_text(HARBOUR, "r.txt"), Settings(), noted=True)
    draft = edited(only(made), **told)
    return draft, assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))


def _unit(words: str, unit: str) -> dict[str, Any]:
    chunk = only(prepare(from_text(HARBOUR, "r.txt"), Settings(), noted=True))
    return {"at": mark_of(words, chunk), "take": None, "unit": unit, "period": None, "base": None}


def test_a_unit_never_cuts_a_number_anew_nor_turns_its_currency() -> None:
    figures = {figure.text: figure for item in _harbour()[1].achievements for figure in item.figures}
    _, told = _harbour(figures=[_unit("5 400", "applications"), _unit("1.7 million", "residents"), _unit("$2.3 billion", "$")])
    after = {figure.text.removesuffix(" applications"): figure for item in told.achievements for figure in item.figures}
    assert (after["5 400"].value, after["5 400"].base_unit) == (Decimal(5400), "applications")
    millions = after["1.7 million"]
    assert (millions.value, millions.amount, millions.base_unit) == (Decimal("1.7"), Decimal(1_700_000), "residents")
    assert after["$2.3 billion"] == figures["$2.3 billion"]
    draft, kept = _harbour(figures=[_unit("$2.3 billion", "residents")])
    assert "would be another amount" in draft.dropped[0]
    assert figures["$2.3 billion"] in [figure for item in kept.achievements for figure in item.figures]


@pytest.mark.parametrize(
    ("said", "due"), [("by end-2034", "2034-12"), ("end-2034", "2034-12"), ("in 2036", "2036-12"), ("2036", "2036-12")]
)
def test_a_deadline_copied_from_the_text_takes_effect(said: str, due: str) -> None:
    chunk = only(prepare(from_text(HARBOUR, "r.txt"), Settings(), noted=True))
    draft, told = _harbour(targets=[target(mark_of("12 piers" if "2034" in said else "8 clinics", chunk), deadline=said)])
    assert draft.dropped == ()
    assert due in [item.deadline for item in told.targets]


def test_a_time_that_cannot_be_read_is_reported() -> None:
    chunk = only(prepare(from_text(HARBOUR, "r.txt"), Settings(), noted=True))
    piers = mark_of("12 piers", chunk)
    draft, _ = _harbour(
        targets=[target(piers, deadline="within a period of some years")],
        figures=[{"at": piers, "take": None, "unit": None, "period": "some years", "base": None}],
    )
    assert sorted(reason.split(":")[0] for reason in draft.dropped) == ["deadline", "figures"]


FISCAL = "\n".join(
    [
        "Annual report of the Harbour Agency for the fiscal year ended September 30, 2024",
        "Results",
        "Fiscal years reported: 2021, 2022, 2023.",
        "Fees_Collected: [11.3, 3.1, 6.3]",
        "In FY 2024, the agency paid 226 grants.",
        "Plans",
        "The agency will close 5 offices by FY 2025.",
    ]
)


def fiscal() -> Prepared:
    return prepare(from_text(FISCAL, "r.txt"), Settings(), noted=True)


def told_of(at: int, period: str | None) -> dict[str, Any]:
    return {"at": at, "take": None, "unit": None, "period": period, "base": None}


def period_told(said: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the period of the fact with 3.1 when an editor says `said` of it, and what was dropped."""
    made = fiscal()
    draft = edited(only(made), figures=[told_of(mark_of("3.1", only(made)), said)])
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert verify(again, FISCAL) == []
    (item,) = [item for item in again.achievements if any(figure.text == "3.1" for figure in item.figures)]
    return item.period.label if item.period else None, draft.dropped


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("2021-10/2022-09", "2021-10/2022-09"),
        ("FY 2022", "2021-10/2022-09"),
        ("FY2022", "2021-10/2022-09"),
        ("FY22", "2021-10/2022-09"),
        ("Fiscal_Year: 2022", "2021-10/2022-09"),
        ("2020-10/2021-09", "2020-10/2021-09"),  # 2020 stands nowhere, yet the year is called 2021
        ("2021/2023", "2021/2023"),
        ("2022H1", "2022H1"),
    ],
)
def test_a_period_may_be_told_as_marks_write_it_where_the_report_names_its_years(said: str, label: str) -> None:
    assert period_told(said) == (label, ())


@pytest.mark.parametrize("said", ["2018", "FY 2018", "2017-10/2018-09", "2018/2023", "2022-13", "soon"])
def test_a_period_of_years_that_stand_nowhere_is_refused(said: str) -> None:
    label, dropped = period_told(said)
    assert label == "2023-10/2024-09"
    assert "no words name the period" in dropped[0]


def test_how_often_is_no_period_and_the_reason_says_so() -> None:
    assert "how often" in period_told("every year")[1][0]


def test_a_period_is_taken_away_by_saying_nothing_at_its_mark() -> None:
    made = fiscal()
    chunk = only(made)
    grants = mark_of("226", chunk)
    for told, label in (
        (told_of(grants, ""), None),
        (told_of(grants, None), "2023-10/2024-09"),
        (told_of(grants, "") | {"base": "goal"}, "2023-10/2024-09"),
    ):
        again = assemble(made, [ChunkOutcome("c0", "ok", "llm", edited(chunk, figures=[told]))], Reader("llm"))
        (item,) = [item for item in again.achievements if any(figure.text == "226" for figure in item.figures)]
        assert (item.period.label if item.period else None) == label
        assert all(figure.period is None for figure in item.figures)
        assert verify(again, FISCAL) == []


ROSE = (
    "Harbour Report 2019\nReview of 2019\nThe idle rate went up from 2.8 per cent in the second quarter of 2019 to the latest 3.4 per cent."
)


def test_the_time_of_a_start_value_is_its_own_and_that_of_the_fact_is_told_at_the_value() -> None:
    made = prepare(from_text(ROSE, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    chunk = only(made)
    start, value = mark_of("2.8 per cent", chunk), mark_of("3.4 per cent", chunk)

    def periods_told(*told: dict[str, Any]) -> tuple[str | None, ...]:
        draft = edited(chunk, figures=list(told))
        assert draft.dropped == ()
        again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
        assert verify(again, ROSE) == []
        (item,) = again.achievements
        times = [item.period, *(figure.period for figure in item.figures)]
        return tuple(one.label if one else None for one in times)

    assert periods_told() == ("2019", "2019Q2", None)
    assert periods_told(told_of(value, "")) == (None, "2019Q2", None)
    assert periods_told(told_of(value, "2019Q4")) == ("2019Q4", "2019Q2", None)
    assert periods_told(told_of(start, "")) == ("2019", None, None)
    assert periods_told(told_of(start, "2019Q1")) == ("2019", "2019Q1", None)


def test_a_financial_year_is_a_deadline_by_its_own_end() -> None:
    made = fiscal()
    chunk = only(made)
    told = target(mark_of("5 offices", chunk), name="offices", deadline="FY 2025")
    for draft in (edited(chunk), edited(chunk, targets=[told])):
        (item,) = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).targets
        assert (item.deadline, item.period and item.period.label) == ("2025-09", "2024-10/2025-09")


def test_sentences_told_as_one_fact_are_stated_together_and_name_it_from_any_of_them() -> None:
    text = "\n".join(
        [
            "Annual report of the Harbour Agency 2024",
            "Risks",
            "Reviewed: yes",
            "Rated: poor",
            "Programme: Grants for Harbour Repairs",
            "Reviewed: no",
        ]
    )
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    first = next(n for n, spot in enumerate(show(chunk, slips=False).spots, 1) if "Reviewed: yes" in chunk.clauses[spot.clause].text)
    draft = edited(chunk, risks=[{"at": [first, first + 1, first + 2], "name": "Grants for Harbour Repairs", "topic": None, "cause": None}])
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    (item,) = [risk for risk in again.risks if risk.extractor == "llm"]
    assert item.statement == "Reviewed: yes; Rated: poor; Programme: Grants for Harbour Repairs"
    assert item.metric == "Grants for Harbour Repairs"
    assert item.evidence[0].quote.count("\n") == 2
    assert "name_refused" not in {warning.code for warning in again.warnings}
    assert verify(again, text) == []


def test_names_are_no_times_amounts_verbs_or_causes() -> None:
    text = "Harbour report 2024\nResults\nIn fiscal year 2024, due to the rise in funding, a total of 226 harbour grants worth $6m."
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    grants = mark_of("226", chunk)

    def name_of(said: str) -> tuple[str | None, int]:
        draft = edited(chunk, achievements=[achievement(grants, name=said)])
        return next(item.metric for item in draft.achievements if item.figures[0] == chunk.figures[0][0]), len(draft.dropped)

    kept = name_of("zebras")[0]
    assert name_of("a total of 226 harbour grants worth") == ("harbour grants", 0)
    assert name_of("In fiscal year 2024, harbour grants") == ("harbour grants", 0)
    assert name_of("due to the rise in funds") == (kept, 1)


@pytest.mark.parametrize("name", ["四川馆", "“十四五”专项", "一带一路馆", "三峡电站", "双一流学科", "两会文库", "五一市集"])
def test_names_keep_the_numerals_that_belong_to_them(name: str) -> None:
    text = f"临江市2022年工作报告\n一、2022年工作回顾\n全市建成{name}3个,各方反映良好。"
    chunk = only(prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    draft = edited(chunk, achievements=[achievement(mark_of("3个", chunk), name=name)])
    assert draft.dropped == ()
    assert name in _named(draft)


def test_names_are_counted_in_words_or_as_lists() -> None:
    english = "the ‘50-state’ sample of harbour payment draws that the office took by hand"
    listed = "、".join(["港口码头改造", "航道疏浚", "渔业码头加固", "海岸防护林", "滨海步道", "灯塔修缮", "海事救助站", "船舶污染物接收站"])
    text = f"临江市2022年工作报告\n一、工作回顾\n完成{listed}建设。\n{english}."
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    for words, name in (("完成", listed), ("the ‘50", english.split(" that ")[0])):
        at = next(n for n, spot in enumerate(show(chunk, slips=False).spots, 1) if chunk.clauses[spot.clause].text.startswith(words))
        draft = edited(chunk, achievements=[achievement(at, name=name)])
        assert draft.dropped == ()
        assert name in {item.metric for item in draft.achievements}


def test_the_topic_is_shown_where_it_changes_and_what_is_told_replaces_it() -> None:
    text = "临江市2022年工作报告\n一、2022年工作回顾\n新建学校3所。改建中学5所。开展研讨9次。新建医院2所。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    shown = show(chunk, slips=False).text
    topics = re.findall(r"%([a-z_-]+)[^\]]*\](3所|5所|9次|2所)", shown)
    assert topics == [("education", "3所"), ("-", "9次"), ("health", "2所")]
    draft = edited(chunk, achievements=[achievement(mark_of("9次", chunk), topic="governance")])
    again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert [item.topic for item in again.achievements] == ["education", "education", "governance", "health"]


def test_what_leads_nothing_is_noted_and_a_sentence_leads_with_its_figures() -> None:
    draft = edited(top=[mark_of("120亿元"), mark_of("一、上半年工作回顾")])
    assert draft.dropped == (f"top: mark {mark_of('一、上半年工作回顾')} states no fact",)
    whole = replace(draft, leads=(Pointed(CHUNK.clauses[2].number),))
    again = assemble(prepared(), [ChunkOutcome("c0", "ok", "llm", whole)], Reader("llm"))
    first = sorted(again.achievements, key=lambda item: item.rank)[:2]
    assert [figure.text for item in first for figure in item.figures] == ["120亿元", "8.5%", "3所"]


def test_another_stance_of_a_heading_reaches_no_section_below_it() -> None:
    text = "一、有关情况\n推进老旧小区改造。\n（一）有关事项\n完善养老服务。建设城市公园。"
    made = prepare(from_text(text, "r.txt"), Settings(), noted=True)
    chunk = only(made)
    before = {item.clauses[0]: item.kind for item in draft_chunk(chunk).items()}
    below = {clause.number for clause in chunk.clauses if clause.text.startswith("建设")}
    assert below <= before.keys()
    stance = "plan" if "achievement" in before.values() else "review"
    draft = edited(chunk, sections=[{"at": mark_of("一、有关情况", chunk), "stance": stance}])
    after = {item.clauses[0]: item.kind for item in draft.items()}
    assert {number: after[number] for number in below} == {number: before[number] for number in below}
    assert after != before
    (outer,) = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).outline
    assert (outer.stance, outer.children[0].stance) == (stance, "review")


ENDS = (
    "Harbour Agency annual report 2017\nFrom 2005 through June 2017, the agency repaired 14 berths.\nFrom January 2016 to June 2017,"
    " the agency opened 3 piers. In 2011, the agency bought 4 boats."
)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("from 2005 through June 2017", "2005-01/2017-06"),
        ("2005 through June 2017", "2005-01/2017-06"),
        ("2005/2017-06", "2005-01/2017-06"),
        ("2005-01/2017-06", "2005-01/2017-06"),
        ("2005/2017", "2005/2017"),
        ("2011/2017-06", "2011-01/2017-06"),
        ("2016-01 to 2017-06", "2016-01/2017-06"),
    ],
)
def test_a_span_of_two_ends_is_read_whole(said: str, period: str) -> None:
    made = prepare(from_text(ENDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    draft = edited(only(made), figures=[told_of(mark_of("14 berths", only(made)), said)])
    assert draft.dropped == ()
    fact = next(
        one for one in assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).achievements if "berths" in one.statement
    )
    assert fact.period is not None
    assert fact.period.label == period


@pytest.mark.parametrize("said", ["2005 through 2", "2017/2005", "1999/2017-06"])
def test_a_span_of_which_an_end_cannot_be_read_is_refused_and_noted(said: str) -> None:
    chunk = only(prepare(from_text(ENDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    draft = edited(chunk, figures=[told_of(mark_of("14 berths", chunk), said)])
    assert len(draft.dropped) == 1
    assert not any(isinstance(one.period, Dated) for one in draft.achievements)


def test_another_name_alone_keeps_the_topic_that_was_shown() -> None:
    text = "临江市2022年工作报告\n一、2022年工作回顾\n医疗卫生服务体系投资120亿元。"
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    mark = mark_of("120亿元", only(made))
    (read,) = digest_of(made).achievements
    draft = edited(only(made), achievements=[achievement(mark, name="投资")])
    (named,) = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).achievements
    assert named.metric == "投资"
    assert named.topic == read.topic is not None
    other = edited(only(made), achievements=[achievement(mark, name="投资", topic="fiscal")])
    assert other.achievements[0].topic == "fiscal"


PROBLEMS = "临江市2022年工作报告\n一、存在的问题\n产业链不够完整,龙头企业偏少,外贸订单不足。"


def _named(draft: JudgedDraft) -> list[str | None]:
    return [item.metric for item in draft.items()]


def _risk(*at: int, name: str | None = None) -> dict[str, Any]:
    return {"at": list(at), "name": name, "topic": None, "cause": None}


def test_a_further_fact_of_a_sentence_leaves_those_that_were_read_there() -> None:
    chunk = only(prepare(from_text(PROBLEMS, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    read = _named(edited(chunk))
    mark = len(show(chunk, slips=False).spots)
    added = edited(chunk, risks=[_risk(-mark, name="龙头企业")] * 2)
    assert sorted(map(str, _named(added))) == sorted([*map(str, read), "龙头企业"])
    assert added.dropped == ()
    nameless = edited(chunk, risks=[_risk(-mark)])
    assert _named(nameless) == read
    assert len(nameless.dropped) == 1


def test_a_further_fact_may_be_told_beside_a_figure() -> None:
    schools = mark_of("3所")
    draft = edited(achievements=[achievement(-schools, name="新建学校")])
    assert ("新建学校", ()) in [(item.metric, item.figures) for item in draft.achievements]
    assert [item.figures for item in draft.achievements if item.figures] == [item.figures for item in edited().achievements if item.figures]


def test_a_sign_before_a_written_mark_counts() -> None:
    answer = EditAnswer.model_validate({"seen": [], "risks": [{"at": ["-7"]}, {"at": ["[+12R]"]}, {"at": "8R"}]})
    assert [told.at for told in answer.risks] == [[-7], [-12], [8]]


SCHOOLS = "\n".join(
    [
        "临江市2022年工作报告",
        "一、2022年工作回顾",
        "全年完善校园安全机制,加强宿舍管理。新建体育馆2座。",
        "二、2023年工作安排",
        "完善乡村道路。",
    ]
)


def _schools(**told: Any) -> Digest:
    made = prepare(from_text(SCHOOLS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    return assemble(made, [ChunkOutcome("c0", "ok", "llm", edited(only(made), **told))], Reader("llm"))


def edited_schools(**told: Any) -> JudgedDraft:
    return edited(only(prepare(from_text(SCHOOLS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)), **told)


def _schools_mark(words: str) -> int:
    return mark_of(words, only(prepare(from_text(SCHOOLS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)))


def test_what_is_called_routine_is_no_more_and_what_is_notable_is_more() -> None:
    told = _schools(notable=[_schools_mark("2座") - 1], routine=[_schools_mark("2座")])
    saliences = {item.metric: item.salience for item in told.achievements}
    assert [saliences[name] for name in saliences] == ["detail", "routine"]
    assert max(told.achievements, key=lambda item: item.rank).metric == "新建体育馆"
    read = {item.metric: item.salience for item in _schools().achievements}
    assert [read[name] for name in read] == ["routine", "detail"]


def test_added_facts_are_notable_and_their_mark_means_those_beside_them() -> None:
    mark = _schools_mark("2座") - 1
    added = [achievement(-mark, name="宿舍管理")]
    (read,) = [item for item in _schools().achievements if not item.figures]
    assert read.salience == "routine"

    def saliences(**told: Any) -> dict[str | None, str]:
        return {item.metric: item.salience for item in _schools(achievements=added, **told).achievements if not item.figures}

    assert saliences() == {read.metric: "routine", "宿舍管理": "detail"}
    assert saliences(notable=[mark]) == {read.metric: "detail", "宿舍管理": "detail"}
    assert saliences(notable=[-mark]) == {read.metric: "routine", "宿舍管理": "detail"}
    assert saliences(routine=[-mark]) == {read.metric: "routine", "宿舍管理": "routine"}
    assert saliences(top=[-mark]) == {read.metric: "routine", "宿舍管理": "key"}
    figures = _schools(achievements=[achievement(-_schools_mark("2座"), name="体育馆")], routine=[_schools_mark("2座")])
    assert {item.metric: item.salience for item in figures.achievements if item.metric != read.metric} == {
        "新建体育馆": "routine",
        "体育馆": "detail",
    }


def test_a_negative_mark_without_an_added_fact_is_noted() -> None:
    mark = _schools_mark("2座") - 1
    assert edited_schools(notable=[-mark]).dropped == (f"notable: mark {-mark} states no fact",)


@pytest.mark.parametrize("sign", [1, -1])
def test_what_a_sentence_without_a_letter_states_is_told_by_its_mark_with_or_without_a_sign(sign: int) -> None:
    text = "临江市2022年工作报告\n一、2022年工作回顾\n成绩来之不易,责任更加重大。\n新建学校3所。"
    chunk = only(prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    (bare,) = re.findall(r"\[(\d+)\](?=成绩)", show(chunk, slips=False).text)
    draft = edited(chunk, risks=[_risk(sign * int(bare), name="责任更加重大")])
    assert _named(draft) == ["新建学校", "责任更加重大"]
    assert draft.dropped == ()


def test_marks_that_state_nothing_are_notable_to_nobody() -> None:
    draft = edited(notable=[1], routine=[999])
    assert (draft.notable, draft.routine) == ((), ())
    assert [reason.split(":")[0] for reason in draft.dropped] == ["notable", "routine"]


def test_the_topic_of_a_heading_is_that_of_what_stands_below_it() -> None:
    heading = _schools_mark("一、2022年工作回顾")
    told = _schools(sections=[{"at": heading, "stance": None, "period": None, "topic": "education"}])
    assert [item.topic for item in told.achievements] == ["education", "education"]
    assert [item.topic for item in told.targets] == [item.topic for item in _schools().targets]
    own = _schools(
        sections=[{"at": heading, "stance": None, "period": None, "topic": "education"}],
        achievements=[achievement(_schools_mark("2座"), topic="culture")],
    )
    assert [item.topic for item in own.achievements] == ["education", "culture"]


def test_a_title_speaks_for_the_whole_and_a_sentence_for_the_rest_of_its_section() -> None:
    whole = _schools(sections=[{"at": 1, "stance": None, "period": None, "topic": "education"}])
    assert {item.topic for item in (*whole.achievements, *whole.targets)} == {"education"}
    gyms = _schools_mark("2座")
    rest = _schools(sections=[{"at": gyms, "stance": None, "period": None, "topic": "culture"}])
    assert [item.topic for item in rest.achievements] == [_schools().achievements[0].topic, "culture"]
    assert [item.topic for item in rest.targets] == [item.topic for item in _schools().targets]


RUN_INS = "\n".join(
    [
        "临江市2022年工作报告",
        "一、2023年工作安排",
        "(一)建设现代产业体系。",
        "加快发展现代农业。建设粮食基地12个。完善种子库制度。",
        "壮大数字经济。建设数据园区3个。完善人工智能治理。",
    ]
)


def test_what_is_told_of_a_run_in_heading_or_a_sentence_ends_at_the_next_heading() -> None:
    made = prepare(from_text(RUN_INS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    chunk = only(made)
    before = {item.metric: item.topic for item in digest_of(made).targets}

    def topics(words: str) -> dict[str | None, str | None]:
        draft = edited(chunk, sections=[{"at": mark_of(words, chunk), "stance": None, "period": None, "topic": "culture"}])
        again = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
        return {item.metric: item.topic for item in again.targets if item.topic != before[item.metric]}

    assert len(before) == 4
    assert topics("加快发展") == dict.fromkeys(list(before)[:2], "culture")
    assert topics("壮大") == dict.fromkeys(list(before)[2:], "culture")
    assert topics("(一)") == dict.fromkeys(before, "culture")


def test_what_is_wrong_of_several_figures_alike_is_told_once() -> None:
    chunk = only(prepare(from_text(ENDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    marks = [mark_of("14 berths", chunk), mark_of("3 piers", chunk)]
    draft = edited(chunk, figures=[{"at": marks, "take": None, "unit": None, "period": "2011", "base": None}])
    assert draft.dropped == ()
    berths, piers, boats = draft.achievements
    assert berths.period == piers.period is not None
    assert boats.period is None


@pytest.mark.parametrize("said", ["2011/", "effective 2011", "since 2011", "from 2011 onwards", "2011年以来", "自2011年起"])
def test_an_open_span_runs_to_the_end_of_what_the_report_speaks_of(said: str) -> None:
    made = prepare(from_text(ENDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    draft = edited(only(made), figures=[told_of(mark_of("14 berths", only(made)), said)])
    assert draft.dropped == ()
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm")).achievements
    assert "2011/2017" in {one.period.label for one in told if one.period}


def test_an_open_span_from_a_year_that_the_report_does_not_name_is_refused() -> None:
    chunk = only(prepare(from_text(ENDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    draft = edited(chunk, figures=[told_of(mark_of("14 berths", chunk), "since 1998")])
    assert len(draft.dropped) == 1


def test_what_is_called_a_rate_may_be_told_in_percent_and_nothing_else() -> None:
    text = "Harbour Agency annual report 2017\n1. Review\nImproper payment rate: 5.2\nHarbour cases: 41"
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    rate, cases = mark_of("5.2", only(made)), mark_of("41", only(made))
    percent = {"take": None, "unit": "%", "period": None, "base": None}
    told = edited(only(made), figures=[{"at": [rate], **percent}])
    assert told.dropped == ()
    assert [figure.unit for figure in told.taken] == ["%"]
    assert len(edited(only(made), figures=[{"at": [cases], **percent}]).dropped) == 1


def test_a_figure_that_is_called_as_its_fact_again_says_so() -> None:
    clause = CHUNK.clauses[2]
    first, second, third = clause.figures
    fact = replace(draft_chunk(CHUNK).achievements[0], figures=(first, second, third), figure_metrics=((second, "工业投资增幅"),))
    writer = _Writer(CHUNK, [fact], {})
    assert re.search(r"\[\d+:工业投资增幅\]8\.5%[^\[]*\[\d+:工业投资\]3所", writer.line(clause))


def test_a_mark_shows_what_a_figure_is_compared_with() -> None:
    text = "临江市2022年工作报告\n一、2022年工作回顾\n森林覆盖率由35.2%提高到36.1%。"
    shown = show(only(prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)), slips=False).text
    assert re.search(r"\[\d+[^\]]*~earlier\]35\.2%", shown)
    assert not re.search(r"\[\d+[^\]]*~[^\]]*\]36\.1%", shown)


def test_english_marks_leave_out_that_a_target_is_planned() -> None:
    text = "Harbour Agency work plan 2018\n1. Plans for 2018\nThe agency will repair 14 berths. The agency must open 3 piers."
    shown = show(only(prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)), slips=False).text
    assert re.search(r"\[\d+T[^*\]]*\]14 berths", shown)
    assert re.search(r"\[\d+T[^\]]*\*must[^\]]*\]3 piers", shown)


def test_a_topic_may_be_taken_away_and_a_further_fact_has_that_of_its_sentence() -> None:
    gyms = _schools_mark("2座")
    read = next(item for item in _schools().achievements if item.figures)
    assert read.topic is not None
    taken = _schools(achievements=[achievement(gyms, topic="none")])
    assert [item.topic for item in taken.achievements if item.figures] == [None]
    more = _schools(achievements=[achievement(-gyms, name="新建")])
    assert [item.topic for item in more.achievements if item.metric == "新建"] == [read.topic]


AWARDS = "\n".join(
    [
        "临江县产业扶持办法",
        "第二章 扶持措施",
        "对新上项目固定资产投资3000万元以上的企业，按照投资额给予5%的奖励。",
        "健全民间资本推介机制，规范实施特许经营新机制，确保民间投资占比达40%以上，力争新增上市企业3家以上，抓好产业园宿舍建设。",
        "计划建成滨江公园，扩建市民中心。",
    ]
)


def _awards() -> Chunk:
    return only(prepare(from_text(AWARDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True))


def test_the_letter_of_a_fact_stands_at_the_figure_that_it_is_named_for() -> None:
    text = show(_awards(), slips=False).text
    assert "固定资产投资[3=4:新上项目固定资产投资]3000万元以上的企业" in text
    assert re.search(r"给予\[4T:新上项目[^\]]*%economy\]5%的奖励", text)


def test_another_name_of_a_fact_leaves_its_figures_the_names_of_their_own() -> None:
    chunk = _awards()
    (told,) = [item for item in edited(chunk, targets=[target(3, 4, name="新上项目企业奖励")]).targets if len(item.figures) == 2]
    assert told.metric == "新上项目企业奖励"
    assert [name for _, name in told.figure_metrics] == ["新上项目固定资产投资"]
    assert told.figure_metrics[0][0] == told.figures[0]
    alone = edited(chunk, targets=[target(3, name="新上项目投资额")]).targets
    assert [(item.metric, item.figure_metrics) for item in alone if item.figures[:1] == told.figures[:1]] == [("新上项目投资额", ())]


@pytest.mark.parametrize(
    ("words", "name", "firmness"),
    [
        ("40%", "规范实施特许经营新机制", None),
        ("40%", "抓好产业园宿舍建设", None),
        ("40%", "民间投资占比", "must"),
        ("3家", "新增上市企业", "strive"),
        ("计划", "扩建市民中心", "plan"),
    ],
)
def test_a_fact_that_is_added_is_as_firm_as_its_own_part_of_the_sentence(words: str, name: str, firmness: str | None) -> None:
    made = prepare(from_text(AWARDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    mark = mark_of(words, only(made))
    draft = edited(only(made), targets=[target(-mark, name=name)])
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert [item.commitment for item in told.targets if item.metric == name and not item.figures] == [firmness]


@pytest.mark.parametrize("sign", [1, -1])
def test_a_fact_of_a_sentence_without_a_letter_counts_as_one_that_was_added(sign: int) -> None:
    text = "临江市2022年工作报告\n一、2022年工作回顾\n成绩来之不易,作风建设更加重要。\n新建学校3所。"
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    (bare,) = re.findall(r"\[(\d+)\](?=成绩)", show(only(made), slips=False).text)
    for notable in ([], [int(bare)]):
        draft = edited(only(made), achievements=[achievement(sign * int(bare), name="作风建设")], notable=notable)
        told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
        assert [item.salience for item in told.achievements if item.metric == "作风建设"] == ["detail"]


def test_in_english_what_is_planned_beside_what_is_ensured_is_planned() -> None:
    text = "\n".join(
        [
            "City of Portham Annual Plan 2023",
            "Plans for 2023",
            "The City will ensure that the harbour bridge opens in time, and build a new park, and enlarge the civic centre.",
        ]
    )
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    (mark,) = re.findall(r"\[(\d+)[^\]]*\](?=The City)", show(only(made), slips=False).text)
    draft = edited(only(made), targets=[target(-int(mark), name="build a new park")])
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert {item.metric: item.commitment for item in told.targets}["build a new park"] == "plan"
    assert {item.commitment for item in told.targets if item.metric != "build a new park"} == {"must"}


def test_a_mark_with_a_letter_stands_for_its_whole_fact_and_one_without_for_itself() -> None:
    investment, growth = mark_of("120亿元"), mark_of("8.5%")
    figures = CHUNK.clauses[2].figures
    whole = edited(risks=[_risk(investment)])
    assert [item.figures for item in whole.risks if item.figures] == [figures[:2]]
    split = edited(achievements=[achievement(growth, name="投资增长")], risks=[_risk(investment)])
    assert [item.figures for item in split.risks if item.figures] == [figures[:1]]
    assert names(split)["投资增长"] == figures[1:2]


def test_one_figure_is_named_and_corrected_by_itself() -> None:
    chunk = _awards()
    draft = edited(chunk, figures=[{"at": [3], "name": "新上项目投资额"}, {"at": [3], "trait": "above"}, {"at": [4], "trait": "rank"}])
    (told,) = [item for item in draft.targets if len(item.figures) == 2]
    assert [told.metric] == [item.metric for item in edited(chunk).targets if len(item.figures) == 2]
    assert told.figure_metrics == ((told.figures[0], "新上项目投资额"),)
    made = prepare(from_text(AWARDS, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    whole = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    (item,) = [item for item in whole.targets if len(item.figures) == 2]
    assert [(figure.metric, figure.bound, figure.role) for figure in item.figures] == [
        ("新上项目投资额", "above", "level"),
        (None, "exact", "rank"),
    ]
    assert verify(whole, AWARDS) == []


def test_a_yearly_average_is_told_at_its_number_and_a_range_keeps_its_bound() -> None:
    text = "临江县2022年工作报告\n一、2022年工作回顾\n全县粮食总产量300万吨。新建学校3至5所。"
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    crops, schools = mark_of("300万吨", only(made)), mark_of("3至5所", only(made))
    draft = edited(only(made), figures=[{"at": [crops], "trait": "average"}, {"at": [schools], "trait": "at_most"}])
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert [(figure.yearly_average, figure.bound) for item in told.achievements for figure in item.figures] == [
        (True, "exact"),
        (False, "range"),
    ]


def test_a_fact_is_given_its_period_and_its_topic_where_it_is_told() -> None:
    made = prepare(from_text(AWARDS.replace("计划建成", "2024年起建成"), "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    mark = mark_of("40%", only(made))
    draft = edited(only(made), targets=[target(-mark, name="产业园宿舍建设", topic="urban", period="2024")])
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    (item,) = [item for item in told.targets if item.metric == "产业园宿舍建设"]
    assert (item.period.label if item.period else None, item.topic, item.basis.period) == ("2024", "urban", "model")


@pytest.mark.parametrize(
    ("said", "due"),
    [("三年内", "2025-01"), ("6个月内", "2022-07"), ("次年", "2023-12"), ("当年年末", "2022-12")],
)
def test_a_term_runs_from_the_day_of_the_report(said: str, due: str) -> None:
    review = "临江市政府工作报告\n（2022年1月20日）\n一、2021年工作回顾\n新建学校3所。"
    text = f"{review}\n二、2022年工作安排\n{said}建成滨江公园,同年扩建市民中心。"
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    (mark,) = re.findall(rf"\[(\d+)[^\]]*\](?=(?:{said}|{{{said}))", show(only(made), slips=False).text)
    draft = edited(only(made), targets=[target(int(mark), name="建成滨江公园", deadline=said)])
    assert draft.dropped == ()
    told = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
    assert [item.deadline for item in told.targets if item.metric == "建成滨江公园"] == [due]


def test_a_term_without_a_day_it_runs_from_is_noted_as_one() -> None:
    text = "临江县产业办法\n第一章 工作安排\n三年内建成滨江公园。"
    chunk = only(prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    draft = edited(chunk, targets=[target(len(show(chunk, slips=False).spots), name="建成滨江公园", deadline="三年内")])
    assert draft.dropped == ("deadline: '三年内' is a term, and the report tells no day it runs from",)


def test_what_is_told_of_a_heading_says_how_firm_what_stands_below_it_is() -> None:
    text = "City of Portham Budget 2023\n1. Measures\nRebuild the harbour bridge.\nThe council will ensure that 3 schools open."
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    (heading,) = re.findall(r"\[(\d+)#[^\]]*\](?=1. Measures)", show(only(made), slips=False).text)
    (bridge,) = re.findall(r"\[(\d+)[^\]]*\]\{?(?=Rebuild)", show(only(made), slips=False).text)
    for told in ({"stance": "plan"}, {"commitment": "plan"}):
        draft = edited(
            only(made), sections=[{"at": int(heading), **told}], targets=[target(int(bridge), name="Rebuild the harbour bridge")]
        )
        digest = assemble(made, [ChunkOutcome("c0", "ok", "llm", draft)], Reader("llm"))
        firm = {item.metric: item.commitment for item in digest.targets}
        assert firm.pop("Rebuild the harbour bridge") == "plan"
        assert set(firm.values()) == {"must"}


def test_a_mark_shows_when_what_a_figure_is_compared_with_was() -> None:
    text = "临江县2022年工作报告\n一、2022年工作回顾\n森林覆盖率从2015年的31%提高到35%。"
    chunk = only(prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True))
    assert re.search(r"\[\d+[^\]]*@2015~earlier\]31%", show(chunk, slips=False).text)


def test_a_mark_says_which_facts_without_figures_tell_something_as_the_digest_does() -> None:
    lines = ["全面加强宿舍管理。", "出台《临江市校园安全条例》。", "新建学校3所。", "不断改进作风。"]
    text = "\n".join(["临江市2022年工作报告", "一、2022年工作回顾", *lines])
    made = prepare(from_text(text, "r.txt"), Settings(max_chunk_chars=5000), noted=True)
    shown = show(only(made), slips=False).text
    told = {item.statement for item in digest_of(made).achievements if not item.figures and item.salience != "routine"}
    assert told == {"出台《临江市校园安全条例》"} or told == {"出台《临江市校园安全条例》。"}
    assert [line for line in shown.splitlines() if re.match(r"(?:‹...›)?\[\d+A!", line)] == [
        line for line in shown.splitlines() if "条例" in line
    ]
