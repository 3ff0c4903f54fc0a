"""When is a child reviewed who may be, or is, placed for adoption?

A child placed for adoption (placements A3 to A6) is reviewed within four weeks of being placed, within three months of
that review, then every six months, for as long as the placement lasts. A child who may be placed but is not yet is
reviewed within three months of the authority, if the ordinary review is not due sooner. The return does not record
authority; a placement or freeing order (E1, D1) stands for it.
"""

from holdfast.rules.reviews.timescales import explain, next_review_due
from tests.spec.drawn import ALWAYS, asked, day, judged, periods, review_days

SOURCES = ("AAR 36(1)", "AAR 36(3)", "CPR 33(1)", "CPR 33(2)")

PLACED = """
from            | to              | began | legal status | placement
1 May 2013      | 1 November 2013 | S     | C1           | U6
1 November 2013 |                 | B     | E1           | A5
"""


def test_four_weeks_then_three_months_then_six() -> None:
    """Four weeks after placement, three months after that review, then six."""
    judged(
        PLACED,
        held="29 May 2013, 29 August 2013, 29 November 2013, 28 February 2014, 29 August 2014",
        until="29 August 2014",
        answer="""
        review           | number | due              | source    | answer  | days late
        29 May 2013      | 1      | 31 May 2013      | CPR 33(1) | in time |
        29 August 2013   | 2      | 29 August 2013   | CPR 33(2) | in time |
        29 November 2013 | 3      | 29 November 2013 | AAR 36(3) | in time |
        28 February 2014 | 4      | 28 February 2014 | AAR 36(3) | in time |
        29 August 2014   | 5      | 28 August 2014   | AAR 36(3) | late    | 1
        """,
    )


def test_a_review_already_overdue_when_the_child_is_placed_stays_overdue() -> None:
    """A review already overdue when the child is placed stays overdue; held after placement, it is the first there."""
    judged(
        """
        from          | to            | began | legal status | placement
        1 May 2013    | 10 March 2014 | S     | C1           | U6
        10 March 2014 |               | B     | E1           | A5
        """,
        held="29 May 2013, 29 August 2013, 12 March 2014, 12 June 2014",
        until="12 June 2014",
        answer="""
        review         | number | due              | source    | answer  | days late
        29 May 2013    | 1      | 31 May 2013      | CPR 33(1) | in time |
        29 August 2013 | 2      | 29 August 2013   | CPR 33(2) | in time |
        12 March 2014  | 3      | 28 February 2014 | CPR 33(2) | late    | 12
        12 June 2014   | 4      | 12 June 2014     | AAR 36(3) | in time |
        """,
    )


def test_a_review_on_the_day_of_placement_is_the_first_of_the_new_series() -> None:
    """A review on the very day of placement is the first of the new series."""
    judged(
        PLACED,
        held="29 May 2013, 29 August 2013, 1 November 2013, 3 February 2014",
        until="3 February 2014",
        answer="""
        review          | due              | source    | answer  | days late
        29 May 2013     | 31 May 2013      | CPR 33(1) | in time |
        29 August 2013  | 29 August 2013   | CPR 33(2) | in time |
        1 November 2013 | 29 November 2013 | AAR 36(3) | in time |
        3 February 2014 | 1 February 2014  | AAR 36(3) | late    | 2
        """,
    )


def test_moving_between_adoptive_placements_does_not_restart_the_series() -> None:
    """Another kind of adoptive placement, or another legal status in it, does not restart the series."""
    judged(
        """
        from             | to               | began | legal status | placement
        1 May 2013       | 1 November 2013  | S     | C1           | U6
        1 November 2013  | 2 December 2013  | B     | C2           | A3
        2 December 2013  | 13 January 2014  | P     | C2           | A5
        13 January 2014  | 3 March 2014     | P     | C2           | A3
        3 March 2014     |                  | L     | E1           | A3
        """,
        held="29 May 2013, 29 August 2013, 29 November 2013, 28 February 2014, 28 August 2014",
        until="28 August 2014",
        answer="""
        review           | due              | source    | answer
        29 May 2013      | 31 May 2013      | CPR 33(1) | in time
        29 August 2013   | 29 August 2013   | CPR 33(2) | in time
        29 November 2013 | 29 November 2013 | AAR 36(3) | in time
        28 February 2014 | 28 February 2014 | AAR 36(3) | in time
        28 August 2014   | 28 August 2014   | AAR 36(3) | in time
        """,
    )


def test_after_a_disruption_the_ordinary_series_counts_from_the_last_review() -> None:
    """When the placement ends before adoption, the ordinary series goes on, counted from the last review held."""
    judged(
        """
        from            | to              | began | legal status | placement
        1 May 2013      | 1 November 2013 | S     | C1           | U6
        1 November 2013 | 10 January 2014 | B     | E1           | A5
        10 January 2014 |                 | P     | E1           | U6
        """,
        held="29 May 2013, 29 August 2013, 29 November 2013, 30 May 2014",
        until="30 May 2014",
        answer="""
        review           | due              | source    | answer  | days late
        29 May 2013      | 31 May 2013      | CPR 33(1) | in time |
        29 August 2013   | 29 August 2013   | CPR 33(2) | in time |
        29 November 2013 | 29 November 2013 | AAR 36(3) | in time |
        30 May 2014      | 29 May 2014      | CPR 33(2) | late    | 1
        """,
    )


def test_after_a_disruption_one_review_held_makes_the_next_the_second() -> None:
    """With only one review held in the period of care, the next is its second: three months."""
    judged(
        """
        from         | to           | began | legal status | placement
        1 May 2013   | 3 June 2013  | S     | C1           | U6
        3 June 2013  | 24 June 2013 | B     | E1           | A5
        24 June 2013 |              | P     | E1           | U6
        """,
        held="29 May 2013, 29 August 2013",
        until="29 August 2013",
        answer="""
        review         | number | due            | source    | answer
        29 May 2013    | 1      | 31 May 2013    | CPR 33(1) | in time
        29 August 2013 | 2      | 29 August 2013 | CPR 33(2) | in time
        """,
    )


def test_after_a_disruption_nobody_owes_a_day_already_past() -> None:
    """Should the ordinary day have passed while the child was placed, the review is due the day the placement ends."""
    care = """
        from            | to              | began | legal status | placement
        1 May 2013      | 3 February 2014 | S     | C1           | U6
        3 February 2014 | 2 March 2014    | B     | E1           | A5
        2 March 2014    |                 | P     | E1           | U6
        """
    judged(
        care,
        held="29 May 2013, 29 August 2013, 7 March 2014",
        until="7 March 2014",
        answer="""
        review         | due            | source    | answer  | days late
        29 May 2013    | 31 May 2013    | CPR 33(1) | in time |
        29 August 2013 | 29 August 2013 | CPR 33(2) | in time |
        7 March 2014   | 2 March 2014   | CPR 33(2) | late    | 5
        """,
    )
    (period,) = periods(care)
    held = review_days("29 May 2013, 29 August 2013")
    asked(
        "Why 2 March 2014?",
        explain(next_review_due(period, held, told=ALWAYS, on=day("2 March 2014"))).partition("). ")[2],
        answer="Counted from 29 August 2013, which itself is not counted, the last day is 28 February 2014. That month "
        "has no such day, so its last day is taken. That day had passed when the placement for adoption ended, so the "
        "review is due on the day it ended, 2 March 2014.",
    )


def test_with_no_review_held_a_disruption_brings_back_the_first_limit() -> None:
    """With no review held yet, a disruption brings back the limit of the first one."""
    judged(
        """
        from        | to          | began | legal status | placement
        1 May 2013  | 7 May 2013  | S     | E1           | U6
        7 May 2013  | 20 May 2013 | P     | E1           | A5
        20 May 2013 |             | P     | E1           | U6
        """,
        held="3 June 2013",
        until="3 June 2013",
        answer="""
        review      | number | due         | source    | answer | days late
        3 June 2013 | 1      | 31 May 2013 | CPR 33(1) | late   | 3
        """,
    )


def test_authority_brings_the_next_review_forward_to_three_months() -> None:
    """Authority to place brings the next review forward to three months after it; later ones are every six months."""
    judged(
        """
        from           | to             | began | legal status | placement
        1 May 2013     | 1 October 2013 | S     | C1           | U6
        1 October 2013 |                | L     | E1           | U6
        """,
        held="29 May 2013, 29 August 2013, 2 January 2014, 2 July 2014",
        until="2 July 2014",
        answer="""
        review         | number | due            | source    | answer  | days late
        29 May 2013    | 1      | 31 May 2013    | CPR 33(1) | in time |
        29 August 2013 | 2      | 29 August 2013 | CPR 33(2) | in time |
        2 January 2014 | 3      | 1 January 2014 | AAR 36(1) | late    | 1
        2 July 2014    | 4      | 2 July 2014    | CPR 33(2) | in time |
        """,
    )


def test_authority_never_puts_a_review_off() -> None:
    """Authority never puts off a review that is due sooner, nor one that is overdue."""
    judged(
        """
        from            | to              | began | legal status | placement
        1 May 2013      | 2 December 2013 | S     | C1           | U6
        2 December 2013 |                 | L     | E1           | U6
        """,
        held="29 May 2013, 29 August 2013, 3 March 2014",
        until="3 March 2014",
        answer="""
        review         | due              | source    | answer  | days late
        29 May 2013    | 31 May 2013      | CPR 33(1) | in time |
        29 August 2013 | 29 August 2013   | CPR 33(2) | in time |
        3 March 2014   | 28 February 2014 | CPR 33(2) | late    | 3
        """,
    )


def test_authority_from_the_first_day_adds_nothing() -> None:
    """Authority the child already had on the first day adds nothing."""
    judged(
        """
        from       | to | began | legal status | placement
        1 May 2013 |    | S     | E1           | U6
        """,
        held="31 May 2013, 30 August 2013, 28 February 2014",
        until="28 February 2014",
        answer="""
        review           | due              | source    | answer
        31 May 2013      | 31 May 2013      | CPR 33(1) | in time
        30 August 2013   | 31 August 2013   | CPR 33(2) | in time
        28 February 2014 | 28 February 2014 | CPR 33(2) | in time
        """,
    )


def test_every_adoptive_placement_and_every_authority_counts() -> None:
    """Every kind of adoptive placement (A3 to A6) counts, and either order that gives authority (E1, D1)."""
    for placement in ("A3", "A4", "A5", "A6"):
        judged(
            f"""
            from        | to          | began | legal status | placement
            1 May 2013  | 3 June 2013 | S     | C1           | U6
            3 June 2013 |             | B     | C1           | {placement}
            """,
            held="29 May 2013, 1 July 2013",
            until="1 July 2013",
            answer="""
            review      | due         | source    | answer
            29 May 2013 | 31 May 2013 | CPR 33(1) | in time
            1 July 2013 | 1 July 2013 | AAR 36(3) | in time
            """,
        )
    for status in ("E1", "D1"):
        judged(
            f"""
            from           | to             | began | legal status
            1 May 2013     | 1 October 2013 | S     | C1
            1 October 2013 |                | L     | {status}
            """,
            held="29 May 2013, 29 August 2013, 2 January 2014",
            until="2 January 2014",
            answer="""
            review         | due            | source    | answer
            29 May 2013    | 31 May 2013    | CPR 33(1) | in time
            29 August 2013 | 29 August 2013 | CPR 33(2) | in time
            2 January 2014 | 1 January 2014 | AAR 36(1) | late
            """,
        )


def test_a_review_due_on_the_very_day_of_placement_is_not_overdue_yet() -> None:
    """A review due on the very day of placement is not overdue yet: the new series takes over."""
    judged(
        """
        from             | to               | began | legal status | placement
        1 May 2013       | 28 February 2014 | S     | C1           | U6
        28 February 2014 |                  | B     | E1           | A5
        """,
        held="29 May 2013, 29 August 2013, 28 March 2014",
        until="28 March 2014",
        answer="""
        review         | due            | source    | answer
        29 May 2013    | 31 May 2013    | CPR 33(1) | in time
        29 August 2013 | 29 August 2013 | CPR 33(2) | in time
        28 March 2014  | 28 March 2014  | AAR 36(3) | in time
        """,
    )


def test_authority_and_the_ordinary_series_may_set_the_same_day() -> None:
    """Where authority and the ordinary series set the same day, the ordinary series is named."""
    judged(
        """
        from             | to               | began | legal status
        1 May 2013       | 29 November 2013 | S     | C1
        29 November 2013 |                  | L     | E1
        """,
        held="29 May 2013, 29 August 2013",
        until="28 February 2014",
        answer="""
        review         | due              | source    | answer
        29 May 2013    | 31 May 2013      | CPR 33(1) | in time
        29 August 2013 | 29 August 2013   | CPR 33(2) | in time
        not held       | 28 February 2014 | CPR 33(2) | late
        """,
    )
