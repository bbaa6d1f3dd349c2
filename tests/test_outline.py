"""Outlines: section tree, run-in headings, boilerplate. Whole reports lie in `cases/outline/`, one layout a file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportsum.cleaning import clean
from reportsum.headings import Outline, Section, find_outline, outline_cautions
from reportsum.spans import Span

CASES = sorted((Path(__file__).parent / "cases" / "outline").glob("*.toml"))
SEEDS = Path(__file__).parent.parent / "seeds"


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def seed(name: str) -> str:
    with (SEEDS / f"{name}.txt").open(encoding="utf-8", errors="replace", newline="") as file:
        return clean(file.read()).text


def walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from walk(section.children)


def draw(sections: Sequence[Section], indent: str = "") -> Iterator[str]:
    """Yield the tree as the case files write it: label (- for none), title, stance, number of the task."""
    for section in sections:
        task = f" #{section.task}" if section.task else ""
        yield f"{indent}{section.label or '-'} {section.title} <{section.stance}>{task}"
        yield from draw(section.children, indent + "  ")


def texts(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_layout_of_the_genre_gives_its_tree(path: Path) -> None:
    case = load(path)
    outline = find_outline(clean(case["text"]).text)
    assert list(draw(outline.sections)) == case["tree"].strip("\n").split("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_layout_of_the_genre_gives_its_boilerplate_and_run_in_headings(path: Path) -> None:
    case = load(path)
    working = clean(case["text"]).text
    outline = find_outline(working)
    assert texts(working, outline.boilerplate) == case["boilerplate"]
    assert texts(working, outline.run_ins) == case["run_ins"]


@pytest.mark.parametrize(
    ("name", "main", "second"),
    [
        ("nantong-2022h1-plan", 2, 14),
        ("haian-2022h1-plan", 2, 11),
        ("nantong-2024-work-report", 3, 20),
        ("qidong-2020h1-plan", 4, 16),
        ("nantong-2019h1-key-tasks", 11, 100),
    ],
)
def test_a_seed_has_its_main_sections_and_subsections(name: str, main: int, second: int) -> None:
    sections = find_outline(seed(name)).sections
    assert (len(sections), sum(len(section.children) for section in sections)) == (main, second)


def test_tasks_run_through_the_sections_and_keep_their_numbers() -> None:
    sections = find_outline(seed("nantong-2019h1-key-tasks")).sections
    assert [task.task for section in sections for task in section.children] == list(range(1, 101))
    assert (sections[-1].label, sections[-1].title) == (None, "加强政府自身建设")


def test_the_heading_of_a_task_is_its_number_alone() -> None:
    text = seed("nantong-2019h1-key-tasks")
    task = find_outline(text).sections[0].children[0]
    assert text[task.heading.start : task.heading.end] == "1."
    assert "进展情况" in text[task.start : task.end]


@pytest.mark.parametrize(
    ("name", "stances"),
    [
        ("nantong-2022h1-plan", ["review", "plan"]),
        ("qidong-2020h1-plan", ["review", "review", "problems", "plan"]),
        ("nantong-2024-work-report", ["review", "plan", "plan"]),
    ],
)
def test_main_sections_review_plan_or_name_problems(name: str, stances: list[str]) -> None:
    assert [section.stance for section in find_outline(seed(name)).sections] == stances


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1.5万户居民用上天然气，2.3万人受益。", id="a_decimal_is_no_label"),
        pytest.param("一、二、三产业分别增长4.1%、5.2%、6.3%。", id="the_three_industries_are_no_label"),
        pytest.param("2023年，全市地区生产总值增长6%。", id="a_year_is_no_label"),
        pytest.param("问题不少：一是财力不足；二是人才短缺；三是项目偏少。", id="an_enumeration_inside_a_paragraph"),
        pytest.param("指标\t单位\t2023年\n一、地区生产总值\t亿元\t1286.5", id="table_rows"),
        pytest.param("", id="empty_text"),
        pytest.param("一、\n一、\n一、\n", id="labels_without_words"),
    ],
)
def test_nothing_here_opens_a_section(text: str) -> None:
    assert find_outline(text).sections == ()


def test_a_statement_behind_a_label_is_no_heading() -> None:
    text = "（一）地区生产总值增长5.5%左右，城镇新增就业3万人。\n（二）居民收入与经济增长同步，物价总体平稳。\n"
    outline = find_outline(text)
    assert texts(text, [section.heading for section in outline.sections]) == ["（一）", "（二）"]
    assert [section.title for section in outline.sections] == ["地区生产总值增长5.5%左右", "居民收入与经济增长同步，物价总体平稳"]


def test_a_lost_number_does_not_make_a_main_section_minor() -> None:
    tasks = "\n".join(f"{n}.完成第{n}批项目。\n进展情况：已开工。" for n in range(1, 7))
    more = "\n".join(f"{n}.完成第{n}批项目。\n进展情况：已开工。" for n in range(7, 10))
    outline = find_outline(f"一、加快项目建设\n{tasks}\n加强自身建设\n{more}\n")
    assert next(draw(outline.sections)) == "一、 加快项目建设 <plan>"
    assert [len(section.children) for section in outline.sections] == [6, 3]


def test_run_in_headings_are_found_where_a_paragraph_treats_several_topics() -> None:
    filler = "出台一揽子政策措施，为企业减负增效，新增减税降费12.6亿元，惠及市场主体3.2万户，有力支持了实体经济发展。"
    text = f"一是经济发展平稳有序。工业生产稳中有升。{filler * 2}服务业加快恢复。{filler}消费市场持续回暖。{filler}"
    outline = find_outline(text)
    assert texts(text, outline.run_ins) == ["工业生产稳中有升。", "服务业加快恢复。", "消费市场持续回暖。"]


def test_what_opens_a_paragraph_of_years_or_counts_up_within_one_heads_what_follows() -> None:
    text = (
        "溪口市2026年政府工作报告\n一、五年回顾\n五年来，我们精心守护青山碧水。森林覆盖率提高到62%，河流水质全部达标。\n"
        "一是综合实力稳步提升。地区生产总值达到900亿元，财政收入增长6%。二是文化事业更加繁荣。新建图书馆12座，开放博物馆3座，举办群众演出260场，群众满意。\n"
    )
    heads = texts(text, find_outline(text).run_ins)
    assert heads == ["五年来，我们精心守护青山碧水。", "一是综合实力稳步提升。", "二是文化事业更加繁荣。"]


def test_tasks_that_are_only_counted_up_head_nothing() -> None:
    text = "溪口市工作要点\n一、重点任务\n今年做好三件事。一是办好暑期托管班。二是改造西门菜场。三是整治城北河道，恢复水面。\n"
    assert "二是改造西门菜场。" not in texts(text, find_outline(text).run_ins)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("召开全市质量大会。", id="an_event"),
        pytest.param("新机场航站楼主体完工投用。", id="a_thing_done"),
        pytest.param("改善农房1.2万户。", id="a_figure"),
        pytest.param("组建粮食集团。", id="a_foundation"),
        pytest.param("农业获得了好收成。", id="a_harvest"),
        pytest.param("工作中还有不少缺点。", id="a_fault"),
    ],
)
def test_a_short_fact_is_no_run_in_heading(sentence: str) -> None:
    filler = "出台一揽子政策措施，为企业减负增效，新增减税降费12.6亿元，惠及市场主体3.2万户，有力支持了实体经济发展。"
    text = f"一是经济发展平稳有序。工业生产稳中有升。{filler * 2}{sentence}{filler}"
    assert sentence not in texts(text, find_outline(text).run_ins)


HOSTILE = {
    "one_character": "一" * 200_000,
    "nested_brackets": "（" * 10_000 + "）" * 10_000,
    "labels_without_words": "一、\n" * 20_000,
    "headings_only": "一、坚持发展\n" * 5_000,
    "markdown_only": "# 工作\n" * 5_000,
    "short_sentences": "发展持续向好。" * 20_000,
    "inline_labels": "。一、发展" * 20_000,
    "salutations": "各位代表" * 20_000,
    "dots": "一、工作" + "." * 100_000,
    "contents_only": "目录\n" + "一、概况....1\n" * 10_000,
    "problems_only": "一、2023年工作回顾\n" + "还存在困难问题不足\n" * 10_000,
    "plans_announced": "首先报告工作\n全县粮食丰收，畜牧业持续向好，渔民收入增加。\n" + "今年要" * 30_000 + "\n一、农业\n",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert_sound(text, find_outline(text))


PIECES = st.sampled_from(
    [
        "一、", "（一）", "(二)", "1.", "12.", "（1）", "①", "一是", "二是", "第一，", "第一章 ", "## ", "——", "2023年",
        "工作回顾", "下半年工作打算", "存在的问题", "加快建设", "经济运行稳中向好", "。", "，", "；", "：", "\n", "\n\n",
        "\r\n", "　", " ", "增长5.6%", "各位代表：", "进展情况：", "报告", "名词解释", "附件：", "[1]", "\t", "《", "》", "“", "”",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join))
def test_an_outline_of_any_text_is_sound(text: str) -> None:
    assert_sound(text, find_outline(text))


def assert_sound(text: str, outline: Outline) -> None:
    """Spans lie in the text, in order; children lie inside their parents; ids and levels say where a section stands."""
    for spans in (outline.run_ins, outline.boilerplate):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert_nested(outline.sections, Span(0, len(text)), "", 1)
    headings = [section.heading for section in walk(outline.sections)]
    assert all(one.end <= other.start for one, other in pairwise(headings))


def assert_nested(sections: Sequence[Section], around: Span, prefix: str, level: int) -> None:
    for number, section in enumerate(sections, start=1):
        assert around.start <= section.start == section.heading.start <= section.heading.end <= section.end <= around.end
        assert section.start < section.end
        # only a paragraph that admits problems, and the first of two documents, are sections without words of their own as heading
        assert section.heading.start < section.heading.end or section.label is None
        assert section.id == f"{prefix}{number}"
        assert section.level == level
        assert_nested(section.children, Span(section.start, section.end), f"{section.id}.", level + 1)
    assert all(one.end <= other.start for one, other in pairwise(sections))


# --- any tree, written down and read back ---

SYSTEMS = (
    ("cn", "cn_paren", "num"),
    ("cn", "spoken"),
    ("chapter", "article", "cn"),
    ("part", "cn", "cn_paren"),
    ("num", "num_paren"),
    ("md", "md_deep"),
    ("roman", "cn"),
)
NUMERALS = "一二三四五六七八九十"
TOPICS = (
    "工业经济稳中有升",
    "加快城乡融合",
    "民生福祉持续改善",
    "深化重点领域改革",
    "生态环境质量提升",
    "服务业",
    "夯实安全底线",
    "强化要素保障",
)
BODIES = (
    "全年完成投资86.5亿元，增长9.3%，新开工项目126个，竣工98个。",
    "我们坚持稳中求进，着力推动高质量发展，经济社会发展取得新的成绩。",
    "新增城镇就业3.6万人，城乡居民收入分别增长5.1%、6.9%；基本养老保险参保率达98.2%。",
)


def numbering(system: str, number: int) -> str:
    numeral = NUMERALS[number - 1]
    return {
        "cn": f"{numeral}、",
        "cn_paren": f"（{numeral}）",
        "num": f"{number}.",
        "num_paren": f"（{number}）",
        "spoken": f"{numeral}是",
        "chapter": f"第{numeral}章 ",
        "article": f"第{numeral}节 ",
        "part": f"第{numeral}部分 ",
        "md": "# ",
        "md_deep": "## ",
        "roman": ["I", "II", "III", "IV", "V"][number - 1] + ". ",
    }[system]


Tree = list[tuple[str, bool, str, list[Any]]]


def trees(depth: int) -> st.SearchStrategy[Tree]:
    """Trees of (title, runs into its paragraph, paragraph, children)."""
    children = trees(depth - 1) if depth > 1 else st.just([])
    return st.lists(st.tuples(st.sampled_from(TOPICS), st.booleans(), st.sampled_from(BODIES), children), min_size=1, max_size=4)


def write(tree: Tree, systems: Sequence[str], level: int = 1) -> Iterator[tuple[str, str, int]]:
    """Yield text, title and level of each section; headings of the deeper levels may run into their paragraphs."""
    for number, (title, runs_in, body, children) in enumerate(tree, start=1):
        label = numbering(systems[0], number)
        joined = runs_in and level > 1 and not label.startswith(("#", "第"))
        yield f"{label}{title}{'。' if joined else chr(10)}{body}\n", title, level
        if len(systems) > 1:
            yield from write(children, systems[1:], level + 1)


@settings(max_examples=120)
@given(st.sampled_from(SYSTEMS).flatmap(lambda systems: st.tuples(st.just(systems), trees(len(systems)))))
def test_any_tree_is_read_as_it_was_written(case: tuple[tuple[str, ...], Tree]) -> None:
    systems, tree = case
    sections = list(write(tree, systems))
    text = "全市坚持稳中求进工作总基调，扎实推进各项工作，现将有关工作开展和推进等方面的基本内容记录在此，以备查考。\n"
    text += "".join(section for section, _, _ in sections)
    found = [(section.title, section.level) for section in walk(find_outline(text).sections)]
    assert found == [(title, level) for _, title, level in sections]


@pytest.mark.parametrize("name", ["nantong-2022h1-plan", "haian-2022h1-plan", "nantong-2024-work-report", "qidong-2020h1-plan"])
@pytest.mark.parametrize("glue", [" ", ""], ids=["spaces", "nothing"])
def test_a_report_that_lost_its_line_ends_keeps_its_sections(name: str, glue: str) -> None:
    lines = [line.strip() for line in seed(name).split("\n") if line.strip()]
    whole = find_outline("\n".join(lines)).sections
    flat = find_outline(glue.join(lines)).sections
    # the paragraph that admits problems has no label; without its line ends it is no paragraph
    numbered = [[s.label for s in section.children if s.label] for section in whole]
    assert [[s.label for s in section.children if s.label] for section in flat] == numbered


@pytest.mark.parametrize("width", [36, 40])
def test_a_report_broken_at_print_width_keeps_its_sections(width: int) -> None:
    lines = [line.strip() for line in seed("nantong-2024-work-report").split("\n") if line.strip()]
    wrapped = [line[at : at + width] for line in ("　　" + line for line in lines) for at in range(0, len(line), width)]
    sections = find_outline(clean("\n".join(wrapped)).text).sections
    assert (len(sections), sum(len(section.children) for section in sections)) == (3, 20)


def test_a_paragraph_that_tells_a_whole_list_opens_no_section() -> None:
    text = "二、存在问题\n一是臭氧污染问题日益突出。二是部分污水处理厂进水浓度偏低。三是基层执法力量薄弱。\n三、工作打算\n新建管网180公里。"
    assert [(s.label, s.children) for s in find_outline(text).sections] == [("二、", ()), ("三、", ())]


def outline_of(source: str) -> list[str]:
    """Return the sections of a source, cleaned, as "label title" with two spaces a level, without stances."""
    return [line[: line.rindex(" <")] for line in draw(find_outline(clean(source).text).sections)]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param("一、 部门概况 PAGEREF _Toc51 h 2\n二、 决算情况 PAGEREF _Toc52 h 3\n三、 绩效情况 PAGEREF _Toc53 h 5", id="fields"),
        pytest.param("一、部门概况………2\n二、决算情况………3\n三、绩效情况………5", id="dotted_leaders"),
        pytest.param("一、部门概况\n二、决算情况\n三、绩效情况\n四、名词解释", id="an_entry_that_never_comes"),
    ],
)
def test_a_table_of_contents_is_no_section(entries: str) -> None:
    body = "一、部门概况\n\n全市设卫生院12所。\n\n二、决算情况\n\n收入合计3214.5万元。\n\n三、绩效情况\n\n门诊8.2万人次。\n"
    assert outline_of(f"松原里卫生局2022年度部门决算\n\n目录\n\n{entries}\n\n{body}") == ["一、 部门概况", "二、 决算情况", "三、 绩效情况"]


def test_a_label_and_its_title_on_two_lines_are_one_heading_though_the_contents_have_them_on_one() -> None:
    contents = "目  录\n第一部分 水务局概况\n一、主要职责\n第二部分 收支情况\n一、收入情况\n"
    body = "第一部分\n\n水务局概况\n\n一、主要职责\n\n管理水库9座。\n\n第二部分\n\n收支情况\n\n一、收入情况\n\n收入合计521.4万元。\n"
    assert outline_of(contents + "\n" + body) == ["第一部分 水务局概况", "  一、 主要职责", "第二部分 收支情况", "  一、 收入情况"]


def test_where_all_headings_carry_one_number_of_signs_the_chinese_numbering_decides() -> None:
    general = "# 一、综合\n\n经济平稳增长，就业稳定。\n\n# （一）产业\n\n粮食增产，工业向好。"
    text = f"# 2023年统计公报\n\n{general}\n\n# 二、财政\n\n收入增长，支出有保障。\n"
    assert outline_of(text) == ["一、 综合", "  （一） 产业", "二、 财政"]


def test_the_items_of_a_list_inside_a_sentence_open_no_section() -> None:
    items = "（一）依法登记；\n（二）有专职人员和固定场所；\n（三）近三年无违规记录。"
    text = f"一、申请条件\n\n申请单位应符合下列条件：\n{items}\n\n二、办理程序\n\n按季度受理，逐级审核。\n"
    assert outline_of(text) == ["一、 申请条件", "二、 办理程序"]


def test_numerals_of_main_sections_that_count_the_parts_of_a_sentence_open_no_section() -> None:
    items = (
        "一、合理调整渔船柴油的供应办法，把多余的指标逐步收回，推动渔船更新；\n\n"
        "二、适当提高淡水养殖的贷款期限，以利于调整结构；\n\n三、拉开优质鱼和一般鱼的差价，促进流通。"
    )
    text = f"（一）关于渔业\n\n渔业形势总的很好。\n\n决定采取以下步骤：\n\n{items}\n\n（二）关于盐业\n\n盐业要转产，职工要安置。\n"
    assert outline_of(text) == ["（一） 关于渔业", "（二） 关于盐业"]


def test_a_sentence_that_lays_down_a_rule_is_no_heading() -> None:
    text = (
        "一、申报要求\n\n各地按要求组织。\n\n"
        "（一）示范港应提供安全运行的证明材料。由几家单位申报时，材料由牵头单位提供。\n"
        "（二）船主不得重复申报。已经获得支持的项目不再安排。\n"
        "（三）首页填写人为联合体的，填写牵头单位。另附分工协议和各方盖章。\n\n"
        "二、应急保障\n\n各港应急物资要备足，队伍要练好。\n"
    )
    assert [line.strip() for line in outline_of(text) if line[0] != " "] == ["一、 申报要求", "二、 应急保障"]
    assert not any("应提供" in line or "不得" in line or "填写" in line for line in outline_of(text))


def test_below_the_articles_of_a_rule_nothing_but_chapters_is_a_heading() -> None:
    text = (
        "第一章 总则\n\n第一条 为规范渔港管理，制定本办法。\n第二条 渔港分为三级，由市政府公布。\n\n"
        "第二章 停泊\n\n第三条 停泊应当符合下列要求：\n（一）船主向管理站提交申请材料。材料包括船证和保险单。\n（二）按号停泊。\n"
    )
    assert outline_of(text) == ["第一章 总则", "第二章 停泊"]


def test_a_sentence_that_links_tore_apart_gives_no_heading() -> None:
    text = (
        "一、五年工作回顾\n\n五年来，我们修订\n\n渔业管理条例\n\n，渔民收入稳步提高。全市“\n\n蓝色粮仓\n\n”建设加快推进。"
        "新建\n\n避风锚地\n\n6处，渔港面貌改变。\n\n过去三年，我们落实\n\n海岛保护规划\n\n，修复岸线12公里。\n\n二、今年工作安排\n\n再建渔港2座。\n"
    )
    assert outline_of(text) == ["一、 五年工作回顾", "二、 今年工作安排"]
    assert "我们修订渔业管理条例，渔民收入稳步提高。全市“蓝色粮仓”建设加快推进。新建避风锚地6处，渔港面貌改变。" in clean(text).text


@pytest.mark.parametrize("label", ["一﹒", "一．", "一、", "第一部分 ", "壹、"])
def test_a_heading_is_whole_whatever_mark_stands_behind_its_number(label: str) -> None:
    text = f"{label}坚持稳字当头，推动全市经济在2023年实现新突破\n\n经济稳中有进，结构优化。\n"
    assert outline_of(text)[0].endswith("坚持稳字当头，推动全市经济在2023年实现新突破")


def test_rows_of_numbers_are_no_headings() -> None:
    rows = "二、上年结转数量34 0 0 0 0 0 34\n（一）予以公开 128 21 0 0 50 3 202"
    text = f"一、申请情况\n\n按季度统计，情况如下。\n\n{rows}\n\n二、行政复议情况\n\n全年无行政复议，无诉讼。\n"
    assert outline_of(text) == ["一、 申请情况", "二、 行政复议情况"]


def sections_of(source: str) -> list[tuple[str, str]]:
    """Return (title, stance) of all sections in text order."""
    return [(section.title, section.stance) for section in walk(find_outline(clean(source).text).sections)]


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("我们也清醒看到，全县发展还面临不少困难和问题。主要是工业底子薄。对此，我们将认真解决。", "全县发展还面临不少困难和问题"),
        ("成绩来之不易，问题不容忽视。一些企业订单下滑，青年人才外流。", "问题不容忽视"),
        ("在总结成绩的同时，也要看到，渔船设备老旧，冷链能力不强，改革攻坚还有不少深层次矛盾等等。", "渔船设备老旧"),
        ("尽管开局良好，但农业抗灾能力依然不强，就业结构性矛盾仍然突出。", "农业抗灾能力依然不强"),
    ],
)
def test_the_paragraph_in_which_a_review_admits_problems_is_a_section_of_its_own(paragraph: str, title: str) -> None:
    review = "一、2023年工作回顾\n\n（一）产业稳步发展\n\n新增规上企业12家，技改投资增长9%。\n\n（二）民生不断改善\n\n新建学校3所。"
    text = f"{review}\n\n{paragraph}\n\n二、2024年工作安排\n\n新建学校5所。\n"
    assert sections_of(text) == [
        ("2023年工作回顾", "review"),
        ("产业稳步发展", "review"),
        ("民生不断改善", "review"),
        (title, "problems"),
        ("2024年工作安排", "plan"),
    ]
    working = clean(text).text
    section = next(s for s in walk(find_outline(working).sections) if s.stance == "problems")
    assert working[section.start : section.end] == paragraph


def test_good_news_before_the_turn_belongs_to_the_review() -> None:
    told = "过去一年，年度任务完成较好。但发展中还存在不少困难和问题。"
    text = f"一、2023年工作回顾\n\n渔业产值增长6%。\n\n{told}\n\n二、2024年工作安排\n\n新建渔港1座。\n"
    working = clean(text).text
    section = next(s for s in walk(find_outline(working).sections) if s.stance == "problems")
    assert (section.title, working[section.start : section.end]) == ("发展中还存在不少困难和问题", "但发展中还存在不少困难和问题。")


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("面对原材料涨价等诸多困难，我们帮助企业渡过难关，规上企业增加12家。", id="problems_that_were_overcome"),
        pytest.param("针对群众反映的停车困难问题，新建停车场12座。", id="a_problem_that_was_solved"),
    ],
)
def test_work_on_a_problem_is_no_section_of_problems(paragraph: str) -> None:
    text = f"一、2023年工作回顾\n\n经济稳步增长，民生改善。\n\n{paragraph}\n\n二、2024年工作安排\n\n新建学校5所。\n"
    assert [stance for _, stance in sections_of(text)] == ["review", "plan"]


def test_an_unnumbered_review_stands_beside_the_numbered_plans_that_the_text_turns_to() -> None:
    text = (
        "首先报告去年的工作\n\n全县粮食产量达到18万吨，增长3%，生猪出栏42万头，增长5%。\n\n城镇新增就业2.1万人，居民收入稳步提高。\n\n"
        "今年形势更加复杂。综合各方面因素，今年要重点抓好以下两项工作。\n\n一、稳定农业生产\n\n新建水渠30公里，扩种油菜。\n\n"
        "二、发展社会事业\n\n新建小学4所，改造危桥6座。\n"
    )
    assert sections_of(text) == [("首先报告去年的工作", "review"), ("稳定农业生产", "plan"), ("发展社会事业", "plan")]
    closed = f"{text}\n\n结束语\n\n让我们同心协力，为建设渔业强县而奋斗！\n"  # a heading that tells of nothing changes nothing
    assert sections_of(closed)[:3] == sections_of(text)


def test_a_numbering_that_begins_anew_inside_a_section_stands_below_it() -> None:
    form = "一、新收数量\n\n全年新收，逐月登记。\n\n二、结转数量\n\n上年结转，逐件清理。\n\n三、办理结果\n\n按时答复，无一超期。"
    text = f"一、总体情况\n\n公开有序，渠道畅通。\n\n二、申请情况\n\n分项如下，供查阅。\n\n{form}\n\n三、复议情况\n\n全年平稳，未有败诉。\n"
    assert outline_of(text) == ["一、 总体情况", "二、 申请情况", "  一、 新收数量", "  二、 结转数量", "  三、 办理结果", "三、 复议情况"]


def test_two_documents_in_one_file_are_two_main_sections() -> None:
    first = "松原县促进民宿发展实施意见\n\n一、总体要求\n\n坚持生态优先，有序发展。\n\n二、政策措施\n\n安排专项资金，加强培训。\n\n"
    second = "松原县民宿发展三年行动计划\n\n一、发展目标\n\n到2026年，民宿达到200家。\n\n二、重点工程\n\n建设示范村10个，培育品牌。\n"
    assert outline_of(first + second) == [
        "- 松原县促进民宿发展实施意见", "  一、 总体要求", "  二、 政策措施",
        "- 松原县民宿发展三年行动计划", "  一、 发展目标", "  二、 重点工程",
    ]  # fmt: skip


def test_a_table_of_contents_whose_dots_fill_the_line_is_no_section() -> None:
    headings = ["一、总体要求", "（一）指导思想", "二、建设内容"]
    entries = "\n".join(f"{heading}{'.' * 78}{page}" for page, heading in enumerate(headings, start=1))
    body = "一、总体要求\n\n（一）指导思想\n\n坚持统筹推进，急用先行。\n\n二、建设内容\n\n研制标准，推广应用。\n"
    assert outline_of(f"盐业数字化建设指南\n\n目录\n\n{entries}\n\n{body}") == ["一、 总体要求", "  （一） 指导思想", "二、 建设内容"]


def test_a_chapter_whose_first_article_stands_on_its_line_is_its_title_alone() -> None:
    first = "第一章 总则 第一条 为规范渔港管理，制定本办法。\n第二条 渔港分为三级，由县级管理。"
    text = f"{first}\n第二章 附则 第三条 本办法自公布之日起施行，有效期五年。\n"
    assert outline_of(text) == ["第一章 总则", "第二章 附则"]


@pytest.mark.parametrize("head", ["附件\n2023年民生实事项目", "附件 2023年民生实事项目", "附件：\n2023年\n民生实事项目"])
def test_an_annex_with_a_list_of_tasks_is_a_main_section(head: str) -> None:
    report = "一、2022年工作回顾\n新建渔港1座，海堤加固3公里。\n二、2023年工作安排\n（一）保障民生\n办好民生实事，改善渔民住房。\n"
    outline = find_outline(clean(f"{report}{head}\n1.新建渔港2座。\n2.改造码头5处。\n3.增设灯塔4座。\n").text)
    annex = outline.sections[-1]
    assert [section.title for section in outline.sections[:2]] == ["2022年工作回顾", "2023年工作安排"]
    assert (annex.label, annex.title, annex.stance) == ("附件", "2023年民生实事项目", "plan")
    assert [child.task for child in annex.children] == [1, 2, 3]


def test_an_annex_that_explains_words_states_nothing() -> None:
    report = "一、2022年工作回顾\n新建渔港1座。\n二、2023年工作安排\n新建渔港2座。\n改造码头3处，惠及渔民2万人。\n"
    text = clean(f"{report}附件\n《政府工作报告》有关内容名词注释\n1.“蓝色粮仓”：建设海洋牧场10个。\n2.“一港一策”：分类施策。\n").text
    outline = find_outline(text)
    assert [section.title for section in outline.sections] == ["2022年工作回顾", "2023年工作安排"]
    assert any(span.start <= text.index("建设海洋牧场") < span.end for span in outline.boilerplate)


def test_a_list_of_attachments_is_no_section() -> None:
    text = "一、总体要求\n保护渔业资源，改善渔民生活。\n二、重点任务\n新建渔港2座。\n附件：1.重点项目表\n2.责任分工表\n"
    assert outline_of(text) == ["一、 总体要求", "二、 重点任务"]


def test_the_list_of_problems_that_a_review_ends_with_stands_below_the_paragraph_that_announces_it() -> None:
    listed = "一是产业层次偏低。龙头企业少，链条短。\n\n二是一些群众关心的突出问题解决得不够好。就医仍然不便。"
    problems = f"我们也清醒看到，发展中还存在不少问题。\n\n{listed}"
    text = f"一、2023年工作回顾\n\n（一）农业稳步增产\n\n粮食丰收，畜牧业向好。\n\n{problems}\n\n二、2024年工作安排\n\n新建卫生院2所。\n"
    assert list(draw(find_outline(clean(text).text).sections)) == [
        "一、 2023年工作回顾 <review>",
        "  （一） 农业稳步增产 <review>",
        "  - 发展中还存在不少问题 <problems>",
        "    一是 产业层次偏低 <problems>",
        "    二是 一些群众关心的突出问题解决得不够好 <problems>",
        "二、 2024年工作安排 <plan>",
    ]


def test_a_paragraph_wrapped_to_a_width_of_its_own_gives_no_heading() -> None:
    lines = ["近年来，各沿海县区认真落实渔港整治部署，创造性推", "进渔港标准化建设，涌现出一批设施完善的渔港，为全"]
    wrapped = "\n".join([*lines, "市渔业转型提供了样板，现汇编如下供各地学习借鉴。"])
    rows = "\n".join(f"{number}\t渔港泊位扩建与航道疏浚工程综合配套项目第{number}标段\t已完工" for number in range(1, 12))
    text = f"{wrapped}\n{rows}\n一、建设情况\n新建泊位12个，疏浚航道。\n"
    assert outline_of(text) == ["一、 建设情况"]


@pytest.mark.parametrize(
    ("heading", "suspect"),
    [
        ("加快发展现代渔业", False),
        ("一、加快发展现代渔业，建设海上粮仓", False),
        ("这几年所取得的巨大成就，是我们坚决执行自力更生方针的结果", True),
        ("（一）海水养殖和", True),
    ],
)
def test_a_heading_that_reads_like_a_line_of_a_paragraph_is_named_in_a_warning(heading: str, suspect: bool) -> None:
    body = "全年新建深水网箱120口，渔港面貌改善，渔民收入增加，渔业安全平稳。"
    outline = find_outline(f"全县渔业持续发展，渔民收入增加。\n{heading}\n{body}\n")
    assert [section.heading for section in walk(outline.sections)], "the line is a heading at all"
    assert [caution.code for caution in outline_cautions(outline)] == ["outline_suspect"] * suspect


def test_three_paragraphs_in_a_row_that_only_carry_numbers_open_no_section() -> None:
    conditions = "（一）申请人应当在县内注册。\n（二）申请人有固定泊位，近三年无事故。\n（三）每户只申请一次。"
    text = f"一、申请条件\n\n申请人应具备下列条件：\n{conditions}\n\n二、办理程序\n\n按季度受理，逐级审核。\n"
    assert outline_of(text) == ["一、 申请条件", "二、 办理程序"]


def test_among_headings_a_paragraph_with_a_number_keeps_its_section() -> None:
    first = "（一）夯实基础。新建泊位12个，疏浚航道6公里。\n（二）全年完成投资3.2亿元，增长9%。"
    text = f"一、工作回顾\n\n{first}\n（三）改善民生。渔民收入增长6%，安居工程完工。\n\n二、工作安排\n\n再建泊位8个。\n"
    assert outline_of(text)[1:4] == ["  （一） 夯实基础", "  （二） 全年完成投资3.2亿元", "  （三） 改善民生"]


@pytest.mark.parametrize("line", ["要全面深化渔港改革", "8 车辆定位", "我们坚持生态优先"])
def test_words_that_begin_a_sentence_or_a_row_are_no_heading(line: str) -> None:
    text = f"一、工作回顾\n\n全县渔业持续发展，渔民收入增加。\n\n{line}\n\n推进基础性改革，增强内生动力，渔港面貌改善，渔业平稳发展。\n"
    assert outline_of(text) == ["一、 工作回顾"]


def test_what_is_put_first_is_no_rank() -> None:
    body = "渔民收入增长6%，新建安居房320套，渔村医疗站全覆盖，参保率提高。"
    text = f"一、工作回顾\n\n（一）坚持把渔民利益放在第一位，着力改善民生。{body}\n"
    assert outline_of(text)[1] == "  （一） 坚持把渔民利益放在第一位，着力改善民生"
    outline = find_outline(clean(text).text)
    section = outline.sections[0].children[0]
    assert clean(text).text[section.heading.start : section.heading.end].endswith("着力改善民生。")


@pytest.mark.parametrize("width", [30, 34, 46])
def test_a_short_text_cut_after_a_number_of_characters_keeps_its_headings(width: int) -> None:
    lines = [
        "一、2023年渔业发展情况",
        "2023年，全县水产品产量126万吨，增长5.2%，新建深水网箱1244口，渔港面貌持续改善，渔民人均收入2.68万元，增长7.4%，渔业经济回升向好。",
        "我们也要清醒看到，渔业发展面临的困难和挑战依然较多。养殖成本上升，加工链条偏短，渔港防灾能力还不强，青年渔民后继乏人。",
        "二、2024年渔业发展主要目标",
        "水产品产量增长5%左右，新建深水网箱1200口以上，渔民人均收入增长7%，新改建渔港12座，渔业安全生产形势保持平稳。",
    ]
    cut = "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))
    assert sections_of(cut) == sections_of("\n".join(lines))
    assert [title for title, _ in sections_of(cut)] == ["2023年渔业发展情况", "渔业发展面临的困难和挑战依然较多", "2024年渔业发展主要目标"]


def test_formal_numerals_go_on_behind_two_and_amounts_are_not_cut() -> None:
    revenue = "貳、財政\n\n一、歲入預算1,652億元，較上年度成長4.2%。"
    text = f"壹、前言\n\n本市推動建設，成效顯著。\n\n{revenue}\n\n參、未來重點\n\n加速捷運，改善交通。\n"
    assert outline_of(text) == ["壹、 前言", "贰、 财政", "  一、 岁入预算1,652亿元", "参、 未来重点"]


@pytest.mark.parametrize("heading", ["三、存在的困难与问题", "（三）存在的矛盾和问题", "3. 困难与挑战"])
def test_a_heading_of_any_level_names_problems(heading: str) -> None:
    before = "第一部分 2023年工作总结\n\n一、指标完成情况\n\n完成投资3.2亿元，占计划106%。"
    text = f"{before}\n\n{heading}\n\n资金缺口大，技术人员少，设施老化。\n"
    assert sections_of(text)[-1][1] == "problems"


def test_a_cell_torn_inside_its_bracket_is_no_heading() -> None:
    text = "一、申请情况\n\n按季度统计，情况如下。\n\n（二）部分公开（区分处理的，只计这一情\n\n二、复议情况\n\n全年平稳，未有败诉。\n"
    assert outline_of(text) == ["一、 申请情况", "二、 复议情况"]


def test_a_list_that_the_paragraph_before_announces_as_plans_is_a_plan_though_its_verbs_report() -> None:
    listed = "一是全力抓项目。新开工项目60个，完成投资80亿元。\n二是全力惠民生。建成渔港5座。\n"
    planned = sections_of("2024年，全县主要预期目标是渔业产值增长6%。\n重点抓好以下工作：\n" + listed)
    reviewed = sections_of("2023年，全县渔业产值增长6%。\n一年来，我们主要做了以下工作：\n" + listed)
    assert [stance for _, stance in planned] == ["plan", "plan"]
    assert [stance for _, stance in reviewed] == ["review", "review"]


TWO_LETTERS = """溪口市人民政府关于印发无人船试航管理办法的通知
各区县人民政府，市政府各部门：
第一章 总则
第一条 为规范试航，制定本办法。
第二章 试航
第二条 试航主体应当报告事故。
溪口市人民政府办公室 2022年3月10日印发
各省、自治区、直辖市交通运输主管部门，各有关单位：
内河航运是重要组成部分，现提出如下意见。
一、总体要求
坚持绿色发展，到2025年建成标准体系。
二、重点任务
加快船型研发，建设加注站30座。
"""


def test_a_letter_behind_a_document_is_a_second_one_and_a_reader_is_told() -> None:
    outline = find_outline(TWO_LETTERS)
    assert [section.title for section in outline.sections][-1] == "各省、自治区、直辖市交通运输主管部门，各有关单位"
    assert [child.title for child in outline.sections[-1].children] == ["总体要求", "重点任务"]
    assert any("second document" in caution.message for caution in outline_cautions(outline))


def test_the_last_part_of_a_review_ends_where_the_house_is_addressed_and_the_whole_spoken_of_again() -> None:
    text = (
        "溪口省政府工作报告\n一、2025年工作回顾\n（一）推动创新。研发投入增长8%。\n（二）推动政府效能提升。办结提案230件。\n"
        "各位代表！回望“十四五”，五年极不平凡。\n五年来，我们坚持绿色发展，造林30万亩。\n二、2026年工作安排\n（一）发展工业。新建项目20个。\n（二）发展农业。新建农田9万亩。\n"
    )
    review = find_outline(text).sections[0]
    assert text.find("各位代表") >= review.children[-1].end
    assert review.end > text.find("造林")


def test_an_annex_whose_number_and_title_stand_on_lines_of_their_own_is_a_main_section_with_sections_of_its_own() -> None:
    text = (
        "一、总体要求\n保护渔业资源，改善渔民生活。\n二、组织实施\n各县区要抓好落实，按季度报送进展。\n"
        "附件 1\n休渔期巡查实施方案\n一、背景\n近年来近海渔业资源持续衰退，需要加强保护。\n二、重点任务\n组织巡查30次，检查渔港12座。\n"
        "附件 2\n20XX年 第XXX号\n县渔业局：\n"
    )
    outline = find_outline(clean(text).text)
    assert [(section.label, section.title) for section in outline.sections] == [
        ("一、", "总体要求"),
        ("二、", "组织实施"),
        ("附件 1", "休渔期巡查实施方案"),
    ]
    assert [(child.title, child.stance) for child in outline.sections[-1].children] == [("背景", "context"), ("重点任务", "plan")]


def test_a_heading_left_at_the_end_of_the_paragraph_above_is_one() -> None:
    text = (
        "一、总体要求\n到2025年，建成较为完善的渔业标准体系。 二、建设思路\n（一）体系结构\n体系由三个部分组成。\n"
        "（二）体系框架\n框架图包含基本单元，如远洋渔业等标准。 （三）行业应用\n发挥标准在养殖、加工中的指导作用。\n"
    )
    outline = find_outline(clean(text).text)
    assert [section.title for section in outline.sections] == ["总体要求", "建设思路"]
    assert [child.title for child in outline.sections[1].children] == ["体系结构", "体系框架", "行业应用"]


def outlines() -> list[tuple[str, str, str]]:
    """Return (name, text, what is read) of each case of `cases/outlines.txt`."""
    found = []
    for case in (Path(__file__).parent / "cases" / "outlines.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        name, _, rest = case.partition("\n")
        text, _, read = rest.partition("-- read\n")
        found.append((name, text, read.strip("\n")))
    return found


def drawn_with_ends(working: str, sections: Sequence[Section], indent: str = "") -> Iterator[str]:
    for section in sections:
        own = working[section.start : section.end].strip()
        ends = f"{own[:6].strip()} … {own[-6:].strip()}".replace("\n", "/")
        yield f"{indent}{section.label or '-'} {section.title} <{section.stance}> {ends}"
        yield from drawn_with_ends(working, section.children, indent + "  ")


@pytest.mark.parametrize(("text", "read"), [pytest.param(text, read, id=name) for name, text, read in outlines()])
def test_sections_begin_and_end_where_a_reader_says(text: str, read: str) -> None:
    working = clean(text).text
    outline = find_outline(working)
    told = [*drawn_with_ends(working, outline.sections)]
    for name, spans in (("run-ins", outline.run_ins), ("silent", outline.boilerplate)):
        told.append(f"{name}: {' # '.join(said.strip() for said in texts(working, spans))}".rstrip())
    assert "\n".join(told) == read


_MEASURES = (
    "临江市促进民间投资若干措施\n为促进民间投资，现提出如下措施。\n"
    "一、对需报批的供水项目，应专项论证社会资本参与的可行性，并在申请书中说明。对具备条件的项目，持股比例可在一成以上。\n"
    "二、清理不合理的准入限制，严禁违规设置障碍，建立问题清单。支持民间资本投向检验检测领域。\n"
    "三、引导民间资本有序参与通用机场建设。在飞行计划审批中，一视同仁对待民间投资项目。\n"
    "四、规范实施合作新机制，修订项目清单，严格方案审核。对新建项目，优化审批程序，压缩办理时间。\n"
)


def test_the_first_sentence_of_a_measure_is_no_heading_where_most_measures_begin_with_a_statement() -> None:
    outline = find_outline(_MEASURES)
    assert texts(_MEASURES, [section.heading for section in outline.sections]) == ["一、", "二、", "三、", "四、"]
    assert outline.run_ins == ()


def test_the_first_sentence_of_a_measure_is_its_heading_where_the_measures_have_headings() -> None:
    text = _MEASURES.replace("二、", "二、规范市场准入。").replace("四、", "四、规范合作机制。")
    assert "三、引导民间资本有序参与通用机场建设。" in texts(text, [section.heading for section in find_outline(text).sections])
