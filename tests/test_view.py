"""The view in real headless Chromium: it loads, filters, jumps, searches and prints, and nothing in it reaches out or runs."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import reportsum
from reportsum import models
from reportsum.captions import captions
from reportsum.comparing import write_comparison
from reportsum.errors import InputError
from reportsum.models import Digest, Progress
from reportsum.view import render_view, write_view
from reportsum.view.layout import layout
from reportsum.view.page import fill

from .builders import DigestBuilder, fig, half, year

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1500,950",
)  # fmt: skip

TEXT = """关于上半年的报告

一、上半年工作回顾
地区生产总值5200亿元，增长3.2%。新签约项目206个，另有17个村受益。
（一）安全
电信诈骗立案下降31.7%。
二、存在问题
外贸订单不足，主要受外需影响。
三、下半年打算
新开工项目300个，6月底前完成。力争地区生产总值增长6%左右。
"""


def sample() -> Digest:
    """Return a digest with something for every part of the page."""
    builder = DigestBuilder(TEXT, title="关于上半年的报告", period=half(2022), plan_period=year(2022))
    builder.section("一、上半年工作回顾", label="一、", title="上半年工作回顾")
    builder.section("（一）安全", label="（一）", title="安全", level=2)
    builder.section("二、存在问题", label="二、", title="存在问题", stance="problems")
    builder.section("三、下半年打算", label="三、", title="下半年打算", stance="plan")
    builder.summarise("1", "地区生产总值增长3.2%。")
    growth = fig("3.2%", role="change")
    builder.achievement("地区生产总值5200亿元，增长3.2%", "地区生产总值", indicator="gdp", figures=[fig("5200亿元"), growth])
    signed = builder.achievement("新签约项目206个", "新签约项目", topic="projects", figures=[fig("206个", role="count")])
    builder.achievement(
        "电信诈骗立案下降31.7%", "电信诈骗立案", topic="safety", outcome="met", figures=[fig("31.7%", role="change", falls=True)]
    )
    builder.target(
        "新开工项目300个，6月底前完成",
        "新开工项目",
        topic="projects",
        deadline="2022-06",
        figures=[fig("300个", role="count")],
        progress=Progress(achievements=[signed.id], basis="metric", ratio=Decimal("0.6867"), status="behind"),
    )
    builder.target(
        "力争地区生产总值增长6%左右",
        "地区生产总值",
        indicator="gdp",
        commitment="strive",
        figures=[fig("6%", role="change", bound="about")],
    )
    builder.risk("外贸订单不足，主要受外需影响", "外贸订单", topic="trade_investment", cause="外需")
    builder.leave_unclaimed(fig("17个", role="count"))
    return builder.build()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    assert binary, "these tests need Chromium: apt-get install chromium chromium-driver"
    assert driver, "these tests need ChromeDriver: apt-get install chromium chromium-driver"
    options = Options()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    # All pages from disk share one storage: each is to begin without what the one before it remembered.
    chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": "localStorage.clear()"})
    chrome.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    yield chrome
    chrome.quit()


class Page:
    """The page under test."""

    def __init__(self, browser: webdriver.Chrome, path: Path) -> None:
        self.browser = browser
        browser.get("about:blank")
        self._log("performance")
        self._log("browser")
        browser.get(path.as_uri())

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def all(self, selector: str) -> list[Any]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> Any:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        self.one(selector).click()

    def texts(self, selector: str) -> list[str]:
        return [str(text) for text in self.run("return [...document.querySelectorAll(arguments[0])].map((n) => n.textContent)", selector)]

    def metrics(self) -> list[str]:
        """Return the metrics of the cards that are shown."""
        return self.texts(".card:not([hidden]) h3")

    def items(self) -> None:
        """Turn to the tab with the cards and unfold the routine ones."""
        self.click("[data-tab=items]")
        if self.one("#fold").is_displayed():
            self.click("#fold")

    def card(self, metric: str) -> Any:
        return next(card for card in self.all(".card") if metric in card.text)

    def keys(self, *keys: str) -> None:
        ActionChains(self.browser).send_keys(*keys).perform()

    def search(self, words: str) -> None:
        self.one("#search").clear()
        self.one("#search").send_keys(words)
        self.wait(lambda: self.run("return CSS.highlights.size") or "0" in self.one("#hits").text)

    def choose(self, name: str, value: str) -> None:
        self.run(
            "const s = document.getElementById('by-' + arguments[0]); s.value = arguments[1]; s.dispatchEvent(new Event('change'))",
            name, value,
        )  # fmt: skip

    def wait(self, condition: Callable[[], Any]) -> None:
        WebDriverWait(self.browser, 10, poll_frequency=0.02).until(lambda _: condition())

    def in_view(self, selector: str) -> bool:
        return bool(
            self.run(
                "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
                "return b.top >= 0 && b.top < innerHeight && b.width > 0",
                selector,
            )
        )

    def computing(self) -> float:
        """Return the seconds of processor time that the page has taken so far: a busy machine makes no difference."""
        metrics = self.browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))

    def complaints(self) -> list[str]:
        """Return what the browser's console says."""
        return self._log("browser")

    def _log(self, kind: str) -> list[str]:
        return [str(entry["message"]) for entry in self.browser.get_log(kind)]  # type: ignore[no-untyped-call]  # selenium's own

    def requests(self) -> list[str]:
        """Return the addresses that were asked for, the page itself and data: aside."""
        events = [json.loads(message)["message"] for message in self._log("performance")]
        urls = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "data:", "about:", "chrome:"))]


@pytest.fixture
def page(browser: webdriver.Chrome, tmp_path: Path) -> Page:
    digest = sample()
    (tmp_path / "view.html").write_text(render_view([digest], {digest.id: TEXT}), encoding="utf-8")
    return Page(browser, tmp_path / "view.html")


@pytest.fixture(scope="module", params=SEEDS, ids=[path.stem for path in SEEDS])
def seed(request: pytest.FixtureRequest) -> tuple[Digest, str]:
    path: Path = request.param
    return reportsum.digest(path), reportsum.read(path).text


def test_each_seed_is_shown_whole_and_without_complaint(seed: tuple[Digest, str], browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest, text = seed
    html = render_view([digest], {digest.id: text})
    assert len(html.encode("utf-8")) < 3 * len(text.encode("utf-8")) + 100_000
    (tmp_path / "view.html").write_text(html, encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    assert len(page.all(".card")) == len(digest.items())
    assert len(page.all("#outline button")) == sum(1 for _ in layout(digest, text).headings)
    assert re.sub(r"\s", "", page.texts(".sheet")[0]) == re.sub(r"\s", "", text)
    shown = {re.sub(r"\s", "", mark) for mark in page.texts("mark")}
    assert {re.sub(r"\s", "", figure.text) for figure in digest.figures()} <= shown | {""}
    assert page.complaints() == []
    assert page.requests() == []


def test_each_seed_jumps_from_any_card_to_its_place_and_back(seed: tuple[Digest, str], browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest, text = seed
    (tmp_path / "view.html").write_text(render_view([digest], {digest.id: text}), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    for number in range(0, len(digest.items()), max(1, len(digest.items()) // 8)):
        page.run("document.querySelectorAll('.card')[arguments[0]].click()", number)
        assert page.in_view(".clause.now"), f"card {number} leads nowhere"
        page.run("document.querySelector('.clause.now').click()")
        assert page.in_view(".card.now")


def test_each_seed_can_be_shown_by_its_quotes_alone(seed: tuple[Digest, str], browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest, _ = seed
    (tmp_path / "view.html").write_text(render_view([digest]), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    assert len(page.all(".card")) == len(digest.items())
    clauses = page.run("return [...document.querySelectorAll('.clause')].map((n) => n.dataset.items)")
    assert {int(number) for numbers in clauses for number in numbers.split(",")} == set(range(len(digest.items())))
    assert page.complaints() == []


def test_clauses_have_the_colour_of_their_kind_and_figures_are_marked(page: Page) -> None:
    assert page.texts(".clause.a") == ["地区生产总值5200亿元，增长3.2%", "新签约项目206个", "电信诈骗立案下降31.7%"]
    assert page.texts(".clause.t") == ["新开工项目300个，6月底前完成", "力争地区生产总值增长6%左右"]
    assert page.texts(".clause.r") == ["外贸订单不足，主要受外需影响"]
    assert page.texts("mark") == ["5200亿元", "3.2%", "206个", "17个", "31.7%", "300个", "6%"]
    assert page.texts("mark.un") == ["17个"]


def test_cards_show_metric_figures_and_what_is_known(page: Page) -> None:
    page.items()
    assert sorted(page.metrics()) == sorted(["地区生产总值", "新签约项目", "电信诈骗立案", "外贸订单", "新开工项目", "地区生产总值"])
    assert page.metrics()[0] == "地区生产总值", "the most telling first"
    assert "−31.7%" in page.card("电信诈骗立案").text
    assert "≈+6%" in page.texts(".card.t .figures")
    assert "期限 2022-06" in page.card("新开工项目").text
    assert "原因 外需" in page.card("外贸订单").text


def test_a_click_on_a_card_leads_to_its_clause(page: Page) -> None:
    page.items()
    page.card("新开工项目").click()
    assert page.texts(".clause.now") == ["新开工项目300个，6月底前完成"]
    assert page.in_view(".clause.now")


def test_the_figures_of_the_chosen_item_stand_out_among_those_of_its_clause(page: Page) -> None:
    page.items()
    page.all(".card.a")[0].click()
    assert page.texts("mark.now") == ["5200亿元", "3.2%"]
    page.card("新签约项目").click()
    assert page.texts("mark.now") == ["206个"]


def test_a_click_on_a_clause_leads_to_its_card(page: Page) -> None:
    page.click(".clause.r")
    assert page.texts(".card.now h3") == ["外贸订单"]
    assert page.texts("#outline .here") == ["二、 存在问题"]


def test_kinds_can_be_chosen(page: Page) -> None:
    page.items()
    page.click("#kinds .t")
    assert sorted(page.metrics()) == ["地区生产总值", "新开工项目"]
    page.click("#kinds .r")
    assert sorted(page.metrics()) == ["地区生产总值", "外贸订单", "新开工项目"]
    assert page.one("#shown").text == "3"
    page.click("#clear")
    assert len(page.metrics()) == 6


@pytest.mark.parametrize(
    ("name", "value", "metrics"),
    [
        ("topic", "topic.projects", ["新签约项目", "新开工项目"]),
        ("section", "1", ["地区生产总值", "新签约项目", "电信诈骗立案"]),
        ("section", "1.1", ["电信诈骗立案"]),
        ("indicator", "name.gdp", ["地区生产总值", "地区生产总值"]),
        ("outcome", "outcome.met", ["电信诈骗立案"]),
        ("outcome", "status.behind", ["新开工项目"]),
    ],
)
def test_each_filter_keeps_what_it_names(page: Page, name: str, value: str, metrics: list[str]) -> None:
    page.choose(name, value)
    assert sorted(page.metrics()) == sorted(metrics)
    assert len(page.all(".clause.off")) == 6 - len(metrics)


def test_filters_join(page: Page) -> None:
    page.items()
    page.choose("topic", "topic.projects")
    page.click("#kinds .t")
    assert page.metrics() == ["新开工项目"]


def test_a_clause_whose_card_is_filtered_out_brings_it_back(page: Page) -> None:
    page.items()
    page.click("#kinds .t")
    page.run("document.querySelector('.clause.r').click()")
    assert page.texts(".card.now h3") == ["外贸订单"]
    assert len(page.metrics()) == 6


def test_search_keeps_matching_cards_and_counts_hits_in_the_text(page: Page) -> None:
    page.search("地区生产总值")
    assert page.metrics() == ["地区生产总值", "地区生产总值"]
    assert page.one("#hits").text == "2"
    page.keys(Keys.ENTER)
    assert page.one("#hits").text == "1/2"
    page.keys(Keys.SHIFT + Keys.ENTER)
    assert page.one("#hits").text == "2/2"


def test_a_search_without_result_says_so(page: Page) -> None:
    page.items()
    page.search("没有这个词")
    assert page.metrics() == []
    assert page.one("#no-items").is_displayed()


def test_the_page_opens_on_the_brief(page: Page) -> None:
    """Panel, what leads and the facts are there before anything is clicked, and lead to their evidence."""
    shown = page.one("#overview").text
    for words in ("主要指标", "5200亿元", "+3.2%", "≈+6%", "主要成效", "南通市", "2022H1", "6 / 7"):
        assert words in shown
    assert page.run("return getComputedStyle(document.querySelector('.panel .growth i')).width") != "0px"
    page.click("#overview .panel .lead")
    assert page.texts(".clause.now") == ["地区生产总值5200亿元，增长3.2%"]


def test_routine_items_are_folded_and_counted(browser: webdriver.Chrome, tmp_path: Path) -> None:
    text = "2022年，地区生产总值增长3.2%。持续优化营商环境。"
    builder = DigestBuilder(text, period=half(2022))
    builder.achievement("地区生产总值增长3.2%。", "地区生产总值", indicator="gdp", figures=[fig("3.2%", role="change")])
    builder.target("持续优化营商环境。", "营商环境")
    (tmp_path / "view.html").write_text(render_view([built := builder.build()], {built.id: text}), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    page.click("[data-tab=items]")
    assert page.metrics() == ["地区生产总值"]
    assert page.one("#fold").text == "▸ 一般举措 1 条"
    page.click("#fold")
    assert page.metrics() == ["地区生产总值", "营商环境"]
    page.click("#fold")
    page.run("document.querySelector('.clause.t').click()")
    assert page.texts(".card.now h3") == ["营商环境"], "a click on its clause unfolds it"


def test_on_a_phone_the_tabs_are_within_reach(page: Page) -> None:
    page.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    )
    try:
        assert page.run("return document.querySelector('.tabs').getBoundingClientRect().bottom") < 300
        assert not page.one("#text").is_displayed()
        page.click("#overview .panel .lead")
        assert page.one("#text").is_displayed(), "a lead turns to the text"
        assert page.in_view(".clause.now")
        assert page.run("return document.documentElement.scrollWidth") <= 390
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_progress_is_a_bar_as_long_as_the_ratio(page: Page) -> None:
    page.click("[data-tab=progress]")
    assert page.texts("#progress .row .line") == ["新开工项目300个 · 68.7%"]
    whole, part = page.run(
        "const m = document.querySelector('#progress .meter'); return [m, m.firstChild].map((n) => n.getBoundingClientRect().width)"
    )
    assert part / whole == pytest.approx(0.687, abs=0.01)
    page.click("#progress .row")
    assert page.texts(".clause.now") == ["新开工项目300个，6月底前完成"]


def test_unclaimed_figures_are_listed_and_lead_to_their_place(page: Page) -> None:
    page.click("[data-tab=unclaimed]")
    assert "17个" in page.texts("#unclaimed .row")[0]
    page.click("#unclaimed .row")
    assert page.texts("mark.now") == ["17个"]


def test_the_outline_leads_to_its_sections(page: Page) -> None:
    assert page.texts("#outline button") == ["一、 上半年工作回顾", "（一） 安全", "二、 存在问题", "三、 下半年打算"]
    assert page.texts(".h") == ["一、上半年工作回顾", "（一）安全", "二、存在问题", "三、下半年打算"]
    page.all("#outline button")[3].click()
    assert page.texts("#outline .here") == ["三、 下半年打算"]


def test_labels_change_language_and_words_of_the_report_do_not(page: Page) -> None:
    page.items()
    assert page.one("[data-tab=items] span").text == "条目"
    page.click("#language")
    assert page.one("[data-tab=items] span").text == "Items"
    assert page.run("return document.documentElement.lang") == "en"
    assert page.metrics()[0] == "地区生产总值"
    assert page.one("#kinds .a").text == "Achievement 3"


def test_the_theme_can_be_switched_and_follows_the_system_until_then(page: Page) -> None:
    paper = "return getComputedStyle(document.body).backgroundColor"
    before = page.run(paper)
    page.click("#theme")
    assert page.run(paper) != before
    page.click("#theme")
    assert page.run(paper) == before


def test_the_system_may_ask_for_darkness(browser: webdriver.Chrome, page: Page) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    page.wait(lambda: page.run("return document.documentElement.dataset.theme") == "dark")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_the_keyboard_goes_through_items_kinds_search_and_back(page: Page) -> None:
    page.items()
    names = page.metrics()
    page.keys("j", "j")
    assert page.texts(".card.now h3") == [names[1]]
    page.keys("k")
    assert page.texts(".card.now h3") == [names[0]]
    page.keys("2")
    promised = page.metrics()
    assert sorted(promised) == ["地区生产总值", "新开工项目"]
    page.keys("j", "j", Keys.ENTER)
    assert page.texts(".card.now h3") == [promised[1]]
    assert page.one(".clause.now").is_displayed()
    page.keys("/", "安全")
    page.wait(lambda: page.metrics() == [])
    page.keys(Keys.ESCAPE)
    assert page.metrics() == promised
    page.keys("l")
    assert page.run("return document.documentElement.lang") == "en"
    page.keys("?")
    assert page.one("#keys").is_displayed()


def test_everything_can_be_reached_by_tab(page: Page) -> None:
    names = page.run("return [...document.querySelectorAll('button, select, input')].filter((n) => n.tabIndex < 0).map((n) => n.outerHTML)")
    assert names == []


def test_printing_shows_text_and_cards_without_controls(browser: webdriver.Chrome, page: Page) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        shown = {name: page.one(name).is_displayed() for name in ("#text", "#cards", "#overview", "#search", "#outline", ".tabs")}
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown == {"#text": True, "#cards": True, "#overview": True, "#search": False, "#outline": False, ".tabs": False}


def test_an_address_with_an_item_opens_it(browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest = sample()
    (tmp_path / "view.html").write_text(render_view([digest], {digest.id: TEXT}), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    browser.get(f"{(tmp_path / 'view.html').as_uri()}#{digest.id}/{digest.risks[0].id}")
    browser.refresh()
    assert page.texts(".card.now h3") == ["外贸订单"]


def test_several_digests_stand_in_one_page(browser: webdriver.Chrome, tmp_path: Path) -> None:
    other = DigestBuilder("增长5%。", name="other", title=None, place="启东市", period=year(2021))
    other.achievement("增长5%", "增长", figures=[fig("5%", role="change")])
    (tmp_path / "view.html").write_text(render_view([sample(), other.build()]), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    assert page.texts("#digest option") == ["南通市 2022H1", "启东市 2021"]
    page.run("const s = document.getElementById('digest'); s.value = '1'; s.dispatchEvent(new Event('change'))")
    assert page.metrics() == ["增长"]
    assert page.one("#title").text == "启东市 2021 政府工作报告"


HOSTILE = (
    '</script><img src=x onerror="window.hacked=1">6%；<!--<script>；]]>；{{script}}；</title><svg onload=window.hacked=1>；'
    "\u2028\u2029；\x00\x07；𠮷野家😀增长7%。\r\n&lt;b&gt;；javascript:window.hacked=1；' onmouseover=window.hacked=1 '8%"
)


def hostile() -> Digest:
    """Return a digest of hostile words in every field."""
    builder = DigestBuilder(HOSTILE, name="</script>", title=HOSTILE, place=HOSTILE, period=year(2022))
    builder.section("</script><img", label="<b>", title="<img src=x onerror=window.hacked=1>")
    builder.summarise("1", HOSTILE)
    builder.achievement(HOSTILE, HOSTILE, indicator="gdp", figures=[fig("6%"), fig("7%", role="change")])
    builder.achievement("𠮷野家😀增长7%", "<i>", figures=[fig("7%", role="change")], indicator="<u>")
    builder.target("javascript:window.hacked=1", "x", deadline="<s>", owner=HOSTILE)
    builder.risk("<!--<script>", "<!--", cause=HOSTILE)
    builder.leave_unclaimed(fig("8%"))
    return builder.build()


@pytest.mark.parametrize("with_source", [True, False], ids=["with_source", "quotes_alone"])
def test_a_hostile_report_is_shown_and_not_run(browser: webdriver.Chrome, tmp_path: Path, with_source: bool) -> None:
    digest = hostile()
    html = render_view([digest], {digest.id: HOSTILE} if with_source else None)
    (tmp_path / "view.html").write_text(html, encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    for tab in ("overview", "progress", "unclaimed", "items"):
        page.click(f"[data-tab={tab}]")
    page.search("onerror")
    assert page.run("return window.hacked === undefined")
    assert page.run("return document.querySelectorAll('main img, main svg:not(.chart), main script, main b > img').length") == 0
    assert "</script><img src=x onerror=" in page.one(".sheet").text
    assert page.complaints() == []
    assert page.requests() == []


def test_places_are_right_behind_characters_beyond_the_basic_plane(browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest = hostile()
    (tmp_path / "view.html").write_text(render_view([digest], {digest.id: HOSTILE}), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    assert page.texts("mark") == ["6%", "7%", "8%"]


def test_the_policy_stops_a_script_that_got_in_nevertheless(browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest = sample()
    html = render_view([digest]).replace("<main>", '<main><script>window.hacked = 1</script><img src="https://example.org/x.png">')
    (tmp_path / "view.html").write_text(html, encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    assert page.run("return window.hacked === undefined")
    assert [url for url in page.requests() if "example" in url and not page.complaints()] == []


def test_a_digest_without_anything_is_a_page_all_the_same(browser: webdriver.Chrome, tmp_path: Path) -> None:
    (tmp_path / "view.html").write_text(render_view([DigestBuilder("", title=None, place=None).build()]), encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    for tab in ("overview", "progress", "unclaimed", "items"):
        page.click(f"[data-tab={tab}]")
    page.keys("j", "k", "1")
    assert page.metrics() == []
    assert page.complaints() == []


def test_half_a_character_breaks_neither_page_nor_places(browser: webdriver.Chrome, tmp_path: Path) -> None:
    text = "坏\ud800字增长5%。"
    builder = DigestBuilder(text, title="\udfff")
    builder.achievement("字增长5%", "增长\ud800", figures=[fig("5%", role="change")], indicator="gdp")
    digest = builder.build()
    write_view([digest], tmp_path / "quotes.html")
    (tmp_path / "view.html").write_text(render_view([digest], {digest.id: text}), encoding="utf-8")
    assert Page(browser, tmp_path / "view.html").texts("mark") == ["5%"]


def long_report() -> tuple[Digest, str]:
    """Return a report of 100,000 characters with 2,500 items."""
    lines = [
        f"第{number}项工作，新签约并注册总投资超亿元项目{number}个，带动就业和配套企业持续增长{number % 90 + 1}%。"
        for number in range(2500)
    ]
    text = "一、回顾\n" + "\n".join("".join(lines[start : start + 5]) for start in range(0, 2500, 5))
    builder = DigestBuilder(text, name="long", period=year(2022))
    builder.section("一、回顾", label="一、", title="回顾")
    for number, line in enumerate(lines):
        builder.achievement(
            line,
            f"新签约项目{number}",
            figures=[fig(f"{number}个", role="count"), fig(f"{number % 90 + 1}%", role="change")],
        )
    return builder.build(), text


def test_a_report_of_100_000_characters_stays_smooth(browser: webdriver.Chrome, tmp_path: Path) -> None:
    digest, text = long_report()
    assert len(text) > 100_000
    html = render_view([digest], {digest.id: text})
    assert len(html.encode("utf-8")) < 3 * len(text.encode("utf-8")) + 100_000
    (tmp_path / "view.html").write_text(html, encoding="utf-8")
    page = Page(browser, tmp_path / "view.html")
    loading = page.computing()
    page.run("for (const step of [0, 1]) { document.querySelector('#kinds .t').click(); document.body.getBoundingClientRect() }")
    filtering = page.computing() - loading
    page.run("document.querySelectorAll('.card')[2400].click(); document.body.getBoundingClientRect()")
    jumping = page.computing() - loading - filtering
    page.search("项目2400")
    assert page.in_view(".clause.now")
    # Six times what was measured (0.5 s, 0.14 s for two filters, 0.14 s), so that only another order of growth fails.
    assert loading < 3
    assert filtering < 0.9
    assert jumping < 0.9


def test_the_comparison_is_a_page_of_its_own(browser: webdriver.Chrome, tmp_path: Path) -> None:
    other = DigestBuilder("地区生产总值增长5%。", name="other", place="<img src=x onerror=window.hacked=1>", period=year(2021))
    other.achievement("地区生产总值增长5%", "地区生产总值", indicator="gdp", figures=[fig("5%", role="change")])
    write_comparison(reportsum.compare([sample(), other.build()]), tmp_path / "comparison.html")
    page = Page(browser, tmp_path / "comparison.html")
    assert page.texts("thead th")[1] == "南通市2022H1"
    page.click("tbody td summary")
    assert page.one("blockquote").text == "地区生产总值5200亿元，增长3.2%"
    assert "+5%" in page.texts(".chart .value")[-1]
    page.click("#language")
    assert page.one("tbody th").text == "GDP"
    before = page.run("return getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.run("return getComputedStyle(document.body).backgroundColor") != before
    assert page.run("return window.hacked === undefined")
    assert page.complaints() == []
    assert page.requests() == []


def test_a_text_that_is_not_the_digests_own_is_refused() -> None:
    digest = sample()
    with pytest.raises(InputError, match="is not the one digest"):
        render_view([digest], {digest.id: TEXT.replace("5200", "5300")})


def test_no_digest_is_a_clear_error() -> None:
    with pytest.raises(InputError, match="there is no digest to show"):
        render_view([])


def test_sources_are_matched_to_their_digests_in_any_order(tmp_path: Path) -> None:
    paths = SEEDS[:2]
    digests = [reportsum.digest(path) for path in paths]
    for digest in digests:
        digest.save(tmp_path / f"{digest.id}.json")
    output = write_view([tmp_path / f"{digest.id}.json" for digest in digests], tmp_path / "out.html", reversed(paths))
    assert output.read_text("utf-8").count('"whole":true') == 2


def test_a_saved_text_finds_its_digest_by_its_words(tmp_path: Path) -> None:
    digest = sample().model_copy(update={"source": sample().source.model_copy(update={"sha256": "0" * 64})})
    (tmp_path / "saved.txt").write_text(TEXT, encoding="utf-8", newline="")
    assert '"whole":true' in write_view([digest], tmp_path / "out.html", [tmp_path / "saved.txt"]).read_text("utf-8")


@given(
    st.text("一二三\n😀 1%", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=8),
    st.booleans(),
)
def test_every_quote_is_shown_where_its_place_says(text: str, spans: list[tuple[int, int]], whole: bool) -> None:
    builder = DigestBuilder(text)
    for start, length in spans:
        if text[start : start + length]:
            builder.risk(text[start : start + length], "x")
    digest = builder.build()
    shown = layout(digest, text if whole else None)
    units = shown.text.encode("utf-16-le")
    for item in digest.items():
        place = shown.place(item.evidence[0].start, item.evidence[0].end)
        assert place is not None
        assert units[2 * place.start : 2 * place.end].decode("utf-16-le") == item.evidence[0].quote


def test_a_source_of_no_digest_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not the source of any digest given"):
        write_view([sample()], tmp_path / "out.html", [SEEDS[0]])


def test_filling_a_template_never_looks_into_what_was_filled_in() -> None:
    assert fill("{{title}} {{data}}", {"title": "{{data}}", "data": "x"}) == "{{data}} x"


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("kind", models.Kind),
        ("report_kind", models.ReportKind),
        ("stance", models.Stance),
        ("topic", models.Topic),
        ("outcome", models.Outcome),
        ("commitment", models.Commitment),
        ("status", models.ProgressStatus),
        ("bound", models.Bound),
        ("role", models.Role),
    ],
)
def test_every_word_of_the_contract_has_a_caption_in_its_order(group: str, words: Any) -> None:
    assert tuple(captions()[group]) == get_args(words)


def test_every_label_of_the_page_has_a_caption() -> None:
    folder = Path(reportsum.__file__).parent / "view"
    used = set(re.findall(r'"ui\.([a-z_]+)"', (folder / "view.html").read_text("utf-8") + (folder / "view.js").read_text("utf-8")))
    assert used <= set(captions()["ui"])
