"""What do single codes, dates and names of years mean?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.returns import codes
from holdfast.returns.dates import read_day
from holdfast.returns.years import year_named


def test_every_code_has_a_meaning_and_a_group() -> None:
    for kind in codes.kinds():
        for code in codes.codes(kind):
            assert codes.meaning(kind, code.code)
            assert codes.group(kind, code.code) in codes.groups(kind)


def test_a_code_on_no_list_is_said_to_be_so() -> None:
    assert codes.meaning("placement", "QQ") == "Not a known code (QQ)"
    assert codes.group("placement", "QQ") == "Not known"


@pytest.mark.parametrize(
    ("code", "kind", "last_without", "first_with"),
    [("K3", "placement", 2023, 2024), ("Z11", "placement", 2024, 2025), ("M", "sex", 2023, 2024)],
)
def test_a_new_code_is_in_force_from_its_first_year(code: str, kind: str, last_without: int, first_with: int) -> None:
    assert not codes.in_force(kind, code, last_without)
    assert codes.in_force(kind, code, first_with)


@pytest.mark.parametrize(
    ("code", "kind", "last"), [("H5", "placement", 2023), ("Z1", "placement", 2024), ("1", "sex", 2023)]
)
def test_an_old_code_is_in_force_to_its_last_year(code: str, kind: str, last: int) -> None:
    assert codes.in_force(kind, code, last)
    assert not codes.in_force(kind, code, last + 1)


@pytest.mark.parametrize(("old", "new"), [("1", "M"), ("2", "F")])
def test_sex_is_told_in_the_code_of_any_year(old: str, new: str) -> None:
    assert codes.sex_in(2024, old) == codes.sex_in(2024, new) == new
    assert codes.sex_in(2023, old) == codes.sex_in(2023, new) == old


def test_where_chinese_children_count_is_a_setting() -> None:
    assert codes.group("ethnicity", "CHNE") == "Asian"
    assert codes.group("ethnicity", "CHNE", chinese_is_asian=False) == "Other"


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d-%b-%Y", "%d.%m.%Y"])
)
def test_a_day_written_in_any_of_these_ways_reads_back(day: date, way: str) -> None:
    assert read_day(day.strftime(way)).day == day


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_a_year_of_two_digits_lies_between_1970_and_2069(day: date) -> None:
    assert read_day(f"{day:%d/%m/%y}").day == day


@given(st.integers(10_000, 73_049))
def test_a_spreadsheets_day_number_reads_as_its_day(number: int) -> None:
    assert read_day(str(number)).day == date(1899, 12, 30) + timedelta(days=number)


@pytest.mark.parametrize(
    "text", ["31/04/2014", "29/02/2013", "00/01/2013", "01/13/2013", "1/1/1", "01/01/2214", "x", "5"]
)
def test_what_is_no_day_reads_as_none(text: str) -> None:
    assert read_day(text).day is None


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2013-14/episodes.csv", 2013),
        ("2013-2014/episodes.csv", 2013),
        ("2013/14/episodes.csv", 2013),
        ("older/SSDA903_201314_Episodes.csv", 2013),
        ("2012-13/2013-14 Episodes.csv", 2013),
        ("1999-00 x/2009_10/episodes.csv", 2009),
    ],
)
def test_a_name_says_its_year_nearest_the_file_first(name: str, year: int) -> None:
    assert year_named(name) == year


@pytest.mark.parametrize(
    "name", ["a.csv", "extract 10-11-2014.csv", "2014-03-31.csv", "2013-15/a.csv", "2013-14 and 2014-15.csv"]
)
def test_a_name_that_says_no_one_year_says_none(name: str) -> None:
    assert year_named(name) is None
