"""Whatever colours a council chose, what is written in them can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.reports.writers.colour import WHITE, ColourError, contrast, mix, palette, readable

colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#" + "".join(f"{part:02x}" for part in parts))


def test_black_on_white_is_the_most_and_a_colour_on_itself_the_least() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#1d5c63", "#1d5c63") == 1


def test_a_known_pair_has_its_known_contrast() -> None:
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.005)


@given(colours, colours)
def test_every_ink_can_be_read_on_white_and_on_both_tints(colour: str, accent: str) -> None:
    made = palette(colour, accent)
    for ink in (made.brand_ink, made.accent_ink):
        assert min(contrast(ink, ground) for ground in (WHITE, made.brand_tint, made.accent_tint)) >= 4.5


@given(colours)
def test_a_title_can_be_read_on_its_banner(colour: str) -> None:
    made = palette(colour, colour)
    assert contrast(made.on_banner, made.banner) >= 4.5


def test_a_colour_that_can_be_read_is_left_as_it_is() -> None:
    assert readable("#1d5c63") == "#1d5c63"


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mix("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]


@pytest.mark.parametrize(
    "wrong", ["teal", "#fff", "#12345g", "", "#1d5c63; }"], ids=["name", "short", "letter", "none", "css"]
)
def test_what_is_not_a_colour_is_refused_with_what_was_found_and_expected(wrong: str) -> None:
    with pytest.raises(ColourError, match="expected # and six hexadecimal digits") as refusal:
        palette(wrong, "#000000")
    assert repr(wrong) in str(refusal.value)
