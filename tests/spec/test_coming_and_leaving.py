"""When did a child come into care, and when did they leave?

A period of care is one unbroken time of being looked after, put together from the rows of the return. Coming and
leaving are counted on spells: the parts of a period that are not a series of short breaks (V3, V4).
"""

from holdfast.rules.facts import year_called, year_ends_on, year_name, year_of, year_starts_on
from holdfast.rules.spells import looked_after_spells
from tests.spec.drawn import asked, day, episodes, in_words, periods_drawn, tabulated

SOURCES = ("SSDA903 guidance",)


def test_episodes_follow_one_another_in_one_period() -> None:
    """Episodes that follow one another (ended X1) are one period of care, whatever changed between them."""
    periods_drawn(
        """
        from           | to             | began | legal status | ended
        1 May 2013     | 1 July 2013    | S     | V2           | X1
        1 July 2013    | 1 October 2013 | L     | C1           | X1
        1 October 2013 | 1 March 2014   | P     | C1           | E4A
        """,
        answer="""
        came       | left         | reason | episodes
        1 May 2013 | 1 March 2014 | E4A    | 3
        """,
    )


def test_leaving_and_coming_back_makes_a_second_period() -> None:
    """Leaving and coming back makes a second period, also when both are on one day."""
    for back in ("1 July 2013", "2 July 2013"):
        periods_drawn(
            f"""
            from       | to          | began | ended
            1 May 2013 | 1 July 2013 | S     | E4A
            {back}     |             | S     |
            """,
            answer=f"""
            came       | left        | reason | episodes
            1 May 2013 | 1 July 2013 | E4A    | 1
            {back}     |             |        | 1
            """,
        )


def test_coming_and_leaving_on_one_day_is_a_period() -> None:
    """Coming and leaving on one day is a period, though on no day's end was the child looked after."""
    periods_drawn(
        """
        from       | to         | began | ended
        1 May 2013 | 1 May 2013 | S     | E4A
        """,
        answer="""
        came       | left       | reason | episodes
        1 May 2013 | 1 May 2013 | E4A    | 1
        """,
    )


def test_a_gap_after_x1_is_a_gap_in_the_records() -> None:
    """After X1, which says that another episode follows, a gap is a gap in the records and not in the care.

    The same holds where an episode ended and no reason was given.
    """
    for ended in ("X1", ""):
        periods_drawn(
            f"""
            from           | to          | began | ended
            1 May 2013     | 1 July 2013 | S     | {ended}
            1 October 2013 |             | P     |
            """,
            answer="""
            came       | left | reason | episodes
            1 May 2013 |      |        | 2
            """,
        )


def test_the_reasons_decide_where_one_period_ends_and_the_next_begins() -> None:
    """Either reason is enough: that care started (S), or that it had ended.

    Where care ended and the next episode does not say that it started again, when it did is not known.
    """
    periods_drawn(
        """
        from           | to             | began | ended
        1 May 2013     | 1 July 2013    | S     | X1
        1 July 2013    | 1 October 2013 | S     | E4A
        1 October 2013 |                | P     |
        """,
        answer="""
        came        | known from     | left           | reason | episodes
        1 May 2013  | 1 May 2013     | 1 July 2013    | X1     | 1
        1 July 2013 | 1 July 2013    | 1 October 2013 | E4A    | 1
        ?           | 1 October 2013 |                |        | 1
        """,
    )


def test_a_period_that_began_before_the_records_has_no_known_start() -> None:
    """Where the first episode on record goes on from another, it is only known that the child was in care by then."""
    periods_drawn(
        """
        from         | to | began | ended
        1 April 2013 |    | L     |
        """,
        answer="""
        came | known from   | left | reason | episodes
        ?    | 1 April 2013 |      |        | 1
        """,
    )


def test_a_child_is_looked_after_on_the_first_day_and_not_on_the_last() -> None:
    """A child is looked after on the day care began, and no longer on the day it ended."""
    rows = "from | to | began | ended\n1 May 2013 | 1 July 2013 | S | X1\n1 August 2013 | 1 October 2013 | P | E4A"
    (period,) = looked_after_spells(episodes(rows))
    tabulated(
        """
        day               | looked after?
        30 April 2013     | no
        1 May 2013        | yes
        30 June 2013      | yes
        1 July 2013       | no
        1 August 2013     | yes
        30 September 2013 | yes
        1 October 2013    | no
        """,
        lambda on: period.covers(day(on)),
        caption="In care from 1 May to 1 July 2013 and from 1 August to 1 October",
    )


def test_a_child_who_only_had_short_breaks_never_came() -> None:
    """A child who only had short breaks neither came nor left."""
    for status in ("V3", "V4"):
        periods_drawn(
            f"""
            from       | to         | began | legal status | ended
            1 May 2013 | 3 May 2013 | S     | {status}     | E4A
            7 May 2013 |            | S     | {status}     |
            """,
            answer="came | left | reason | episodes",
            spells=True,
        )


def test_a_child_comes_on_the_day_short_breaks_become_more() -> None:
    """A child in short breaks who becomes looked after otherwise came that day; back in short breaks, left that day.

    The reason of leaving for short breaks is X1: another episode follows.
    """
    periods_drawn(
        """
        from           | to             | began | legal status | ended
        1 May 2013     | 1 July 2013    | S     | V4           | X1
        1 July 2013    | 1 August 2013  | L     | V2           | X1
        1 August 2013  | 1 October 2013 | P     | V2           | X1
        1 October 2013 | 1 March 2014   | L     | V3           | X1
        1 March 2014   | 1 May 2014     | L     | C2           | E4A
        """,
        answer="""
        came         | left           | reason | episodes
        1 July 2013  | 1 October 2013 | X1     | 2
        1 March 2014 | 1 May 2014     | E4A    | 1
        """,
        spells=True,
    )


def test_short_breaks_at_the_end_do_not_move_the_day_of_coming() -> None:
    """Short breaks that follow do not touch the day of coming, also when that day is not known."""
    for began, came in (("S", "1 May 2013"), ("P", "?")):
        periods_drawn(
            f"""
            from        | to          | began   | legal status | ended
            1 May 2013  | 1 July 2013 | {began} | V2           | X1
            1 July 2013 |             | L       | V4           |
            """,
            answer=f"""
            came   | known from | left        | reason | episodes
            {came} | 1 May 2013 | 1 July 2013 | X1     | 1
            """,
            spells=True,
        )


def test_short_breaks_before_care_do_not_touch_other_periods() -> None:
    """A period without short breaks is one spell, whatever the child's other periods were."""
    periods_drawn(
        """
        from         | to             | began | legal status | ended
        1 May 2013   | 1 July 2013    | S     | V4           | E4A
        1 March 2014 | 1 May 2014     | S     | C2           | X1
        1 May 2014   | 1 October 2014 | L     | C2           | E11
        """,
        answer="""
        came         | left           | reason | episodes
        1 March 2014 | 1 October 2014 | E11    | 2
        """,
        spells=True,
    )


def test_the_year_runs_from_1_april_to_31_march() -> None:
    """The year runs from 1 April to 31 March."""
    tabulated(
        """
        day             | year
        31 March 2014   | 2013-14
        1 April 2014    | 2014-15
        31 December 2014 | 2014-15
        1 January 2015  | 2014-15
        31 March 2000   | 1999-00
        """,
        lambda on: year_name(year_of(day(on))),
    )
    year = year_called("2013-14")
    asked(
        "When does 2013-14 begin and end?",
        f"{in_words(year_starts_on(year))} and {in_words(year_ends_on(year))}",
        answer="1 April 2013 and 31 March 2014",
    )
