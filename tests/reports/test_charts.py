"""Is a chart the same each time, whole for those who cannot see it, and able to draw whatever comes?"""

import io
from itertools import pairwise

import pytest
from defusedxml import ElementTree
from PIL import Image

from holdfast.reports.charts.bars import Bar, bars
from holdfast.reports.charts.sheet import Colours, Picture, wrapped
from holdfast.reports.charts.stacked import Stack, columns, stacked_bars
from holdfast.reports.charts.trend import Line, Point, trends
from holdfast.reports.writers.colour import contrast

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = Colours.of("#1d5c63", "#c8553d")


def some_bars(name: str = "bars") -> Picture:
    rows = [Bar("Foster care", 153, "153", "69%", 134), Bar("A very long label of a kind of home that wraps", 3, "3")]
    return bars(rows, COLOURS, name=name, title="Most <lived> in R&D", alt="a < b & c", now="2015", before="2014")


def test_the_same_figures_give_the_same_bytes() -> None:
    assert some_bars().svg == some_bars().svg
    assert some_bars().png == some_bars().png


def test_a_chart_says_what_it_is_inside() -> None:
    drawn = ElementTree.fromstring(some_bars().svg)
    assert drawn.get("role") == "img"
    spoken = {child.get("id"): child.text for child in drawn if child.tag in (f"{SVG}title", f"{SVG}desc")}
    assert spoken == {"bars-title": "Most <lived> in R&D", "bars-desc": "a < b & c"}
    assert drawn.get("aria-labelledby") == "bars-title bars-desc"


def test_a_chart_holds_no_date_no_font_and_no_script() -> None:
    svg = some_bars().svg.decode()
    for unwanted in ("<dc:date", "font-family", "<script", "<!DOCTYPE"):
        assert unwanted not in svg


def test_the_png_is_sharp_enough_for_paper() -> None:
    picture = some_bars()
    with Image.open(io.BytesIO(picture.png)) as image:
        assert image.width == pytest.approx(picture.width / 2.54 * 200, abs=2)


def test_a_long_label_is_wrapped_and_loses_no_word() -> None:
    label = "Living independently or in lodgings, hostels or residential employment"
    lines = wrapped(label, 5.0)
    assert len(lines) > 1
    assert " ".join(lines) == label


@pytest.mark.parametrize(
    "colour",
    [pytest.param("#ffff00", id="yellow"), pytest.param("#000000", id="black"), pytest.param("#ff9999", id="pink")],
)
def test_any_councils_colour_can_be_seen_on_paper(colour: str) -> None:
    colours = Colours.of(colour, colour)
    assert contrast(colours.main, "#ffffff") >= 4.5
    assert contrast(colours.main, colours.other) >= 1.3


def test_steps_of_a_ramp_differ_in_lightness() -> None:
    ramp = COLOURS.ramp(5)
    assert all(contrast(one, other) > 1.15 for one, other in pairwise(ramp))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="no bars"),
        pytest.param([Bar("Only one", 0, "0")], id="one bar of nothing"),
        pytest.param([Bar("Kept back", None, "c", "kept back", 4)], id="a number kept back"),
        pytest.param([Bar("x" * 80, 1, "1", "", 900)], id="a label without spaces and a fall from far"),
        pytest.param([Bar("$x^2$ \\ 100% _", 5, "5")], id="signs that mean something elsewhere"),
    ],
)
def test_bars_can_be_drawn_of_anything(rows: list[Bar]) -> None:
    drawn = bars(rows, COLOURS, name="b", title="t", alt="a", now="2015", before="2014")
    assert ElementTree.fromstring(drawn.svg).tag == f"{SVG}svg"


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([], id="no year"),
        pytest.param([5.0], id="one year"),
        pytest.param([0.0, 0.0, 0.0], id="nothing ever"),
        pytest.param([None, 4.0, None], id="years that cannot be told"),
        pytest.param([None, None], id="no year can be told"),
    ],
)
def test_a_line_can_be_drawn_of_any_years(values: list[float | None]) -> None:
    points = tuple(Point(str(2010 + at), value, str(value)) for at, value in enumerate(values))
    drawn = trends([Line("", points)], COLOURS, name="t", title="t", alt="a")
    assert ElementTree.fromstring(drawn.svg).tag == f"{SVG}svg"


def test_stacks_of_nothing_can_be_drawn() -> None:
    rows = [Stack("2014", (0, 0), ("0", "0"), "0")]
    assert stacked_bars(rows, ("a", "b"), COLOURS, name="s", title="t", alt="a").png
    assert columns(rows, ("a", "b"), COLOURS, name="c", title="t", alt="a").png
    assert columns([], ("a",), COLOURS, name="e", title="t", alt="a").png
