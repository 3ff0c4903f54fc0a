"""Can the annual report and the letter of a real folder of returns be read by everyone, on a screen and on paper?"""

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Page

from holdfast.cli import main

RETURNS = Path(__file__).parent.parent / "councils" / "wandsworth"
REPORT, LETTER = "annual-report-2014-15.html", "letter-to-children-2014-15.html"
WIDTHS = [pytest.param(1280, id="wide"), pytest.param(390, id="on a phone")]
PAGES = [pytest.param(REPORT, id="report"), pytest.param(LETTER, id="letter")]

Opened = Callable[[str, int], Page]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `holdfast report` wrote."""
    folder = tmp_path_factory.mktemp("report")
    done = CliRunner().invoke(main, ["report", str(RETURNS), "--out", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def opened(page: Page, written: Path) -> Opened:
    """Opens one of its pages at a given width."""

    def _open(name: str, width: int) -> Page:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((written / name).as_uri())
        return page

    return _open


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong(opened: Opened, name: str, width: int) -> None:
    page = opened(name, width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_never_scrolls_sideways(opened: Opened, name: str, width: int) -> None:
    page = opened(name, width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_one_step_at_a_time_from_one_title(opened: Opened, name: str) -> None:
    page = opened(name, 1280)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_heads_for_its_columns_and_rows(opened: Opened) -> None:
    page = opened(REPORT, 1280)
    bare = page.evaluate(
        """[...document.querySelectorAll('table')].filter(table =>
            !table.caption?.textContent.trim()
            || [...table.tHead.rows[0].cells].some(cell => cell.scope !== 'col')
            || [...table.tBodies[0].rows].some(row => row.cells[0].scope !== 'row')).length"""
    )
    assert page.locator("table").count() > 10
    assert bare == 0


def test_where_the_keyboard_stands_is_always_seen(opened: Opened) -> None:
    page = opened(REPORT, 1280)
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML")


def test_nothing_moves_for_those_who_asked_for_stillness(opened: Opened, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(REPORT, 1280)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        }).length"""
    )
    assert moving == 0


def test_a_year_that_cannot_be_compared_says_so_on_the_first_screen(opened: Opened) -> None:
    page = opened(REPORT, 1280)
    glance = page.locator(".key-figures")
    assert glance.get_by_text("2013-14 cannot be compared").count() == 2
    assert "Down from 100%" not in glance.locator("li", has_text="had every review in time").inner_text()


def test_paper_leaves_single_years_of_age_to_the_screen_and_the_workbook(opened: Opened) -> None:
    page = opened(REPORT, 1280)
    by_age = page.locator("details.long")
    assert by_age.count() == 1
    by_age.locator("summary").click()
    assert by_age.get_by_role("rowheader", name="17").is_visible()
    page.emulate_media(media="print")
    assert not by_age.is_visible()
    printed = pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert 8 < len(printed.pages) < 40


def test_the_letter_says_how_old_its_reader_must_be(opened: Opened) -> None:
    page = opened(LETTER, 390)
    said = page.get_by_text("You can read them from about age").inner_text()
    assert int(said.rstrip(".").split()[-1]) <= 10
