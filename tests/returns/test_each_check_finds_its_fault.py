"""Does each check find the fault it is named for, and nothing in a return that is right?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from holdfast.returns.findings import Severity
from holdfast.returns.reading import Reading, read
from tests.returns.small_return import EPISODES, HEADER, REVIEWS, TABLES, of_check, spoiled, written

FAULTS = {
    "review date invalid": ("reviews", "28/10/2013", "31/11/2013", "166", 3),
    "code on no list": ("reviews", "PN6", "PN9", "167 code invalid", 3),
    "date without a code": ("reviews", "PN6", "", "167 code invalid", 3),
    "code without a date": ("reviews", "28/10/2013", "", "167 code without", 3),
    "too old for PN0": ("reviews", "PN6", "PN0", "440", 3),
    "too young for PN1": ("reviews", "PN0", "PN1", "441", 4),
    "review only in short breaks": ("episodes", "S,C1", "S,V4", "399", 4),
    "review before birth": ("reviews", "28/10/2013", "28/10/2003", "review before birth", 3),
    "review in another year": ("reviews", "28/10/2013", "28/10/2014", "outside the return's year", 3),
    "review before care": ("reviews", "28/06/2013", "28/05/2013", "outside any period", 4),
    "review after care": ("reviews", "28/06/2013", "13/02/2014", "outside any period", 4),
    "episode before birth": ("header", "17/09/2011", "17/09/2013", "episode before birth", 4),
    "child without header": ("header", "102,2,", "109,2,", "child without header", 4),
    "header without episodes": ("header", "102,2,", "109,2,", "header without episodes", 3),
    "episodes overlap": ("episodes", "20/08/2013,P", "19/08/2013,P", "overlap", 3),
    "a gap": ("episodes", "20/08/2013,P", "21/08/2013,P", "gap after X1", 3),
    "an end before the start": ("episodes", "12/02/2014,E4A", "12/02/2013,E4A", "ends before it starts", 4),
    "an end without a reason": ("episodes", "12/02/2014,E4A", "12/02/2014,", "end without a reason", 4),
    "a reason without an end": ("episodes", "12/02/2014,E4A", ",E4A", "reason without an end", 4),
    "nothing after X1": ("episodes", "12/02/2014,E4A", "12/02/2014,X1", "nothing follows", 4),
    "care goes on after it ended": ("episodes", "20/08/2013,X1", "20/08/2013,E4A", "again without S", 3),
    "care starts though not ended": ("episodes", "20/08/2013,P", "20/08/2013,S", "though not ended", 3),
    "a start after the year": ("episodes", "103,01/03/2013", "103,01/04/2014", "starts after the year", 5),
    "an end after the year": ("episodes", "12/02/2014,E4A", "01/04/2014,E4A", "ends after the year", 4),
    "over before the year": ("episodes", "20/08/2013,X1", "20/08/2012,X1", "ended before the year", 2),
    "past eighteen": ("header", "30/01/1999", "30/01/1996", "past 18", 5),
    "past twenty-one": ("header", "30/01/1999", "30/01/1990", "past 21", 5),
    "another birth in the reviews": ("reviews", "17/09/2011", "18/09/2011", "Reviews gives another", 4),
    "two reviews on a day": ("reviews", "28/10/2013", "02/05/2013", "two reviews on a day", 3),
    "no legal status": ("episodes", "S,C1", "S,", "LS: code blank", 4),
    "no ethnicity": ("header", "BAFR", "", "ETHNIC: code blank", 3),
    "a birth blank in the header": ("header", "17/09/2011", "", "birth taken from another", 3),
    "a row given twice": ("reviews", "101,05/06/2005,28/10/2013,PN6", "101,05/06/2005,02/05/2013,PN1", "twice", 3),
}


@pytest.mark.parametrize(("table", "was", "becomes", "check", "row"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_where_it_stands(
    tmp_path: Path, table: str, was: str, becomes: str, check: str, row: int
) -> None:
    assert row in [finding.row for finding in of_check(spoiled(tmp_path, table, was, becomes), check)]


def _review_on(tmp_path: Path, day: date, code: str) -> Reading:
    header = HEADER.replace("17/09/2011", "20/09/2009")
    reviews = REVIEWS.replace("17/09/2011", "20/09/2009").replace("28/06/2013,PN0", f"{day:%d/%m/%Y},{code}")
    return read(written(tmp_path, {**TABLES, "header": header, "reviews": reviews}))


@pytest.mark.parametrize("code", ["PN0", "PN1"])
@pytest.mark.parametrize("days", [-1, 0, 1], ids=["the day before", "on the birthday", "the day after"])
def test_either_code_is_accepted_on_the_fourth_birthday_itself(tmp_path: Path, code: str, days: int) -> None:
    reading = _review_on(tmp_path, date(2013, 9, 20) + timedelta(days=days), code)
    assert bool(of_check(reading, "440")) == (code == "PN0" and days == 1)
    assert bool(of_check(reading, "441")) == (code == "PN1" and days == -1)


def test_a_review_on_the_last_day_of_care_is_within_it(tmp_path: Path) -> None:
    assert not of_check(spoiled(tmp_path, "reviews", "28/06/2013", "12/02/2014"), "outside any period")


def test_a_review_on_the_eve_of_care_and_one_before_the_years_known_are_told_apart(tmp_path: Path) -> None:
    reading = spoiled(tmp_path, "reviews", "28/06/2013", "28/06/2012")
    assert of_check(reading, "outside the return's year")
    assert not of_check(reading, "outside any period")


def test_care_that_ends_twice_on_a_day_is_found(tmp_path: Path) -> None:
    twice = EPISODES + "102,10/02/2014,P,C1,N1,K2,PR1,12/02/2014,E4B,,,,\n"
    reading = read(written(tmp_path, {**TABLES, "episodes": twice}))
    assert [finding.row for finding in of_check(reading, "care ended twice")] == [6]


def test_a_header_that_changes_between_years_is_found(tmp_path: Path) -> None:
    later = {**TABLES, "header": HEADER.replace("101,1,05/06", "101,2,06/06"), "reviews": REVIEWS.split("\n")[0] + "\n"}
    reading = read(written(written(tmp_path), {**later, "episodes": EPISODES + "\n"}, year="2014-15"))
    assert [(f.file, f.row) for f in of_check(reading, "day of birth changed")] == [("2013-14/header.csv", 2)]
    assert [(f.file, f.row) for f in of_check(reading, "sex changed")] == [("2013-14/header.csv", 2)]


def test_an_open_episode_that_the_next_year_lacks_is_found_and_the_other_way_round(tmp_path: Path) -> None:
    later = {"header": HEADER + "\n", "episodes": EPISODES.replace("103,01/03/2013", "103,02/03/2013")}
    reading = read(written(written(tmp_path), later, year="2014-15"))
    assert [(f.file, f.row) for f in of_check(reading, "missing from the next year")] == [("2013-14/episodes.csv", 5)]
    assert [(f.file, f.row) for f in of_check(reading, "missing from the year before")] == [("2014-15/episodes.csv", 5)]


def test_a_file_in_the_wrong_years_folder_is_found(councils: Path, tmp_path: Path) -> None:
    for name in TABLES:
        (tmp_path / "2010-11").mkdir(exist_ok=True)
        (tmp_path / "2010-11" / f"{name}.csv").write_bytes(
            (councils / "wandsworth" / "2014-15" / f"{name}.csv").read_bytes()
        )
    files = {finding.file for finding in of_check(read(tmp_path), "file of another year")}
    assert files == {"2010-11/episodes.csv", "2010-11/reviews.csv"}


def test_a_year_without_episodes_or_reviews_is_said(tmp_path: Path) -> None:
    assert [f.severity for f in of_check(read(written(tmp_path, {"header": HEADER})), "no Episodes")] == [
        Severity.ERROR
    ]
    history = read(written(tmp_path, {"reviews": REVIEWS.split("\n")[0]})).history
    assert history is not None
    assert history.reviews_told == ()


def test_a_code_before_or_after_its_years_is_said(tmp_path: Path) -> None:
    tables = {**TABLES, "episodes": EPISODES.replace("K2", "H5")}
    assert not of_check(read(written(tmp_path / "a", tables)), "PLACE: code of another year")
    assert of_check(read(written(tmp_path / "b", tables, year="2025-26")), "PLACE: code of another year")
