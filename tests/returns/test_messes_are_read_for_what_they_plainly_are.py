"""Is each mess of a real extract read for what it plainly is, and said?"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.returns.findings import Severity
from holdfast.returns.reading import read
from holdfast.rules.facts import History
from tests.returns.small_return import EPISODES, HEADER, REVIEWS, TABLES, of_check, rows_of, serious, text_of, written


@pytest.fixture
def plain(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The history of the return as it should be written."""
    history = read(written(tmp_path_factory.mktemp("plain"))).history
    assert history is not None
    return history


def test_a_return_that_is_right_gives_no_findings(tmp_path: Path) -> None:
    assert list(read(written(tmp_path)).findings) == []


def _columns_reversed(text: str) -> str:
    return text_of([row[::-1] for row in rows_of(text)])


def _further_column(text: str) -> str:
    return text_of([[*row, "Team" if at == 0 else "=1+1"] for at, row in enumerate(rows_of(text))])


def _headings(change: Callable[[str], str]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        first, rest = text.split("\n", 1)
        return f"{change(first)}\n{rest}"

    return changed


def _each_cell(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: text_of([[change(cell) for cell in row] for row in rows_of(text)])


MESSES: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "columns in another order": (_columns_reversed, "columns written another way"),
    "a further column": (_further_column, "columns written another way"),
    "headings in small letters": (_headings(str.lower), "columns written another way"),
    "headings with spaces": (_headings(lambda line: line.replace("_", " ").replace(",", " , ")), "columns written"),
    "codes in small letters": (lambda text: text.replace(",PN", ",pn").replace(",WBRI", ",wbri"), "written another"),
    "spaces around every cell": (_each_cell(lambda cell: f" {cell} "), "written"),
    "invisible spaces": (_each_cell(lambda cell: f"{cell}\N{NO-BREAK SPACE}"), "written"),
    "a byte-order mark": (lambda text: b"\xef\xbb\xbf" + text.encode(), "file written another way"),
    "UTF-16": (lambda text: text.encode("utf-16"), "file written another way"),
    "UTF-16 without a mark": (lambda text: text.encode("utf-16-le"), "file written another way"),
    "the older Windows encoding": (lambda text: text.replace("A1", "Zo\xeb").encode("cp1252"), "file written another"),
    "semicolons": (lambda text: text.replace(",", ";"), "file written another way"),
    "tabs": (lambda text: text.replace(",", "\t"), "file written another way"),
    "blank lines": (lambda text: text.replace("\n", "\n\n"), "blank rows"),
    "rows of nothing but separators": (lambda text: text + "," * text.split("\n")[0].count(",") + "\n", "blank rows"),
    "duplicated rows": (lambda text: text + text.split("\n", 1)[1], "row given twice"),
    "a title above the headings": (lambda text: "Extract for the year\n\n" + text, "columns written another way"),
    "ids as numbers with a point": (
        lambda text: re.sub(r"\n(10\d),", r"\n\1.0,", text),
        "CHILD: written another way",
    ),
    "rows that end early": (lambda text: text.replace(",,,,,,\n", ",\n"), "short rows"),
}
QUIET_MESSES: dict[str, Callable[[str], str | bytes]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "every cell in quotation marks": _each_cell(lambda cell: f'"{cell}"'),
    "no line end at the end": str.rstrip,
}


@pytest.mark.parametrize(("mess", "check"), MESSES.values(), ids=MESSES)
def test_a_mess_changes_nothing_and_is_noted(
    tmp_path: Path, plain: History, mess: Callable[[str], str | bytes], check: str
) -> None:
    reading = read(written(tmp_path, {name: mess(text) for name, text in TABLES.items()}))
    assert reading.history == plain
    assert of_check(reading, check)
    assert serious(reading) == []


@pytest.mark.parametrize("mess", QUIET_MESSES.values(), ids=QUIET_MESSES)
def test_a_mess_that_is_no_mess_is_not_even_noted(
    tmp_path: Path, plain: History, mess: Callable[[str], str | bytes]
) -> None:
    reading = read(written(tmp_path, {name: mess(text) for name, text in TABLES.items()}))
    assert reading.history == plain
    assert list(reading.findings) == []


DATES = {
    "a year of two digits": "20/08/13",
    "the year first": "2013-08-20",
    "the year first, with slashes": "2013/08/20",
    "dashes": "20-08-2013",
    "points": "20.08.2013",
    "no leading noughts": "20/8/2013",
    "a time after it": "20/08/2013 00:00:00",
    "a time after it, year first": "2013-08-20T00:00:00",
    "a spreadsheet's day number": "41506",
    "a spreadsheet's day number with a point": "41506.0",
    "the month in words": "20-Aug-2013",
    "no separators": "20130820",
}


@pytest.mark.parametrize("date", DATES.values(), ids=DATES)
def test_a_date_is_read_however_it_is_written(tmp_path: Path, plain: History, date: str) -> None:
    reading = read(written(tmp_path, {**TABLES, "episodes": EPISODES.replace("20/08/2013", date)}))
    assert reading.history == plain
    places = [(finding.row, finding.column, finding.found) for finding in of_check(reading, "Episodes DE")]
    assert sorted(places) == [(2, "DEC", date), (3, "DECOM", date)]
    assert {finding.severity for finding in reading.findings} == {Severity.NOTED}


@pytest.mark.parametrize("word", ["NULL", "N/A", "None", "-"])
def test_a_word_for_nothing_is_nothing(tmp_path: Path, plain: History, word: str) -> None:
    spoilt = EPISODES.replace("K2,PR4,,", f"K2,PR4,{word},")
    assert read(written(tmp_path, {**TABLES, "episodes": spoilt})).history == plain


def test_text_that_looks_like_a_formula_is_only_text(tmp_path: Path) -> None:
    reading = read(written(tmp_path, {name: text.replace("101", "=101+0") for name, text in TABLES.items()}))
    assert reading.history is not None
    assert "=101+0" in reading.history.children


def test_a_birth_missing_from_the_reviews_is_the_headers(tmp_path: Path, plain: History) -> None:
    reviews = text_of([[row[0], *row[2:]] for row in rows_of(REVIEWS)])
    assert read(written(tmp_path, {**TABLES, "reviews": reviews})).history == plain


def test_a_birth_blank_in_the_header_is_another_tables(tmp_path: Path, plain: History) -> None:
    assert read(written(tmp_path, {**TABLES, "header": HEADER.replace("05/06/2005", "")})).history == plain


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.csv", "Area,Under 18\nHere,41200\n"), ("blank.csv", ""), ("more.csv", REVIEWS.split("\n")[0])],
    ids=["another kind of table", "a blank file", "a file of headings only"],
)
def test_a_file_that_holds_nothing_of_the_return_is_noted(
    tmp_path: Path, plain: History, name: str, content: str
) -> None:
    folder = written(tmp_path)
    (folder / "2013-14" / name).write_text(content)
    reading = read(folder)
    assert reading.history == plain
    assert [(finding.severity, finding.file) for finding in reading.findings] == [(Severity.NOTED, f"2013-14/{name}")]


@pytest.mark.parametrize("name", [".DS_Store", "~$header.xlsx", "__MACOSX/header.csv", "council.toml", "about.md"])
def test_what_machines_and_people_leave_in_folders_is_passed_over(tmp_path: Path, name: str) -> None:
    folder = written(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"\x00\x01 CHILD,SEX,DOB,ETHNIC")
    assert list(read(folder).findings) == []


def test_sex_is_read_in_the_code_of_another_years_kind_and_said(tmp_path: Path, plain: History) -> None:
    reading = read(written(tmp_path, {**TABLES, "header": HEADER.replace("101,1", "101,M")}))
    assert reading.history == plain
    assert [finding.row for finding in of_check(reading, "SEX", "another year")] == [2]


def test_a_code_on_no_list_is_kept_and_said(tmp_path: Path) -> None:
    reading = read(written(tmp_path, {**TABLES, "episodes": EPISODES.replace("K2", "QQ")}))
    assert reading.history is not None
    assert reading.history.episodes["101"][1].placement == "QQ"
    assert [(f.severity, f.row, f.found) for f in of_check(reading, "not known")] == [(Severity.WARNING, 3, "QQ")]


def test_a_location_that_is_none_is_said_once_and_left_out(tmp_path: Path) -> None:
    rows = rows_of(EPISODES)
    wide = [[*rows[0], "PL_LOCATION", "PL_DISTANCE"]]
    wide += [[*row, place, miles] for row, place, miles in zip(rows[1:], ["IN", "PR1", "PR4", ""], "5x7 ", strict=True)]
    reading = read(written(tmp_path, {**TABLES, "episodes": text_of(wide)}))
    assert reading.history is not None
    assert [episode.location for episode in reading.history.episodes["101"]] == ["IN", ""]
    assert [episode.distance_miles for episode in reading.history.episodes["101"]] == [5.0, None]
    assert len(of_check(reading, "PL_LOCATION")) == 1
    assert [finding.row for finding in of_check(reading, "PL_DISTANCE")] == [3]
