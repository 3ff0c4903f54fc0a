"""May a review be adjourned, and for how long?

Once, and by at most 20 working days counted from its first meeting.
"""

from holdfast.rules.reviews.adjournment import completion_due, may_be_adjourned
from tests.spec.drawn import asked, day, tabulated

SOURCES = ("CPR 36(2)",)


def test_a_review_may_be_adjourned_once_by_twenty_working_days() -> None:
    """Once, and by 20 working days at most."""
    tabulated(
        """
        first met   | to           | times adjourned before | allowed
        1 May 2013  | 31 May 2013  | 0                      | yes
        1 May 2013  | 3 June 2013  | 0                      | no
        1 May 2013  | 8 May 2013   | 1                      | no
        1 May 2013  | 30 April 2013 | 0                     | no
        1 May 2013  | 1 May 2013   | 0                      | yes
        """,
        lambda first, to, times: may_be_adjourned(day(first), to=day(to), times_already=int(times)).allowed,
    )


def test_the_answer_says_why() -> None:
    """The answer says why."""
    tabulated(
        """
        first met  | to           | times adjourned before | because
        1 May 2013 | 31 May 2013  | 0  | it has not been adjourned before, and the day is within 20 working days
        1 May 2013 | 3 June 2013  | 0  | that is more than 20 working days after its first meeting
        1 May 2013 | 8 May 2013   | 1  | it has been adjourned once already, and may be only once
        1 May 2013 | 30 April 2013 | 0 | it cannot be adjourned to a day before its first meeting
        """,
        lambda first, to, times: may_be_adjourned(day(first), to=day(to), times_already=int(times)).because,
    )


def test_it_is_taken_not_to_have_been_adjourned_unless_that_is_said() -> None:
    """It is taken not to have been adjourned before, unless that is said."""
    asked(
        "A review met on 1 May 2013. May it be adjourned to 31 May?",
        may_be_adjourned(day("1 May 2013"), to=day("31 May 2013")).allowed,
        answer="yes",
    )


def test_it_must_be_completed_by_a_day_that_can_be_named() -> None:
    """The last day for completing it can be named."""
    asked(
        "A review first met on 10 December 2012. By when must it be completed?",
        completion_due(day("10 December 2012")),
        answer="10 January 2013",
    )
