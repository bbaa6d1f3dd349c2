"""Which place a report speaks for."""

from __future__ import annotations

import pytest

from reportsum.places import NATION, Place, find_place, short_name


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("关于南通市2022年国民经济和社会发展计划上半年执行情况的报告", "南通市"),
        ("江苏省南通市海安市2023年政府工作报告", "海安市"),
        ("新疆维吾尔自治区2024年政府工作报告", "新疆维吾尔自治区"),
        ("阿坝州2023年政府工作报告", "阿坝藏族羌族自治州"),
        ("杭州市余杭区2023年国民经济和社会发展统计公报", "余杭区"),
        ("2023年浦东新区政府工作报告", "浦东新区"),
        ("苏州工业园区2023年工作报告", "苏州工业园区"),
        ("2023年广东国民经济和社会发展统计公报", "广东省"),
        ("中华人民共和国2023年国民经济和社会发展统计公报", NATION),
        ("青溪市人民政府关于印发青溪市2023年工作要点的通知", "青溪市"),
    ],
)
def test_a_title_names_its_place(title: str, place: str) -> None:
    assert find_place("", (title,), "") == Place(place, said=True)


def test_without_a_title_the_place_is_the_one_named_most() -> None:
    text = "我市扎实推进改革。南通市人民政府出台政策。南通制造享誉全国。苏州企业来通投资。南通港吞吐量增长。"
    assert find_place(text, (None,), "现在，我代表市人民政府向大会报告工作") == Place("南通市", said=False)


def test_a_place_that_others_are_measured_by_does_not_count() -> None:
    text = "完成南通市下达任务。高于南通市平均。列南通市第一。启东市人民政府办好实事。启东港建成。启东经济回暖。"
    assert find_place(text, (None,), "") == Place("启东市", said=False)


def test_a_report_of_the_state_council_speaks_for_the_nation() -> None:
    assert find_place("上海、北京、广东等地", ("政府工作报告",), "现在，我代表国务院，向大会报告政府工作") == Place(NATION, said=True)


def test_a_policy_address_speaks_for_its_region() -> None:
    assert find_place("香港会继续发挥优势，香港的经济增长3.2%。", ("行政长官2023年施政报告",), "") == Place("香港特别行政区", said=True)


def test_no_place_is_better_than_a_guess() -> None:
    assert find_place("全县上下攻坚克难，各项事业取得进步。", (None,), "") is None


@pytest.mark.parametrize(("name", "short"), [("南通市", "南通"), ("沙县", "沙县"), ("内蒙古自治区", "内蒙古"), ("蒙阴县", "蒙阴")])
def test_a_short_name_is_the_name_without_its_rank(name: str, short: str) -> None:
    assert short_name(name) == short
