"""Files that mean harm, or came to harm: each is answered by one clear error, in bounded time and memory, and the run goes on."""

from __future__ import annotations

import gc
import io
import multiprocessing
import os
import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from reportsum.digesting import digest_each
from reportsum.errors import InputError
from reportsum.models import Digest
from reportsum.reading import apart, find_reports, read, read_bytes
from reportsum.settings import Settings

from .documents import WORD, pdf_file, raw_word_file, web_page, zip_file

SECONDS = 10
MEGABYTES = 500
PARAGRAPH = "<w:p><w:r><w:t>增长5%。</w:t></w:r></w:p>"


def word_bomb() -> bytes:
    entities = '<!DOCTYPE lol [<!ENTITY a "增长">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    document = f"{entities}]><w:document {WORD}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    return zip_file({"word/document.xml": document.encode()})


def damaged(data: bytes, bytes_lost: int = 200) -> bytes:
    chance = random.Random(7)
    hurt = bytearray(data)
    for _ in range(bytes_lost):
        hurt[chance.randrange(len(hurt))] = chance.randrange(256)
    return bytes(hurt)


def encrypted_archive() -> bytes:
    data = bytearray(zip_file({"word/document.xml": b"<a/>"}))
    # the flag of encryption, in the member's own header and in the directory
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def protected_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=pdfencrypt.StandardEncryption("secret"))
    canvas.drawString(72, 700, "report")
    canvas.save()
    return file.getvalue()


def scanned_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(3):
        canvas.rect(10, 10, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_with(stream: bytes) -> bytes:
    """Return a PDF file of one page with `stream`, packed, as what it draws."""
    packed = zlib.compress(stream, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


def many_attributes(attribute: str) -> bytes:
    listed = " ".join(attribute.format(number) for number in range(200_000))
    return f"<html><body {listed}><p>{'增长6.1%。' * 40}</p></body></html>".encode()


def long_labels(pattern: str) -> bytes:
    """Return a word file of 20,000 numbered paragraphs whose numbers follow `pattern`."""
    paragraph = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return zip_file(
        {
            "word/document.xml": f"<w:document {WORD}><w:body>{paragraph * 20_000}</w:body></w:document>".encode(),
            "word/numbering.xml": f"<w:numbering {WORD}>{lists}</w:numbering>".encode(),
        }
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "xml_entity_bomb": (word_bomb, "declares a document type"),
    "xml_nested_deep": (lambda: raw_word_file("<w:tbl>" * 50_000), "nested too deeply"),
    "xml_cut": (lambda: zip_file({"word/document.xml": f"<w:document {WORD}><w:body>{PARAGRAPH}".encode()}), "is damaged"),
    "docx_zip_bomb": (lambda: zip_file({"word/document.xml": b"<a>" + b" " * 60_000_000}), "zip bomb"),
    "docx_too_large": (lambda: zip_file({"word/document.xml": b"<a>" + b" " * 70_000_000}), "more than"),
    "docx_without_text": (lambda: raw_word_file("<w:p/>"), "holds no text"),
    "docx_cut": (lambda: raw_word_file(PARAGRAPH)[:-40], "is damaged"),
    "docx_with_lost_bytes": (lambda: damaged(raw_word_file(PARAGRAPH * 500)), "damaged|archive|empty"),
    "docx_with_password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "password"),
    "archive_with_password": (encrypted_archive, "password"),
    "archive_of_many_files": (lambda: zip_file({str(number): b"" for number in range(10_500)}), "holds more than"),
    "spreadsheet": (lambda: zip_file({"xl/workbook.xml": b"<a/>"}), "is a spreadsheet"),
    "html_nested_deep": (lambda: b"<html><body>" + b"<div>" * 50_000 + "增长".encode(), "built too deep"),
    "html_of_many_parts": (lambda: b"<html><body>" + b"<p>x</p>" * 150_000, "too many parts"),
    "html_too_large": (lambda: b"<html><body>" + b"<" * 13_000_000, "more than"),
    "html_without_text": (lambda: b"<html><body><script>var a = 1</script></body></html>", "holds no text"),
    "html_of_many_attributes": (lambda: many_attributes('a{}="x"'), "too many parts"),
    "html_of_many_bare_attributes": (lambda: many_attributes("a{}"), "too many parts"),
    "pdf_with_password": (protected_pdf, "is protected by a password"),
    "pdf_of_scans": (scanned_pdf, "has no text"),
    "pdf_cut": (lambda: (data := pdf_file("全市生产总值增长5%。\n" * 80))[: len(data) // 2], "is damaged"),
    "pdf_of_nothing": (lambda: b"%PDF-1.7\n", "is damaged"),
    "pdf_of_random_bytes": (lambda: b"%PDF-1.7\n" + random.Random(3).randbytes(50_000), "is damaged"),
    "pdf_unpacking_without_end": (lambda: pdf_with(b" " * 400_000_000), "is damaged|memory|too long|no text"),
    "pdf_of_endless_text": (lambda: pdf_with(b"BT /F1 9 Tf " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 400_000 + b"ET"), "too long|memory|damaged"),
}


@pytest.mark.parametrize(("make", "said"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_in_time(make: Callable[[], bytes], said: str) -> None:
    data = make()
    begun = time.perf_counter()
    with pytest.raises(InputError, match=said) as caught:
        read_bytes(data, "hostile")
    assert time.perf_counter() - begun < SECONDS
    assert str(caught.value).startswith("hostile")


def test_names_that_lead_out_of_an_archive_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("秘密", encoding="utf-8")
    archive = tmp_path / "reports" / "r.zip"
    archive.parent.mkdir()
    names = ["../secret.txt", "/etc/passwd.txt", "a/../../secret.txt", "C:/secret.txt", "..\\secret.txt", "good.txt"]
    archive.write_bytes(zip_file({name: "增长5%。".encode() for name in names}))
    assert find_reports([archive]).reports == [archive / "good.txt"]
    with pytest.raises(InputError):
        read(f"{archive}/../../secret.txt/x.txt")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["r.zip", "reports", "secret.txt"]


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    archive = tmp_path / "outer.zip"
    archive.write_bytes(zip_file({"inner.zip": zip_file({"a.txt": "增长".encode()}), "b.txt": "增长".encode()}))
    assert find_reports([archive]).reports == [archive / "b.txt"]


def test_one_bad_file_in_an_archive_leaves_the_others(tmp_path: Path) -> None:
    archive = tmp_path / "r.zip"
    archive.write_bytes(
        zip_file({"bomb.docx": word_bomb(), "empty.txt": b"", "good.html": web_page("全市生产总值增长5%，好于预期。\n" * 9)})
    )
    outcomes = {}
    for path in find_reports([archive]).reports:
        try:
            outcomes[path.name] = "增长5%" in read(path).text
        except InputError:
            outcomes[path.name] = False
    assert outcomes == {"bomb.docx": False, "empty.txt": False, "good.html": True}


def test_a_damaged_archive_does_not_stop_the_folder_it_lies_in(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04" + bytes(100))
    (tmp_path / "good.txt").write_text("增长5%。", encoding="utf-8")
    found = find_reports([tmp_path])
    assert found.reports == [tmp_path / "good.txt"]
    assert [Path(error.source).name for error in found.errors] == ["bad.zip"]


def test_automatic_numbers_longer_than_any_are_left_out() -> None:
    assert read_bytes(long_labels("%1、" + "好" * 300_000), "a.docx").text.count("好") == 0
    assert read_bytes(long_labels("（%1）"), "a.docx").text.startswith("（1）a\n（2）a\n")


def test_a_reader_that_comes_to_no_end_is_ended_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    page = web_page("全市生产总值增长5%，好于预期。\n" * 3000)
    assert "增长5%" in read_bytes(page, "a.html").text
    monkeypatch.setattr(apart, "CPU_SECONDS", 0.001)
    with pytest.raises(InputError, match=r"a\.html: takes too much time or memory"):
        read_bytes(page, "a.html")
    monkeypatch.undo()
    assert "增长5%" in read_bytes(page, "a.html").text


@pytest.mark.skipif(sys.platform == "win32", reason="no forks there")
def test_a_fork_reads_with_a_process_of_its_own() -> None:
    pages = [web_page(f"全市生产总值增长{number}%，好于预期。\n" * 9) for number in range(8)]
    assert "增长0%" in read_bytes(pages[0], "0.html").text
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        texts = list(pool.map(_text_of, pages))
    assert [f"增长{number}%" in text for number, text in enumerate(texts)] == [True] * 8
    assert "增长1%" in read_bytes(pages[1], "1.html").text


def _text_of(page: bytes) -> str:
    return read_bytes(page, "page.html").text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_under_the_name_of_a_report_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("增长5%。", encoding="utf-8")
    for path in (tmp_path / "a.txt", Path("/dev/zero")):
        with pytest.raises(InputError, match="it is a pipe, socket or device"):
            read(path)
    with pytest.raises(InputError, match="it is a pipe, socket or device"):
        Digest.load(tmp_path / "a.txt")
    results = {Path(result.source).name: result.error for result in digest_each(find_reports([tmp_path]).reports, Settings(engine="rules"))}
    assert [name for name, error in results.items() if error is None] == ["b.txt"]


def test_the_reports_of_an_archive_are_read_in_time_that_grows_with_their_number(tmp_path: Path) -> None:
    def seconds(files: int) -> float:
        archive = tmp_path / f"{files}.zip"
        archive.write_bytes(zip_file({f"{number}.txt": "增长5%。".encode() for number in range(files)}))
        reports = find_reports([archive]).reports
        begun = time.process_time()
        for report in reports:
            read(report)
        return time.process_time() - begun

    seconds(100)
    gc.collect()
    gc.freeze()  # what the tests before left is not looked through again and again
    try:
        assert seconds(4000) < 10 * seconds(1000)
    finally:
        gc.unfreeze()


def test_an_archive_that_changes_between_two_reports_is_opened_anew(tmp_path: Path) -> None:
    archive = tmp_path / "r.zip"
    archive.write_bytes(zip_file({"a.txt": "增长5%。".encode()}))
    assert read(archive / "a.txt").text == "增长5%。"
    archive.write_bytes(zip_file({"a.txt": "增长67%。".encode(), "b.txt": b"x"}))
    assert read(archive / "a.txt").text == "增长67%。"


MEASURED = r"""
import re, resource, sys
from pathlib import Path
from reportsum.errors import InputError
from reportsum.reading import read
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read(path)
    except InputError:
        pass
# ru_maxrss of a process counts what its parent took before it was started, so its own comes from the system
own = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""


def test_hostile_files_stay_within_memory(tmp_path: Path) -> None:
    for name in ("xml_entity_bomb", "docx_zip_bomb", "docx_too_large", "html_too_large", "html_of_many_parts", "pdf_unpacking_without_end"):
        (tmp_path / name).write_bytes(HOSTILE[name][0]())
    (tmp_path / "one_character").write_bytes(b"a" * 50_000_000)
    (tmp_path / "brackets").write_bytes(b"(" * 10_000 + b")" * 10_000)
    done = subprocess.run([sys.executable, "-c", MEASURED, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < MEGABYTES
