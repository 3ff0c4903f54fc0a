"""Is what an analyst's folder really holds read for what it plainly is, or refused where it could be two things?"""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from holdfast.returns.findings import Severity
from holdfast.returns.reading import Reading, read
from holdfast.returns.years import year_named
from holdfast.rules.facts import History
from tests.returns.small_return import EPISODES, HEADER, REVIEWS, TABLES, of_check, rows_of, serious, text_of, written

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@pytest.fixture
def plain(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The history of the return as it should be written."""
    history = read(written(tmp_path_factory.mktemp("plain"))).history
    assert history is not None
    return history


def _with(folder: Path, **tables: str | bytes) -> Reading:
    return read(written(folder, {**TABLES, **tables}))


READ: dict[str, tuple[str, Callable[[str], str], str]] = {
    "the headings again in the middle": ("reviews", lambda text: text + text, "headings given again"),
    "a file put after another, mark and all": ("reviews", lambda text: BOM + text + BOM + text, "headings given again"),
    "a row of totals": ("episodes", lambda text: text + "Total,4,,,,,,,,,,,\n", "row of totals"),
    "a grand total under the children": ("header", lambda text: text + "Grand Total,3,,,,,\n", "row of totals"),
    "a note under the rows": (
        "episodes",
        lambda text: text + "Run by the data team on Friday,,,,,,,,,,,,\n",
        "note among",
    ),
    "ids that a spreadsheet was told are text": (
        "reviews",
        lambda text: re.sub(r"\n(10\d),", r'\n="\1",', text),
        "CHILD: written another way",
    ),
    "a date a spreadsheet was told is text": (
        "reviews",
        lambda text: text.replace("28/10/2013", '="28/10/2013"'),
        "REVIEW: written with",
    ),
    "a code with its meaning": (
        "reviews",
        lambda text: text.replace("PN6", "PN6 - views sent in writing"),
        "REVIEW_CODE: written another way",
    ),
    "a day that stands for none": (
        "episodes",
        lambda text: text.replace("K2,PR4,,", "K2,PR4,31/12/9999,"),
        "stands for none",
    ),
    "a blank a spreadsheet showed as a day": (
        "episodes",
        lambda text: text.replace("K2,PR4,,", "K2,PR4,00/01/1900,"),
        "stands for none",
    ),
    "headings in words": (
        "reviews",
        lambda text: text.replace("DOB,REVIEW,", "Date of birth,Review date,"),
        "columns written",
    ),
    "a note of two lines in a column nobody reads": (
        "header",
        lambda text: text.replace("A1", '"A1\nsee the note"'),
        "",
    ),
}


@pytest.mark.parametrize(("table", "mess", "check"), READ.values(), ids=READ)
def test_it_is_read_for_what_it_plainly_is_and_said(
    tmp_path: Path, plain: History, table: str, mess: Callable[[str], str], check: str
) -> None:
    reading = _with(tmp_path, **{table: mess(TABLES[table])})
    assert reading.history == plain
    assert serious(reading) == []
    assert not check or of_check(reading, check)


def test_headings_again_in_another_order_are_refused(tmp_path: Path) -> None:
    other = text_of([row[::-1] for row in rows_of(REVIEWS)])
    assert _with(tmp_path, reviews=REVIEWS + other).refused


def test_a_cell_of_two_lines_that_could_hold_a_row_is_refused(tmp_path: Path) -> None:
    reading = _with(tmp_path, header=HEADER.replace("A1,,\n102", 'A1,,"\n102').replace("A2,,", 'A2,",'))
    assert reading.refused
    assert "quotation mark" in reading.findings.of(Severity.REFUSED).groups[0].write(0).found


@pytest.mark.parametrize(
    ("written_as", "miles"),
    [
        ("12.3", 12.3), ("12.3 miles", 12.3), ("12mi", 12.0), (".5", 0.5), ("5e-05", 0.00005), ("999.9", 999.9),
        ("", None), ("-5", None), ("1;2", None), ("12,3", None), ("1_2", None), ("20+", None), ("5 km", None),
        ("9999", None), ("1e3", None), ("inf", None), ("nan", None), (".", None), ("\N{FULLWIDTH DIGIT ONE}", None),
    ],
)  # fmt: skip
def test_a_distance_is_the_miles_it_says_or_not_known(tmp_path: Path, written_as: str, miles: float | None) -> None:
    rows = rows_of(EPISODES)
    wide = [[*rows[0], "PL_DISTANCE"], [*rows[1], f'"{written_as}"'], *([*row, ""] for row in rows[2:])]
    reading = _with(tmp_path, episodes=text_of(wide))
    assert reading.history is not None
    assert reading.history.episodes["101"][0].distance_miles == miles
    says_nothing_odd = written_as in ("", "nan") or bool(re.fullmatch(r"\d*\.?\d+", written_as) and miles is not None)
    assert bool(of_check(reading, "PL_DISTANCE")) != says_nothing_odd


@pytest.mark.parametrize(("word", "code"), [("In", "IN"), ("Out", "OUT"), ("Inside LA", "IN"), ("Y", ""), ("1", "")])
def test_a_location_in_words_is_read_and_in_riddles_is_not(tmp_path: Path, word: str, code: str) -> None:
    rows = rows_of(EPISODES)
    wide = [[*rows[0], "PL_LOCATION"], [*rows[1], word], *([*row, ""] for row in rows[2:])]
    reading = _with(tmp_path, episodes=text_of(wide))
    assert reading.history is not None
    assert reading.history.episodes["101"][0].location == code
    assert of_check(reading, "PL_LOCATION")


@pytest.mark.parametrize(
    ("one", "other"), [("007", "7"), ("ab1", "AB1"), ("1,007", "1007"), ("A 1", "A1")], ids=lambda text: text
)
def test_ids_that_may_be_one_childs_are_refused(tmp_path: Path, one: str, other: str) -> None:
    tables = {name: text.replace("\n101,", f'\n"{one}",') for name, text in TABLES.items()}
    reading = _with(tmp_path, **{**tables, "reviews": REVIEWS.replace("\n101,", f'\n"{other}",')})
    assert reading.refused
    (finding,) = of_check(reading, "ids alike")
    assert one in finding.found
    assert other in finding.found
    assert finding.row == 2


def test_ids_that_may_be_one_childs_are_refused_between_years(tmp_path: Path) -> None:
    later = {name: text.replace("\n103,", "\n0103,") for name, text in TABLES.items()}
    later["episodes"] = later["episodes"].replace(
        "103,01/03/2013,S,V2,N5,U4,PR4,,", "103,01/03/2013,S,V2,N5,U4,PR4,01/06/2014,E4A"
    )
    reading = read(written(written(tmp_path), later, year="2014-15"))
    assert of_check(reading, "ids alike")


def test_ids_alike_that_one_header_lists_are_two_children(tmp_path: Path) -> None:
    header = HEADER + "0101,2,01/01/2006,WBRI,,,\n"
    reading = _with(tmp_path, header=header, episodes=EPISODES + "0101,10/05/2013,S,V2,N1,U6,PR1,,,,,,\n")
    assert reading.history is not None
    assert {"101", "0101"} <= set(reading.history.children)


@pytest.mark.parametrize(
    ("table", "was", "becomes"),
    [
        ("episodes", "12/02/2014,E4A", "13/02/2014,E4A"),
        ("reviews", "28/10/2013", "29/10/2013"),
        ("reviews", "PN6", "PN7"),
        ("header", "WBRI", "WIRI"),
        ("reviews", "103,30/01/1999,20/09/2013,PN7\n", ""),
    ],
    ids=["an end moved", "a review moved", "a code changed", "a header changed", "a review left out"],
)
def test_a_provisional_and_a_final_return_of_one_year_are_not_mixed(
    tmp_path: Path, table: str, was: str, becomes: str
) -> None:
    written(tmp_path, year="2013-14 provisional")
    written(tmp_path, {**TABLES, table: TABLES[table].replace(was, becomes)}, year="2013-14 final")
    reading = read(tmp_path)
    assert reading.refused
    (finding,) = reading.findings.of(Severity.REFUSED)
    assert "two returns of one year" in finding.check
    assert "provisional" in finding.file
    assert "final" in finding.found


def test_the_same_return_twice_in_another_order_is_one(tmp_path: Path, plain: History) -> None:
    written(tmp_path, year="2013-14 copy")
    shuffled = {name: text_of([rows_of(text)[0], *rows_of(text)[:0:-1]]) for name, text in TABLES.items()}
    written(tmp_path, shuffled, year="2013-14")
    assert read(tmp_path).history == plain


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Year ending 31 March 2014/e.csv", 2013),
        ("year_ending_march_2014/e.csv", 2013),
        ("YE 31.03.2014/e.csv", 2013),
        ("Y/E March 2014.csv", 2013),
        ("year to 31st March 2014.csv", 2013),
        ("April 2013 to March 2014/e.csv", 2013),
        ("SSDA903 2013-2014 FINAL/e.csv", 2013),
        ("2014 return/e.csv", None),
        ("31 March 2014/e.csv", None),
    ],
)
def test_a_name_in_words_says_its_year_or_none(name: str, year: int | None) -> None:
    assert year_named(name) == year


def test_a_year_between_that_was_not_supplied_is_said(tmp_path: Path) -> None:
    later = {**TABLES, "episodes": EPISODES.replace("K2,PR4,,", "K2,PR4,09/09/2015,E4A"), "header": HEADER + "\n"}
    later["reviews"] = REVIEWS.split("\n")[0] + "\n103,30/01/1999,20/09/2015,PN7\n"
    reading = read(written(written(tmp_path), later, year="2015-16"))
    assert reading.history is not None
    assert [finding.expected for finding in of_check(reading, "no return")] == ["the return of 2014-15"]


def test_episodes_alone_are_refused_once_and_not_once_a_child(tmp_path: Path) -> None:
    reading = read(written(tmp_path, {"episodes": EPISODES}))
    (finding,) = reading.findings.of(Severity.REFUSED)
    assert finding.check == "no Header"
    assert finding.found == "3 children without a day of birth"


def test_bytes_that_are_no_text_are_refused_at_their_row(tmp_path: Path) -> None:
    reading = _with(tmp_path, reviews=REVIEWS.replace("PN6", "PN6\x00").encode())
    (finding,) = reading.findings.of(Severity.REFUSED)
    assert finding.row == 3


def _book(*, change: Callable[[xlsxwriter.workbook.Worksheet, str], None]) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        for name, text in TABLES.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows_of(text)):
                sheet.write_row(at, 0, row)
            change(sheet, name)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("value", "type_of_it", "found"),
    [("#REF!", "", "#REF!"), ("#VALUE!", "", "#VALUE!"), ("", "", "a formula without its value")],
    ids=["a broken reference", "a wrong value", "a formula not worked out"],
)
def test_a_fault_in_a_workbooks_cell_is_not_taken_for_a_blank(
    tmp_path: Path, value: str, type_of_it: str, found: str
) -> None:
    def fault(sheet: xlsxwriter.workbook.Worksheet, name: str) -> None:
        if name == "episodes":
            sheet.write_formula(2, 7, "=A1", None, value)

    (tmp_path / "return 2013-14.xlsx").write_bytes(_book(change=fault))
    (finding,) = read(tmp_path).findings.of(Severity.REFUSED)
    assert (finding.row, finding.column, finding.found) == (3, "DEC", found)


def test_a_formulas_value_is_read_as_its_value(tmp_path: Path, plain: History) -> None:
    def worked_out(sheet: xlsxwriter.workbook.Worksheet, name: str) -> None:
        if name == "episodes":
            sheet.write_formula(3, 7, "=DATE(2014,2,12)", None, "12/02/2014")

    (tmp_path / "return 2013-14.xlsx").write_bytes(_book(change=worked_out))
    assert read(tmp_path).history == plain
