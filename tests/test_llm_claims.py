"""Sentences of a model that hold no figure: nothing may be told as denied, done, lacking or done by whom otherwise than its facts do."""

from __future__ import annotations

import pytest

from reportsum.extraction.llm.claims import Told
from reportsum.extraction.llm.closing.concluding import judge_closing
from reportsum.extraction.llm.closing.question import heads_of
from reportsum.extraction.llm.closing.wire import ClosingAnswer
from reportsum.extraction.llm.prose import Amount, Sources, fault
from reportsum.models import Kind
from reportsum.pipeline import digest_by_rules
from reportsum.reading import from_text
from reportsum.settings import Settings


def resting_on(kind: Kind, text: str, *, owner: str = "", head: str = "", amounts: dict[int, Amount] | None = None) -> Sources:
    words = "\n".join([head, text, owner])
    return Sources(amounts or {}, {1: "2031"}, words, facts=(Told(kind, text, bool(owner)),))


RIVERTON = "Riverton\nHarbour Agency\nAnnual review of the Harbour Agency"
LINJIANG = "临江市\n临江市港务局\n市政府\n临江市港口发展报告"
AMOUNTS = {1: Amount(("berths",), False, False, "exact", "target", "2031", "The Harbour Board is to have berths repaired of ", text="5")}

# (facts, false sentences, honest sentences)
DENIED = [
    (
        resting_on("achievement", "The inspectors found no fraud in the ferry programme.", head=RIVERTON),
        """Fraud was found in the ferry programme.
        There was fraud in the ferry programme.
        The inspectors found fraud in the ferry programme.
        The Harbour Agency found fraud.
        The ferry programme had fraud in {@1}.""",
        """The inspectors found no fraud in the ferry programme.
        No fraud was found in the ferry programme.
        In {@1}, the Harbour Agency found no fraud.""",
    ),
    (
        resting_on("achievement", "The ferry grants were not susceptible to significant losses", head=RIVERTON),
        """The ferry grants were susceptible to significant losses.
        In {@1}, the ferry grants were susceptible to losses.
        Riverton ferry grants are susceptible to significant losses.""",
        """The ferry grants were not susceptible to significant losses.
        In {@1}, the ferry grants of the Harbour Agency were not susceptible to losses.""",
    ),
    (
        resting_on("achievement", "The review did not identify any repairs needed and the Agency reviewed each berth", head=RIVERTON),
        """The review identified repairs needed.
        Repairs were needed.
        The review of the Agency identified any repairs.
        The Agency did not review each berth.""",
        """The review did not identify any repairs.
        The Agency reviewed each berth.
        In {@1}, the Agency reviewed each berth, and the review did not identify repairs.""",
    ),
    (
        resting_on("achievement", "The Board was unable to conduct a night ferry service.", head=RIVERTON),
        """The Board was able to conduct a night ferry service.
        The Board conducted a night ferry service.
        A night ferry service was conducted.""",
        "The Board was unable to conduct a night ferry service.",
    ),
    (
        resting_on("achievement", "The quay was rebuilt without closing the fish market", head=RIVERTON),
        """The quay was rebuilt, closing the fish market.
        The fish market was closing.
        The quay was not rebuilt.""",
        "The quay was rebuilt without closing the fish market.",
    ),
    (
        resting_on("achievement", "Inspectors reported no theft, waste or abuse of stores. None of the cranes failed.", head=RIVERTON),
        """Waste of stores was reported.
        Abuse of stores was reported by inspectors.
        The cranes failed.
        Inspectors reported theft.""",
        """Inspectors reported no theft, waste or abuse of stores.
        None of the cranes failed.""",
    ),
    (
        resting_on("achievement", "The grants office didn't miss a deadline; it never lost a file and cannot reopen claims", head=RIVERTON),
        """The grants office missed a deadline.
        The office lost a file.
        The grants office can reopen claims.""",
        """The grants office didn't miss a deadline.
        It never lost a file.""",
    ),
    (
        resting_on("achievement", "全市未发现违规占用岸线问题，未发生重大港口事故。", head=LINJIANG),
        """全市发现违规占用岸线问题。
        临江市发生重大港口事故。
        {@1}，全市发现违规占用岸线、发生重大港口事故。
        全市存在违规占用岸线问题。
        违规占用岸线问题突出，未发生港口事故。""",
        """全市未发现违规占用岸线问题。
        {@1}，临江市未发生重大港口事故。
        全市未发现违规占用岸线问题，未发生重大港口事故。""",
    ),
    (
        resting_on("risk", "渔港布局还不够合理，渔船安全监管不到位，远洋补贴尚未落实，冷库没有连成网络。", head=LINJIANG),
        """渔港布局合理。
        渔港布局还够合理。
        渔船安全监管到位。
        远洋补贴落实。
        远洋补贴已落实。
        冷库连成网络。""",
        """渔港布局还不够合理。
        渔船安全监管不到位，远洋补贴尚未落实。
        渔港布局、渔船安全监管等方面存在问题。
        冷库没有连成网络。""",
    ),
    (
        resting_on("achievement", "港口服务水平不断提升，渔民无一人返贫，岸线污染得不到治理的局面改变。", head=LINJIANG),
        """渔民返贫。
        全市渔民一人返贫。
        港口服务水平没有提升。
        港口服务水平未提升。""",
        """港口服务水平不断提升。
        港口服务水平提升。
        渔民无一人返贫。""",
    ),
    (
        resting_on("achievement", "渔业协会未能建立渔船保险机制，无力组织远洋捕捞，并非全部渔船登记。", head=LINJIANG),
        """渔业协会建立渔船保险机制。
        渔业协会建立了渔船保险机制。
        渔业协会组织远洋捕捞。
        全市渔船登记。""",
        "渔业协会未能建立渔船保险机制。",
    ),
    (
        resting_on("risk", "港口总量不大、渔民收入不高，不得出现侵占与岸线不符的围垦，冷库容量不足。", head=LINJIANG),
        """港口总量大、渔民收入不高。
        港口总量不大、渔民收入高。
        冷库容量足。
        不得出现侵占与岸线符的围垦。""",
        "港口总量不大、渔民收入不高。",
    ),
    (
        resting_on("target", "We must not raise ferry fares without good cause or without regard to islanders.", head=RIVERTON),
        """We must raise ferry fares without good cause.
        We must not raise ferry fares good cause.
        We must not raise ferry fares without good cause or regard to islanders.""",
        "We must not raise ferry fares without good cause.",
    ),
]
DOERS = [
    (
        resting_on("target", "建立岸线审核委员会，制定岸线负面清单。", owner="港口管理处", head=LINJIANG),
        """国务院要建立岸线审核委员会。
        省政府要建立岸线审核委员会。
        市教育局将建立岸线审核委员会。
        渔船所有者要制定岸线负面清单。
        学校要建立岸线审核委员会。
        要由财政部建立岸线审核委员会。
        由市财政局建立岸线审核委员会。
        岸线负面清单由渔业公司制定。
        国务院建立岸线审核委员会。
        学校建立岸线审核委员会。
        市公安局、港口管理处要建立岸线审核委员会。
        省港务局应制定岸线负面清单。
        渔船所有者须制定岸线负面清单。
        渔业集团应当建立岸线审核委员会。""",
        """港口管理处要建立岸线审核委员会。
        要建立岸线审核委员会。
        港口管理处要建立岸线审核委员会，制定岸线负面清单。
        市政府将建立岸线审核委员会。
        临江市将制定岸线负面清单。
        临江市港务局要制定岸线负面清单。
        全市要制定岸线负面清单。
        由港口管理处制定岸线负面清单。
        {@1}，要建立岸线审核委员会。
        下一步，我市将建立岸线审核委员会。
        岸线审核委员会要建立。""",
    ),
    (
        resting_on("target", "The Harbour Board will deepen the north channel.", owner="Harbour Board", head=RIVERTON),
        """The Treasury will deepen the north channel.
        The Ministry will deepen the north channel.
        Parliament is to deepen the north channel.
        The Fisheries Bureau will deepen the north channel.
        The north channel will be deepened by the Council.
        The city council will deepen the north channel.""",
        """The Harbour Board will deepen the north channel.
        The Harbour Agency will deepen the north channel.
        The north channel will be deepened.
        Riverton will deepen the north channel.""",
    ),
]
TIMES = [
    (
        resting_on("target", "建成滨江渔业中心，建立渔港管护机制。", owner="市渔业局", head=LINJIANG),
        """市渔业局已建成滨江渔业中心。
        全面建成渔港管护机制。
        建成了滨江渔业中心。
        市渔业局已建立渔港管护机制。
        渔港管护机制已经建立。
        建立了渔港管护机制。
        {@1}，滨江渔业中心建成。
        滨江渔业中心落成。
        市渔业局将建成滨江渔业中心，已建立渔港管护机制。
        严重缺少渔港管护机制。
        市渔业局缺乏渔港管护机制。
        渔港管护机制薄弱。
        渔港管护机制短缺。
        滨江渔业中心建立滞后。""",
        """市渔业局将建成滨江渔业中心。
        要建立渔港管护机制。
        计划建成滨江渔业中心，建立渔港管护机制。
        建立渔港管护机制。
        力争建成滨江渔业中心。
        市渔业局拟建成滨江渔业中心。""",
    ),
    (
        resting_on(
            "target", "The Harbour Board will dredge the north channel and set up a seal rescue.", owner="Harbour Board", head=RIVERTON
        ),
        """The Harbour Board has dredged the north channel.
        The Harbour Board dredged the north channel.
        The north channel was dredged.
        The north channel has been dredged.
        The north channel is dredged.
        The Harbour Board had dredged the north channel.
        The seal rescue was set up.
        As planned, the north channel was dredged.
        The Harbour Board lacks a seal rescue.
        The seal rescue is weak.""",
        """The Harbour Board will dredge the north channel.
        The north channel is to be dredged.
        The north channel will have been dredged.
        The Harbour Board is to dredge the north channel and set up a seal rescue.
        The Harbour Board plans to set up a seal rescue.
        The Harbour Board must dredge the north channel.
        The Harbour Board will dredge the north channel, and a seal rescue will be set up.""",
    ),
    (
        resting_on("achievement", "完成渔港清淤工程，建成渔民学堂。", head=LINJIANG),
        """将完成渔港清淤工程。
        临江市将建成渔民学堂。
        力争完成渔港清淤工程。
        渔民学堂有望建成。
        预计完成渔港清淤工程。
        要完成渔港清淤工程。
        拟建成渔民学堂。
        渔港清淤工程缺乏。""",
        """完成渔港清淤工程。
        已完成渔港清淤工程。
        建成了渔民学堂。
        {@1}，临江市建成渔民学堂。
        渔民学堂已建成。""",
    ),
    (
        resting_on("achievement", "The Agency opened a seal rescue.", head=RIVERTON),
        """The Agency will open a seal rescue.
        The Agency is to open a seal rescue.
        A seal rescue should be opened.
        The Agency must open a seal rescue.
        The Agency intends to open a seal rescue.
        The Agency lacks a seal rescue.""",
        """The Agency opened a seal rescue.
        The Agency has opened a seal rescue.
        In {@1}, a seal rescue was opened.""",
    ),
]


def lines(texts: str) -> list[str]:
    return [line.strip() for line in texts.splitlines() if line.strip()]


@pytest.mark.parametrize(("sources", "false", "_honest"), [*DENIED, *DOERS, *TIMES])
def test_what_the_facts_tell_otherwise_is_refused(sources: Sources, false: str, _honest: str) -> None:
    assert [text for text in lines(false) if fault(text, sources) is None] == []


@pytest.mark.parametrize(("sources", "_false", "honest"), [*DENIED, *DOERS, *TIMES])
def test_what_is_told_as_the_facts_do_stands(sources: Sources, _false: str, honest: str) -> None:
    assert {text: reason for text in lines(honest) if (reason := fault(text, sources)) is not None} == {}


def test_names_with_a_slash_common_verbs_and_the_reports_head_may_stand() -> None:
    words = "The Agency utilized the berth register for programs/activities. The Board is to have berths repaired of \n by June."
    sources = resting_on("target", words, head=RIVERTON, amounts=AMOUNTS)
    attained = resting_on("achievement", words.partition(". ")[0], head=RIVERTON)
    assert fault("Riverton's Harbour Agency used the berth register for programs/activities.", attained) is None
    assert fault("The Board is to have berths repaired of {1}.", sources) is None
    assert fault("The Board had berths repaired of {1}.", sources) is not None
    for strange in (
        "The Agency utilized the berth register for programs/grants.",
        "The Agency utilized berth/register.co/x.",
        "1/2 of berths.",
    ):
        assert fault(strange, attained) is not None, strange


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The late payment rate did not exceed the limit.", True),
        ("The late payment rate was below the limit.", True),
        ("The late payment rate exceeded the limit.", False),
    ],
)
def test_a_limit_that_was_not_exceeded_may_be_told_as_kept(text: str, stands: bool) -> None:
    facts = resting_on("achievement", "The late payment rate was below or did not exceed the limit", head=RIVERTON)
    assert (fault(text, facts) is None) == stands


def test_a_point_that_turns_its_fact_round_gives_way() -> None:
    text = "\n".join(
        [
            "临江市2022年工作报告",
            "一、2022年工作回顾",
            "全市地区生产总值增长6%。城镇新增就业3万人。",
            "二、存在的问题",
            "渔港布局还不够合理,渔船安全监管没有落实。",
        ]
    )
    digest = digest_by_rules(from_text(text, "r.txt"), Settings())
    heads = heads_of(digest, text)
    number = next(at for at, item in enumerate(heads.items, start=1) if "渔港布局" in item.statement)
    for point, stands in {"渔港布局还不够合理。": True, "渔港布局合理。": False}.items():
        answer = ClosingAnswer.model_validate({"seen": list(heads.seen), "points": [{"text": point, "items": [number]}]})
        assert (len(judge_closing(answer, heads, digest).points) == 1) == stands
