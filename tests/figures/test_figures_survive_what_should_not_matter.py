"""What should not matter to a figure does not: order, repetition, splitting, a child elsewhere, another century."""

import csv
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from holdfast.figures.figure import Count, Counted
from tests.figures.drawn_councils import figures_of

YEAR = "2014-15"
OF_ONE_YEAR = (
    "children_looked_after",
    "children_who_came",
    "children_who_left",
    "times_children_left",
    "children_looked_after_in_the_year",
    "children_with_three_or_more_placements",
    "children_looked_after_under_a_year",
    "children_looked_after_under_60_days",
    "reviews_held",
)
"""Figures that the files of one year tell as well as a longer history does."""


@pytest.fixture(scope="module")
def figures(councils: Path) -> dict[str, Counted]:
    return figures_of(councils / "wandsworth")


@pytest.fixture
def copy(councils: Path, tmp_path: Path) -> Path:
    """A copy of a council's returns, to be changed."""
    return Path(shutil.copytree(councils / "wandsworth", tmp_path / "returns"))


def rewrite(file: Path, change: Callable[[list[dict[str, str]]], list[dict[str, str]]]) -> None:
    with file.open(encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        names, rows = list(reader.fieldnames or ()), list(reader)
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, names)
        writer.writeheader()
        writer.writerows(change(rows))


def last_years(figures: dict[str, Counted]) -> dict[str, Count | None]:
    return {name: counted.years.get(YEAR) for name, counted in figures.items()}


def test_rows_given_twice_count_once(copy: Path, figures: dict[str, Counted]) -> None:
    for file in copy.rglob("*.csv"):
        rewrite(file, lambda rows: rows + rows)
    assert figures_of(copy) == figures


def test_an_episode_split_into_two_that_touch_changes_nothing_but_the_rows(
    copy: Path, figures: dict[str, Counted]
) -> None:
    def split(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        halves = []
        for row in rows:
            if row["CHILD"] == "410005" and row["DEC"] == "":
                halves.append({**row, "DEC": "01/06/2014", "REC": "X1"})
                halves.append({**row, "DECOM": "01/06/2014", "RNE": "L"})
            else:
                halves.append(row)
        assert len(halves) == len(rows) + 1
        return halves

    rewrite(copy / YEAR / "episodes.csv", split)
    assert last_years(figures_of(copy)) == last_years(figures)


def test_another_child_elsewhere_changes_only_the_counts_they_are_in(copy: Path, figures: dict[str, Counted]) -> None:
    add = {
        "header.csv": {"CHILD": "999001", "SEX": "2", "DOB": "03/02/2009", "ETHNIC": "WBRI"},
        "episodes.csv": {
            "CHILD": "999001",
            "DECOM": "02/03/2015",
            "RNE": "S",
            "LS": "V2",
            "CIN": "N1",
            "PLACE": "U6",
            "PLACE_PROVIDER": "PR1",
        },
    }
    for name, row in add.items():
        rewrite(copy / YEAR / name, lambda rows, row=row: [*rows, {column: row.get(column, "") for column in rows[0]}])
    after, before = figures_of(copy), figures
    for name in ("children_looked_after", "children_who_came", "children_looked_after_in_the_year"):
        assert (after[name].years[YEAR].numerator or 0) == (before[name].years[YEAR].numerator or 0) + 1
    for name in ("reviews_held", "reviews_in_time", "children_who_left"):
        assert after[name].years[YEAR] == before[name].years[YEAR]


def test_two_councils_side_by_side_have_the_sum_of_their_figures(copy: Path, figures: dict[str, Counted]) -> None:
    for file in copy.rglob("*.csv"):
        rewrite(file, lambda rows: rows + [{**row, "CHILD": f"9{row['CHILD']}"} for row in rows])
    both = figures_of(copy)
    for name, counted in figures.items():
        for year, count in counted.years.items():
            twice = both[name].years[year]
            assert (twice.numerator, twice.cannot_be_told) == (2 * (count.numerator or 0), 2 * count.cannot_be_told)
            assert twice.denominator == (None if count.denominator is None else 2 * count.denominator)


def test_the_same_lives_twenty_eight_years_later_have_the_same_figures_of_children(
    copy: Path, figures: dict[str, Counted]
) -> None:
    """Twenty-eight years on, every date falls on the same weekday; only bank holidays, and codes, can differ."""
    for file in list(copy.rglob("*.csv")):
        later = re.sub(r"(\d\d/\d\d/)(\d{4})", lambda found: f"{found[1]}{int(found[2]) + 28}", file.read_text("utf-8"))
        file.write_text(later, "utf-8")
    for folder in sorted(path for path in copy.iterdir() if path.is_dir()):
        first = int(folder.name[:4]) + 28
        folder.rename(copy / f"{first}-{(first + 1) % 100:02d}")
    moved = figures_of(copy)
    for name in OF_ONE_YEAR:
        assert moved[name].years["2042-43"] == figures[name].years[YEAR], name


def test_a_review_held_a_day_later_never_raises_the_share_in_time(copy: Path, figures: dict[str, Counted]) -> None:
    def later(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        for row in rows:
            day, month, year = map(int, row["REVIEW"].split("/"))
            moved = date.fromordinal(date(year, month, day).toordinal() + 1)
            if moved < date(2015, 4, 1):
                row["REVIEW"] = f"{moved:%d/%m/%Y}"
        return rows

    last_review_of_each_child = figures["first_reviews_in_time"].years[YEAR].numerator or 0
    rewrite(copy / YEAR / "reviews.csv", later)
    assert (figures_of(copy)["first_reviews_in_time"].years[YEAR].numerator or 0) <= last_review_of_each_child


def test_a_year_from_its_own_files_equals_that_year_from_a_longer_history(
    councils: Path, figures: dict[str, Counted]
) -> None:
    alone = figures_of(councils / "wandsworth" / YEAR)
    for name in OF_ONE_YEAR:
        assert alone[name].years[YEAR].numerator == figures[name].years[YEAR].numerator, name


def test_a_year_alone_says_which_reviews_cannot_be_told_and_never_calls_more_of_them_in_time(
    councils: Path, figures: dict[str, Counted]
) -> None:
    alone = figures_of(councils / "wandsworth" / YEAR)["reviews_in_time"].years[YEAR]
    longer = figures["reviews_in_time"].years[YEAR]
    assert alone.cannot_be_told > 0
    assert (alone.denominator or 0) + alone.cannot_be_told == longer.denominator
    assert (alone.numerator or 0) <= (longer.numerator or 0)
