"""The report's web page in a real browser: wide and narrow, by keyboard, by machine, on paper."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from holdfast.reports.document import Document
from holdfast.reports.writers import html
from tests.reports.sample_document import children, sample

DOCUMENTS = {
    "report": sample(),
    "children's version": children(),
    "report in pale yellow": replace(sample(), colour="#ffee88", accent="#fff4c2"),
    "children's version in pale yellow": replace(children(), colour="#ffee88"),
    "report in mid grey": replace(sample(), colour="#888888", accent="#777777"),
}

Opened = Callable[[Document, int], Page]


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Opened:
    """Opens a document as a page of a given width."""

    def _open(document: Document, width: int) -> Page:
        file = tmp_path / "report.html"
        file.write_bytes(html.write(document))
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(file.as_uri())
        return page

    return _open


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_axe_finds_nothing_wrong(opened: Opened, name: str, width: int) -> None:
    page = opened(DOCUMENTS[name], width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("name", ["report", "children's version"])
def test_the_page_never_scrolls_sideways(opened: Opened, name: str, width: int) -> None:
    page = opened(DOCUMENTS[name], width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_asked_of_any_network_and_nothing_is_refused(opened: Opened, page: Page) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    opened(sample(), 1280)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []


def test_the_keyboard_skips_to_the_report_and_scrolls_a_wide_table(opened: Opened) -> None:
    page = opened(sample(), 390)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    region = page.get_by_role("region", name="Reviews held each month by the team")
    region.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_the_contents_stand_beside_on_a_wide_screen_and_fold_on_a_phone(opened: Opened) -> None:
    page = opened(sample(), 1280)
    assert page.get_by_role("navigation", name="Contents").get_by_role("link").count() == 4
    page = opened(sample(), 390)
    contents = page.get_by_role("navigation", name="Contents")
    assert not contents.get_by_role("link", name="The children").is_visible()
    contents.get_by_text("Contents").click()
    contents.get_by_role("link", name="The children").click()
    assert page.url.endswith("#children")


def test_paper_shows_what_the_screen_had_folded_and_leaves_the_contents_out(opened: Opened) -> None:
    page = opened(sample(), 1280)
    page.emulate_media(media="print")
    assert page.get_by_text("The share of reviews held on or before the day they were due.").is_visible()
    assert not page.get_by_role("navigation", name="Contents").is_visible()
    printed = page.pdf(prefer_css_page_size=True)
    paper = pikepdf.open(io.BytesIO(printed))
    box = paper.pages[0].mediabox
    assert (round(float(box[2])), round(float(box[3]))) == (595, 842)
