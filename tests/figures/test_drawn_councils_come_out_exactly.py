"""Every figure that is known of the two drawn councils comes out, to the child."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from holdfast.figures.figure import Counted
from tests.figures.drawn_councils import expected_of, figures_of, year_ending

STOCK_SPLITS = {
    "legal_status": "legal_status",
    "placement": "placement_type",
    "ethnic": "ethnicity",
    "sex": "sex",
    "inside": "location",
}
SHARES = {
    "ni66": "children_with_all_reviews_in_time",
    "c63": "children_who_took_part_in_every_review",
    "reviews_in_time": "reviews_in_time",
    "three_placements": "children_with_three_or_more_placements",
    "over_20_miles": "children_placed_over_20_miles_away",
}
COUNTS = {
    "reviews_held": "reviews_held",
    "first_reviews_held": "first_reviews_held",
    "under_365_days": "children_looked_after_under_a_year",
    "under_60_days": "children_looked_after_under_60_days",
}


@pytest.fixture(scope="module", params=["portsmouth", "wandsworth"])
def drawn(request: pytest.FixtureRequest, councils: Path) -> tuple[dict[str, Counted], dict[str, Any], str]:
    """A council's figures, what is expected of them, and its last year."""
    folder = councils / request.param
    expected = expected_of(folder)
    return figures_of(folder), expected, year_ending(expected["year_end"])


def split(counted: Counted, year: str, band: str) -> dict[str, int | None]:
    return {value: count.numerator for value, count in counted.by[year][band].items()}


def test_children_looked_after_at_each_year_end(drawn: tuple) -> None:
    figures, expected, _ = drawn
    counted = figures["children_looked_after"]
    for day, number in expected["looked_after"].items():
        assert counted.years[year_ending(day)].numerator == number


@pytest.mark.parametrize("name", STOCK_SPLITS)
def test_children_looked_after_by_return_code(drawn: tuple, name: str) -> None:
    figures, expected, _ = drawn
    for day, values in expected[name].items():
        assert split(figures["children_looked_after"], year_ending(day), STOCK_SPLITS[name]) == values


def test_children_looked_after_by_single_years_of_age_sum_to_the_bands(drawn: tuple) -> None:
    figures, expected, _ = drawn
    for day, bands in expected["age"].items():
        found: Counter[str] = Counter()
        for age, number in split(figures["children_looked_after"], year_ending(day), "age").items():
            found[next(band for band in bands if _holds(band, int(age)))] += number or 0
        assert found == bands


def _holds(band: str, age: int) -> bool:
    if band == "Under 1":
        return age == 0
    youngest, _, oldest = band.rstrip("+").partition("-")
    return int(youngest) <= age <= int(oldest or 99)


@pytest.mark.parametrize(("name", "figure"), [("came", "children_who_came"), ("left", "children_who_left")])
def test_children_who_came_and_left_in_each_year(drawn: tuple, name: str, figure: str) -> None:
    figures, expected, _ = drawn
    for day, number in expected[name].items():
        assert figures[figure].years[year_ending(day)].numerator == number


def test_children_who_left_by_reason(drawn: tuple) -> None:
    figures, expected, _ = drawn
    for day, reasons in expected["left_by_reason"].items():
        assert split(figures["children_who_left"], year_ending(day), "reason") == reasons


def test_reviews_held_by_participation_code(drawn: tuple) -> None:
    figures, expected, year = drawn
    assert split(figures["reviews_held"], year, "participation_code") == expected["participation_codes"]


@pytest.mark.parametrize("name", SHARES)
def test_shares_by_numerator_and_denominator(drawn: tuple, name: str) -> None:
    figures, expected, year = drawn
    count = figures[SHARES[name]].years[year]
    if expected[name] is None:
        assert count.denominator == 0
    else:
        assert (count.numerator, count.denominator) == (expected[name]["numerator"], expected[name]["denominator"])


@pytest.mark.parametrize("name", COUNTS)
def test_plain_counts(drawn: tuple, name: str) -> None:
    figures, expected, year = drawn
    count = figures[COUNTS[name]].years[year]
    assert (count.numerator, count.denominator, count.cannot_be_told) == (expected[name], None, 0)


def test_nothing_of_the_last_year_reviews_is_left_untold(drawn: tuple) -> None:
    figures, _, year = drawn
    assert figures["reviews_in_time"].years[year].cannot_be_told == 0
    assert figures["children_with_all_reviews_in_time"].years[year].cannot_be_told == 0
