"""When is a child reviewed who has a series of short breaks?

Legal statuses V3 and V4: within three months of the first break, then every six months. A child who then becomes looked
after otherwise has the ordinary series from that day, the first review within 20 working days.
"""

from tests.spec.drawn import judged

SOURCES = ("CPR 48", "CPR 33(1)", "CPR 33(2)")


def test_three_months_after_the_first_break_then_every_six() -> None:
    """Three months after the first break, then every six months."""
    judged(
        """
        from       | to | began | legal status
        1 May 2013 |    | S     | V4
        """,
        held="1 August 2013, 3 February 2014",
        until="3 February 2014",
        answer="""
        review          | number | due             | source | answer  | days late
        1 August 2013   | 1      | 1 August 2013   | CPR 48 | in time |
        3 February 2014 | 2      | 1 February 2014 | CPR 48 | late    | 2
        """,
    )


def test_becoming_looked_after_otherwise_starts_the_ordinary_series() -> None:
    """A child who becomes looked after otherwise is reviewed within 20 working days of that, then as any other.

    The reviews go on being numbered within the period of care; the limits begin again.
    """
    judged(
        """
        from           | to             | began | legal status
        1 May 2013     | 1 October 2013 | S     | V4
        1 October 2013 |                | L     | V2
        """,
        held="1 August 2013, 29 October 2013, 29 January 2014, 29 July 2014",
        until="29 July 2014",
        answer="""
        review          | number | due             | source    | answer
        1 August 2013   | 1      | 1 August 2013   | CPR 48    | in time
        29 October 2013 | 2      | 29 October 2013 | CPR 33(1) | in time
        29 January 2014 | 3      | 29 January 2014 | CPR 33(2) | in time
        29 July 2014    | 4      | 29 July 2014    | CPR 33(2) | in time
        """,
    )


def test_a_short_break_review_already_overdue_stays_overdue() -> None:
    """A review of the short breaks that is already overdue that day stays overdue."""
    judged(
        """
        from           | to             | began | legal status
        1 May 2013     | 1 October 2013 | S     | V3
        1 October 2013 |                | L     | V2
        """,
        held="29 October 2013",
        until="29 October 2013",
        answer="""
        review          | number | due           | source | answer | days late
        29 October 2013 | 1      | 1 August 2013 | CPR 48 | late   | 89
        """,
    )
