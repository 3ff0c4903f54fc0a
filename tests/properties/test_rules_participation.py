"""Does the participation code hold for every child and every review?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from holdfast.rules.answers import Answer
from holdfast.rules.reviews.participation import (
    MEANINGS,
    ParticipationFacts,
    codes_possible_at,
    participation_code,
    took_part_in_every_review,
)

happened = st.builds(ParticipationFacts, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans())
born = st.dates(date(2000, 1, 1), date(2012, 12, 31))
reviewed = st.dates(date(2013, 1, 1), date(2018, 12, 31))
codes = st.lists(st.sampled_from([*MEANINGS, ""]), max_size=6)


@given(happened, born, reviewed)
def test_the_code_worked_out_is_one_the_return_accepts(facts: ParticipationFacts, born_on: date, on: date) -> None:
    assert participation_code(facts, born_on, on).code in codes_possible_at(born_on, on)


@given(codes, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_the_reviews_does_not_matter(found: list[str], strict: bool, chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert took_part_in_every_review(found, silent_attendance_fails=strict) == took_part_in_every_review(
        shuffled, silent_attendance_fails=strict
    )


@given(codes, st.booleans())
def test_one_review_more_without_taking_part_fails_the_child(found: list[str], strict: bool) -> None:
    assert took_part_in_every_review([*found, "PN7"], silent_attendance_fails=strict) is Answer.NO


@given(codes)
def test_the_stricter_reading_never_helps(found: list[str]) -> None:
    if took_part_in_every_review(found, silent_attendance_fails=True) is Answer.YES:
        assert took_part_in_every_review(found, silent_attendance_fails=False) is Answer.YES


@given(codes)
def test_reviews_under_four_change_nothing(found: list[str]) -> None:
    assert took_part_in_every_review(found) == took_part_in_every_review(["PN0", *found])
