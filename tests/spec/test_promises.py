"""Did a council keep a shorter limit it has set itself?

A promise is shown beside the law and never instead of it. Here a council promises children under five a review every
three months.
"""

from holdfast.council import Promise
from holdfast.rules.in_force import LATER_REVIEW
from holdfast.rules.promises import judge_promise, promised_by
from holdfast.rules.reviews.timescales import judge_reviews
from tests.spec.drawn import ALWAYS, asked, day, periods, review_days, tabulated

SOURCES = ("Council's promise",)

UNDER_FIVES = Promise(name="Under fives every three months", months=3, under_age=5)


def test_the_promise_sets_a_day_beside_the_laws() -> None:
    """The promise sets a day beside the law's for the children it speaks of, by their age at the review before."""

    def promised(born: str, reviewed: str) -> object:
        law = LATER_REVIEW.due(day(reviewed))
        return promised_by(UNDER_FIVES, day(reviewed), day(born), law=law)

    tabulated(
        """
        born          | last review    | promised by
        1 June 2010   | 29 August 2013 | 29 November 2013
        29 August 2008 | 29 August 2013 |
        30 August 2008 | 29 August 2013 | 29 November 2013
        """,
        promised,
    )


def test_a_promise_never_goes_beyond_the_law() -> None:
    """A promise never goes beyond the law: where the law's day is sooner, that is the day."""
    slow = Promise(name="Every seven months", months=7)
    tabulated(
        """
        last review    | by law           | promised by
        29 August 2013 | 28 February 2014 | 28 February 2014
        """,
        lambda reviewed, law: promised_by(
            slow, day(reviewed), day("1 June 2010"), law=LATER_REVIEW.due(day(reviewed))._replace(on=day(law))
        ),
    )


def test_where_both_fall_on_one_day_it_is_the_laws() -> None:
    """Where both fall on one day, the day is the law's."""
    law = LATER_REVIEW.due(day("29 August 2013"))
    alike = Promise(name="Every six months", months=6)
    asked(
        "A council promises a review every six months. On what does the day rest?",
        promised_by(alike, day("29 August 2013"), day("1 June 2010"), law=law).rule,
        answer="CPR 33(2)",
    )


def test_a_review_can_keep_the_law_and_break_the_promise() -> None:
    """A review can keep the law and break the promise."""
    (period,) = periods("from | to | began\n1 May 2013 | | S")

    def kept(third: str) -> str:
        judged = judge_reviews(
            period, review_days(f"31 May 2013, 29 August 2013, {third}"), told=ALWAYS, until=day("28 February 2014")
        )[2]
        promise = judge_promise(UNDER_FIVES, judged, day("29 August 2013"), day("1 June 2010"))
        return f"law {judged.timeliness.value}; promise {'kept' if promise and promise.kept else 'broken'}"

    tabulated(
        """
        third review     | answer
        29 November 2013 | law in time; promise kept
        2 December 2013  | law in time; promise broken
        """,
        kept,
    )
