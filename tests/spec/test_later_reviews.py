"""When must the second review be held, and those after it?

The second within three months of the first, every later one within six months of the one before. The clock runs from
the day a review was held, not from the day it was due: one held late or early moves all that follow.
"""

from holdfast.rules.reviews.timescales import explain, next_review_due
from tests.spec.drawn import ALWAYS, asked, day, judged, periods, review_days

SOURCES = ("CPR 33(2)", "Review of Children's Cases Regulations")

CARE = """
from       | to | began
1 May 2013 |    | S
"""


def test_three_months_then_six_then_six() -> None:
    """Three months, then six, then six."""
    judged(
        CARE,
        held="31 May 2013, 31 August 2013, 28 February 2014, 29 August 2014",
        until="29 August 2014",
        answer="""
        review           | number | due              | source    | answer  | days late
        31 May 2013      | 1      | 31 May 2013      | CPR 33(1) | in time |
        31 August 2013   | 2      | 31 August 2013   | CPR 33(2) | in time |
        28 February 2014 | 3      | 28 February 2014 | CPR 33(2) | in time |
        29 August 2014   | 4      | 28 August 2014   | CPR 33(2) | late    | 1
        """,
    )


def test_three_months_are_not_ninety_one_days() -> None:
    """Three months after 30 November is the last day of February; the ninety-first day is a day too late."""
    judged(
        """
        from            | to | began
        5 November 2012 |    | S
        """,
        held="30 November 2012, 1 March 2013",
        until="1 March 2013",
        answer="""
        review           | number | due              | answer  | days late
        30 November 2012 | 1      | 3 December 2012  | in time |
        1 March 2013     | 2      | 28 February 2013 | late    | 1
        """,
    )


def test_a_review_held_late_still_starts_the_next_clock() -> None:
    """A review held late still starts the next clock, from the day it was held."""
    judged(
        CARE,
        held="10 June 2013, 10 September 2013",
        until="10 September 2013",
        answer="""
        review            | number | due               | answer  | days late
        10 June 2013      | 1      | 31 May 2013       | late    | 10
        10 September 2013 | 2      | 10 September 2013 | in time |
        """,
    )


def test_a_review_held_early_moves_the_next_one_too() -> None:
    """A review held early moves the next one too."""
    judged(
        CARE,
        held="15 May 2013, 15 July 2013, 16 January 2014",
        until="16 January 2014",
        answer="""
        review          | number | due             | answer  | days late
        15 May 2013     | 1      | 31 May 2013     | in time |
        15 July 2013    | 2      | 15 August 2013  | in time |
        16 January 2014 | 3      | 15 January 2014 | late    | 1
        """,
    )


def test_two_reviews_on_one_day_are_one_for_the_clock() -> None:
    """Two reviews recorded on one day are one review for the clock."""
    judged(
        CARE,
        held="31 May 2013, 31 May 2013, 30 August 2013",
        until="30 August 2013",
        answer="""
        review         | number | due            | answer
        31 May 2013    | 1      | 31 May 2013    | in time
        31 May 2013    | 1      | 31 May 2013    | in time
        30 August 2013 | 2      | 31 August 2013 | in time
        """,
    )


def test_the_old_law_set_the_same_limits_for_later_reviews() -> None:
    """Before April 2011 the limits of later reviews were the same; the source is that of the day counted from."""
    judged(
        """
        from           | to | began
        1 October 2010 |    | S
        """,
        held="29 October 2010, 28 January 2011, 28 July 2011, 30 January 2012",
        until="30 January 2012",
        answer="""
        review          | due             | source                                 | answer  | days late
        29 October 2010 | 29 October 2010 | Review of Children's Cases Regulations | in time |
        28 January 2011 | 29 January 2011 | Review of Children's Cases Regulations | in time |
        28 July 2011    | 28 July 2011    | Review of Children's Cases Regulations | in time |
        30 January 2012 | 28 January 2012 | CPR 33(2)                              | late    | 2
        """,
    )


def test_an_adjourned_review_is_judged_on_the_day_it_was_completed() -> None:
    """An adjourned review is judged on the day it was completed, unless the council judges on the first meeting.

    Either way the next clock starts at completion.
    """
    answer = """
        review         | number | due               | answer  | days late
        7 June 2013    | 1      | 31 May 2013       | {}
        9 September 2013 | 2    | 7 September 2013  | late    | 2
        """
    held = "30 May 2013 … 7 June 2013, 9 September 2013"
    judged(CARE, held=held, until="9 September 2013", answer=answer.format("late    | 7"))
    judged(
        CARE,
        held=held,
        until="9 September 2013",
        judged_on="first meeting",
        answer=answer.format("in time |"),
    )


def test_the_next_review_due_can_be_asked_on_any_day() -> None:
    """The next review due can be asked on any day; what came after that day does not count."""
    (period,) = periods(CARE)
    held = review_days("31 May 2013, 30 August 2013")

    def due(on: str) -> object:
        return next_review_due(period, held, told=ALWAYS, on=day(on))

    asked(
        "A child came on 1 May 2013 and was reviewed on 31 May and 30 August. What is due, seen from 30 May 2013?",
        due("30 May 2013"),
        answer="31 May 2013",
    )
    asked("Seen from 31 May 2013?", due("31 May 2013"), answer="31 August 2013")
    asked("Seen from 1 September 2013?", due("1 September 2013"), answer="28 February 2014")


def test_a_short_month_is_explained() -> None:
    """A month too short for the day is explained."""
    (period,) = periods(CARE)
    due = next_review_due(period, review_days("31 May 2013, 30 August 2013"), told=ALWAYS, on=day("1 September 2013"))
    asked(
        "Why 28 February 2014?",
        explain(due),
        answer="Later review: within 6 months of the one before (Care Planning, Placement and Case Review (England) "
        "Regulations 2010, regulation 33(2): the second and every later review). Counted from 30 August 2013, which "
        "itself is not counted, the last day is 28 February 2014. That month has no such day, so its last day is "
        "taken.",
    )
