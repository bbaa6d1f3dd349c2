"""Cleaning: what falls out, what stays, and the way back to the source. Cases stand in cases/cleaning.toml."""

from __future__ import annotations

import re
import textwrap
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportsum.cleaning import RULES, CleanText, clean

CASES = tomllib.loads((Path(__file__).parent / "cases" / "cleaning.toml").read_text(encoding="utf-8"))
SEEDS = Path(__file__).parent.parent / "seeds"
SEED_NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))


def counts(cleaned: CleanText) -> dict[str, int]:
    return {count.rule: count.count for count in cleaned.counts}


def source_of(cleaned: CleanText, quoted: str) -> str:
    """Return the source text of `quoted`, which stands in the working text."""
    start = cleaned.text.index(quoted)
    return cleaned.source[slice(*cleaned.offsets.to_source(start, start + len(quoted)))]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_case_becomes_its_working_text(case: dict[str, str]) -> None:
    assert clean(case["source"]).text == case.get("working", case["source"])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_cleaning_twice_changes_nothing_more(case: dict[str, str]) -> None:
    once = clean(case["source"]).text
    assert clean(once).text == once


def test_an_empty_text_stays_empty() -> None:
    cleaned = clean("")
    assert cleaned.text == ""
    assert cleaned.counts == ()


def test_a_text_of_junk_alone_becomes_empty() -> None:
    assert clean("\ufeff— 1 —\n打印 关闭\n").text == ""


def test_each_rule_counts_what_it_did() -> None:
    cleaned = clean("經(jīng)濟(jì)增長５％&nbsp;\r\n— 1 —\n")
    assert counts(cleaned) == {
        "entities": 1,
        "line_ends": 1,
        "spaces": 1,
        "full_width": 2,
        "pinyin": 2,
        "traditional": 3,
        "page_furniture": 1,
        "spacing": 1,
    }


def test_rules_that_did_nothing_are_not_counted() -> None:
    assert clean("国民经济平稳运行。").counts == ()


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("国民经济和社会发展计划执行情况", "zh-Hans"),
        ("國民經濟和社會發展計劃執行情況", "zh-Hant"),
        ("The city's GDP grew by 5.5% in 2022, and exports by 3%.", "en"),
        ("GDP增长5.5%", "zh-Hans"),
        ("市發(fā)展和改革委員會主任", "zh-Hant"),
        ("", "zh-Hans"),
    ],
    ids=["simplified", "traditional", "english", "mixed_with_latin", "traditional_with_pinyin", "nothing"],
)
def test_the_language_is_told_from_the_script(text: str, language: str) -> None:
    assert clean(text).language == language


class TestHardWrappedText:
    """A seed, wrapped at several widths in the ways reports are, comes back paragraph by paragraph."""

    PARAGRAPHS = tuple(line for line in clean((SEEDS / "nantong-2024-work-report.txt").read_bytes().decode()).text.split("\n") if line)

    @staticmethod
    def wrapped(paragraph: str, width: int) -> list[str]:
        """Return lines of `width` columns; numbers are not torn, and closing marks do not begin a line."""
        lines, line = [], ""
        for token in re.findall("[A-Za-z0-9.%]+|.", paragraph):
            if line and len((line + token).encode("gb18030")) > width:
                kept = line[-1] if token in "，。；、：！？”）》" else ""
                lines.append(line[: len(line) - len(kept)])
                line = kept
            line += token
        return [*lines, line]

    @pytest.mark.parametrize("width", [44, 56, 76])
    @pytest.mark.parametrize("style", ["indented", "parted_by_blank_lines", "blank_line_after_every_line", "pages_with_headers"])
    def test_paragraphs_are_whole_again(self, style: str, width: int) -> None:
        lines: list[str] = []
        for paragraph in self.PARAGRAPHS:
            if style == "parted_by_blank_lines":
                lines += [*self.wrapped(paragraph, width), ""]
            elif style == "blank_line_after_every_line":
                lines += [part for line in self.wrapped("　　" + paragraph, width) for part in (line, "")]
            else:
                lines += self.wrapped("　　" + paragraph, width)
        if style == "pages_with_headers":
            pages = [lines[start : start + 30] for start in range(0, len(lines), 30)]
            lines = [line for number, page in enumerate(pages, 1) for line in ["某市政府工作报告", "", *page, "", f"— {number} —", ""]]
        got = [line for line in clean("\n".join(lines)).text.split("\n") if line]
        # the first header stands before anything tells that it is one
        assert tuple(line for line in got if line != "某市政府工作报告") == self.PARAGRAPHS

    def test_english_words_keep_their_spaces_and_lose_their_hyphens(self) -> None:
        text = "The city's gross product reached 684.66 billion in the first half, up 1.6 percent, in line with the prov-\nince."
        assert clean(text).text == text.replace("-\n", "")


class TestTheWayBack:
    def test_a_figure_in_full_width_digits(self) -> None:
        cleaned = clean("收入 １３７．５ 亿元，增长５％。")
        assert source_of(cleaned, "137.5亿元") == "１３７．５ 亿元"

    def test_an_entity_is_quoted_whole(self) -> None:
        cleaned = clean("“六稳”&ldquo;六保&rdquo;任务")
        assert source_of(cleaned, "“六保”") == "&ldquo;六保&rdquo;"
        assert source_of(cleaned, "保”") == "保&rdquo;"

    def test_pinyin_belongs_to_its_character(self) -> None:
        cleaned = clean("完成計(jì)劃(huà)投資(zī)五億元")
        assert source_of(cleaned, "计划投资") == "計(jì)劃(huà)投資(zī)"

    def test_a_line_break_inside_a_quote_belongs_to_it(self) -> None:
        cleaned = clean("增长5.5%，\r\n\r\n其中出口增长3%。")
        assert source_of(cleaned, "5.5%，其中") == "5.5%，\r\n\r\n其中"

    def test_a_banner_inside_a_quote_belongs_to_it_but_not_at_its_ends(self) -> None:
        cleaned = clean("力争澳门皇冠_皇冠足球比分-官网80周岁以上老人")
        assert source_of(cleaned, "争80") == "争澳门皇冠_皇冠足球比分-官网80"
        assert source_of(cleaned, "80周岁") == "80周岁"

    @pytest.mark.parametrize("name", SEED_NAMES)
    def test_every_seed_maps_back_character_by_character(self, name: str) -> None:
        assert_maps_back(clean((SEEDS / f"{name}.txt").read_bytes().decode()))


JUNK = st.sampled_from(
    [
        *("\r\n", "\n", "\r", "\ufeff", "\u3000", " ", "\u200b", "\ufffd", "\ue000", "\U0001f600", "\U00020bb7", "\x0c", "\x00", "\ud800"),
        *("&nbsp;", "&lt;", "&amp;nbsp;", "&#12288;", "<br>", "</span>", "<p class='x'>", "<!--", "-->", "<", "&"),
        *("(fā)", "（jì）", "(", "）", "２", "９％", "．", "，", "1 137.8", "3. 5", "②", "⼯", "\uf9f4"),
        *("國", "發展", "經濟", "乾隆", "億元", "国", "发展", "全市", "。", "，", "：", "亿元", "一、", "（一）", "第一章"),
        *("— 3 —", "第3页 共10页", "打印", "来源：市府 打印", "澳门皇冠_皇冠足球比分-官网", "甲乙丙_甲乙丙官网", "_"),
        *("Report", "ing", "re-\nport", "5%", "2022 年", "\t"),
    ]
)
NOISY = st.lists(JUNK | st.text(max_size=4), max_size=40).map("".join)


@given(NOISY)
@settings(max_examples=400)
@example("，\n\n")
@example("<p>&nbsp;</p>\r\n(fā)")
def test_any_text_maps_back_character_by_character(text: str) -> None:
    assert_maps_back(clean(text))


@given(NOISY, st.data())
@settings(max_examples=200)
def test_any_span_maps_to_the_stretch_from_its_first_to_its_last_character(text: str, data: st.DataObject) -> None:
    cleaned = clean(text)
    if not cleaned.text:
        return
    start = data.draw(st.integers(0, len(cleaned.text) - 1))
    end = data.draw(st.integers(start + 1, len(cleaned.text)))
    first, last = cleaned.offsets.to_source(start, start + 1), cleaned.offsets.to_source(end - 1, end)
    assert cleaned.offsets.to_source(start, end) == (first.start, last.end)
    assert cleaned.offsets.to_working(first.start, last.end) == (start, end)


@given(st.text(alphabet="国民经济和社会发展计划", min_size=1, max_size=60))
def test_plain_simplified_text_is_its_own_working_text(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.offsets.is_one_to_one()


def assert_maps_back(cleaned: CleanText) -> None:
    """Every working character stems from a source stretch of its own, in order, and is that stretch or what it stands for."""
    done = 0
    for at, character in enumerate(cleaned.text):
        start, end = cleaned.offsets.to_source(at, at + 1)
        assert done <= start < end <= len(cleaned.source)
        assert stands_for(character, cleaned.source[start:end])
        done = end


def stands_for(working: str, source: str) -> bool:
    if working == source:
        return True
    if working in " \n\t":  # a tab between columns stands for all the white space there, entities too
        return (
            not source.strip()
            or source.lstrip().startswith(("&", "<"))
            or source.isspace()
            or re.fullmatch(r"\s*\n\s*", source) is not None
        )
    if source.startswith("&"):
        return source.endswith(";") or source in ("&nbsp", "&ensp", "&emsp")
    # between a character and its pinyin stood what other rules had dropped before: a tag, a byte order mark
    return re.fullmatch(".(?:.*[(（][a-zà-ǜɡ' ]+[)）])?", source, re.DOTALL) is not None


@pytest.mark.parametrize("digits", ["２０２３", "202𝟑", "٢٠٢٣", "२०२३", "𝟐𝟎𝟐𝟑"], ids=["wide", "bold", "arabic", "devanagari", "all_bold"])
def test_digits_of_every_script_are_digits(digits: str) -> None:
    assert clean(f"{digits}年增长5%").text == "2023年增长5%"


def test_the_licence_of_a_wiki_is_no_part_of_a_report() -> None:
    licence = (
        "本作品是中华人民共和国的\n法律\n，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，及其译文。\n"
        "具有立法、行政、司法性质的文件。\nPublic domain"
    )
    cleaned = clean(f"新建学校4所。\n\n\n{licence}\n").text
    assert cleaned.startswith("新建学校4所。")
    assert not any(words in cleaned for words in ("本作品", "法律", "性质的文件", "Public domain"))


def test_an_index_and_a_link_on_lines_of_their_own_belong_to_their_sentence() -> None:
    text = "一、明年预期\n\n  货币政策要稳健。广义货币M\n2\n预期增长9%左右。\n\n  五年来，全市落实\n湿地保护条例\n，新增湿地6处。\n"
    assert clean(text).text.split("\n\n")[1:] == [
        "货币政策要稳健。广义货币M2预期增长9%左右。",
        "五年来，全市落实湿地保护条例，新增湿地6处。\n",
    ]


def test_items_of_a_rule_that_fill_their_lines_are_joined_with_what_follows() -> None:
    rule = (
        "第一条 为规范渔港管理，维护港内秩序，保障渔民人身财产安全，根\n据有关法律，结合本市实际，制定本办法，自公布之日起开始施行。\n"
        "第二条 本办法适用于本市各渔港及其附属水域内的停泊、装卸、补给\n和维修活动，以及与之有关的管理、检查、培训、服务和应急工作。\n"
        "第三条 有下列情形之一的，渔港管理机构可以责令立即停止在港内的\n作业，并且书面告知船主，直到整改完成并经过复查以后方可恢复。\n"
        "（一）发生火灾爆炸沉没碰撞造成人员重伤死亡或者设施严重毁损等\n情形，船主负有主要责任的，管理机构应当报告并协助有关部门调查。\n"
    )
    assert "设施严重毁损等情形，船主负有主要责任的" in clean(rule).text


def test_running_heads_in_capitals_with_the_pages_numbers_are_no_part_of_the_report() -> None:
    page = "The new hall was opened to the public and the old cases were taken down.\n" * 20
    heads = ("4 MUSEUM OF THE COAST, 1962", "EXHIBITS 5", "6 MUSEUM OF THE COAST, 1962", "EXHIBITS 7", "1O MUSEUM OF THE COAST, 1962",
             "EXHIBITS 11", "12 MUSEUM OF THE COAST, 1962")  # fmt: skip
    cleaned = clean("".join(f"{head}\n{page}" for head in heads) + "THE NEW HALL\n" + page).text
    assert [head for head in heads if head in cleaned] == []
    assert "THE NEW HALL\n" in cleaned


def test_misread_running_heads_those_of_short_chapters_and_signatures_go_and_join_their_sentence() -> None:
    page = "The new hall was opened to the public and the old cases were taken down.\n" * 20
    heads = ("RESEARCH IN PROGRESS 5", "RESEARCH IN PROGRESS 7", "CURATORS 8", "RESEARCH IN PROGRESSL 9", "563136—60—3",
             "RESEARCH IN PROGRESS TL", "RESEARCH IN PROGRESS 13", "563136—60——4", "563136—60—-5")  # fmt: skip
    cleaned = clean("".join(f"{head}\n\n{page}" for head in heads) + "CURATORS OF THE YEAR\n\n" + page).text
    assert [head for head in heads if head in cleaned] == []
    assert "CURATORS OF THE YEAR\n" in cleaned


def test_the_legend_of_a_picture_between_the_halves_of_a_sentence_goes_and_between_sentences_stays() -> None:
    text = (
        "He watched over the building of the new slip in the\n\nThe old yard (left) and its crane (top, right) in 1850.\n\n"
        "northern yard.\n\nThe crane (below) is on loan.\n\nThe slip was opened.\n"
    )
    cleaned = clean(text).text
    assert "new slip in the northern yard." in " ".join(cleaned.split())
    assert "The crane (below) is on loan." in cleaned


def test_lists_by_year_are_written_out_also_where_long_values_make_most_of_the_text() -> None:
    prose = (
        "".join(f"The {word} of the harbour was looked after by its own office and by two others.\n" for word in ("east", "west", "pier"))
        * 9
    )
    text = f"Fines_Levied: [4.5, 5]\nFines_Paid: [3.5, 4]\nFine_Years: [2023, 2024]\n{prose}"
    assert clean(text).text.startswith("Fines Levied 2023: 4.5\nFines Levied 2024: 5\nFines Paid 2023: 3.5\nFines Paid 2024: 4\n")


def test_a_heading_is_not_joined_to_the_text_behind_it_where_links_tore_the_sentences_of_a_page() -> None:
    torn = "".join(f"这一年新建了水库{n}座\n，改造了水渠\n。\n\n" for n in range(3, 9))
    text = f"{torn}\n五年来，水利建设稳步推进，成绩显著\n\n\n灌溉面积不断扩大，产量连年提高。\n\n"
    lines = [line.strip() for line in clean(text).text.splitlines() if line.strip()]
    assert "五年来，水利建设稳步推进，成绩显著" in lines
    assert "灌溉面积不断扩大，产量连年提高。" in lines


PROSE = (
    "本指南面向水产养殖装备，结合行业特点与发展需求，逐步",  # lines of one width, as a page of A4 wraps them
    "建立覆盖养殖、加工、运输各环节的标准，推动装备互联互",
    "通，提升养殖过程的自动化水平，支持企业参与标准的制定",
)


def pages(count: int, between: int = 4, *, numbered: tuple[int, ...] = ()) -> str:
    """Return the text of a PDF whose pages end in mid-sentence, each with its number on a line of its own (but those in `numbered` not)."""
    lines = []
    for page in range(1, count + 1):
        lines += [*PROSE * between, *([] if page in numbered else [str(page)])]
    return "\n".join([*lines, "和宣传。"])


def test_page_numbers_that_count_up_are_dropped_though_a_page_lacks_one_and_a_table_has_bare_numbers() -> None:
    text = pages(9, numbered=(4,)) + "\n序号\n1\n网箱\n6\n浮标\n"
    cleaned = clean(text).text
    assert "标准的制定本指南面向" in cleaned
    assert [line for line in cleaned.split("\n") if line.isdigit()] == ["1", "6"]


def test_serial_numbers_of_a_table_whose_cells_stand_one_below_the_other_stay() -> None:
    cells = "\n".join(("型号", "规格", "产地", "年份", "材料", "用途", "数量", "检验"))
    rows = [f"{number}\n网箱\n{'某厂' * (1 + number % 3)}\n{cells}" for number in range(1, 12)]
    text = "附表\n" + "\n".join(rows) + "\n合计\n40\n"
    assert [line for line in clean(text).text.split("\n") if line.isdigit()] == [*map(str, range(1, 12)), "40"]


def test_a_wrapped_part_is_joined_though_an_annex_has_longer_lines() -> None:
    entry = "乙：网箱用绳缆、浮标、锚链和连接件的名称，尺寸，材料，出厂检验方法以及包装运输要求第{}款"
    annex = "\n".join(entry.format(number) for number in range(40))
    text = "\n".join([*PROSE * 10, "3 个环节分别制定。", annex])
    assert clean(text).text.startswith("".join(PROSE * 10) + "3个环节分别制定。\n")


def test_rows_of_a_register_stay_lines() -> None:
    rows = [f"{number} {number} 水产养殖用网箱连接件通用技术条件 GB/T {3000 + number} 已发布" for number in range(1, 9)]
    text = "\n".join([*PROSE * 10, "和宣传。", *rows])
    assert clean(text).text.split("\n")[1:] == rows


VILLAGES = (
    "全镇粮食总产量达到3.2万吨，比上年增加0.1万吨，蔬菜种植面积扩大到1.4万亩，果园面积保持稳定，畜禽养殖向规模化发展，农民收入稳步增加。",
    "新建村级卫生室6所，改造学校食堂4处，为320户困难家庭修缮住房，发放各类补助资金860万元，养老服务中心建成投用，群众办事更加方便。",
    "实施河道治理工程3项，清理淤泥12万方，栽植树木4.6万株，新增绿地面积18公顷，空气质量优良天数达到310天，生态环境持续改善。",
)
PARISH = (
    "The parish council met twelve times during the year and agreed a budget of 84,000 pounds, which pays for the village hall, the "
    "playing field, three bus shelters and the upkeep of footpaths.",
    "Volunteers planted 320 trees along the river and cleared four kilometres of hedgerow, while the new allotments were let within a "
    "week and a waiting list of thirty families was drawn up.",
    "The hall was repaired after the storm, with a grant of 12,500 pounds from the county, and is now open six days a week for classes, "
    "meetings, a lunch club and the mobile post office.",
)


def cut(text: str, count: int) -> list[str]:
    """Return `text` in lines of so many characters, whatever is torn."""
    return [text[at : at + count] for at in range(0, len(text), count)]


@pytest.mark.parametrize("count", [18, 22, 25, 30])
@pytest.mark.parametrize("headings", [("一、农业", "二、民生", "三、生态"), ("", "", "")], ids=["headed", "plain"])
def test_lines_of_so_many_characters_are_paragraphs_again_and_torn_numbers_whole(count: int, headings: tuple[str, ...]) -> None:
    lines = [line for heading, text in zip(headings, VILLAGES, strict=True) for line in (heading, *cut(text, count))] * 2
    paragraphs = [line for heading, text in zip(headings, VILLAGES, strict=True) for line in (heading, text) if line] * 2
    assert [line for line in clean("\n".join(lines)).text.split("\n") if line] == paragraphs


def test_one_paragraph_in_lines_is_joined_among_short_ones_and_a_heading_stays_apart() -> None:
    around = ["各村要抓好落实。", "本次检查结果如下。"], ["检查到此结束。", "各村须整改。"]
    joined = clean("\n".join([*around[0], *cut(VILLAGES[1], 24), *around[1]])).text
    assert joined.split("\n") == [*around[0], VILLAGES[1], *around[1]]
    headed = [*cut(VILLAGES[0], 22), "（一）抓好春耕生产", *cut(VILLAGES[1], 22), *cut(VILLAGES[2], 22)]
    assert clean("\n".join(headed)).text.split("\n") == [VILLAGES[0], "（一）抓好春耕生产", *VILLAGES[1:]]


def test_lines_of_a_list_and_of_an_annex_are_not_joined() -> None:
    listed = [f"{number}、全镇各村要认真做好冬季农田水利建设" for number in "一二三四五六七八九十"]
    assert clean("\n".join(listed)).text.split("\n") == listed
    annex = [f"{plant}产量{tons}吨" for plant in ("茶叶", "蚕茧", "莲藕", "板栗", "核桃", "油菜") for tons in (1, 2)]
    lines = [line for text in VILLAGES * 2 for line in cut(text, 22)]
    assert clean("\n".join([*lines, *annex])).text.split("\n") == [*VILLAGES * 2, *annex]


@pytest.mark.parametrize("width", [50, 64, 76])
def test_english_lines_are_paragraphs_again(width: int) -> None:
    lines = [line for text in PARISH * 2 for line in (*textwrap.wrap(text, width), "")]
    assert [line for line in clean("\n".join(lines)).text.split("\n") if line] == list(PARISH * 2)
