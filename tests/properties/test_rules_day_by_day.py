"""Do the clocks agree with somebody who lived through every day with a calendar in hand?"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from holdfast.rules.answers import ReviewJudged, Timeliness
from holdfast.rules.facts import Told
from holdfast.rules.reviews.timescales import judge_reviews, next_review_due
from tests.properties.day_by_day import A_DAY, Evening, evenings
from tests.properties.lives import ALWAYS, Life, any_lives, told_in, windows

Answers = list[tuple[date | None, date, int]]
"""The day held (None if not), the day due, and the days late (0 or fewer when in time)."""


def lived(life: Life, held: Sequence[date], until: date) -> list[Evening]:
    return list(evenings(life.period.episodes, frozenset(held), until))


def as_lived(nights: Sequence[Evening]) -> Answers:
    found: Answers = [
        (night.on, night.held_against, max((night.on - night.held_against).days, 0))
        for night in nights
        if night.held_against is not None
    ]
    owed_by = nights[-1].next_by
    last_in_care = max((night.on for night in nights if night.still_in_care), default=date.min)
    if owed_by <= last_in_care:
        found.append((None, owed_by, (last_in_care - owed_by).days))
    return found


def as_judged(judged: Sequence[ReviewJudged]) -> Answers:
    found: Answers = []
    for each in judged:
        held_on = each.review.held_on if each.review else None
        assert (each.timeliness is Timeliness.LATE) == (each.days_late is not None)
        answer = (held_on, each.due.on, each.days_late or 0)
        if held_on is None or answer not in found:
            found.append(answer)
    return found


@settings(max_examples=200, deadline=None)
@given(any_lives())
def test_every_review_is_judged_as_it_was_lived(life: Life) -> None:
    nights = lived(life, [review.held_on for review in life.reviews], life.until)
    assert as_judged(judge_reviews(life.period, life.reviews, told=ALWAYS, until=life.until)) == as_lived(nights)


@settings(max_examples=60, deadline=None)
@given(any_lives(), st.integers(1, 40))
def test_on_every_day_the_next_review_is_due_when_it_was_lived_to_be(life: Life, step: int) -> None:
    for night in lived(life, [review.held_on for review in life.reviews], life.until)[::step]:
        due = next_review_due(life.period, life.reviews, told=ALWAYS, on=night.on)
        assert (due.on if due else None) == (night.next_by if night.still_in_care else None)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_told_of_part_of_a_life_is_so_in_every_life_that_part_could_be_of(data: st.DataObject) -> None:
    """Late is late in all of them; in time is in time in all of them in which the law had been kept until then."""
    life = data.draw(any_lives())
    told = data.draw(windows(life))
    known = told_in(life, told)
    answers = {
        each.review.held_on: each.timeliness
        for each in judge_reviews(life.period, known, told=told, until=life.until)
        if each.review is not None
    }
    for hidden in [(), *_could_have_been(data, life, told)]:
        held = sorted({*hidden, *(review.held_on for review in known)})
        kept_so_far = True
        for held_on, _, late in as_lived(lived(life, held, life.until)):
            if held_on in answers:
                if answers[held_on] is Timeliness.LATE:
                    assert late > 0
                if answers[held_on] is Timeliness.IN_TIME and kept_so_far:
                    assert late == 0
            kept_so_far = kept_so_far and late == 0


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_cannot_be_told_is_said_only_where_it_could_have_been_either(data: st.DataObject) -> None:
    life = data.draw(any_lives())
    # Back from an adoptive placement with the records silent before it, the rules are more careful than they need be.
    assume(
        not any(before.placement[0] == "A" != after.placement[0] for before, after in pairwise(life.period.episodes))
    )
    told = data.draw(windows(life))
    known = told_in(life, told)
    unsure = [
        each.review.held_on
        for each in judge_reviews(life.period, known, told=told, until=life.until)
        if each.timeliness is Timeliness.CANNOT_BE_TOLD and each.review is not None
    ]
    for held_on in unsure:
        silent = {day for day in _silent_days(life, told) if day < held_on}
        eves = {each.starts_on - A_DAY for each in life.period.episodes} | {max(silent)}
        hidden = [set(), *({day} for day in eves), *({day - A_DAY, day} for day in eves)]
        found = set()
        for world in hidden:
            held = {review.held_on for review in known if review.held_on <= held_on} | (world & silent)
            found |= {late > 0 for on, _, late in as_lived(lived(life, sorted(held), held_on)) if on == held_on}
        assert found == {True, False}


def _silent_days(life: Life, told: Sequence[Told]) -> list[date]:
    span = range((life.until - life.period.known_from).days + 1)
    days = [life.period.known_from + timedelta(days=passed) for passed in span]
    return [day for day in days if not any(each.starts_on <= day < each.ends_on for each in told)]


def _could_have_been(data: st.DataObject, life: Life, told: Sequence[Told]) -> list[tuple[date, ...]]:
    silent = _silent_days(life, told)
    if not silent:
        return []
    last = silent[-1]
    chosen = data.draw(st.lists(st.sampled_from(silent), max_size=4, unique=True))
    return [(last,), tuple(chosen), tuple(day for day in (last - A_DAY, last) if day in silent)]
