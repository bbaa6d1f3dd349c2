"""Pieces of web pages and the lines they become: white space, lists, tables, links that lead elsewhere, titles and encodings."""

from __future__ import annotations

import pytest

from reportsum.errors import InputError
from reportsum.reading.webpage import read_webpage

PROSE = "全镇经济运行平稳，主要指标好于预期，群众生活继续改善，社会大局和谐稳定，各项工作取得新的进展。"
LONG = PROSE * 2
LINK = "<a href=x>政务公开栏目名称</a>"
FILE = '<a href="b/list.DOCX">名单</a>'


def lines_of(body: str, head: str = "") -> list[str]:
    return read_webpage(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html").text.split("\n")


def cell(*paragraphs: str) -> str:
    return "<td>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + "</td>"


def table(*rows: str) -> str:
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    ("body", "read"),
    [
        pytest.param(
            "<p>  一\n 二\t三 </p><p>四&nbsp;五　六</p>", ["一 二 三", "四\xa0五\u3000六"], id="white_space_collapses_but_wide_spaces"
        ),
        pytest.param("<p>甲<br>乙<br/><br/>丙</p>", ["甲", "乙", "丙"], id="breaks_end_lines"),
        pytest.param("<div>前<div>块</div>后</div>", ["前", "块", "后"], id="text_around_a_block"),
        pytest.param("<p>增长<b>5</b><i>%</i>。<a href=x>链接</a>在此</p>", ["增长5%。链接在此"], id="formatting_parts_nothing"),
        pytest.param(
            "<h2>一二</h2><h6>六级</h6><h3><br>空<br>行</h3>", ["## 一二", "###### 六级", "### 空", "### 行"], id="levels_of_headings"
        ),
        pytest.param("<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>", ["1. 甲", "2. 乙", "丙"], id="lists_with_numbers_and_without"),
        pytest.param("<ol start=0><li>甲</li><li>乙</li></ol>", ["0. 甲", "1. 乙"], id="a_list_from_nought"),
        pytest.param("<ol start=99999><li>甲</li></ol>", ["99999. 甲"], id="a_list_from_a_large_number"),
        pytest.param("<ol start=x><li>甲</li></ol><ol start=123456><li>乙</li></ol>", ["1. 甲", "1. 乙"], id="a_list_from_nonsense"),
        pytest.param("<ol><p>前</p><li>甲</li></ol>", ["前", "1. 甲"], id="only_items_count"),
        pytest.param("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", ["汉字"], id="pinyin_above_characters"),
        pytest.param('<p style="visibility : hidden">x</p><p style="DISPLAY:none">y</p><p style="color:red">红</p>', ["红"], id="hidden"),
        pytest.param("<select><option>1</option></select><button>按</button><noscript>无</noscript>尾", ["尾"], id="controls"),
        pytest.param(table("<td>甲</td>", "<td>乙</td>"), ["甲", "乙"], id="a_table_of_one_column_is_a_frame"),
        pytest.param(
            table(f"<td>左{table('<td>1</td><td>2</td>')}</td><td>右</td>"),
            ["左", "| 1 | 2 |", "右"],
            id="a_table_around_a_table_is_a_frame",
        ),
        pytest.param(
            table('<td colspan="x">甲</td><td>3</td>', '<td rowspan="0">乙</td><td>4</td>', '<td colspan="99999">丙</td><td>5</td>'),
            ["| 甲 | 3 |", "| 乙 | 4 |", "| 丙 | 5 |"],
            id="a_cell_that_reaches_over_nonsense",
        ),
        pytest.param(
            "<table><caption>表一<br>单位：亩</caption><tr><td>甲</td><td>1</td></tr></table>",
            ["表一", "单位：亩", "| 甲 | 1 |"],
            id="a_caption_of_two_lines",
        ),
        pytest.param(table(cell(LONG, LONG) * 2), [f"| {LONG} {LONG} | {LONG} {LONG} |"], id="two_paragraphs_a_cell_may_be_cells"),
        pytest.param(table(cell(LONG, LONG, LONG) + cell(LONG, LONG)), [LONG] * 5, id="more_paragraphs_lay_a_page_out"),
        pytest.param(table("<td>文号：</td><td></td><td>日期：</td><td>九月</td>"), ["日期：九月"], id="a_form_without_a_value"),
        pytest.param(
            table("<td>文号：</td><td>1</td><td>日期：</td>", "<td>甲：</td><td>2</td><td>乙</td>"),
            ["| 文号： | 1 | 日期： |", "| 甲： | 2 | 乙 |"],
            id="an_odd_row_is_no_form",
        ),
        pytest.param(
            table("<td>一个太长的标签名字：</td><td>1</td>", "<td>日期：</td><td>2</td>"),
            ["| 一个太长的标签名字： | 1 |", "| 日期： | 2 |"],
            id="nor_one_with_a_long_label",
        ),
    ],
)
def test_a_piece_of_a_page_becomes_its_lines(body: str, read: list[str]) -> None:
    assert lines_of(f"<p>{PROSE}</p><p>{PROSE}</p>{body}") == [PROSE, PROSE, *read]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        pytest.param(f"<ul><li>{LINK}</li><li>{LINK}</li></ul>", ["政务公开栏目名称"] * 2, id="two_links"),
        pytest.param(f"<ul>{f'<li>{LINK}</li>' * 3}<li>更多内容请看</li></ul>", [], id="three_links_and_few_words"),
        pytest.param(f"<div>{'<a href=x>网</a>' * 3}本站内容</div>", ["网网网本站内容"], id="more_words_than_links"),
        pytest.param(f"<div>{LINK * 4}更多，点击。</div>", [], id="a_short_sentence_among_links"),
        pytest.param(f"<div>{LINK * 4}<b>本页于二〇二一年更新一次没有标点</b></div>", [], id="words_without_a_stop_among_links"),
        pytest.param(
            f"<div>{LINK * 4}全镇新建学校十二所，新增学位三千。</div>",
            ["政务公开栏目名称" * 4 + "全镇新建学校十二所，新增学位三千。"],
            id="a_sentence_among_links",
        ),
        pytest.param(
            table(*[f"<td><a href=x>第{n}经济开发区</a></td><td>{n}.5%</td>" for n in range(3)]),
            [f"| 第{n}经济开发区 | {n}.5% |" for n in range(3)],
            id="values_named_by_links",
        ),
        pytest.param(table(*[f"<td><a href=x>第{n}次全体会议召开</a></td><td>1-{n}</td>" for n in range(3)]), [], id="dates_beside_links"),
        pytest.param(f"<p>{FILE}</p>", [], id="a_file_told_by_its_address"),
        pytest.param("<p><a href=x>名单.pdf </a></p>", [], id="a_file_told_by_its_name"),
        pytest.param(f"<p>附件：1.{FILE}</p><p>2.{FILE}</p>", [], id="files_with_numbers"),
        pytest.param(f"<p>相关附件：</p><p>{FILE}</p>", [], id="the_word_before_them"),
        pytest.param(f"<p>名单如下</p><p>{FILE}</p>", ["名单如下"], id="other_words_before_them"),
        pytest.param("<p>相关附件：</p><p>从略</p>", ["相关附件：", "从略"], id="the_word_without_a_file"),
        pytest.param(f"<h2>{FILE}</h2>", ["## 名单"], id="a_heading_that_leads_to_a_file"),
        pytest.param(f"<p>详见{FILE}所列</p>", ["详见名单所列"], id="a_file_in_a_sentence"),
        pytest.param(f"<p><a href=a.html>说明</a>{FILE}</p>", ["说明名单"], id="a_file_and_a_page"),
    ],
)
def test_what_leads_elsewhere_is_left_out_and_what_tells_something_stays(body: str, kept: list[str]) -> None:
    assert lines_of(f"<p>{PROSE}</p><p>{PROSE}</p>{body}") == [PROSE, PROSE, *kept]


def test_a_page_that_is_mostly_links_is_read_whole() -> None:
    assert lines_of(f"<p>短文一则。</p><ul>{f'<li>{LINK}</li>' * 5}</ul>") == ["短文一则。", *["政务公开栏目名称"] * 5]


@pytest.mark.parametrize(
    ("head", "above", "front"),
    [
        ("<title>计划报告-某市政府网</title>", "", ["计划报告"]),
        ("<title>2021-2025年规划</title>", "", ["2021-2025年规划"]),
        ("<title>计划报告 | 某市</title>", "", ["计划报告"]),
        ("<title>Annual Report - City</title>", "", ["Annual Report"]),
        ('<meta name=ArticleTitle content=" "><meta property="og:title" content=" 二  三 "><title>一</title>', "", ["二 三"]),
        ("<title>页名</title>", "<h1>大标题</h1>", ["大标题"]),
        ("<title>页名</title>", "<h1>大标题</h1><h1>又一个</h1>", ["页名"]),
        (
            "<title>页名</title>",
            "<div>来源：县府</div><div>日期 : 2021-1-1</div><div>浏览：3</div>",
            ["页名", "来源：县府", "日期 : 2021-1-1"],
        ),
        ("", f"<div>来源：{'长' * 200}</div>", []),
        ("", f"<div>来源：{'长' * 197}</div>", [f"来源：{'长' * 197}"]),
    ],
    ids=["site", "years", "bar", "dash", "meta", "one_h1", "two_h1", "issuer_and_date", "too_long", "just_short_enough"],
)
def test_title_issuer_and_date_go_in_front(head: str, above: str, front: list[str]) -> None:
    article = f"<p>{PROSE}</p>" * 30
    lines = lines_of(f"<div class=top>{above}</div><div id=c>{article}</div>", head)
    assert [line for line in lines if line != PROSE] == front


@pytest.mark.parametrize("body", ["", "<p> </p>", "<script>1</script>"])
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(InputError, match="holds no text"):
        lines_of(body)


@pytest.mark.parametrize(
    ("named", "written", "read"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("Big5", "big5", "big5hkscs"),
        ("gbk", "utf-8", "utf-8"),
        ("", "gb18030", "gb18030"),
        ("x", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_a_page_names_holds_unless_it_is_unicode(named: str, written: str, read: str) -> None:
    words = "人民生活水平，各市全面增加。" * 3 if written == "big5" else PROSE * 3
    meta = f'<meta http-equiv=c content="text/html; charset={named}">' if named else ""
    page = read_webpage(f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(written, "replace"), "a.html")
    assert (page.text, page.encoding) == (words.encode(written, "replace").decode(written), read)


def test_a_page_nested_without_end_or_of_too_many_parts_is_refused() -> None:
    for body in ("<div>" * 300 + "深" + "</div>" * 300, "<br>" * 120_001):
        with pytest.raises(InputError, match="too deep or of too many parts"):
            lines_of(body)
    assert lines_of("<div>" * 200 + "深" + "</div>" * 200) == ["深"]
    assert lines_of("<b>" * 400 + "粗" + "</b>" * 400) == ["粗"]  # formatting does not count
