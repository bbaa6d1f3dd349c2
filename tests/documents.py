"""Turns the text of a report into the files it may come in: web pages, DOCX, PDF and zip archives."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

import docx
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

FONT = "STSong-Light"  # one of the fonts every PDF viewer has to have, so that nothing needs embedding

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}_某市人民政府</title><script>var menu = "<p>首页</p>";</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/zmhd">政民互动</a></li></ul></div>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/ghjh">规划计划</a></div>
<div class="main"><div id="zoom">{article}</div><div class="share">分享到：<a href="#">微信</a></div></div>
<div class="side"><h3>相关链接</h3><ul>{links}</ul></div>
<div class="footer">版权所有：某市人民政府办公室</div></body></html>"""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, blank ones left out."""
    return [line for line in re.split(r"[\r\n]+", text) if line.strip()]


def web_page(text: str, title: str = "报告", layout: str = "p", charset: str = "utf-8") -> bytes:
    """Return a page of a government's web site with `text` as its article; the layouts are those that content systems write."""
    pieces = [escape(paragraph) for paragraph in paragraphs(text)]
    article = {
        "p": "\n".join(f'<p style="text-indent: 2em"><span>{piece}</span></p>' for piece in pieces),
        "br": "<br/>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{piece}" for piece in pieces),
        "table": "<table><tr><td>" + "".join(f"<p>{piece}</p>" for piece in pieces) + "</td></tr></table>",
    }[layout]
    links = "".join(f'<li><a href="/{number}">某市工作简报第{number}期</a></li>' for number in range(20))
    return PAGE.format(charset=charset, title=title, article=article, links=links).encode(charset, "xmlcharrefreplace")


def word_file(text: str) -> bytes:
    """Return a DOCX file; labelled short lines have heading styles."""
    document = docx.Document()
    for paragraph in paragraphs(text):
        if re.match("[一二三四五六七]、", paragraph):
            document.add_heading(paragraph, 1)
        elif re.match("[(（][一二三四五六七][)）]", paragraph) and len(paragraph) < 40:
            document.add_heading(paragraph, 2)
        else:
            document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(text: str, header: str = "某市国民经济和社会发展计划执行情况的报告") -> bytes:
    """Return a PDF file with indented paragraphs, a header on every page and page numbers."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))

    def furnish(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(72, 800, header)
        canvas.drawCentredString(300, 40, f"— {template.page} —")

    style = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24)
    file = io.BytesIO()
    template = SimpleDocTemplate(file, pagesize=A4)
    story = [Paragraph(escape(paragraph), style) for paragraph in paragraphs(text)]
    template.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return file.getvalue()


def zip_file(files: dict[str, bytes]) -> bytes:
    """Return an archive of `files`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def raw_word_file(body: str, **parts: str | bytes) -> bytes:
    """Return a DOCX file with `body` inside its body element, and other parts by name (`numbering=`, `styles=`)."""
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    files = {"word/document.xml": document.encode()}
    files |= {f"word/{name}.xml": part if isinstance(part, bytes) else part.encode() for name, part in parts.items()}
    return zip_file(files)
