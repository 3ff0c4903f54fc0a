"""Does a sentence say what its figures say, in words a person would use?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.figures.figure import Count
from holdfast.reports.comparing import better_or_worse, change, direction
from holdfast.reports.numbers import how_many, in_every, listed, out_of, per_cent, percentage, year_before
from holdfast.reports.sentences import clause, sentence, why_not
from tests.reports.figures_for_tests import counted, plain, share

COUNTS = st.integers(min_value=0, max_value=5000)


@st.composite
def shares(draw: st.DrawFn) -> Count:
    of = draw(st.integers(min_value=1, max_value=3000))
    return Count(draw(st.integers(min_value=0, max_value=of)), of)


def test_a_rise_says_from_where_and_by_how_much() -> None:
    figure = counted("children_looked_after", plain(y2013=204, y2014=222))
    assert sentence(figure, "2014-15") == (
        "222 children were looked after on 31 March 2015, up from 204 the year before, an increase of 18 (9 per cent)."
    )


def test_a_fall_is_a_decrease_and_never_an_increase_of_less_than_nothing() -> None:
    figure = counted("children_who_came", plain(y2013=160, y2014=134))
    assert sentence(figure, "2014-15") == (
        "134 children came into care, down from 160 the year before, a decrease of 26 (16 per cent)."
    )


def test_a_first_year_is_not_compared() -> None:
    figure = counted("children_looked_after", plain(y2014=222))
    assert sentence(figure, "2014-15") == "222 children were looked after on 31 March 2015."


def test_a_share_changes_by_percentage_points() -> None:
    figure = counted("reviews_in_time", {"2013-14": share(511, 551), "2014-15": share(469, 551)})
    assert sentence(figure, "2014-15") == (
        "469 of 551 reviews (85 per cent) were held in time, "
        "down from 93 per cent the year before, a fall of 8 percentage points."
    )


def test_what_cannot_be_told_is_said_after_the_share() -> None:
    figure = counted("reviews_in_time", {"2014-15": share(90, 100, cannot_be_told=4)})
    assert sentence(figure, "2014-15") == (
        "90 of 100 reviews (90 per cent) were held in time. For 4 more reviews it cannot be told."
    )


def test_one_child_is_one_child() -> None:
    assert clause(counted("children_looked_after", plain(y2014=1)), "2014-15") == (
        "1 child was looked after on 31 March 2015"
    )


def test_nobody_is_no_children() -> None:
    assert clause(counted("children_who_came", plain(y2014=0)), "2014-15") == "no children came into care"


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [
        pytest.param(12, 12, "all 12 children", id="all"),
        pytest.param(2, 2, "both children", id="both"),
        pytest.param(1, 1, "the only child", id="the only one"),
        pytest.param(0, 12, "none of the 12 children", id="none"),
        pytest.param(0, 1, "none of the children (there was only 1)", id="none of one"),
        pytest.param(3, 7, "3 of 7 children", id="too few for a percentage"),
        pytest.param(0, 0, "no children", id="nobody to count"),
        pytest.param(1299, 1300, "1,299 of 1,300 children (over 99 per cent)", id="nearly all is not all"),
        pytest.param(1, 1300, "1 of 1,300 children (under 1 per cent)", id="one is not none"),
    ],
)
def test_a_share_is_said_with_its_counts(part: int, of: int, said: str) -> None:
    assert out_of(part, of, "child") == said


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [
        pytest.param(9, 10, "9 in every 10", id="exactly"),
        pytest.param(130, 212, "about 6 in every 10", id="about"),
        pytest.param(1, 2, "half", id="half"),
        pytest.param(67, 100, "about 2 in every 3", id="two thirds"),
        pytest.param(99, 100, "nearly all", id="nearly all"),
        pytest.param(1, 100, "very few", id="very few"),
        pytest.param(10, 10, "all", id="all"),
    ],
)
def test_a_share_is_said_as_people_say_it(part: int, of: int, said: str) -> None:
    assert in_every(part, of) == said


def test_a_half_is_rounded_upwards() -> None:
    assert (percentage(1, 200), percentage(25, 1000), percentage(125, 1000)) == (1, 3, 13)


def test_more_than_one_of_two_words_is_plural_in_the_last() -> None:
    assert how_many(2, "first review") == "2 first reviews"


def test_a_list_ends_with_and() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_the_year_before_the_century_turns() -> None:
    assert year_before("2000-01") == "1999-00"


def test_a_small_change_is_about_the_same() -> None:
    assert change(Count(303), Count(300)) == "about the same as the year before (300)"
    assert change(Count(930, 1000), Count(933, 1000)) == "the same as the year before"


def test_tiny_numbers_are_compared_by_count() -> None:
    assert change(Count(3, 7), Count(5, 8)) == "compared with 5 of 8 the year before"


def test_a_number_kept_back_is_nowhere_said() -> None:
    figure = counted("children_who_went_missing", {"2014-15": Count(3, 200, hidden=True)})
    assert clause(figure, "2014-15") is None
    assert sentence(figure, "2014-15") is None
    assert why_not(figure, "2014-15") == "The number is kept back so that nobody can be recognised."


def test_a_number_kept_back_last_year_is_not_compared_with() -> None:
    figure = counted("children_who_came", {"2013-14": Count(3, hidden=True), "2014-15": Count(50)})
    assert sentence(figure, "2014-15") == "50 children came into care."


def test_why_there_is_no_answer_comes_from_the_figure() -> None:
    figure = counted("children_who_went_missing", {}, not_told={"2014-15": "no file of missing episodes was supplied"})
    assert why_not(figure, "2014-15") == "No file of missing episodes was supplied."


def test_fewer_late_reviews_are_better() -> None:
    assert better_or_worse(counted("reviews_held_late", plain(y2013=80, y2014=40)), "2014-15") == "better"
    assert better_or_worse(counted("children_looked_after", plain(y2013=80, y2014=40)), "2014-15") == ""


@given(now=COUNTS, before=COUNTS)
def test_a_count_never_says_two_directions(now: int, before: int) -> None:
    said = change(Count(now), Count(before))
    rises, falls = ("up" in said, "increase" in said), ("down" in said, "decrease" in said)
    assert rises[0] == rises[1] == (direction(Count(now), Count(before)) == "up")
    assert falls[0] == falls[1] == (direction(Count(now), Count(before)) == "down")
    assert not (any(rises) and any(falls))
    assert (now > before) or not any(rises)
    assert (now < before) or not any(falls)


@given(now=COUNTS, before=COUNTS)
def test_every_number_in_a_change_of_counts_is_the_figures(now: int, before: int) -> None:
    said = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", change(Count(now), Count(before)))]
    gap = abs(now - before)
    allowed = {before, gap, 1, *([percentage(gap, before)] if before else [])}
    assert set(said) <= allowed
    assert "-" not in change(Count(now), Count(before))


@given(now=shares(), before=shares())
def test_a_share_never_says_two_directions_and_its_points_are_those_shown(now: Count, before: Count) -> None:
    said = change(now, before)
    assert not ("up" in said.split(" per cent")[0].replace("up to", "") and "fall" in said)
    assert not (said.startswith("down") and "rise" in said)
    points = re.search(r"(\d+) percentage point", said)
    if points:
        assert now.numerator is not None
        assert now.denominator is not None
        assert before.numerator is not None
        assert before.denominator is not None
        shown = percentage(now.numerator, now.denominator) - percentage(before.numerator, before.denominator)
        assert int(points[1]) == abs(shown)
        assert said.startswith("up") == (shown > 0)


@given(count=shares())
def test_a_percentage_is_none_or_all_only_where_it_is(count: Count) -> None:
    assert count.numerator is not None
    assert count.denominator is not None
    said = per_cent(count.numerator, count.denominator)
    assert (said == "0 per cent") == (count.numerator == 0)
    assert (said == "100 per cent") == (count.numerator == count.denominator)


@given(count=shares())
def test_a_share_says_both_its_counts_or_all_or_none(count: Count) -> None:
    part, of = count.numerator, count.denominator
    assert part is not None
    assert of is not None
    said = out_of(part, of, "child")
    if 0 < part < of:
        assert said.startswith(f"{part:,} of {of:,} children")
    else:
        assert said.startswith(("all ", "both ", "the only ", "none "))
