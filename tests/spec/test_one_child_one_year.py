"""Were all of one child's reviews of a year in time, and did the child take part in every one?

Two figures that councils publish count children, not reviews: one review fails the child.
"""

from holdfast.rules.facts import Told, year_called, year_ends_on, year_starts_on
from holdfast.rules.reviews.measures import all_reviews_in_time
from holdfast.rules.reviews.participation import took_part_in_every_review
from holdfast.rules.reviews.timescales import judge_reviews
from tests.spec.drawn import ALWAYS, asked, day, periods, review_days, tabulated

SOURCES = ("NI 66", "C63")

YEAR = {"year_starts_on": year_starts_on(2013), "year_ends_on": year_ends_on(2013)}
CARE = """
from       | to | began
1 May 2013 |    | S
"""


def test_one_late_review_fails_the_child() -> None:
    """For a child who came on 1 May 2013, the year to 31 March 2014; one late review fails the child."""
    (period,) = periods(CARE)

    def in_time(held: str) -> str:
        judged = judge_reviews(period, review_days(held), told=ALWAYS, until=day("31 March 2014"))
        return ": ".join(all_reviews_in_time(judged, **YEAR))

    tabulated(
        """
        reviews held                                  | all in time?
        31 May 2013, 30 August 2013, 28 February 2014 | yes: all 3 reviews of the year were in time
        3 June 2013, 30 August 2013, 28 February 2014 | no: the review of 3 June 2013, due on 31 May 2013, 3 days late
        31 May 2013, 30 August 2013                   | no: a review due on 28 February 2014, 31 days late and not held
        31 May 2013, 30 August 2013, 1 April 2014     | no: a review due on 28 February 2014, 31 days late and not held
        """,
        in_time,
    )


def test_a_review_due_in_the_year_and_held_after_it_fails_the_child() -> None:
    """A review due in the year and held after its end fails the child of that year, also when looked at later."""
    (period,) = periods(CARE)
    held = review_days("31 May 2013, 30 August 2013, 1 April 2014, 1 October 2014")

    def in_time(year: str) -> str:
        judged = judge_reviews(period, held, told=ALWAYS, until=day("31 March 2015"))
        first = int(year[:4])
        return all_reviews_in_time(judged, year_starts_on=year_starts_on(first), year_ends_on=year_ends_on(first))[0]

    tabulated(
        """
        year    | all in time?
        2013-14 | no
        2014-15 | no
        2012-13 | yes
        """,
        in_time,
        caption="Reviews held on 31 May 2013, 30 August 2013, 1 April 2014 (due on 28 February) and 1 October 2014",
    )


def test_the_year_begins_on_1_april_and_ends_on_31_march() -> None:
    """The year begins on 1 April and ends on 31 March, both days in it."""
    (period,) = periods(CARE)

    rest = {"28 February 2014": "28 August 2014, 27 February 2015"}

    def in_time(third: str, year: str) -> str:
        held = f"31 May 2013, 30 August 2013, {third}, {rest.get(third, '30 September 2014, 30 March 2015')}"
        judged = judge_reviews(period, review_days(held), told=ALWAYS, until=day("31 March 2015"))
        first = int(year[:4])
        return all_reviews_in_time(judged, year_starts_on=year_starts_on(first), year_ends_on=year_ends_on(first))[0]

    tabulated(
        """
        third review     | year    | all in time?
        28 February 2014 | 2013-14 | yes
        28 February 2014 | 2014-15 | yes
        31 March 2014    | 2013-14 | no
        31 March 2014    | 2014-15 | yes
        1 April 2014     | 2013-14 | no
        1 April 2014     | 2014-15 | no
        """,
        in_time,
        caption="The third review is due on 28 February 2014; all others are in time",
    )
    (period,) = periods("from | to | began\n9 December 2013 | | S")
    judged = judge_reviews(period, review_days("31 December 2013"), told=ALWAYS, until=day("31 March 2014"))
    asked(
        "First reviewed on 31 December 2013 and not again by the end of 31 March 2014. Were all in time?",
        all_reviews_in_time(judged, **YEAR)[1],
        answer="a review due on 31 March 2014, 0 days late and not held",
    )


def test_a_review_missed_in_an_earlier_time_in_care_does_not_fail_a_later_year() -> None:
    """A review missed before a child left does not fail a later year, when the child is back."""
    missed, later = periods("from | to | began\n1 May 2012 | 30 June 2012 | S\n1 May 2013 | | S")
    held = review_days("31 May 2013, 30 August 2013, 28 February 2014")
    judged = [
        *judge_reviews(missed, (), told=ALWAYS, until=day("31 March 2014")),
        *judge_reviews(later, held, told=ALWAYS, until=day("31 March 2014")),
    ]
    asked(
        "In care in May and June 2012 and never reviewed; back on 1 May 2013 and reviewed three times in time. "
        "Were all reviews of 2013-14 in time?",
        all_reviews_in_time(judged, **YEAR)[0],
        answer="yes",
    )


def test_one_review_that_cannot_be_told_leaves_the_child_untold_unless_another_was_late() -> None:
    """One review that cannot be told leaves the child untold, unless another was late."""
    (period,) = periods("from | to | began\n1 January 2012 | | S")
    told = (Told(day("1 April 2013"), day("1 April 2014")),)

    def in_time(held: str) -> str:
        judged = judge_reviews(period, review_days(held), told=told, until=day("31 March 2014"))
        return all_reviews_in_time(judged, **YEAR)[0]

    tabulated(
        """
        reviews held                      | all in time?
        10 June 2013, 10 December 2013    | cannot be told
        10 June 2013, 11 December 2013    | no
        10 October 2013                   | no
        """,
        in_time,
        caption="A child looked after since 1 January 2012, of whom one year's return was supplied",
    )


def test_a_child_of_whom_no_review_was_due_has_none_late() -> None:
    """A child of whom no review was due or held in the year has none late, as one who came shortly before its end.

    So it is with one who left before the day, or on it; one who left after it had a review missed.
    """

    def in_time(came: str, left: str, held: str) -> str:
        (period,) = periods(f"from | to | began\n{came} | {left} | S")
        judged = judge_reviews(period, review_days(held), told=ALWAYS, until=day("31 March 2014"))
        return ": ".join(all_reviews_in_time(judged, **YEAR))

    tabulated(
        """
        came         | left        | reviewed     | all in time?
        5 March 2014 |             |              | yes: no review was due or held in the year
        5 March 2014 |             | 31 March 2014 | yes: the one review of the year was in time
        1 May 2013   | 31 May 2013 |              | yes: no review was due or held in the year
        1 May 2013   | 2 June 2013 |              | no: a review due on 31 May 2013, 1 day late and not held
        """,
        in_time,
    )


def test_what_is_missing_from_the_records_fails_only_the_years_it_reaches() -> None:
    """Where a year's return is missing, the years before it can be told all the same.

    Of a child last reviewed on 1 February 2014, the next was not due before 1 August; whatever came later, 2013-14 is
    told. In 2014-15, of which nothing is known, it cannot be; and in 2015-16 a review was due whatever came before.
    """
    (period,) = periods(CARE)
    told = (Told(day("1 April 2013"), day("1 April 2014")), Told(day("1 April 2015"), day("1 April 2016")))

    def in_time(held: str, year: str) -> str:
        first = year_called(year)
        reviews = review_days(f"31 May 2013, 30 August 2013, 1 February 2014, {held}".strip(" ,"))
        judged = judge_reviews(period, reviews, told=told, until=day("31 March 2016"))
        return ": ".join(
            all_reviews_in_time(judged, year_starts_on=year_starts_on(first), year_ends_on=year_ends_on(first))
        )

    unknown = "there may have been reviews before it that the records do not reach"
    tabulated(
        f"""
        then         | year    | all in time?
                     | 2013-14 | yes: all 3 reviews of the year were in time
                     | 2014-15 | cannot be told: whether a review is overdue: cannot be told: {unknown}
                     | 2015-16 | no: a review at least 183 days late whatever came before and not held
        1 June 2015  | 2013-14 | yes: all 3 reviews of the year were in time
        1 June 2015  | 2014-15 | cannot be told: the review held on 1 June 2015: cannot be told: {unknown}
        1 June 2015  | 2015-16 | no: a review due on 1 December 2015, 121 days late and not held
        2 October 2015 | 2013-14 | yes: all 3 reviews of the year were in time
        2 October 2015 | 2014-15 | cannot be told: the review held on 2 October 2015: cannot be told: {unknown}
        2 October 2015 | 2015-16 | no: the review of 2 October 2015, at least 2 days late whatever came before
        """,
        in_time,
        caption="In care since 1 May 2013, reviewed on 31 May, 30 August and 1 February 2014; no return for 2014-15",
    )


def test_a_review_owed_before_the_child_left_fails_no_year_after_it() -> None:
    """A review owed when the child left fails the year they left in, and none after it, whenever it had been due."""
    missed, later = periods("from | to | began\n1 May 2011 | 10 October 2013 | P\n1 May 2014 | | S")
    told = (Told(day("1 April 2013"), day("1 April 2015")),)
    judged = [
        *judge_reviews(missed, (), told=told, until=day("31 March 2015")),
        *judge_reviews(
            later, review_days("30 May 2014, 29 August 2014, 27 February 2015"), told=told, until=day("31 March 2015")
        ),
    ]

    def in_time(year: str) -> str:
        first = year_called(year)
        return all_reviews_in_time(judged, year_starts_on=year_starts_on(first), year_ends_on=year_ends_on(first))[0]

    tabulated(
        """
        year    | all in time?
        2013-14 | no
        2014-15 | yes
        """,
        in_time,
        caption="In care until 10 October 2013, not reviewed from 1 April on; back on 1 May 2014, reviewed in time",
    )


def test_a_child_took_part_in_every_review_unless_one_was_pn7() -> None:
    """A child took part in every review unless one was PN7. PN0 does not count, and an unknown code cannot be told."""
    tabulated(
        """
        codes of the year | took part in every one?
        PN1 PN6           | yes
        PN1 PN4           | yes
        PN1 PN7           | no
        PN0 PN1           | yes
        PN1 ?             | cannot be told
        PN7 ?             | no
        PN0 PN0           |
        """,
        lambda codes: took_part_in_every_review(codes.split()),
        caption="An empty answer: the child is not counted",
    )


def test_a_council_may_hold_that_silence_is_no_part() -> None:
    """A council may hold that coming and saying nothing (PN4) is no part."""
    tabulated(
        """
        codes of the year | took part in every one?
        PN1 PN6           | yes
        PN1 PN4           | no
        """,
        lambda codes: took_part_in_every_review(codes.split(), silent_attendance_fails=True),
    )
