"""Is a review overdue that has not been held?

A review not held by the day it is due is late, and stays so until it is held. A child who leaves care on or before that
day owes none.
"""

from holdfast.rules.reviews.timescales import next_review_due
from tests.spec.drawn import ALWAYS, asked, day, judged, periods

SOURCES = ("CPR 33(1)", "CPR 33(2)")

CARE = """
from       | to | began
1 May 2013 |    | S
"""


def test_a_review_not_held_by_the_end_of_its_day_is_overdue() -> None:
    """Not held by the end of the day it is due, it is overdue; the days late are those that have passed since."""
    judged(CARE, held="", until="30 May 2013", answer="review | number | due | answer | days late")
    judged(
        CARE,
        held="",
        until="31 May 2013",
        answer="""
        review   | number | due         | answer | days late
        not held | 1      | 31 May 2013 | late   | 0
        """,
    )
    judged(
        CARE,
        held="31 May 2013",
        until="30 September 2013",
        answer="""
        review      | number | due            | answer  | days late
        31 May 2013 | 1      | 31 May 2013    | in time |
        not held    | 2      | 31 August 2013 | late    | 30
        """,
    )


def test_a_review_held_after_the_day_asked_about_is_not_yet_held() -> None:
    """What was held after the day asked about is not looked at."""
    judged(
        CARE,
        held="31 May 2013, 2 September 2013",
        until="31 August 2013",
        answer="""
        review      | number | due            | answer  | days late
        31 May 2013 | 1      | 31 May 2013    | in time |
        not held    | 2      | 31 August 2013 | late    | 0
        """,
    )


def test_a_child_who_leaves_before_the_day_owes_nothing() -> None:
    """A child who leaves on or before the day it is due owes none."""
    for left in ("30 May 2013", "31 May 2013"):
        judged(
            f"""
            from       | to     | began
            1 May 2013 | {left} | S
            """,
            held="",
            until="31 March 2014",
            answer="review | number | due | answer | days late",
        )


def test_a_review_on_the_day_the_child_leaves_is_a_review_of_that_time() -> None:
    """A review on the very day the child leaves is a review of that time in care."""
    judged(
        """
        from       | to          | began
        1 May 2013 | 31 May 2013 | S
        """,
        held="31 May 2013",
        until="31 March 2014",
        answer="""
        review      | number | due         | answer
        31 May 2013 | 1      | 31 May 2013 | in time
        """,
    )


def test_a_child_who_leaves_after_the_day_had_a_review_missed() -> None:
    """A child who leaves after it had a review missed, late by the days until they left."""
    judged(
        """
        from       | to          | began
        1 May 2013 | 3 June 2013 | S
        """,
        held="",
        until="31 March 2014",
        answer="""
        review   | number | due         | answer | days late
        not held | 1      | 31 May 2013 | late   | 2
        """,
    )


def test_a_child_who_comes_and_leaves_on_one_day_owes_nothing() -> None:
    """A child who comes and leaves on one day owes none."""
    judged(
        """
        from       | to         | began
        1 May 2013 | 1 May 2013 | S
        """,
        held="",
        until="31 March 2014",
        answer="review | number | due | answer | days late",
    )


def test_nothing_is_due_for_a_child_who_is_not_looked_after() -> None:
    """Nothing is due for a child who is not looked after on the day."""
    (period,) = periods(
        """
        from       | to          | began
        1 May 2013 | 3 June 2013 | S
        """
    )
    asked(
        "A child was looked after from 1 May to 3 June 2013. What is due, seen from 3 June 2013?",
        next_review_due(period, (), told=ALWAYS, on=day("3 June 2013")) or "nothing",
        answer="nothing",
    )
