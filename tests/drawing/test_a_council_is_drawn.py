"""A council drawn freely is one whose files say just what the drawing says is true of it."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from holdfast.cli.draw import command
from tests.drawing.plain_count import Files, counted, day_of, rows_of


def draw(*options: str) -> Result:
    return CliRunner().invoke(command, list(options))


def true_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def kelpshore(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council of 450 children over five years."""
    out = tmp_path_factory.mktemp("drawn") / "kelpshore"
    assert draw(str(out)).exit_code == 0
    return out


def assert_files_say(folder: Path, expected: dict[str, Any], *, authority_counts: bool) -> None:
    said = counted(folder, expected, authority_counts=authority_counts)
    last = expected["year_end"]
    for name, wanted in expected.items():
        if name in ("year_end", "inside") or wanted is None:
            continue
        if name in ("ethnic", "sex"):
            assert said[name][last] == wanted[last], name
        elif name == "unaccompanied":
            assert said[name] == wanted[last], name
        else:
            assert said[name] == wanted, name


@pytest.mark.parametrize("authority_counts", [False, True], ids=["by placement alone", "by placement order too"])
@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--children", "120", "--years", "2", "--ending", "2014-15", "--seed", "4"),
        ("--children", "200", "--years", "3", "--ending", "2011-12", "--seed", "9"),
        ("--children", "1", "--seed", "3"),
    ],
    ids=["the usual", "two years", "across the law of 2010", "one child"],
)
def test_the_files_say_what_is_true_of_the_drawing(
    tmp_path: Path, options: tuple[str, ...], authority_counts: bool
) -> None:
    assert draw(str(tmp_path / "k"), *options).exit_code == 0
    assert_files_say(tmp_path / "k", true_of(tmp_path / "k"), authority_counts=authority_counts)


def test_the_same_seed_draws_the_same_council_and_another_seed_another(tmp_path: Path) -> None:
    for name, seed in (("one", "7"), ("same", "7"), ("other", "8")):
        draw(str(tmp_path / name), "--children", "60", "--years", "2", "--seed", seed)
    files = sorted(file.relative_to(tmp_path / "one") for file in (tmp_path / "one").rglob("*.*") if file.is_file())
    assert len(files) > 15
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "same" / file).read_bytes() for file in files)
    assert (tmp_path / "one/2025-26/reviews.csv").read_bytes() != (tmp_path / "other/2025-26/reviews.csv").read_bytes()


def test_a_year_holds_only_what_was_open_or_held_in_it(kelpshore: Path) -> None:
    for year in sorted(kelpshore.glob("20??-??")):
        opens, closes = date(int(year.name[:4]), 4, 1), date(int(year.name[:4]) + 1, 3, 31)
        one_year = kelpshore / year.name
        episodes = rows_of_one(one_year, "episodes")
        assert all(day_of(row["DECOM"]) <= closes for row in episodes)
        assert all(row["DEC"] == "" or opens <= day_of(row["DEC"]) <= closes for row in episodes)
        assert all(opens <= day_of(row["REVIEW"]) <= closes for row in rows_of_one(one_year, "reviews"))
        assert {row["CHILD"] for row in episodes} == {row["CHILD"] for row in rows_of_one(one_year, "header")}


def test_no_review_is_returned_for_a_child_in_short_breaks_alone(kelpshore: Path) -> None:
    files = Files(kelpshore)
    alone = {child for child, runs in files.cares.items() if not runs}
    assert alone
    assert not alone & set(files.reviews)


def test_codes_are_those_of_the_year(kelpshore: Path) -> None:
    def codes(year: str, table: str, column: str) -> set[str]:
        return {row[column] for row in rows_of_one(kelpshore / year, table)}

    assert codes("2023-24", "header", "SEX") == {"1", "2"}
    assert codes("2024-25", "header", "SEX") == {"M", "F"}
    assert "H5" in codes("2023-24", "episodes", "PLACE")
    assert "K3" in codes("2025-26", "episodes", "PLACE")
    assert "H5" not in codes("2025-26", "episodes", "PLACE")
    assert not (kelpshore / "2022-23/sw_episodes.csv").exists()
    assert (kelpshore / "2023-24/sw_episodes.csv").exists()


def test_an_episode_begins_where_the_one_before_it_ends(kelpshore: Path) -> None:
    for runs in Files(kelpshore).cares.values():
        for run in runs:
            for before, after in pairwise(run):
                assert before["REC"] == "X1"
                assert before["DEC"] == after["DECOM"]


def test_the_council_is_like_a_council(kelpshore: Path) -> None:
    truth = true_of(kelpshore)
    last = truth["year_end"]
    ages = truth["age"][last]
    assert 0.02 < ages["Under 1"] / 450 < 0.08
    assert 0.15 < ages["16+"] / 450 < 0.3
    assert 0.8 < truth["reviews_in_time"]["numerator"] / truth["reviews_in_time"]["denominator"] < 0.99
    assert 0.05 < truth["three_placements"]["numerator"] / 450 < 0.16
    came_back = [runs for runs in Files(kelpshore).cares.values() if len(runs) > 1]
    assert came_back
    assert {"E11", "E46", "E4A", "E5", "E17"} <= set(truth["left_by_reason"][last])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--children", "0"), "cannot draw a council of 0 children"),
        (("--children", "-5"), "cannot draw a council of -5 children"),
        (("--years", "1"), "cannot draw 1 years; expected from 2"),
        (("--ending", "2025-27"), "'2025-27' is not a year"),
        (("--ending", "1066-67"), "expected one from 2000 to 2060"),
        (("--name", " "), "needs a name"),
    ],
    ids=["no children", "fewer than none", "one year", "no such year", "long ago", "no name"],
)
def test_nonsense_is_refused_in_words(tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    result = draw(str(tmp_path / "k"), *options)
    assert result.exit_code == 2
    assert says in result.output
    assert not (tmp_path / "k").exists()


def test_a_folder_with_something_in_it_is_never_drawn_over(tmp_path: Path) -> None:
    (tmp_path / "returns.csv").write_text("real\n")
    assert "is not empty" in draw(str(tmp_path)).output
    assert "was not drawn by holdfast" in draw(str(tmp_path), "--replace").output
    assert (tmp_path / "returns.csv").read_text() == "real\n"


def test_an_earlier_drawing_is_replaced_when_asked(tmp_path: Path) -> None:
    draw(str(tmp_path / "k"), "--children", "20", "--years", "3")
    result = draw(str(tmp_path / "k"), "--children", "10", "--years", "2", "--replace")
    assert result.exit_code == 0
    assert sorted(folder.name for folder in (tmp_path / "k").glob("20*")) == ["2024-25", "2025-26"]


def rows_of_one(year: Path, table: str) -> list[dict[str, str]]:
    return list(rows_of(year.parent, table, only=year.name))
