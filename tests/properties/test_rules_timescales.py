"""Do the review clocks hold for every life in care?"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.rules.answers import ReviewJudged, Timeliness
from holdfast.rules.facts import Told, periods_of_care
from holdfast.rules.reviews.measures import all_reviews_in_time
from holdfast.rules.reviews.timescales import explain, judge_reviews, next_review_due
from tests.properties.lives import (
    ALWAYS,
    Life,
    changing_lives,
    episode,
    period_of,
    plain_lives,
    reviews_on,
    told_in,
    windows,
)

ONE_DAY = timedelta(days=1)
SHIFT = 28


def judge(life: Life, told: tuple[Told, ...] = ALWAYS) -> tuple[ReviewJudged, ...]:
    return judge_reviews(life.period, told_in(life, told), told=told, until=life.until)


def verdicts(judged: tuple[ReviewJudged, ...]) -> list[tuple]:
    return [(each.review, each.number, each.due.on, each.timeliness, each.days_late) for each in judged]


@given(changing_lives(), st.randoms(use_true_random=False))
def test_the_order_in_which_reviews_are_read_does_not_matter(life: Life, chance: object) -> None:
    shuffled = list(life.reviews)
    chance.shuffle(shuffled)
    assert judge(life._replace(reviews=tuple(shuffled))) == judge(life)


@given(plain_lives(), st.integers(1, 400))
def test_an_episode_split_in_two_changes_nothing(life: Life, after: int) -> None:
    start = life.period.known_from
    cut = start + timedelta(days=after)
    (split,) = periods_of_care([episode(start, cut, "S", "C2", "U6", "X1"), episode(cut, None, "P", "C2", "U6")])
    assert judge(life._replace(period=split)) == judge(life)


@given(plain_lives(), st.data(), st.booleans())
def test_the_long_way_comes_to_the_same_as_the_short_one(life: Life, data: st.DataObject, knows_start: bool) -> None:
    """A turn after the last day judged changes nothing before it, and sends the judging the long way round."""
    told = data.draw(st.one_of(st.just(ALWAYS), windows(life)))
    turning = period_of([(life.period.known_from, "C2", "U6"), (life.until + ONE_DAY, "E1", "A5")])
    plain = life.period
    if not knows_start:
        plain, turning = plain._replace(starts_on=None), turning._replace(starts_on=None)
    assert judge(life._replace(period=turning), told) == judge(life._replace(period=plain), told)


@given(changing_lives())
def test_nothing_is_due_before_the_child_came_or_before_the_day_it_counts_from(life: Life) -> None:
    for each in judge(life):
        assert each.due.on >= each.due.counted_from >= life.period.starts_on


@given(changing_lives())
def test_with_nothing_missing_every_review_can_be_told(life: Life) -> None:
    for each in judge(life):
        assert each.timeliness is not Timeliness.CANNOT_BE_TOLD
        assert each.number is not None
        if each.review is None:
            assert each.timeliness is Timeliness.LATE
        else:
            late_by = (each.review.held_on - each.due.on).days
            assert each.days_late == (late_by if late_by > 0 else None)
            assert (each.timeliness is Timeliness.LATE) == (late_by > 0)


@given(changing_lives(), st.data())
def test_a_review_held_a_day_later_is_never_more_in_time(life: Life, data: st.DataObject) -> None:
    held = sorted({review.held_on for review in life.reviews})
    movable = [place for place, day in enumerate(held) if day + ONE_DAY not in held]
    if not movable:
        return
    place = data.draw(st.sampled_from(movable))
    later = [*held[:place], held[place] + ONE_DAY, *held[place + 1 :]]
    before = judge(life._replace(reviews=reviews_on(held)))
    after = judge(life._replace(reviews=reviews_on(later), until=life.until + ONE_DAY))
    if before[place].timeliness is Timeliness.LATE:
        assert after[place].timeliness is Timeliness.LATE


@given(changing_lives(), st.integers(0, 900))
def test_asked_earlier_the_reviews_held_by_then_have_the_same_answers(life: Life, sooner: int) -> None:
    until = life.until - timedelta(days=sooner)
    earlier = judge_reviews(life.period, life.reviews, told=ALWAYS, until=until)
    held = [each for each in earlier if each.review is not None]
    assert held == list(judge(life)[: len(held)])


@given(changing_lives())
def test_what_is_due_next_is_what_the_next_review_is_judged_by(life: Life) -> None:
    turning = {each.starts_on for each in life.period.episodes}
    held = sorted({review.held_on for review in life.reviews})
    by_day = {each.review.held_on: each for each in judge(life) if each.review}
    for before, day in zip([None, *held], held, strict=False):
        eve = max(day - ONE_DAY, life.period.known_from)
        if day in turning or before == day:
            continue
        assert next_review_due(life.period, [r for r in life.reviews if r.held_on < day], told=ALWAYS, on=eve) == (
            by_day[day].due
        )


@settings(max_examples=200)
@given(st.data())
def test_what_is_late_with_less_known_is_late_with_all_known(data: st.DataObject) -> None:
    life = data.draw(changing_lives())
    told = data.draw(windows(life))
    whole = {each.review: each.timeliness for each in judge(life)}
    for each in judge(life, told):
        if each.timeliness is Timeliness.LATE and each.review is not None:
            assert whole[each.review] is Timeliness.LATE


@settings(max_examples=100, deadline=None)
@given(st.data(), st.integers(0, 300))
def test_where_the_law_was_kept_so_far_what_is_in_time_with_less_known_is_in_time_with_all_known(
    data: st.DataObject, after: int
) -> None:
    life = data.draw(changing_lives(lawful=True))
    assert all(each.timeliness is Timeliness.IN_TIME for each in judge(life) if each.review)
    *kept, last = [life.period.known_from, *(review.held_on for review in life.reviews)]
    day = (kept or [last])[-1] + timedelta(days=after)
    life = life._replace(reviews=reviews_on([*kept[1:], day]), until=max(life.until, day))
    told = data.draw(windows(life))
    whole = {each.review: each.timeliness for each in judge(life)}
    for each in judge(life, told):
        if each.review is not None and each.timeliness is Timeliness.IN_TIME:
            assert whole[each.review] is Timeliness.IN_TIME


@given(changing_lives(), st.data())
def test_a_number_is_only_given_when_it_is_the_true_one(life: Life, data: st.DataObject) -> None:
    told = data.draw(windows(life))
    whole = {each.review: each.number for each in judge(life)}
    for each in judge(life, told):
        if each.number is not None and each.review is not None:
            assert each.number == whole[each.review]


@given(st.dates(date(2011, 4, 1), date(2020, 12, 31)), st.lists(st.integers(0, 250), max_size=6))
def test_short_breaks_are_the_same_twenty_eight_years_on(start: date, gaps: list[int]) -> None:
    # Without working days in it, a series falls on the same weekdays and month ends again.
    def days_late(first: date) -> list[int | None]:
        held, day = [], first
        for gap in gaps:
            day += timedelta(days=gap)
            held.append(day)
        period = period_of([(first, "V4", "U6")])
        judged = judge_reviews(period, reviews_on(held), told=ALWAYS, until=day)
        return [each.days_late for each in judged]

    moved = start + timedelta(days=SHIFT * 365 + 7)
    assert (moved.month, moved.day) == (start.month, start.day)
    assert days_late(start) == days_late(moved)


@given(plain_lives(), st.integers(0, 700))
def test_a_child_who_leaves_by_the_day_a_review_is_due_owes_none(life: Life, stays: int) -> None:
    start = life.period.known_from
    left = start + timedelta(days=stays)
    period = period_of([(start, "C2", "U6")], ends_on=left)
    held = tuple(review for review in life.reviews if review.held_on < left)
    for each in judge_reviews(period, held, told=ALWAYS, until=left + timedelta(days=400)):
        assert each.due.on < left or each.review is not None


@given(changing_lives(), st.data(), st.randoms(use_true_random=False))
def test_one_childs_year_does_not_depend_on_the_order_of_the_reviews(
    life: Life, data: st.DataObject, chance: object
) -> None:
    judged = list(judge(life, data.draw(windows(life))))
    year = {"year_starts_on": life.until - timedelta(days=364), "year_ends_on": life.until}
    answer, because = all_reviews_in_time(judged, **year)
    chance.shuffle(judged)
    assert all_reviews_in_time(judged, **year)[0] is answer
    assert because


@given(changing_lives(), st.data())
def test_every_due_day_can_be_explained(life: Life, data: st.DataObject) -> None:
    for each in judge(life, data.draw(windows(life))):
        sentence = explain(each.due)
        assert sentence.endswith(".")
        assert sentence[0].isupper()


def test_a_day_to_judge_on_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 'completion' or 'first meeting'"):
        judge_reviews(period_of([(date(2013, 5, 1), "C2", "U6")]), (), told=(), until=date(2013, 6, 1), judged_on="x")


def test_a_child_who_leaves_and_comes_back_on_one_day_has_two_periods_each_with_its_own_clock() -> None:
    first, second = periods_of_care(
        [
            episode(date(2013, 5, 1), date(2013, 8, 1), "S", "C2", "U6", "E4A"),
            episode(date(2013, 8, 1), None, "S", "C2", "U6"),
        ]
    )
    assert (first.ends_on, second.starts_on) == (date(2013, 8, 1), date(2013, 8, 1))
    assert next_review_due(first, (), told=ALWAYS, on=date(2013, 8, 1)) is None
    assert next_review_due(second, (), told=ALWAYS, on=date(2013, 8, 1)).on == date(2013, 8, 30)
