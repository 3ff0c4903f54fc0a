"""Which days count, and how are months counted?

A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales. The day a
limit counts from is not counted itself. Months are calendar months; 91 or 183 days are not the same.
"""

from holdfast.rules.calendar import (
    is_working_day,
    months_after,
    skipped_days,
    working_days_after,
    working_days_before,
    working_days_between,
)
from tests.spec.drawn import asked, day, tabulated

SOURCES = ("CPR 33(1)", "CPR 33(2)")


def test_twenty_working_days_pass_over_weekends_and_bank_holidays() -> None:
    """Twenty working days pass over weekends and bank holidays."""
    tabulated(
        """
        from             | why it is hard                              | the 20th working day after
        1 May 2013       | two bank holidays in May                    | 31 May 2013
        10 December 2012 | Christmas, Boxing Day and New Year          | 10 January 2013
        1 April 2011     | Easter, a royal wedding and early May       | 5 May 2011
        30 May 2012      | the spring holiday moved, a jubilee beside it | 29 June 2012
        9 September 2022 | a State Funeral                             | 10 October 2022
        20 April 2020    | the early May holiday moved to a Friday     | 19 May 2020
        """,
        lambda start, _why: working_days_after(day(start), 20),
    )


def test_the_first_day_is_not_counted_even_when_it_is_a_holiday() -> None:
    """The day a limit counts from is not counted, whether it is a working day or not."""
    tabulated(
        """
        from             | what day it is  | the next working day
        3 May 2013       | a Friday        | 7 May 2013
        4 May 2013       | a Saturday      | 7 May 2013
        6 May 2013       | a bank holiday  | 7 May 2013
        24 December 2021 | a Friday        | 29 December 2021
        """,
        lambda start, _what: working_days_after(day(start), 1),
    )


def test_a_holiday_on_a_weekend_is_given_on_the_next_working_day() -> None:
    """A holiday that falls on a weekend is given on the next working day instead."""
    tabulated(
        """
        day              | which is                                   | working day
        27 December 2011 | instead of Christmas Day, a Sunday         | no
        28 December 2020 | instead of Boxing Day, a Saturday          | no
        2 January 2012   | instead of New Year's Day, a Sunday        | no
        27 December 2012 | a Thursday with nothing to make up for     | yes
        8 May 2023       | the Coronation                             | no
        """,
        lambda written, _which: is_working_day(day(written)),
    )


def test_working_days_are_counted_back_in_the_same_way() -> None:
    """Before a review, working days are counted back in the same way."""
    tabulated(
        """
        review on    | working days | the last day
        31 May 2013  | 20           | 1 May 2013
        31 May 2013  | 3            | 28 May 2013
        7 May 2013   | 1            | 3 May 2013
        """,
        lambda review, n: working_days_before(day(review), int(n)),
    )


def test_the_working_days_between_two_days_leave_out_the_first_and_count_the_last() -> None:
    """Between two days, the first is left out and the last is counted."""
    asked(
        "How many working days are there from 1 May 2013 to 31 May 2013?",
        working_days_between(day("1 May 2013"), day("31 May 2013")),
        answer="20",
    )
    asked("And from a day to itself?", working_days_between(day("1 May 2013"), day("1 May 2013")), answer="0")


def test_the_holidays_passed_over_can_be_named() -> None:
    """The holidays passed over can be named."""
    asked(
        "Which weekdays are not counted in the 20 working days after 18 April 2011?",
        ", ".join(f"{skipped.name} on {skipped.on:%-d %B}" for skipped in skipped_days(day("18 April 2011"), 20)),
        answer="Good Friday on 22 April, Easter Monday on 25 April, the royal wedding on 29 April, "
        "the early May bank holiday on 2 May",
    )


def test_a_month_too_short_for_the_day_gives_its_last_day() -> None:
    """A month too short for the day gives its last day; a day at the end of a month is otherwise nothing special."""
    tabulated(
        """
        from             | months | the last day
        30 November 2012 | 3      | 28 February 2013
        30 November 2011 | 3      | 29 February 2012
        28 February 2013 | 6      | 28 August 2013
        29 February 2012 | 3      | 29 May 2012
        31 August 2013   | 6      | 28 February 2014
        15 May 2013      | 3      | 15 August 2013
        """,
        lambda start, n: months_after(day(start), int(n)),
    )
