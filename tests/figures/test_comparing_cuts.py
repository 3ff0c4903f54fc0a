"""Two cuts are compared child by child, and the figures that move are named."""

import shutil
from pathlib import Path

import pytest

from holdfast.figures.compare import figures_that_move, rows_that_differ
from holdfast.figures.figure import Count
from tests.figures.drawn_councils import cut_of


def test_a_cut_is_the_same_as_itself(councils: Path) -> None:
    cut = cut_of(councils / "wandsworth")
    assert list(rows_that_differ(cut, cut)) == []
    assert figures_that_move(cut, cut) == ()


@pytest.fixture
def one_review_later(councils: Path, tmp_path: Path) -> Path:
    """The council with one child's review, in time before, held a year late."""
    later = tmp_path / "later"
    shutil.copytree(councils / "wandsworth", later)
    file = later / "2014-15" / "reviews.csv"
    before = file.read_text("utf-8")
    after = before.replace("410005,19/12/2012,23/09/2014,PN0", "410005,19/12/2012,23/12/2014,PN0", 1)
    assert before != after
    file.write_text(after, "utf-8")
    return later


def test_one_late_review_moves_the_figures_of_reviews_and_of_children(councils: Path, one_review_later: Path) -> None:
    before, after = cut_of(councils / "wandsworth"), cut_of(one_review_later)
    moves = {(move.name, move.year): (move.before, move.after) for move in figures_that_move(before, after)}
    assert moves[("reviews_in_time", "2014-15")] == (Count(469, 551), Count(468, 551))
    assert moves[("children_with_all_reviews_in_time", "2014-15")] == (Count(130, 212), Count(129, 212))
    assert not any(name == "reviews_held" for name, _ in moves)


def test_only_the_child_concerned_differs_and_each_column_says_how(councils: Path, one_review_later: Path) -> None:
    rows = list(rows_that_differ(cut_of(councils / "wandsworth"), cut_of(one_review_later)))
    assert {row.key[1] for row in rows} == {"410005"}
    (child,) = [row for row in rows if row.table == "children_at_year_end" and row.key[0] == "2014-15"]
    changed = {column: (old, new) for column, old, new in child.changes}
    assert changed["all_reviews_in_time"] == ("yes", "no")
    assert {row.how for row in rows if row.table == "reviews"} >= {"only in the first", "only in the second"}
