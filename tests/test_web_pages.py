"""One web page with all that government sites put around a report, and one Word file: the whole text, line by line."""

from __future__ import annotations

from reportsum.reading import read_bytes

from .documents import WORD, raw_word_file

PROSE = "全县上下坚持稳中求进，主要经济指标保持较快增长，城乡面貌明显改善，人民生活水平稳步提高，各项事业取得新的进展。"
PAGE = f"""<!DOCTYPE html>
<html><head><title>青山县2023年工作报告_青山县人民政府网</title>
<meta name="ArticleTitle" content=" 青山县2023年工作报告 ">
<script>var a = 1;</script></head><body>
<div class="nav"><a href="/">首页</a> <a href="/news">新闻中心</a> <a href="/open">政务公开</a></div>
<div class="info">来源：青山县人民政府办公室　发布时间：2024-01-20　浏览次数：31</div>
<div id="content">
<table><tr><td>索引号：</td><td>014284567</td><td>发文日期：</td><td>2024年1月18日</td></tr></table>
<h2>一、工作回顾</h2>
<p>{PROSE}</p>
<p>{PROSE}<br>新建学校<b>12</b>所。</p>
<p style="display:none">看不见的话。</p>
<ol start="3"><li>财政收入18.5亿元。</li><li>粮食产量50万吨。</li></ol>
<table>
<caption>表1 主要指标</caption>
<tr><th rowspan="2">指标</th><th colspan="2">完成情况</th></tr>
<tr><th>2022年</th><th>2023年</th></tr>
<tr><td>投资（亿元）</td><td>28</td><td>30</td></tr>
<tr><td>出口（亿元）</td><td></td><td>7.5</td></tr>
</table>
<table><tr><td><p>{PROSE}{PROSE}</p><p>{PROSE}{PROSE}</p><p>{PROSE}{PROSE}</p></td></tr></table>
<h3>（一）下一步工作</h3>
<p>{PROSE}</p>
<p>附件：<a href="/files/a.pdf">青山县2023年工作报告.pdf</a></p>
</div>
<div class="foot">版权所有：青山县人民政府　<a href="/map">网站地图</a></div>
</body></html>"""


def test_a_web_page_is_read_without_what_stands_around_its_report() -> None:
    assert read_bytes(PAGE.encode(), "page.html").text.split("\n") == [
        "青山县2023年工作报告",
        "来源：青山县人民政府办公室　发布时间：2024-01-20　浏览次数：31",
        "索引号：014284567",
        "发文日期：2024年1月18日",
        "一、工作回顾",
        PROSE,
        PROSE,
        "新建学校12所。",
        "3. 财政收入18.5亿元。",
        "4. 粮食产量50万吨。",
        "表1 主要指标",
        "| 指标 | 完成情况 | 完成情况 |",
        "| 指标 | 2022年 | 2023年 |",
        "|---|---|---|",
        "| 投资（亿元） | 28 | 30 |",
        "| 出口（亿元） |  | 7.5 |",
        PROSE * 2,
        PROSE * 2,
        PROSE * 2,
        "（一）下一步工作",
        PROSE,
    ]


def test_the_title_of_a_page_is_its_own_not_that_of_its_site() -> None:
    body = f"<body><div>首页</div><div><p>{PROSE}</p><p>{PROSE}</p></div></body>"
    for head, title in (
        ("<title>白水县工作报告_白水县人民政府</title>", "白水县工作报告"),
        ("<title>白水县人民政府</title><meta property='og:title' content='白水县工作报告'>", "白水县工作报告"),
        ("<title></title>", None),
    ):
        lines = read_bytes(f"<html><head>{head}</head>{body}</html>".encode(), "page.html").text.split("\n")
        assert lines == [line for line in (title, PROSE, PROSE) if line]


def said(text: str, marks: str = "") -> str:
    """Return a paragraph of a Word file; `marks` are its properties."""
    return f"<w:p><w:pPr>{marks}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, marks: str = "") -> str:
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{said(text)}</w:tc>"


STYLES = f"""<w:styles {WORD}>
<w:style w:styleId="h2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="town"><w:name w:val="Town"/><w:basedOn w:val="h2"/></w:style>
<w:style w:styleId="part"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="listed"><w:name w:val="Listed"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="round"><w:name w:val="Round"/><w:basedOn w:val="round"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {WORD}><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
BODY = "".join(
    [
        said("总体情况", '<w:pStyle w:val="part"/>'),
        said("东林镇", '<w:pStyle w:val="town"/>'),
        said("不是标题", '<w:pStyle w:val="round"/>'),
        said("第三级", '<w:outlineLvl w:val="2"/>'),
        said("新建学校", NUMBERED),
        said("城区", '<w:pStyle w:val="listed"/>'),
        said("镇区", '<w:pStyle w:val="listed"/>'),
        said("改造公路", NUMBERED),
        said("城区", '<w:pStyle w:val="listed"/>'),
        said("没有编号", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        "<w:p><w:r><w:t>PM2</w:t><w:noBreakHyphen/><w:t>5</w:t><w:tab/><w:t>31</w:t><w:br/><w:t>微克</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>框外</w:t></w:r><w:r><w:txbxContent>" + said("框内") + "</w:txbxContent></w:r></w:p>",
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>",
        cell("指标", '<w:vMerge w:val="restart"/>'),
        cell("完成情况", '<w:gridSpan w:val="2"/>'),
        "</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>",
        cell("", "<w:vMerge/>"),
        cell("2022年"),
        cell("2023年"),
        "</w:tr><w:tr>",
        cell("投资"),
        cell("28亿元"),
        cell("30亿元"),
        '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>',
        cell("5亿元"),
        cell("6亿元"),
        "</w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{said('左边')}<w:tbl><w:tr>{cell('一')}{cell('1')}</w:tr></w:tbl></w:tc>{cell('右边')}</w:tr></w:tbl>",
    ]
)


def test_a_word_file_is_read_as_it_shows() -> None:
    assert read_bytes(raw_word_file(BODY, styles=STYLES, numbering=NUMBERING), "file.docx").text.split("\n") == [
        "# 总体情况",
        "## 东林镇",
        "不是标题",
        "### 第三级",
        "3. 新建学校",
        "3.a)城区",
        "3.b)镇区",
        "4. 改造公路",
        "4.a)城区",
        "没有编号",
        "PM2-5\t31",
        "微克",
        "框内",
        "框外",
        "| 指标 | 完成情况 | 完成情况 |",
        "| 指标 | 2022年 | 2023年 |",
        "|---|---|---|",
        "| 投资 | 28亿元 | 30亿元 |",
        "|  | 5亿元 | 6亿元 |",
        "左边",
        "| 一 | 1 |",
        "右边",
    ]
