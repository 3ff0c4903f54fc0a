"""Does the calendar hold for every day, and agree with one made by others?"""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.rules.bank_holidays import bank_holidays
from holdfast.rules.calendar import (
    holidays_between,
    is_working_day,
    months_after,
    skipped_days,
    working_days_after,
    working_days_before,
    working_days_between,
)
from tests.properties.lives import days

few = st.integers(1, 60)


def test_every_bank_holiday_on_a_weekday_is_the_one_the_holidays_package_knows() -> None:
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(1990, 2061))
    ours = {day for year in range(1990, 2061) for day in bank_holidays(year)}
    assert {day for day in ours if day.weekday() < 5} == {day for day in theirs if day.weekday() < 5}


@given(days, few)
def test_the_nth_working_day_after_is_a_working_day_and_n_of_them_have_passed(day: date, n: int) -> None:
    after = working_days_after(day, n)
    assert is_working_day(after)
    assert working_days_between(day, after) == n


@given(days, few)
def test_counting_back_from_a_working_day_undoes_counting_on(day: date, n: int) -> None:
    start = working_days_after(day, 1)
    assert working_days_before(working_days_after(start, n), n) == start


@given(days, few)
def test_working_days_counted_day_by_day_come_to_the_same(day: date, n: int) -> None:
    last = working_days_after(day, n)
    one_by_one = [day + timedelta(days=i) for i in range(1, (last - day).days + 1)]
    assert sum(map(is_working_day, one_by_one)) == n
    skipped = [passed for passed in one_by_one if passed.weekday() < 5 and not is_working_day(passed)]
    assert [each.on for each in skipped_days(day, n)] == skipped


@given(days, st.integers(0, 400))
def test_the_bank_holidays_between_two_days_are_those_met_on_the_way(first: date, span: int) -> None:
    on_the_way = [first + timedelta(days=i) for i in range(1, span + 1)]
    met = [day for day in on_the_way if day.weekday() < 5 and not is_working_day(day)]
    assert [each.on for each in holidays_between(first, first + timedelta(days=span))] == met


@given(days, st.integers(-400, 400))
def test_working_days_between_two_days_are_as_many_backwards_and_then_negative(first: date, span: int) -> None:
    last = first + timedelta(days=span)
    assert working_days_between(first, last) == -working_days_between(last, first)
    assert (working_days_between(first, last) < 0) <= (span < 0)


@pytest.mark.parametrize("edge", [date(1950, 1, 1), date(2100, 12, 31)], ids=["first year", "last year"])
def test_at_the_edges_of_the_table_the_days_are_counted_as_anywhere(edge: date) -> None:
    for start in (edge + timedelta(days=i) for i in range(-40, 41)):
        for n in (1, 2, 20):
            walked = [start + timedelta(days=i) for i in range(1, 60)]
            assert working_days_after(start, n) == [day for day in walked if is_working_day(day)][n - 1]
            back = [start - timedelta(days=i) for i in range(1, 60)]
            assert working_days_before(start, n) == [day for day in back if is_working_day(day)][n - 1]
        assert working_days_between(start, walked[-1]) == sum(map(is_working_day, walked))


@given(st.sampled_from([date(1899, 12, 20), date(1949, 12, 20), date(2100, 12, 20), date(2200, 12, 20)]), few)
def test_days_outside_the_table_are_counted_in_the_same_way(day: date, n: int) -> None:
    after = working_days_after(day, n)
    assert working_days_between(day, after) == n
    assert working_days_before(after + timedelta(days=1), 1) == after


@given(days, st.integers(0, 60))
def test_months_after_is_the_same_day_or_the_last_of_a_shorter_month(day: date, n: int) -> None:
    after = months_after(day, n)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == n
    assert after.day == day.day or (after.day < day.day and (after + timedelta(days=1)).day == 1)


@given(days, st.integers(1, 12))
def test_a_later_day_never_has_an_earlier_day_months_after(day: date, n: int) -> None:
    assert months_after(day, n) <= months_after(day + timedelta(days=1), n)


@given(st.dates(date(1950, 1, 1), date(2040, 1, 1)), st.integers(0, 24))
def test_months_are_the_same_twenty_eight_years_on(day: date, n: int) -> None:
    assert months_after(months_after(day, 28 * 12), n) == months_after(months_after(day, n), 28 * 12)


@pytest.mark.parametrize("count", [working_days_after, working_days_before], ids=["after", "before"])
def test_a_negative_number_of_working_days_is_refused(count: object) -> None:
    with pytest.raises(ValueError, match="expected 0 or more"):
        count(date(2013, 5, 1), -1)


@pytest.mark.parametrize("count", [working_days_after, working_days_before], ids=["after", "before"])
def test_no_working_days_are_the_day_itself(count: object) -> None:
    assert count(date(2013, 5, 4), 0) == date(2013, 5, 4)


def test_the_last_days_there_are_do_not_break_the_calendar() -> None:
    assert months_after(date(9999, 12, 1), 6) == date.max
    assert working_days_after(date(9999, 12, 30), 20) == date.max
    assert working_days_before(date(1, 1, 2), 20) == date.min
