"""Reading HTML, DOCX, PDF and archives: nothing of a report is lost, nothing of the page around it comes in."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reportsum import Digest, digest
from reportsum.errors import InputError, SettingsError
from reportsum.reading import SourceText, find_reports, from_text, read, read_bytes
from reportsum.reading.numbering import format_number
from reportsum.reading.pdf_layout import PageLine, PdfPage, paragraphs
from reportsum.reading.webpage import read_webpage

from .documents import WORD, pdf_file, raw_word_file, web_page, word_file, zip_file

SEEDS = {path.stem: path.read_bytes().decode() for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))}
FORMATS: dict[str, Callable[[str], bytes]] = {
    "html": web_page,
    "html_with_breaks": lambda text: web_page(text, layout="br"),
    "html_in_a_table": lambda text: web_page(text, layout="table"),
    "docx": word_file,
    "pdf": pdf_file,
}


class GbkName(zipfile.ZipInfo):
    """A member whose name is written as Chinese Windows does: in GBK, without saying so."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  the name is zipfile's
        return self.filename.encode("gbk"), self.flag_bits


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def facts(read: Digest) -> list[object]:
    """Return the items of a digest without what depends on offsets."""
    items = [*read.achievements, *read.targets, *read.risks]
    return [
        (type(item).__name__, bare(item.statement), item.metric, [(f.text, f.value, f.role, f.bound) for f in item.figures])
        for item in items
    ]


@cache
def in_format(kind: str, seed: str) -> SourceText:
    return read_bytes(FORMATS[kind](SEEDS[seed]), "report")


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_comes_out_of_every_format_whole(seed: str, kind: str) -> None:
    text = in_format(kind, seed).text
    if kind.startswith("html"):
        # a page's own title goes in front, where the article does not say it
        text = text.removeprefix("报告\n")
    assert bare(text) == bare(SEEDS[seed])


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_gives_the_same_items_in_every_format(seed: str, kind: str) -> None:
    assert facts(digest(in_format(kind, seed))) == facts(digest(from_text(SEEDS[seed])))


@pytest.mark.parametrize(
    ("make", "media_type"),
    [
        (web_page, "text/html"),
        (word_file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (pdf_file, "application/pdf"),
    ],
    ids=["html", "docx", "pdf"],
)
def test_the_bytes_tell_the_format_whatever_the_name(make: Callable[[str], bytes], media_type: str) -> None:
    assert read_bytes(make("全市生产总值增长5%，完成年度目标任务。"), "report.txt").media_type == media_type


class TestHtml:
    @pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "utf-16"])
    def test_the_charset_is_found(self, charset: str) -> None:
        source = read_bytes(web_page("一、工作回顾\n上半年，全市实现地区生产总值684.66亿元。", charset=charset), "a.html")
        assert "全市实现地区生产总值684.66亿元" in source.text
        assert source.encoding == {"gb2312": "gb18030", "gbk": "gb18030"}.get(charset, charset)

    def test_title_and_metadata_above_the_article_go_in_front(self) -> None:
        page = web_page("上半年，全市经济稳中向好，完成年度目标任务的52%。\n" * 8, title="上半年计划执行情况").decode()
        page = page.replace('<div id="zoom">', '<div>来源：市发改委 <span>发布时间：2022-08-03</span></div><div id="zoom">')
        lines = read_bytes(page.encode(), "a.html").text.split("\n")
        assert lines[:2] == ["上半年计划执行情况", "来源：市发改委 发布时间：2022-08-03"]

    def test_a_title_inside_the_article_is_not_said_twice(self) -> None:
        text = read_bytes(
            web_page("某市2022年工作报告\n" + "上半年，全市经济稳中向好，好于预期。\n" * 20, title="某市2022年工作报告"), "a.html"
        ).text
        assert text.startswith("某市2022年工作报告\n上半年")

    def test_a_table_is_kept_as_rows(self) -> None:
        rows = "<tr><th>指标</th><th>数值</th></tr><tr><td>地区生产总值</td><td>684.66<br/>亿元</td></tr>"
        page = (
            web_page("上半年，全市经济稳中向好，主要指标见下表。\n" * 5)
            .decode()
            .replace('<div class="share">', f"<table>{rows}</table><div>")
        )
        assert "| 指标 | 数值 |\n|---|---|\n| 地区生产总值 | 684.66 亿元 |" in read_bytes(page.encode(), "a.html").text

    def test_an_unlabelled_heading_keeps_its_level_and_a_labelled_one_its_label(self) -> None:
        page = (
            "<html><body><h2>总体情况</h2><p>全市经济稳中向好，好于预期。</p><h3>（一）工业</h3><p>工业增长5%，好于全省。</p></body></html>"
        )
        assert read_bytes(page.encode(), "a.html").text.split("\n")[::2] == ["## 总体情况", "（一）工业"]

    def test_an_ordered_list_shows_its_numbers(self) -> None:
        items = "<ol start=3><li>抓好项目建设。</li><li>抓好招商引资。</li></ol>"
        page = f"<html><body><p>重点做好以下工作，确保完成任务：</p>{items}</body></html>"
        assert read_bytes(page.encode(), "a.html").text.endswith("3. 抓好项目建设。\n4. 抓好招商引资。")

    def test_what_is_hidden_is_not_read(self) -> None:
        page = '<html><body><p>全市经济稳中向好，好于预期。</p><p style="display:none">澳门</p><script>1</script><!-- 2 --></body></html>'
        assert read_bytes(page.encode(), "a.html").text == "全市经济稳中向好，好于预期。"


PROSE = "2023年，全县粮食总产量达到28.6万吨，增长1.2%，新增规上工业企业12家，经济运行稳中有进。"


class TestAGovernmentPage:
    """Pages as the content systems of government sites write them."""

    ARTICLE = f"<h1>2024年松原县政府工作报告</h1><p>一、2023年工作回顾</p><p>{PROSE}</p><p>二、2024年工作安排</p><p>{PROSE}</p>"

    def read(self, before: str = "", behind: str = "") -> list[str]:
        page = f"<html><head><meta charset=utf-8></head><body><div>{before}{self.ARTICLE}{behind}</div></body></html>"
        return read_bytes(page.encode(), "a.html").text.split("\n")

    WHOLE = ("2024年松原县政府工作报告", "一、2023年工作回顾", PROSE, "二、2024年工作安排", PROSE)

    @pytest.mark.parametrize(
        ("before", "behind"),
        [
            pytest.param(f"<ul>{'<li><a href=x>政务公开</a></li>' * 6}</ul>", "", id="a_menu"),
            pytest.param("", "<div><a href=x>微信</a><a href=x>微博</a><a href=x>QQ空间</a></div>", id="share_buttons"),
            pytest.param("", f"<div>相关{'<p><a href=x>2022年政府工作报告</a> 2022-01-12</p>' * 3}</div>", id="related_pages"),
            pytest.param("", "<p>附件：</p><ul><li><a href=a.pdf>1.民生实事项目表（12件）.pdf</a></li></ul>", id="attached_files"),
            pytest.param("", "<p>附件下载：<a href=a.doc>2024年政府工作报告.doc</a></p>", id="the_report_as_a_file"),
        ],
    )  # fmt: skip
    def test_what_only_leads_elsewhere_is_no_part_of_the_report(self, before: str, behind: str) -> None:
        assert tuple(self.read(before, behind)) == self.WHOLE

    def test_a_paragraph_with_links_in_it_stays(self) -> None:
        linked = "<p>全县落实<a href=x>渔业条例</a>、<a href=x>港口条例</a>和<a href=x>海岛条例</a>，渔民收入增长6.2%。</p>"
        assert "全县落实渔业条例、港口条例和海岛条例，渔民收入增长6.2%。" in self.read(behind=linked)

    def test_a_table_whose_rows_are_named_by_links_stays(self) -> None:
        zones = [("东", 12.5), ("西", 8.3), ("南", 6)]
        rows = "".join(f"<tr><td><a href=x>{name}经济开发区</a></td><td>{value}</td></tr>" for name, value in zones)
        page = f"<html><body><div>{self.ARTICLE}<table>{rows}</table></div></body></html>"
        assert "| 西经济开发区 | 8.3 |" in read_bytes(page.encode(), "a.html").text

    def test_the_table_of_particulars_becomes_lines_that_name_issuer_and_date(self) -> None:
        form = (
            "<table><tr><td>索引号：</td><td>0142/2024-12</td><td>发文机关：</td><td>松原县人民政府</td></tr>"
            "<tr><td>成文日期：</td><td>2024-01-15</td><td>有效性：</td><td>有效</td></tr></table>"
        )
        lines = self.read(before=form)
        assert lines[:4] == ["索引号：0142/2024-12", "发文机关：松原县人民政府", "成文日期：2024-01-15", "有效性：有效"]


class TestDocx:
    def test_a_table_is_kept_as_rows(self) -> None:
        def cell(*texts: str) -> str:
            return "<w:tc>" + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts) + "</w:tc>"

        body = f"<w:tbl><w:tr>{cell('任务')}{cell('进展')}</w:tr><w:tr>{cell('新建5所')}{cell('已开工', '完成60%')}</w:tr></w:tbl>"
        assert read_bytes(raw_word_file(body), "a.docx").text == "| 任务 | 进展 |\n|---|---|\n| 新建5所 | 已开工 完成60% |"

    def test_a_frame_of_one_cell_is_no_table(self) -> None:
        body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一是</w:t></w:r></w:p><w:p><w:r><w:t>二是</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        assert read_bytes(raw_word_file(body), "a.docx").text == "一是\n二是"

    def test_automatic_numbers_are_written_out(self) -> None:
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, style, text in [(0, "chineseCounting", "%1、"), (1, "chineseCounting", "（%2）"), (2, "decimal", "%3.")]
        )
        numbering = (
            f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
            '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
        )
        body = "".join(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
            for level, text in [(0, "回顾"), (1, "工业"), (2, "产值"), (2, "5G基站"), (1, "农业"), (0, "展望"), (1, "目标")]
        )
        lines = read_bytes(raw_word_file(body, numbering=numbering), "a.docx").text.split("\n")
        assert lines == ["一、回顾", "（一）工业", "1. 产值", "2. 5G基站", "（二）农业", "二、展望", "（一）目标"]

    def test_deleted_text_fields_and_contents_are_left_out(self) -> None:
        styles = f'<w:styles {WORD}><w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>'
        body = (
            '<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>一、回顾……3</w:t></w:r></w:p>'
            "<w:p><w:r><w:t>增长5%</w:t></w:r><w:del><w:r><w:delText>6%</w:delText></w:r></w:del><w:ins><w:r><w:t>。</w:t></w:r></w:ins>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        )
        assert read_bytes(raw_word_file(body, styles=styles), "a.docx").text == "增长5%。"

    def test_a_heading_style_without_label_keeps_its_level(self) -> None:
        styles = (
            f'<w:styles {WORD}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
            '<w:style w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="1"/></w:style></w:styles>'
        )
        body = '<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>'
        assert read_bytes(raw_word_file(body, styles=styles), "a.docx").text == "# 总体情况"

    @pytest.mark.parametrize(
        ("number", "style", "shown"),
        [
            (21, "chineseCountingThousand", "二十一"),
            (10, "ideographDigital", "十"),
            (7, "decimalEnclosedCircleChinese", "⑦"),
            (9, "upperRoman", "IX"),
            (3, "upperLetter", "C"),
            (12, "unknown", "12"),
        ],
    )
    def test_number_formats(self, number: int, style: str, shown: str) -> None:
        assert format_number(number, style) == shown


class TestPdf:
    def test_headers_and_page_numbers_are_dropped_and_wrapped_lines_joined(self) -> None:
        text = SEEDS["nantong-2022h1-plan"]
        lines = read_bytes(pdf_file(text), "a.pdf").text.split("\n")
        assert [bare(line) for line in lines] == [bare(line) for line in text.split("\n") if line.strip()]

    def test_two_columns_are_read_one_after_the_other(self) -> None:
        lines = [
            PageLine(left, 700 - 20 * row, left + 200, 712 - 20 * row, 12, f"{side}{row}。")
            for row in range(10)
            for side, left in (("左", 50), ("右", 320))
        ]
        read = "".join(paragraphs([PdfPage(595, 842, lines)]))
        assert read == "".join(f"{side}{row}。" for side in "左右" for row in range(10))

    def test_cells_side_by_side_are_parted_by_tabs(self) -> None:
        lines = [PageLine(50, 700, 130, 712, 12, "地区生产总值"), PageLine(300, 700, 350, 712, 12, "684.66")]
        assert list(paragraphs([PdfPage(595, 842, lines)])) == ["地区生产总值\t684.66"]

    def test_a_hyphenated_word_is_made_whole(self) -> None:
        lines = [
            PageLine(50, 700, 500, 712, 12, "the city's econom-"),
            PageLine(50, 680, 500, 692, 12, "ic growth and"),
            PageLine(50, 660, 300, 672, 12, "trade."),
        ]
        assert list(paragraphs([PdfPage(595, 842, lines)])) == ["the city's economic growth and trade."]


class TestArchives:
    def test_an_archive_is_read_like_a_folder(self, tmp_path: Path) -> None:
        files = {
            "2022/海安.txt": "海安增长1.6%。",
            "2022/.hidden.txt": "无",
            "__MACOSX/a.txt": "无",
            "b.pdf.bak": "无",
            "README.md": "无",
            "a.md": "# 报告",
        }
        archive = tmp_path / "reports.zip"
        archive.write_bytes(zip_file({name: text.encode() for name, text in files.items()}))
        found = find_reports([archive])
        assert found.reports == [archive / "2022/海安.txt", archive / "a.md"]
        assert read(found.reports[0]).text == "海安增长1.6%。"
        assert read(found.reports[0]).name == "海安.txt"

    def test_an_archive_in_a_folder_is_searched_too(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "r.zip").write_bytes(zip_file({"a.txt": "增长5%。".encode()}))
        assert find_reports([tmp_path]).reports == [tmp_path / "sub" / "r.zip" / "a.txt"]

    def test_a_name_written_by_chinese_windows_is_repaired(self, tmp_path: Path) -> None:
        archive = tmp_path / "reports.zip"
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr(GbkName("海安.txt"), "增长5%。")
        assert find_reports([archive]).reports == [archive / "海安.txt"]
        assert read(archive / "海安.txt").text == "增长5%。"

    def test_a_name_that_is_not_there(self, tmp_path: Path) -> None:
        archive = tmp_path / "reports.zip"
        archive.write_bytes(zip_file({"a.txt": "增长5%。".encode()}))
        with pytest.raises(InputError, match="does not exist in the archive"):
            read(archive / "b.txt")

    def test_a_member_packed_by_an_unknown_method_is_said_to_be_so(self, tmp_path: Path) -> None:
        packed = bytearray(zip_file({"a.txt": "增长5%。".encode()}))
        for record, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):  # the method stands in the member's head and in the directory
            packed[packed.index(record) + method] = 97
        archive = tmp_path / "reports.zip"
        archive.write_bytes(packed)
        with pytest.raises(InputError, match=r"a\.txt.*packed in a way.*Unpack"):
            read(archive / "a.txt")

    def test_an_archive_itself_is_no_report(self, tmp_path: Path) -> None:
        archive = tmp_path / "reports.zip"
        archive.write_bytes(zip_file({"a.txt": "增长5%。".encode()}))
        with pytest.raises(InputError, match="is an archive"):
            read(archive)

    def test_an_archive_without_reports_is_said_so(self, tmp_path: Path) -> None:
        archive = tmp_path / "reports.zip"
        archive.write_bytes(zip_file({"a.png": b"x"}))
        assert [error.problem for error in find_reports([archive]).errors] == ["holds no reports"]


@pytest.mark.parametrize(("package", "data"), [("lxml", web_page("增长")), ("trafilatura", web_page("增长"))], ids=["lxml", "trafilatura"])
def test_a_missing_package_is_named_with_the_extra(package: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SettingsError, match=rf"{package}.*reportsum\[documents\]"):
        read_webpage(data, "report")


@pytest.mark.parametrize("odd", ["&#1;", "&#x1F;", "&#0011;", "&#xFFFE;", "&#65535;", "\ufffe"])
def test_characters_no_tree_can_hold_do_not_stand_in_the_way(odd: str) -> None:
    hidden = f"<div style='display:none'>x</div>{odd}好"
    page = f"<html><body><p>全市生产总值增长5%。<a href='x'>{odd}更多</a>{odd}全年新建学校3所。</p>{hidden}</body></html>"
    text = read_bytes(page.encode(), "a.html").text
    assert "增长5%" in text
    assert "新建学校3所" in text
    assert read_bytes("<html><body><p>增长&#12345;&#x1F600;&#102;5%</p></body></html>".encode(), "b.html").text == "增长\u3039😀f5%"
