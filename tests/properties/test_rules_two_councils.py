"""Do the rules find in two councils' returns exactly what was drawn into them?"""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from holdfast.rules.answers import ReviewJudged, Timeliness
from holdfast.rules.facts import Episode, PeriodOfCare, ReviewHeld, Told, periods_of_care, year_of
from holdfast.rules.reviews.timescales import judge_reviews


class Drawn(NamedTuple):
    """A council of two years: its first year, and what is true of the second."""

    name: str
    year: int
    held: int
    in_time: int
    late: int
    first: int


COUNCILS = [
    pytest.param(Drawn("portsmouth", 2012, 851, 832, 19, 135), id="Portsmouth"),
    pytest.param(Drawn("wandsworth", 2013, 551, 469, 82, 136), id="Wandsworth"),
]


@pytest.mark.parametrize("drawn", COUNCILS)
def test_the_second_years_reviews_come_out_as_they_were_drawn(drawn: Drawn, councils: Path) -> None:
    found = _of_year(_judged(councils / drawn.name, drawn.year, years_told=2), drawn.year + 1)
    count = Counter(each.timeliness for each in found)
    assert len(found) == drawn.held
    assert count == {Timeliness.IN_TIME: drawn.in_time, Timeliness.LATE: drawn.late}
    assert sum(each.number == 1 for each in found) == drawn.first


@pytest.mark.parametrize("drawn", COUNCILS)
def test_with_one_year_told_no_answer_changes_except_to_cannot_be_told(drawn: Drawn, councils: Path) -> None:
    both = {each.review: each for each in _judged(councils / drawn.name, drawn.year, years_told=2)}
    one = _of_year(_judged(councils / drawn.name, drawn.year + 1, years_told=1), drawn.year + 1)
    assert len(one) == drawn.held
    changed = [each for each in one if each.timeliness is not both[each.review].timeliness]
    assert {each.timeliness for each in changed} == {Timeliness.CANNOT_BE_TOLD}
    assert len(changed) < drawn.held / 2


def _of_year(judged: Sequence[ReviewJudged], year: int) -> list[ReviewJudged]:
    return [each for each in judged if each.review is not None and year_of(each.review.held_on) == year]


def _judged(council: Path, first_year: int, *, years_told: int) -> list[ReviewJudged]:
    told = (Told(date(first_year, 4, 1), date(first_year + years_told, 4, 1)),)
    years = [f"{year}-{(year + 1) % 100:02d}" for year in range(first_year, first_year + years_told)]
    reviews = _reviews(council, years)
    return [
        each
        for child, episodes in _episodes(council, years).items()
        for period in periods_of_care(episodes)
        for each in judge_reviews(
            period,
            [r for r in reviews[child] if _within(period, r)],
            told=told,
            until=date(first_year + years_told, 3, 31),
        )
    ]


def _within(period: PeriodOfCare, review: ReviewHeld) -> bool:
    # A review on the day the child left was still theirs.
    return period.known_from <= review.held_on and (period.ends_on is None or review.held_on <= period.ends_on)


def _episodes(council: Path, years: Sequence[str]) -> Mapping[str, list[Episode]]:
    joined = {
        (row["CHILD"], _day(row["DECOM"])): row for year in years for row in _rows(council / year / "episodes.csv")
    }
    children: dict[str, list[Episode]] = defaultdict(list)
    for (child, starts_on), row in sorted(joined.items()):
        ends_on = _day(row["DEC"]) if row["DEC"] else None
        children[child].append(
            Episode(
                child,
                starts_on,
                ends_on,
                row["RNE"],
                row["LS"],
                row["CIN"],
                row["PLACE"],
                row["PLACE_PROVIDER"],
                row["REC"],
            )
        )
    return children


def _reviews(council: Path, years: Sequence[str]) -> Mapping[str, list[ReviewHeld]]:
    children: dict[str, list[ReviewHeld]] = defaultdict(list)
    for year in years:
        for row in _rows(council / year / "reviews.csv"):
            children[row["CHILD"]].append(ReviewHeld(row["CHILD"], _day(row["REVIEW"]), row["REVIEW_CODE"]))
    return children


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def _day(written: str) -> date:
    return datetime.strptime(written, "%d/%m/%Y").date()
