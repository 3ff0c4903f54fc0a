"""Which moves make a new placement, and how settled has a child been?

A placement is a time with one carer. The return says why each of its rows began, and that tells a new carer from a new
order or a new kind of home with the same people. Two indicators rest on it: three or more placements in the year (NI
62) and two years in one placement (NI 63).
"""

from holdfast.rules.facts import year_called
from holdfast.rules.stability import (
    LONG_TERM_UNDER_AGE,
    had_three_or_more_placements,
    is_in_a_lasting_placement,
    looked_after_long,
    placements,
    placements_in_year,
)
from tests.spec.drawn import asked, day, episodes, in_words, periods, placed, tabulated

SOURCES = ("NI 62", "NI 63")


def test_a_new_carer_makes_a_new_placement() -> None:
    """A new carer makes a new placement (reasons S, P and B); a new order or a new kind of home with the same does not.

    L is a new legal status alone, T another kind of placement with the same carer, U both at once.
    """
    placed(
        """
        from            | to              | began | legal status | placement | provider
        1 May 2013      | 1 July 2013     | S     | V2           | U6        | PR1
        1 July 2013     | 1 August 2013   | L     | C1           | U6        | PR1
        1 August 2013   | 1 October 2013  | T     | C1           | U4        | PR1
        1 October 2013  | 1 December 2013 | U     | C2           | U5        | PR4
        1 December 2013 | 1 February 2014 | P     | C2           | K2        | PR4
        1 February 2014 | 1 March 2014    | B     | E1           | U6        | PR1
        1 March 2014    |                 | T     | E1           | U5        | PR1
        """,
        answer="""
        from            | to              | placement | provider
        1 May 2013      | 1 December 2013 | U5        | PR4
        1 December 2013 | 1 February 2014 | K2        | PR4
        1 February 2014 |                 | U5        | PR1
        """,
    )


def test_being_adopted_by_ones_own_carers_is_no_move() -> None:
    """Being placed for adoption with one's own foster carers is no move; with other people it is."""
    placed(
        """
        from        | to          | began | placement
        1 May 2011  | 1 June 2013 | S     | U5
        1 June 2013 |             | U     | A3
        """,
        answer="""
        from       | to | placement
        1 May 2011 |    | A3
        """,
    )
    placed(
        """
        from        | to          | began | placement
        1 May 2011  | 1 June 2013 | S     | U5
        1 June 2013 |             | B     | A5
        """,
        answer="""
        from        | to          | placement
        1 May 2011  | 1 June 2013 | U5
        1 June 2013 |             | A5
        """,
    )


def test_a_temporary_placement_is_none() -> None:
    """A temporary placement (T0 to T4) is none, and coming back from it to the same home is no new one.

    The same home is the same kind of placement with the same provider.
    """
    for temporary in ("T0", "T1", "T2", "T3", "T4"):
        placed(
            f"""
            from         | to           | began | placement   | provider
            1 May 2013   | 1 July 2013  | S     | U6          | PR1
            1 July 2013  | 15 July 2013 | P     | {temporary} | PR1
            15 July 2013 |              | P     | U6          | PR1
            """,
            answer="""
            from       | to | placement | provider
            1 May 2013 |    | U6        | PR1
            """,
        )
    for placement, provider in (("K2", "PR1"), ("U6", "PR4")):
        placed(
            f"""
            from         | to           | began | placement   | provider
            1 May 2013   | 1 July 2013  | S     | U6          | PR1
            1 July 2013  | 15 July 2013 | P     | T0          | PR1
            15 July 2013 |              | P     | {placement} | {provider}
            """,
            answer=f"""
            from         | to          | placement   | provider
            1 May 2013   | 1 July 2013 | U6          | PR1
            15 July 2013 |             | {placement} | {provider}
            """,
        )


def test_after_coming_back_from_a_temporary_placement_a_new_carer_counts_again() -> None:
    """Once back from a temporary placement, a new carer counts again, though of the same kind and provider."""
    placed(
        """
        from           | to             | began | placement
        1 May 2013     | 1 July 2013    | S     | U6
        1 July 2013    | 15 July 2013   | P     | T0
        15 July 2013   | 1 October 2013 | P     | U6
        1 October 2013 |                | P     | U6
        """,
        answer="""
        from           | to             | placement
        1 May 2013     | 1 October 2013 | U6
        1 October 2013 |                | U6
        """,
    )


def test_only_ever_in_temporary_placements_a_child_has_none() -> None:
    """A child who was only in a temporary placement had none, and the first one after it is the first."""
    placed(
        """
        from       | to         | began | placement
        1 May 2013 | 8 May 2013 | S     | T3
        """,
        answer="from | to | placement",
    )
    placed(
        """
        from       | to         | began | placement
        1 May 2013 | 8 May 2013 | S     | T3
        8 May 2013 |            | P     | U6
        """,
        answer="""
        from       | to | placement
        8 May 2013 |    | U6
        """,
    )


def test_coming_into_care_again_begins_a_new_placement() -> None:
    """Coming into care again begins a new placement, even on the day the last one ended and with the same carer."""
    placed(
        """
        from        | to          | began | placement
        1 May 2013  | 1 July 2013 | S     | U6
        1 July 2013 | 8 July 2013 | S     | T0
        8 July 2013 | 9 July 2013 | P     | U6
        9 July 2013 |             | S     | U6
        """,
        answer="""
        from        | to          | placement
        1 May 2013  | 1 July 2013 | U6
        8 July 2013 | 9 July 2013 | U6
        9 July 2013 |             | U6
        """,
    )


def test_the_placements_of_a_year_are_those_the_child_lived_in_on_some_day_of_it() -> None:
    """The placements of a year are those the child lived in on some day of it, the one it began with among them.

    A placement left on 1 April was no longer lived in; one begun on 31 March was. All periods of care count.
    """

    def count(ended: str, began: str) -> int:
        care = f"""
            from        | to          | began | placement
            1 May 2012  | {ended}     | S     | U6
            {ended}     | 1 July 2013 | P     | K2
            5 July 2013 | {began}     | S     | U6
            {began}     |             | P     | U4
            """
        return placements_in_year(placements(episodes(care)), year_called("2013-14"))

    tabulated(
        """
        first placement left | last placement begun | placements in 2013-14
        1 April 2013         | 1 April 2014         | 2
        2 April 2013         | 1 April 2014         | 3
        1 April 2013         | 31 March 2014        | 3
        2 April 2013         | 31 March 2014        | 4
        """,
        count,
        caption="Four placements in two periods of care, the second and third in the year",
    )


def test_three_placements_are_many() -> None:
    """Three placements in the year are many (NI 62), two are not."""
    tabulated(
        """
        placements | three or more?
        0          | no: 0 placements in the year
        1          | no: 1 placement in the year
        2          | no: 2 placements in the year
        3          | yes: 3 placements in the year
        4          | yes: 4 placements in the year
        """,
        lambda count: ": ".join(had_three_or_more_placements(int(count))),
    )


def test_long_looked_after_is_two_and_a_half_years_without_a_break() -> None:
    """Long looked after is two and a half years without a break, to the day."""

    def long(came: str, began: str, on: str) -> object:
        (period,) = periods(f"from | to | began\n{came} | | {began}")
        return looked_after_long(period, day(on))

    tabulated(
        """
        in care, as far as known, since | began | on            | long looked after?
        30 September 2011               | S     | 31 March 2014 | yes
        1 October 2011                  | S     | 31 March 2014 | no
        1 October 2011                  | S     | 1 April 2014  | yes
        30 September 2011               | P     | 31 March 2014 | yes
        1 October 2011                  | P     | 31 March 2014 | cannot be told
        1 October 2011                  | P     | 1 April 2014  | yes
        """,
        long,
        caption="S: care started then. P: it had started before, and the records do not say when",
    )
    asked("Under which age are children counted who were long looked after?", LONG_TERM_UNDER_AGE, answer="16")


def lasting(care: str, on: str = "31 March 2014") -> str:
    return ": ".join(map(in_words, is_in_a_lasting_placement(placements(episodes(care)), day(on))))


def test_a_placement_has_lasted_when_it_is_two_years_old() -> None:
    """A placement has lasted when it is two years old (NI 63), to the day; what is not on record is not guessed."""
    tabulated(
        """
        placed         | began | lasting on 31 March 2014?
        31 March 2012  | P     | yes: in the same placement since 31 March 2012 or before
        1 April 2012   | P     | no: in the placement since 1 April 2012, less than two years
        1 April 2012   | S     | no: in the placement since 1 April 2012, less than two years
        31 March 2012  | L     | yes: in the same placement since 31 March 2012 or before
        1 April 2012   | L     | cannot be told: the records open in the middle of the placement
        """,
        lambda placed_on, began: lasting(f"from | to | began\n{placed_on} | | {began}"),
    )
    asked(
        "A child of whom no placement is recorded: lasting?",
        ": ".join(is_in_a_lasting_placement((), day("31 March 2014"))),
        answer="cannot be told: no placement is recorded",
    )


def test_an_adoptive_placement_counts_with_the_one_straight_before_it() -> None:
    """An adoptive placement counts together with the one straight before it, and with no other.

    Not with the one before that, nor with one that a gap lies behind; and a placement that is not for adoption counts
    alone.
    """

    def counted(before: str, left: str, placement: str) -> str:
        care = f"""
            from            | to          | began | placement
            1 May 2010      | 1 June 2011 | S     | K2
            1 June 2011     | {left}      | P     | {before}
            1 December 2013 |             | P     | {placement}
            """
        return lasting(care).partition(":")[0]

    tabulated(
        """
        before, from 1 June 2011 | until           | from 1 December 2013 | lasting on 31 March 2014?
        U6                       | 1 December 2013 | A3                   | yes
        U6                       | 1 December 2013 | A4                   | yes
        K2                       | 1 December 2013 | A5                   | yes
        U6                       | 1 December 2013 | A6                   | yes
        U6                       | 1 November 2013 | A5                   | no
        U6                       | 1 December 2013 | U4                   | no
        """,
        counted,
    )
    asked(
        "In care since 1 May 2011, in the second placement since 1 June 2012, placed for adoption on 1 December 2013: "
        "lasting on 31 March 2014?",
        lasting(
            """
            from            | to              | began | placement
            1 May 2011      | 1 June 2012     | S     | K2
            1 June 2012     | 1 December 2013 | P     | U6
            1 December 2013 |                 | P     | A5
            """
        ),
        answer="no: in the placement since 1 June 2012, less than two years",
    )
    asked(
        "In one placement since 1 June 2011, placed for adoption on 1 December 2013: lasting on 31 March 2014?",
        lasting(
            """
            from            | to              | began | placement
            1 June 2011     | 1 December 2013 | S     | U6
            1 December 2013 |                 | P     | A5
            """
        ),
        answer="yes: in the same placement since 1 June 2011 or before",
    )
    asked(
        "Placed for adoption on the first day, and adopted from there?",
        lasting("from | to | began | placement\n1 May 2013 | | S | A5"),
        answer="no: in the placement since 1 May 2013, less than two years",
    )


def test_only_what_had_begun_by_the_day_is_looked_at() -> None:
    """Only what had begun by the day is looked at; a move on the very day has been made."""
    care = """
        from          | to            | began | placement
        1 May 2010    | 31 March 2014 | S     | U6
        31 March 2014 |               | P     | K2
        """
    tabulated(
        """
        asked on      | lasting?
        30 March 2014 | yes: in the same placement since 1 May 2010 or before
        31 March 2014 | no: in the placement since 31 March 2014, less than two years
        """,
        lambda on: lasting(care, on),
    )


def test_coming_back_from_a_temporary_placement_is_coming_back_to_the_last_one() -> None:
    """Coming back from a temporary placement is coming back to the one straight before it, not to an earlier one."""
    placed(
        """
        from           | to             | began | placement
        1 May 2013     | 1 June 2013    | S     | U6
        1 June 2013    | 1 July 2013    | P     | K2
        1 July 2013    | 15 July 2013   | P     | T0
        15 July 2013   | 1 October 2013 | P     | K2
        1 October 2013 | 8 October 2013 | P     | T1
        8 October 2013 |                | P     | U6
        """,
        answer="""
        from           | to             | placement
        1 May 2013     | 1 June 2013    | U6
        1 June 2013    | 1 October 2013 | K2
        8 October 2013 |                | U6
        """,
    )
