"""Is a review overdue that has not been held?

A review not held by the day it is due is late, and stays so until it is held. A child who leaves care on or before that
day owes none.
"""

from holdfast.rules.facts import Told
from holdfast.rules.reviews.measures import is_overdue
from holdfast.rules.reviews.timescales import judge_reviews, next_review_due
from tests.spec.drawn import ALWAYS, asked, day, judged, periods, review_days, tabulated

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


def test_whether_a_review_is_overdue_can_be_asked_of_any_day() -> None:
    """Whether a review is overdue can be asked of any day: it is, from the end of the day it is due until it is held.

    One owed when the child left is owed no longer when the child is back.
    """
    first, second = periods("from | to | began\n1 May 2012 | 30 June 2012 | S\n1 May 2013 | | S")
    overdue = [
        *judge_reviews(first, (), told=ALWAYS, until=day("31 March 2014")),
        *judge_reviews(second, review_days("3 June 2013"), told=ALWAYS, until=day("31 March 2014")),
    ]
    tabulated(
        """
        on                | overdue?
        29 May 2012       | no: no review was due and not held
        30 May 2012       | yes: a review was due on 30 May 2012, and not held by 30 May 2012
        29 June 2012      | yes: a review was due on 30 May 2012, and not held by 29 June 2012
        1 May 2013        | no: no review was due and not held
        30 May 2013       | no: no review was due and not held
        31 May 2013       | yes: a review was due on 31 May 2013, and not held by 31 May 2013
        2 June 2013       | yes: a review was due on 31 May 2013, and not held by 2 June 2013
        3 June 2013       | no: no review was due and not held
        2 September 2013  | no: no review was due and not held
        3 September 2013  | yes: a review was due on 3 September 2013, and not held by 3 September 2013
        31 March 2014     | yes: a review was due on 3 September 2013, and not held by 31 March 2014
        """,
        lambda on: ": ".join(is_overdue(overdue, on=day(on))),
        caption="In care in May and June 2012 and never reviewed; back on 1 May 2013, reviewed on 3 June only",
    )


def test_whether_a_review_is_overdue_may_not_be_known() -> None:
    """Where the records leave something out, a review may be overdue, or be overdue whatever came before."""
    (period,) = periods("from | to | began\n1 January 2012 | | S")
    told = (Told(day("1 April 2013"), day("1 April 2014")),)
    judged_reviews = judge_reviews(period, (), told=told, until=day("31 March 2014"))
    unknown = "there may have been reviews before it that the records do not reach"
    tabulated(
        f"""
        on                | overdue?
        29 September 2013 | cannot be told: whether a review is overdue: cannot be told: {unknown}
        30 September 2013 | yes: a review was due whatever came before, and not held by 30 September 2013
        """,
        lambda on: ": ".join(is_overdue(judged_reviews, on=day(on))),
        caption="In care since 1 January 2012; the records begin on 1 April 2013 and hold no review",
    )
