"""When can it not be told whether a review was in time?

A year's return holds the reviews of that year only. What came before the first year supplied is not known, and a review
whose day depends on it is neither in time nor late: it cannot be told. It is counted apart and never silently in time.
"""

from holdfast.rules.facts import Told
from holdfast.rules.reviews.timescales import next_review_due
from tests.spec.drawn import asked, day, in_words, judged, periods, review_days

SOURCES = ("CPR 33(1)", "CPR 33(2)", "CPR 48", "AAR 36(3)")

TOLD = "1 April 2013 to 31 March 2015"
LONG_IN_CARE = """
from           | to | began
1 January 2012 |    | S
"""


def test_the_first_review_in_the_records_may_not_be_the_first() -> None:
    """The first review in the records may have had others before it: neither its number nor its day can be told."""
    judged(
        LONG_IN_CARE,
        held="10 June 2013",
        told=TOLD,
        until="10 June 2013",
        answer="""
        review       | number | due | answer
        10 June 2013 | ?      | ?   | cannot be told
        """,
    )


def test_the_review_after_it_can_be_told_for_a_child_long_in_care() -> None:
    """The review after it can be told. A child so long in care is in the six-monthly series.

    So long means that by law two reviews were due before the first one known: its day is later than three months after
    the limit of the first review.
    """
    judged(
        LONG_IN_CARE,
        held="10 June 2013, 10 December 2013, 11 June 2014",
        told=TOLD,
        until="11 June 2014",
        answer="""
        review           | number | due              | source    | answer         | days late
        10 June 2013     | ?      | ?                | CPR 33(2) | cannot be told |
        10 December 2013 | ?      | 10 December 2013 | CPR 33(2) | in time        |
        11 June 2014     | ?      | 10 June 2014     | CPR 33(2) | late           | 1
        """,
    )


def test_a_review_can_be_late_whatever_came_before() -> None:
    """A review is late whatever came before, when it is more than six months after the records begin.

    The latest review there can have been was on the day before they do. The days late are the fewest there can be.
    """
    judged(
        LONG_IN_CARE,
        held="1 October 2013",
        told=TOLD,
        until="1 October 2013",
        answer="""
        review         | number | due | answer | days late
        1 October 2013 | ?      | ?   | late   | 1
        """,
    )
    judged(
        LONG_IN_CARE,
        held="",
        told=TOLD,
        until="30 September 2013",
        answer="""
        review   | number | due | answer | days late
        not held | ?      | ?   | late   | 0
        """,
    )
    judged(
        """
        from           | to                | began
        1 January 2012 | 30 September 2013 | S
        """,
        held="",
        told=TOLD,
        until="10 October 2013",
        answer="review | number | due | answer | days late",
    )
    judged(
        LONG_IN_CARE,
        held="",
        told=TOLD,
        until="10 October 2013",
        answer="""
        review   | number | due | answer | days late
        not held | ?      | ?   | late   | 10
        """,
    )


def test_the_second_in_the_records_may_have_had_three_months_or_six() -> None:
    """For a child who came shortly before the records begin, the limit may have been three months or six.

    Within three it was in time, after six it was late, and between the two it cannot be told.
    """
    for held, answer in (
        ("9 July 2013", "in time        |"),
        ("11 July 2013", "cannot be told |"),
        ("11 October 2013", "late           | 1"),
    ):
        judged(
            """
            from         | to | began
            1 March 2013 |    | S
            """,
            held=f"10 April 2013, {held}",
            told=TOLD,
            until=held,
            answer=f"""
            review        | number | due | answer         | days late
            10 April 2013 | ?      | ?   | cannot be told |
            {held}        | ?      | ?   | {answer}
            """,
        )


def test_a_start_that_is_not_known_is_like_records_that_begin_later() -> None:
    """When the first known episode goes on from one that was not supplied, there may have been reviews before it."""
    judged(
        """
        from         | to | began
        1 April 2012 |    | P
        """,
        held="10 June 2013, 10 December 2013",
        told="1 April 2012 to 31 March 2015",
        until="10 December 2013",
        answer="""
        review           | number | due              | answer  | days late
        10 June 2013     | ?      | ?                | late    | 253
        10 December 2013 | ?      | 10 December 2013 | in time |
        """,
    )


def test_a_year_missing_between_two_leaves_a_gap() -> None:
    """A year missing between two leaves a gap; reviews known before it still show that the series is six-monthly."""
    judged(
        """
        from       | to | began
        1 May 2011 |    | S
        """,
        held="31 May 2011, 31 August 2011, 28 February 2012, 1 July 2013, 31 December 2013",
        told="1 April 2011 to 31 March 2012, 1 April 2013 to 31 March 2014",
        until="1 January 2014",
        answer="""
        review           | number | due              | answer         | days late
        31 May 2011      | 1      | 31 May 2011      | in time        |
        31 August 2011   | 2      | 31 August 2011   | in time        |
        28 February 2012 | 3      | 29 February 2012 | in time        |
        1 July 2013      | ?      | ?                | cannot be told |
        31 December 2013 | ?      | 1 January 2014   | in time        |
        """,
    )


def test_a_child_placed_for_adoption_meanwhile_is_known_again_after_one_review() -> None:
    """A child placed for adoption has four weeks, unless the review before was overdue already, which cannot be told.

    After four weeks it is late either way, and the series of the placement can be told from then on.
    """
    care = """
        from         | to           | began | legal status | placement
        1 May 2011   | 1 May 2013   | S     | C1           | U6
        1 May 2013   |              | B     | E1           | A5
        """
    judged(
        care,
        held="29 May 2013, 30 August 2013",
        told=TOLD,
        until="30 August 2013",
        answer="""
        review         | due            | source    | answer         | days late
        29 May 2013    | ?              | AAR 36(3) | cannot be told |
        30 August 2013 | 29 August 2013 | AAR 36(3) | late           | 1
        """,
    )
    judged(
        care,
        held="3 June 2013",
        told=TOLD,
        until="3 June 2013",
        answer="""
        review      | due | source    | answer | days late
        3 June 2013 | ?   | AAR 36(3) | late   | 5
        """,
    )


def test_records_that_begin_on_the_day_the_child_came_leave_nothing_out() -> None:
    """Records that begin on the day the child came leave nothing out; a day later they may."""
    for came, number, due, answer in (
        ("1 April 2013", "1", "29 April 2013", "late           | 2"),
        ("31 March 2013", "?", "?", "cannot be told |"),
    ):
        judged(
            f"""
            from   | to | began
            {came} |    | S
            """,
            held="1 May 2013",
            told=TOLD,
            until="1 May 2013",
            answer=f"""
            review     | number   | due   | answer | days late
            1 May 2013 | {number} | {due} | {answer}
            """,
        )


def test_a_review_can_be_in_time_whatever_came_before() -> None:
    """A review is in time whatever came before, when it is in time though nothing did: a review never hastens the next.

    A first review by the limit of the first is in time; were it the second, it would be so the more.
    """
    judged(
        """
        from         | to | began
        1 March 2013 |    | S
        """,
        held="2 April 2013",
        told=TOLD,
        until="2 April 2013",
        answer="""
        review       | number | due | answer
        2 April 2013 | ?      | ?   | in time
        """,
    )
    judged(
        """
        from         | to | began
        1 March 2013 |    | S
        """,
        held="3 April 2013",
        told=TOLD,
        until="3 April 2013",
        answer="""
        review       | number | due | answer
        3 April 2013 | ?      | ?   | cannot be told
        """,
    )
    judged(
        """
        from         | to           | began | legal status | placement
        1 March 2013 | 2 April 2013 | S     | C1           | U6
        2 April 2013 |              | B     | E1           | A5
        """,
        held="30 April 2013, 1 August 2013",
        told=TOLD,
        until="1 August 2013",
        answer="""
        review        | number | due           | source    | answer  | days late
        30 April 2013 | ?      | 30 April 2013 | AAR 36(3) | in time |
        1 August 2013 | ?      | 30 July 2013  | AAR 36(3) | late    | 2
        """,
    )


def test_records_that_end_sooner_leave_the_rest_open() -> None:
    """After the day the records end, whether a review has been held is not known."""
    judged(
        """
        from         | to | began
        1 April 2013 |    | S
        """,
        held="29 April 2013, 29 July 2013, 29 January 2014",
        told="1 April 2013 to 31 March 2014",
        until="30 September 2014",
        answer="""
        review          | number | due             | answer         | days late
        29 April 2013   | 1      | 29 April 2013   | in time        |
        29 July 2013    | 2      | 29 July 2013    | in time        |
        29 January 2014 | 3      | 29 January 2014 | in time        |
        not held        | ?      | ?               | cannot be told |
        """,
    )


def test_authority_to_place_bounds_what_is_not_known() -> None:
    """Authority to place sets the last day there can be, but the ordinary review may have been due before it."""
    for held, answer in (("1 July 2013", "cannot be told |"), ("2 August 2013", "late | 1")):
        judged(
            """
            from           | to         | began | legal status
            1 January 2012 | 1 May 2013 | S     | C2
            1 May 2013     |            | L     | E1
            """,
            held=held,
            told=TOLD,
            until=held,
            answer=f"""
            review | due | answer | days late
            {held} | ?   | {answer}
            """,
        )


def test_a_placement_for_adoption_before_the_records_begin_still_sets_the_series() -> None:
    """A placement for adoption before the records begin still sets the series that the next review is in."""
    judged(
        """
        from            | to              | began | legal status | placement
        1 May 2012      | 1 February 2013 | S     | C1           | U6
        1 February 2013 |                 | B     | E1           | A5
        """,
        held="10 June 2013, 10 December 2013",
        told=TOLD,
        until="10 December 2013",
        answer="""
        review           | due              | source    | answer
        10 June 2013     | ?                | AAR 36(3) | cannot be told
        10 December 2013 | 10 December 2013 | AAR 36(3) | in time
        """,
    )


def test_an_overdue_review_may_depend_on_what_is_missing() -> None:
    """While the child is in care, whether a review is overdue can depend on what is missing, and is then said."""
    judged(
        LONG_IN_CARE,
        held="",
        told=TOLD,
        until="31 May 2013",
        answer="""
        review   | number | due | answer         | days late
        not held | ?      | ?   | cannot be told |
        """,
    )


def test_a_child_is_long_in_care_after_the_limits_of_two_reviews() -> None:
    """The limits of two reviews must be over: on the last day of the second one the child is not long in care yet."""
    for held, number, due in (("29 April 2013", "?", "?"), ("30 April 2013", "?", "30 October 2013")):
        judged(
            """
            from           | to | began
            1 January 2013 |    | S
            """,
            held=f"{held}, 30 September 2013",
            told=TOLD,
            until="30 September 2013",
            answer=f"""
            review            | number   | due   | answer
            {held}            | ?        | ?     | cannot be told
            30 September 2013 | {number} | {due} | {"cannot be told" if due == "?" else "in time"}
            """,
        )


def test_the_answer_says_what_it_is_that_is_not_known() -> None:
    """The answer says what it is that is not known, and between which days the review is due."""

    def asked_of(care: str, held: str) -> str:
        (period,) = periods(care)
        told = (Told(day("1 April 2013"), day("1 April 2015")),)
        due = next_review_due(period, review_days(held), told=told, on=day("31 May 2013"))
        earliest, latest = map(in_words, due.bounds())
        return f"{due.rule}, {earliest} to {latest}: {due.because}"

    asked(
        "Came on 1 March 2013; reviewed on 10 April 2013; the records begin on 1 April.",
        asked_of("from | to | began\n1 March 2013 | | S", "10 April 2013"),
        answer="CPR 33(2), 10 July 2013 to 10 October 2013: cannot be told whether the review before was the first of "
        "its series (then 3 months) or a later one (then 6)",
    )
    asked(
        "Came on 1 March 2013; not reviewed since the records begin.",
        asked_of("from | to | began\n1 March 2013 | | S", ""),
        answer="CPR 33(2), 2 April 2013 to 30 September 2013: cannot be told: there may have been reviews before "
        "it that the records do not reach",
    )
    asked(
        "In short breaks since 1 January 2013; not reviewed since the records begin.",
        asked_of("from | to | began | legal status\n1 January 2013 | | S | V4", ""),
        answer="CPR 48, 1 April 2013 to 30 September 2013: cannot be told: there may have been reviews before "
        "it that the records do not reach",
    )
    asked(
        "Came on 1 March 2013; placed for adoption on 1 May; not reviewed since the records begin.",
        asked_of(
            "from | to | began | placement\n1 March 2013 | 1 May 2013 | S | U6\n1 May 2013 | | B | A5",
            "",
        ),
        answer="AAR 36(3), 2 April 2013 to 29 May 2013: cannot be told whether the old due day had passed before the "
        "child's series of reviews changed",
    )


def test_after_short_breaks_the_first_review_can_be_late_whatever_came_before() -> None:
    """A child who leaves short breaks for care has 20 working days, whatever reviews of the breaks are not known."""
    for held, answer in (("9 May 2013", "cannot be told |"), ("10 May 2013", "late | 1")):
        judged(
            """
            from           | to            | began | legal status
            1 January 2012 | 10 April 2013 | S     | V4
            10 April 2013  |               | L     | V2
            """,
            held=held,
            told=TOLD,
            until=held,
            answer=f"""
            review | due | answer | days late
            {held} | ?   | {answer}
            """,
        )
