"""What a sentence tells, beside the rest, of works and institutions by their names."""

from __future__ import annotations

import pytest

import reportsum

HEAD = "东海县政府工作报告\n一、2025年工作回顾\n"


def names(text: str) -> list[str]:
    digest = reportsum.digest(HEAD + text)
    return [item.metric or "" for item in digest.achievements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "西环高铁建成通车，东湖机场三期全面投运，高铁里程达到300公里。",
            {"高铁里程", "西环高铁建成通车", "东湖机场三期投运"},
            id="beside_a_figure",
        ),
        pytest.param("城北大桥建成通车，石门水库工程基本完工。", {"城北大桥建成通车", "石门水库工程完工"}, id="two_without_figures"),
        pytest.param(
            "完成水利投资5亿元，开工东河至西岭、南湾至北坡铁路。", {"水利投资", "开工东河至西岭、南湾至北坡铁路"}, id="verb_first"
        ),
        pytest.param(
            "海天石化、云山重工一期等建成投产，工业投资增长5%。", {"工业投资", "海天石化、云山重工一期等建成投产"}, id="a_list_with_others"
        ),
        pytest.param("工业投资增长5%，获批国家科技成果转移转化示范区。", {"工业投资", "获批国家科技成果转移转化示范区"}, id="an_honour"),
        pytest.param("工业投资增长5%，连续第四年被评为“全省经济十强县”。", {"工业投资", "评为“全省经济十强县”"}, id="an_honour_again"),
    ],
)
def test_each_work_told_by_its_name_has_a_row(text: str, expected: set[str]) -> None:
    assert set(names(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一批重大项目开工建设，工业投资增长5%。", id="no_name"),
        pytest.param("新能源、新材料等新兴产业项目建成投产，工业投资增长5%。", id="fields_are_no_names"),
        pytest.param("交通、水利等重大项目开工，工业投资增长5%。", id="nor_are_sectors"),
        pytest.param("工业投资增长5%，获评各类荣誉。", id="an_honour_without_a_name"),
        pytest.param("建成现代化建设的重要战略支点，工业投资增长5%。", id="a_figure_of_speech"),
        pytest.param("开通至西岭的铁路，工业投资增长5%。", id="from_or_to_a_place_is_no_name"),
        pytest.param("东河水库即将建成，工业投资增长5%。", id="what_is_about_to_open_has_not_opened"),
    ],
)
def test_works_without_a_name_have_no_row_of_their_own(text: str) -> None:
    assert names(text) == ["工业投资"]


def test_a_work_that_names_the_sentence_already_has_no_second_row() -> None:
    assert names("城北大桥建成通车，群众出行更加便捷。") == ["城北大桥建成通车"]


def test_the_number_of_a_point_is_no_part_of_the_name() -> None:
    assert "西环高铁建成通车" in names("完成水利投资5亿元，②西环高铁建成通车。")


def test_a_work_whose_name_another_row_has_is_not_told_again() -> None:
    assert names("城北大桥建成通车，城北大桥建成通车里程3公里。") == ["城北大桥建成通车里程"]
