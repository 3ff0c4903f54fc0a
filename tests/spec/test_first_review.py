"""When must the first review be held?

Within 20 working days of the day the child became looked after, which is not counted itself. A child who became looked
after before April 2011 had to be reviewed within 28 days. Being on remand changes nothing.
"""

from holdfast.rules.in_force import FIRST_REVIEW
from holdfast.rules.reviews.timescales import explain
from tests.spec.drawn import asked, day, judged, tabulated

SOURCES = ("CPR 33(1)", "Review of Children's Cases Regulations")


def test_a_first_review_on_the_twentieth_working_day_is_in_time() -> None:
    """On the twentieth working day it is in time."""
    judged(
        """
        from       | to | began
        1 May 2013 |    | S
        """,
        held="31 May 2013",
        until="31 May 2013",
        answer="""
        review      | number | due         | source    | answer
        31 May 2013 | 1      | 31 May 2013 | CPR 33(1) | in time
        """,
    )


def test_a_first_review_after_the_twentieth_working_day_is_late() -> None:
    """After it, it is late, by the days that have passed since."""
    judged(
        """
        from       | to | began
        1 May 2013 |    | S
        """,
        held="3 June 2013",
        until="3 June 2013",
        answer="""
        review      | number | due         | source    | answer | days late
        3 June 2013 | 1      | 31 May 2013 | CPR 33(1) | late   | 3
        """,
    )


def test_the_law_is_that_of_the_day_the_child_became_looked_after() -> None:
    """The law is that of the day the child became looked after, whenever the review is held."""
    tabulated(
        """
        became looked after | first review by
        1 February 2010     | 1 March 2010
        31 March 2011       | 28 April 2011
        1 April 2011        | 5 May 2011
        """,
        lambda start: FIRST_REVIEW.due(day(start)),
    )
    judged(
        """
        from          | to | began
        31 March 2011 |    | S
        """,
        held="3 May 2011",
        until="3 May 2011",
        answer="""
        review     | number | due           | source                                 | answer | days late
        3 May 2011 | 1      | 28 April 2011 | Review of Children's Cases Regulations | late   | 5
        """,
    )


def test_a_child_on_remand_is_reviewed_like_any_other() -> None:
    """A child on remand is reviewed like any other, and a change of legal status starts nothing again."""
    judged(
        """
        from       | to          | began | legal status
        1 May 2013 | 14 May 2013 | S     | J1
        14 May 2013 |            | L     | C1
        """,
        held="31 May 2013",
        until="31 May 2013",
        answer="""
        review      | number | due         | source    | answer
        31 May 2013 | 1      | 31 May 2013 | CPR 33(1) | in time
        """,
    )


def test_a_new_period_of_care_starts_the_whole_series_again() -> None:
    """A child who comes back begins again with a first review."""
    judged(
        """
        from           | to            | began
        1 May 2013     | 1 August 2013 | S
        1 October 2013 |               | S
        """,
        held="31 May 2013, 30 October 2013",
        until="31 October 2013",
        answer="""
        review          | number | due             | answer  | days late
        31 May 2013     | 1      | 31 May 2013     | in time |
        30 October 2013 | 1      | 29 October 2013 | late    | 1
        """,
    )


def test_the_day_can_be_explained() -> None:
    """The day can be explained to anyone with a calendar."""
    asked(
        "Why is the first review of a child who came on 1 May 2013 due when it is?",
        explain(FIRST_REVIEW.due(day("1 May 2013"))),
        answer="First review: within 20 working days of becoming looked after (Care Planning, Placement and Case "
        "Review (England) Regulations 2010, regulation 33(1): the first review). Counted from 1 May 2013, which itself "
        "is not counted, the last day is 31 May 2013. Not counted: the early May bank holiday (6 May 2013) and the "
        "spring bank holiday (27 May 2013).",
    )
