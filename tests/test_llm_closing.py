"""The closing question: heads in, a conclusion out, and only as much of it carried out as the digest bears out."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportsum.concluding import conclude
from reportsum.extraction.base import Conclusion
from reportsum.extraction.llm.claims import denied_stretch
from reportsum.extraction.llm.closing.concluding import judge_closing
from reportsum.extraction.llm.closing.question import Heads, ask_closing, heads_of
from reportsum.extraction.llm.closing.wire import ClosingAnswer
from reportsum.extraction.llm.prompting import load_template
from reportsum.models import Digest
from reportsum.pipeline import digest_by_rules
from reportsum.reading import from_text
from reportsum.running import digest_all
from reportsum.settings import Settings
from reportsum.verifying import verify
from tests.llm_server import Received, Script, ScriptedServer, answer_for

TEXT = "\n".join(
    [
        "临江市2022年上半年国民经济和社会发展计划执行情况的报告",
        "一、上半年计划执行情况",
        "上半年,全市地区生产总值520.3亿元、增长6.1%。",
        "固定资产投资下降2.4%。社会消费品零售总额增长3.5%。",
        "城镇新增就业1.8万人。",
        "二、下半年工作安排",
        "全年地区生产总值增长6.5%。确保全年城镇新增就业3万人。",
        "三、存在的问题",
        "产业结构还不够优,龙头企业少。",
    ]
)
SOURCE = from_text(TEXT, "r.txt")
DIGEST = digest_by_rules(SOURCE, Settings())
HEADS = heads_of(DIGEST, TEXT)


def number_of(name: str, letter: str = "A") -> int:
    found = re.findall(rf"\[(\d+){letter}\][^\n]*{name}", HEADS.text)
    assert found, HEADS.text
    return int(found[0])


def placeholder(text: str) -> int:
    (found,) = re.findall(r"\{(\d+)\}[+-]?" + re.escape(text), HEADS.text)
    return int(found)


def said(**told: Any) -> Conclusion:
    nothing: dict[str, Any] = {"top": [], "same": [], "links": [], "points": [], "title": None, "kind": None}
    answer = ClosingAnswer.model_validate_json(json.dumps({"seen": list(HEADS.seen)} | nothing | told))
    return judge_closing(answer, HEADS, DIGEST)


def item_id(name: str, letter: str = "A") -> str:
    return HEADS.items[number_of(name, letter) - 1].id


def test_heads_show_names_periods_and_figures_as_placeholders() -> None:
    assert re.search(r"\[\d+A\][^\n@]*地区生产总值@2022H1 \{\d+\}520\.3亿元 \{\d+\}\+6\.1%", HEADS.text)
    assert re.search(r"固定资产投资 \{\d+\}-2\.4%", HEADS.text)
    assert re.search(r"\[\d+T\]地区生产总值@2022 \{\d+\}\+6\.5%", HEADS.text)
    assert re.search(r"\[\d+T\]城镇新增就业 \{\d+\}≥3万人", HEADS.text)
    question = ask_closing(DIGEST, HEADS, load_template("close", "zh-Hans"))
    assert "JSON" in question.messages[0][1]
    assert HEADS.text in question.messages[-1][1]


def test_what_leads_is_what_was_said_and_the_others_keep_their_order() -> None:
    before = [item.id for item in sorted(DIGEST.achievements, key=lambda item: item.rank)]
    last = item_id("固定资产投资")
    after = conclude(DIGEST, said(top=[number_of("固定资产投资")]))
    assert after.leading.achievements[0] == last
    ranked = [item.id for item in sorted(after.achievements, key=lambda item: item.rank)]
    assert ranked == [last, *(one for one in before if one != last)]


def test_points_are_filled_with_the_sources_own_words() -> None:
    level, growth = placeholder("520.3亿元"), placeholder("6.1%")
    gdp = number_of("地区生产总值")
    told = said(points=[{"text": f"{{@{gdp}}},全市地区生产总值{{{level}}}、增长{{{growth}}}。", "items": [gdp]}])
    assert told.points[0][0] == "2022年上半年,全市地区生产总值520.3亿元、增长6.1%。"
    summary = conclude(DIGEST, told).summary
    assert summary.extractor == "rules"  # the digest's own reader; the model's digest says llm
    assert summary.points[0].text == told.points[0][0]
    assert summary.points[0].items == [HEADS.items[gdp - 1].id]
    assert summary.text == "".join(point.text for point in summary.points)


def test_a_point_that_may_not_stand_gives_way_to_the_reports_own_sentence() -> None:
    growth, fall = placeholder("6.1%"), placeholder("2.4%")
    told = said(
        points=[
            {"text": f"地区生产总值增长{{{growth}}}。", "items": [number_of("地区生产总值")]},
            {"text": f"固定资产投资增长{{{fall}}}。", "items": [number_of("固定资产投资")]},
            {"text": "产业结构还不够优。", "items": [999]},
        ]
    )
    assert len(told.points) == 1
    assert [reason.split(":")[0] for reason in told.dropped] == ["point 2", "point 3"]
    summary = conclude(DIGEST, told).summary
    assert len(summary.points) > 1
    assert summary.points[1:] == [point for point in DIGEST.summary.points if point in summary.points[1:]]


def test_facts_are_joined_only_where_they_say_the_same() -> None:
    gdp = next(item for item in DIGEST.achievements if item.id == item_id("地区生产总值"))
    again = gdp.model_copy(update={"id": "i-again", "metric": "经济总量", "rank": len(DIGEST.achievements) + 1})
    twice = DIGEST.model_copy(update={"achievements": [*DIGEST.achievements, again]})
    assert [item.id for item in conclude(twice, Conclusion(same=((gdp.id, "i-again"),))).achievements] == [
        item.id for item in DIGEST.achievements
    ]
    weak = gdp.model_copy(update={"id": "i-weak", "rank": 99, "salience": "routine"})
    both = DIGEST.model_copy(update={"achievements": [weak, *DIGEST.achievements]})
    (told,) = [item for item in conclude(both, Conclusion(same=(("i-weak", gdp.id),))).achievements if item.id == "i-weak"]
    assert (told.salience, told.rank) == (gdp.salience, gdp.rank)
    different = conclude(DIGEST, Conclusion(same=((gdp.id, item_id("固定资产投资")),)))
    assert different.achievements == DIGEST.achievements
    other_kind = conclude(DIGEST, Conclusion(same=((gdp.id, item_id("城镇新增就业", "T")),)))
    assert (other_kind.achievements, other_kind.targets) == (DIGEST.achievements, DIGEST.targets)


def test_progress_is_linked_only_inside_the_targets_period() -> None:
    target = item_id("城镇新增就业", "T")
    bare = DIGEST.model_copy(update={"targets": [item.model_copy(update={"progress": None}) for item in DIGEST.targets]})
    done = next(item for item in DIGEST.achievements if item.metric and "新增就业" in item.metric)
    (linked,) = [item for item in conclude(bare, Conclusion(links=((target, (done.id,)),))).targets if item.id == target]
    inside = linked.period is not None and done.period is not None and linked.period.start <= done.period.start
    assert (linked.progress is not None) == inside


def _heads(text: str) -> tuple[Heads, Digest]:
    digest = digest_by_rules(from_text(text, "r.txt"), Settings())
    return heads_of(digest, text), digest


def test_a_closing_list_holds_risks_goals_of_years_and_what_is_told_without_figures() -> None:
    figures = "".join(f"{name}增长{n}.5%。" for n, name in enumerate(["地区生产总值", "固定资产投资", "进出口总额", "工业用电量"] * 8))
    text = "\n".join(
        [
            "临江市2026年政府工作报告",
            "一、2025年工作回顾",
            f"{figures}创成全国首批文明典范城市。",
            "二、“十五五”时期目标",
            "到2030年,地区生产总值年均增长5%左右。",
            "三、2026年工作安排",
            f"{figures.replace('增长', '力争增长')}",
            "四、存在的问题",
            "改革还要深化,有的干部担当不够。",
        ]
    )
    heads, _ = _heads(text)
    assert re.search(r"\[\d+R\]", heads.text)
    assert re.search(r"\[\d+A\]\S*文明典范城市", heads.text)
    assert re.search(r"\[\d+T\]地区生产总值@\S*2030\S* \{\d+\}\+≈5%", heads.text)


def test_a_closing_list_with_room_holds_the_first_details_of_each_section() -> None:
    fields = ["医疗", "水利", "文化", "体育", "养老", "物流", "教育", "交通", "环保", "农业", "林业", "渔业", "旅游", "科技"]
    plans = [f"({n}){name}工作。\n建成{name}中心{n + 3}个。新建{name}站点{n + 12}座。" for n, name in enumerate(fields, start=1)]
    heads, digest = _heads("\n".join(["临江市2026年政府工作报告", "一、2026年工作安排", "地区生产总值增长5%。", *plans]))
    details = [item for item in digest.targets if item.salience == "detail"]
    shown = {item.id for item in heads.items}
    assert any(item.id in shown for item in details if item.id not in digest.leading.targets)
    assert {item.evidence[0].section for item in details} <= {item.evidence[0].section for item in heads.items}


def test_bounds_are_shown_and_stand_again_in_the_sentence() -> None:
    text = (
        "临江市2022年工作报告\n一、2022年工作回顾\n全市地区生产总值增长6%左右。城镇新增就业40万人以上。"
        "\n二、2023年目标\n力争工业投资规模突破100亿元。"
    )
    heads, digest = _heads(text)
    assert "+≈6%" in heads.text
    assert "≥40万人" in heads.text

    def number(words: str) -> str:
        (found,) = re.findall(r"(\{\d+\})[+≈≥＞]*" + words, heads.text)
        return str(found)

    growth, jobs, money = number("6%"), number("40万人"), number("100亿元")
    points = [
        {"text": f"地区生产总值增长{growth},城镇新增就业不少于{jobs}。", "items": []},
        {"text": f"力争工业投资规模突破{money}。", "items": []},
        {"text": f"工业投资规模目标为{money}。", "items": []},
    ]
    told = judge_closing(ClosingAnswer.model_validate({"seen": list(heads.seen), "points": points}), heads, digest)
    assert told.dropped == ()
    assert [point[0] for point in told.points] == [
        "地区生产总值增长6%左右,城镇新增就业不少于40万人。",
        "力争工业投资规模突破100亿元。",
        "工业投资规模目标突破100亿元。",
    ]


def test_facts_that_cannot_be_joined_are_noted() -> None:
    gdp, jobs = number_of("地区生产总值"), number_of("城镇新增就业")
    told = said(same=[{"at": [gdp, jobs]}, {"at": [gdp]}])
    assert told.dropped == (f"same: [{jobs}] tell another fact or value than {gdp}", f"same: [{gdp}] are no two facts")


def test_outcome_goal_and_owner_are_shown_and_a_comparison_stands_only_as_they_have_it() -> None:
    text = (
        "Annual report of the Harbour Agency for the fiscal year ended September 30, 2024\nResults\n"
        "The review found a late payment rate of 0.7%, which is below the risk threshold of 1.5%.\n"
        "The agency paid 226 grants and repaired 14 berths.\nPlans\nThe Harbour Board will build 5 berths by June 2025."
    )
    heads, digest = _heads(text)
    assert re.search(r"late payment rate@\S+ \{\d+\}0\.7% ⇒1\.5%", heads.text), heads.text
    assert re.search(r"\[\d+T\][^\n]*&Harbour Board \{\d+\}5", heads.text), heads.text
    (rate,) = re.findall(r"(\{\d+\})0\.7%", heads.text)
    said = {
        "honest": f"The late payment rate was below the risk threshold at {rate}.",
        "denied": f"The late payment rate did not exceed the risk threshold at {rate}.",
        "false": f"The late payment rate exceeded the risk threshold at {rate}.",
    }
    for name, point in said.items():
        answer = ClosingAnswer.model_validate({"seen": list(heads.seen), "points": [{"text": point, "items": []}]})
        assert len(judge_closing(answer, heads, digest).points) == (name != "false")


def test_a_link_that_cannot_be_carried_out_is_noted() -> None:
    target = number_of("地区生产总值", "T")
    later = DIGEST.model_copy(update={"targets": [item.model_copy(update={"period": None}) for item in DIGEST.targets]})
    heads = heads_of(later, TEXT)
    answer = ClosingAnswer.model_validate({"seen": [], "links": [{"target": target, "achievements": [number_of("地区生产总值")]}]})
    told = judge_closing(answer, heads, later)
    assert told.links == ()
    assert "period" in told.dropped[0]


def test_a_figure_that_several_sentences_tell_is_shown_once() -> None:
    first, *others = DIGEST.achievements
    level, growth = first.figures
    again = level.model_copy(update={"id": "f99", "start": level.start + 900, "end": level.end + 900})
    told_twice = DIGEST.model_copy(update={"achievements": [first.model_copy(update={"figures": [level, growth, again]}), *others]})
    assert heads_of(told_twice, TEXT).text.split("›", 1)[1].rsplit("‹", 1)[0] == HEADS.text.split("›", 1)[1].rsplit("‹", 1)[0]
    other = again.model_copy(update={"value": Decimal("520.4"), "text": "520.4亿元"})
    told_otherwise = DIGEST.model_copy(update={"achievements": [first.model_copy(update={"figures": [level, growth, other]}), *others]})
    assert "520.4亿元" in heads_of(told_otherwise, TEXT).text


def test_what_the_closing_calls_routine_leads_no_more() -> None:
    name = "城镇新增就业"
    assert item_id(name) in DIGEST.leading.achievements
    after = conclude(DIGEST, said(routine=[number_of(name)]))
    item = next(one for one in after.achievements if one.id == item_id(name))
    assert item.salience == "routine"
    assert item.rank == len(after.achievements)
    assert item.id not in after.leading.achievements


def test_place_and_issuer_are_words_of_the_opening_where_neither_was_read() -> None:
    report = DIGEST.report.model_copy(update={"place": None, "issuer": None})
    digest = DIGEST.model_copy(update={"report": report})
    heads = heads_of(digest, "临江港务局\n" + TEXT)
    assert heads.opening.startswith("临江港务局")
    told = judge_closing(ClosingAnswer.model_validate({"seen": [], "issuer": "临江港务局", "place": "北江市"}), heads, digest)
    assert (told.issuer, told.place) == ("临江港务局", None)
    after = conclude(digest, told).report
    assert (after.issuer, after.basis.issuer) == ("临江港务局", "inferred")


def test_a_title_must_stand_in_the_opening() -> None:
    heads = Heads(HEADS.items, HEADS.figures, HEADS.text, HEADS.seen, "临江市上半年情况\n各位代表")
    nothing: dict[str, Any] = {"seen": [], "title": "临江市上半年情况", "kind": "work_report"}
    digest = DIGEST.model_copy(update={"report": DIGEST.report.model_copy(update={"basis": _unknown(DIGEST)})})
    told = judge_closing(ClosingAnswer.model_validate(nothing), heads, digest)
    assert (told.title, told.kind) == ("临江市上半年情况", "work_report")
    assert conclude(digest, told).report.basis.title == "inferred"
    invented = judge_closing(ClosingAnswer.model_validate(nothing | {"title": "别的报告"}), heads, digest)
    assert invented.title is None


def _unknown(digest: Digest) -> Any:
    return digest.report.basis.model_copy(update={"title": "none", "kind": "none"})


def test_a_run_asks_once_for_each_report_and_keeps_the_answer(tmp_path: Path) -> None:
    with ScriptedServer() as server:
        settings = Settings(model="m", base_url=server.base_url, dialect="edit", cache_dir=tmp_path / "cache")
        (first,) = digest_all([SOURCE], settings)
        asked = len(server.requests)
        (second,) = digest_all([SOURCE], settings)
    assert asked == 2
    assert len(server.requests) == asked
    assert first.digest is not None
    assert second.digest is not None
    assert first.digest.to_json() == second.digest.to_json()
    assert first.digest.summary.extractor == "llm"
    assert verify(first.digest, SOURCE) == []


def test_without_the_question_or_its_answer_the_rules_lead() -> None:
    def answer(request: Received) -> str:
        return answer_for(request.question) if "#" in request.question else "nonsense"

    with ScriptedServer(Script(answer=answer)) as server:
        settings = Settings(model="m", base_url=server.base_url, dialect="edit")
        (failed,) = digest_all([SOURCE], settings)
        asked = len(server.requests)
        (without,) = digest_all([SOURCE], settings.model_copy(update={"closing": False}))
    assert asked > 2
    assert failed.digest is not None
    assert without.digest is not None
    assert failed.digest.to_json() == without.digest.to_json()
    assert failed.record is not None
    assert "closing question" in failed.record.problems[0]


def test_a_report_in_which_nothing_matters_is_not_asked_about() -> None:
    with ScriptedServer() as server:
        list(digest_all([from_text("报告\n一、工作\n做好服务。", "r.txt")], Settings(model="m", base_url=server.base_url, dialect="edit")))
    assert len(server.requests) == 1


def test_a_head_whose_statement_denies_it_shows_the_words_that_do() -> None:
    text = (
        "Annual report of the Harbour Agency for the fiscal year ended September 30, 2024\nResults\nThe agency paid 226 grants and repaired"
        " 14 berths.\nRisks\nThe night ferries have not been able to meet the demand of the islands."
    )
    heads, digest = _heads(text)
    (risk,) = [line for line in heads.text.splitlines() if re.match(r"\S*\[\d+R\]", line)]
    assert " not " in risk
    (item,) = digest.risks
    named = item.model_copy(update={"metric": "demand of the islands"})
    (line,) = [one for one in heads_of(digest.model_copy(update={"risks": [named]}), text).text.splitlines() if "R]" in one]
    assert "have not been able to meet the demand of the islands" in line


def test_an_opening_ends_with_no_torn_number() -> None:
    text = (
        f"{'Notes of the harbour master on ferries and weather. ' * 3}Ferries carried in the year 5.563480741797433 million of the people."
    )
    assert 5 < 200 - text.index("5.56") < 17
    heads, _ = _heads(text)
    assert heads.opening.endswith("in the year")


def _faults(text: str, *points: str) -> list[str | None]:
    """Return why each of these sentences over a report is refused, its figures called {0}, {1}… in text order; None where it stands."""
    digest = digest_by_rules(from_text(text, "r.txt"), Settings())
    heads = heads_of(digest, text)
    nothing: dict[str, Any] = {"top": [], "same": [], "links": [], "title": None, "kind": None}
    everything = list(range(1, len(heads.items) + 1))
    reasons: list[str | None] = []
    for point in points:
        told = {"text": point, "items": everything}
        answer = ClosingAnswer.model_validate_json(json.dumps({"seen": list(heads.seen), "points": [told]} | nothing))
        reasons.append(next(iter(judge_closing(answer, heads, digest).dropped), None))
    return reasons


def test_a_word_of_importance_is_not_read_over_the_end_of_another() -> None:
    text = (
        "临江市政府工作报告\n一、2021年工作回顾\n新建学校3所。\n二、2022年工作安排\n确保民间投资占固定资产投资比重达40%以上,新建公园5个。"
    )
    assert _faults(text, "民间投资占固定资产投资比重要不低于{2}。", "民间投资占固定资产投资比重不低于{2}。") == [
        None,
        "point 1: {2} is a target and no word before it says so",
    ]


def test_a_bound_before_a_figure_is_no_comparison() -> None:
    text = "临江市政府工作报告\n一、2021年工作回顾\n新建学校3所。\n二、2022年工作安排\n逾期项目占比控制在3%以内,新建公园5个。"
    assert _faults(text, "逾期项目占比要不超过{2}。", "逾期项目占比要超过{2}。", "逾期项目占比要低于全省水平{2}。") == [
        None,
        "point 1: {2} stands behind 超过, which its source does not say",
        "point 1: {2} is compared as its source does not",
    ]


def test_two_names_that_share_their_end_may_stand_in_one_sentence() -> None:
    text = "临江县产业扶持办法\n第二章 扶持措施\n对主板上市企业奖励500万元。\n对中小板、创业板上市的企业奖励300万元。\n新建公园5个。"
    right, turned, wrong = (
        "主板上市企业奖励计划为{1},创业板上市企业奖励计划为{2}。",
        "创业板上市企业奖励计划为{2},主板上市企业奖励计划为{1}。",
        "主板上市企业奖励计划为{2}。",
    )
    assert _faults(text, right, turned) == [None, None]
    assert _faults(text, wrong) != [None]


def test_what_is_so_only_by_and_large_is_not_told_outright() -> None:
    text = "临江市政府工作报告\n一、2021年工作回顾\n全市居民人均可支配收入增长6%,与经济增长基本同步。新建公园5个。新建学校3所。"
    name = "全市居民人均可支配收入增长{1}"
    outright, hedged = _faults(text, f"{name},与经济增长同步。", f"{name},与经济增长基本同步。")
    assert outright == "point 1: it leaves out that it is so only 基本"
    assert hedged is None


def test_a_bracket_that_says_what_is_not_counted_denies_nothing() -> None:
    text = "临江县产业扶持办法\n第二章 扶持措施\n新上工业项目（不含采矿项目）企业奖励300万元。\n新建公园5个。\n新建学校8所。"
    digest = digest_by_rules(from_text(text, "r.txt"), Settings())
    assert "¬" not in heads_of(digest, text).text


def test_a_bracket_that_says_what_is_not_done_denies_it() -> None:
    assert denied_stretch("新建公园（未开放）", "新建公园") == "新建公园（未开放）"
    assert denied_stretch("新上工业项目（不含采矿项目）", "新上工业项目") is None
    assert denied_stretch("New parks (not opened)", "New parks") == "New parks (not opened)"
    assert denied_stretch("New parks (not including gardens)", "New parks") is None


def test_a_refused_sentence_gives_way_to_none_in_which_a_speaker_tells_of_himself() -> None:
    lines = ["I shall allocate $80 million for the harbour.", "Phase I of 2 quays opened.", "Retail sales rose by 5%."]
    text = "Port City Budget 2022\n1. Review of 2021\n" + "\n".join(lines)
    digest = digest_by_rules(from_text(text, "r.txt"), Settings())
    first = digest.achievements[0]
    points = [point.model_copy(update={"text": line}) for point, line in zip(digest.summary.points * 3, lines, strict=False)]
    points = [point.model_copy(update={"items": [f"x{n}"]}) for n, point in enumerate(points)]
    before = digest.model_copy(update={"summary": digest.summary.model_copy(update={"points": points})})
    after = conclude(before, Conclusion(points=(("Exports grew.", (first.id,)),), dropped=("point 2: it is no sentence",)))
    assert [point.text for point in after.summary.points if "shall" in point.text] == []
    assert [point.text for point in after.summary.points[1:]] == lines[1:]  # a Roman number is no speaker


def test_what_money_is_given_for_may_stand_behind_the_sum() -> None:
    text = "\n".join(
        [
            "Port City Budget 2022",
            "1. Measures",
            "We will allocate $26 million for the promotion of harbour tourism.",
            "We will provide $40 million for the repair of school roofs.",
            "We will build 3 piers.",
        ]
    )
    right, wrong = _faults(
        text,
        "Port City will allocate {1} for the promotion of harbour tourism.",
        "Port City will allocate {1} for the repair of school roofs.",
    )
    assert right is None
    assert wrong is not None
