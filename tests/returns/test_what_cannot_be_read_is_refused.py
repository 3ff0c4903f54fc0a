"""Is what cannot be read refused, with where it stands and what was expected, and is nothing loaded?"""

import io
import zipfile
from pathlib import Path

import pytest

from holdfast.returns.findings import Severity
from holdfast.returns.reading import Reading, read
from tests.returns.small_return import EPISODES, TABLES, of_check, rows_of, spoiled, text_of, written


def _refusals(reading: Reading) -> list[tuple[str, int | None, str, str]]:
    assert reading.history is None
    assert reading.refused
    refused = reading.findings.of(Severity.REFUSED)
    assert all(finding.expected for finding in refused)
    return [(finding.file, finding.row, finding.column, finding.found) for finding in refused]


@pytest.mark.parametrize(
    ("table", "was", "becomes", "row", "column"),
    [
        ("episodes", "20/08/2013,P", "31/02/2014,P", 3, "DECOM"),
        ("episodes", "03/06/2013", "", 4, "DECOM"),
        ("episodes", "12/02/2014", "soon", 4, "DEC"),
        ("episodes", "12/02/2014", "12/02/0214", 4, "DEC"),
        ("header", "17/09/2011", "17/13/2011", 3, "DOB"),
        ("reviews", "28/10/2013", "29/02/2013", 3, "REVIEW"),
        ("reviews", "28/10/2013", "", 3, "REVIEW"),
        ("episodes", "103,01", ",01", 5, "CHILD"),
        ("episodes", "103,01", "1.03E+05,01", 5, "CHILD"),
    ],
    ids=[
        "a day that does not exist",
        "a start that is blank",
        "an end that is no date",
        "an end in an unbelievable year",
        "a birth that is no date",
        "a review on a day that does not exist",
        "a review with a code and no date",
        "an episode of nobody",
        "an id shortened by a spreadsheet",
    ],
)
def test_a_cell_that_matters_and_cannot_be_read_is_refused_where_it_stands(
    tmp_path: Path, table: str, was: str, becomes: str, row: int, column: str
) -> None:
    places = _refusals(spoiled(tmp_path, table, was, becomes))
    found = becomes.split(",", maxsplit=1)[0]
    assert (f"2013-14/{table}.csv", row, column, found) in places


@pytest.mark.parametrize("column", ["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"])
def test_a_required_column_that_is_missing_is_refused_by_name(tmp_path: Path, column: str) -> None:
    rows = rows_of(EPISODES)
    at = rows[0].index(column)
    without = text_of([row[:at] + row[at + 1 :] for row in rows])
    refused = _refusals(read(written(tmp_path, {**TABLES, "episodes": without})))
    assert [place[:3] for place in refused] == [("2013-14/episodes.csv", 1, column)]


def test_a_column_given_twice_is_refused(tmp_path: Path) -> None:
    twice = text_of([[*row, row[1]] for row in rows_of(EPISODES)])
    assert _refusals(read(written(tmp_path, {**TABLES, "episodes": twice})))[0][2] == "DECOM"


def test_a_row_with_more_cells_than_headings_is_refused(tmp_path: Path) -> None:
    refused = _refusals(spoiled(tmp_path, "reviews", "PN6", "PN6,PN7"))
    assert refused == [("2013-14/reviews.csv", 3, "", "5 cells")]


def test_a_quotation_mark_that_swallows_rows_is_refused_where_it_opens(tmp_path: Path) -> None:
    refused = _refusals(spoiled(tmp_path, "episodes", "103,01/03/2013", '103,"01/03/2013'))
    assert [place[:2] for place in refused] == [("2013-14/episodes.csv", 5)]
    assert "quotation mark" in refused[0][3]


def test_a_child_whose_birth_no_table_tells_is_refused(tmp_path: Path) -> None:
    reading = spoiled(tmp_path, "header", "103,2,30/01/1999", "103,2,")
    assert reading.history is not None
    reading = read(
        written(
            tmp_path,
            {
                "header": TABLES["header"].replace("30/01/1999", ""),
                "episodes": EPISODES,
                "reviews": TABLES["reviews"].replace("30/01/1999", ""),
            },
        )
    )
    assert _refusals(reading) == [("2013-14/header.csv", 4, "DOB", "")]


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _refusals(read(tmp_path / "nowhere"))[0][0].endswith("nowhere")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", bytes(range(256)) * 20], ids=["nothing", "a table", "noise"])
def test_a_folder_that_holds_no_return_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "what.csv").write_bytes(content)
    assert _refusals(read(tmp_path))


def test_the_same_file_for_two_years_is_refused(tmp_path: Path) -> None:
    written(written(tmp_path), {"episodes": EPISODES}, year="2014-15")
    assert _refusals(read(tmp_path))[0][0] == "2014-15/episodes.csv"


def test_files_of_two_years_that_name_none_are_refused(tmp_path: Path) -> None:
    later = EPISODES.replace("K2,PR4,,", "K2,PR4,09/09/2014,E4A")
    reading = read(written(tmp_path, {**TABLES, "episodes (1)": later}, year=""))
    assert "without a year" in _refusals(reading)[0][3]


@pytest.mark.parametrize(
    "document",
    [
        b'<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><r><CHILD><HEADER>&b;</HEADER></CHILD></r>',
        b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r><CHILD><HEADER>&a;</HEADER></CHILD></r>',
        b"<r><CHILD><HEADER></CHILD></r>",
        b"<html><body>Sign in</body></html>",
    ],
    ids=["entities that grow", "an entity from outside", "broken XML", "a web page"],
)
def test_xml_that_is_dangerous_or_broken_is_refused_in_words(tmp_path: Path, document: bytes) -> None:
    (tmp_path / "return.xml").write_bytes(document)
    refused = _refusals(read(tmp_path))
    assert refused[0][0] == "return.xml"
    assert "XML" in refused[0][3]


def _zip(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_zip(**{"../episodes.csv": EPISODES.encode()}), "named '../episodes.csv'"),
        (_zip(**{"/etc/episodes.csv": EPISODES.encode()}), "named '/etc/episodes.csv'"),
        (_zip(**{"episodes.csv": b"0" * (40 * 1024**2)}), "unpacks to 41,943,040 bytes"),
        (_zip(**{"inner.zip": _zip(**{"episodes.csv": EPISODES.encode()})}), "a zip inside a zip"),
        (_zip(**{"episodes.csv": EPISODES.encode()})[:-40], "damaged"),
        (_zip(**{"xl/workbook.xml": b"<not a workbook>"}), "cannot be opened"),
    ],
    ids=["a path upwards", "a path from the root", "a bomb", "a zip in a zip", "a torn zip", "a broken workbook"],
)
def test_a_zip_that_is_dangerous_or_broken_is_refused_in_words(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "return.zip").write_bytes(data)
    file, _, _, found = _refusals(read(tmp_path / "return.zip"))[0]
    assert file.startswith("return.zip")
    assert words in found
    assert [path.name for path in tmp_path.iterdir()] == ["return.zip"]


def test_every_refusal_is_said_not_only_the_first(tmp_path: Path) -> None:
    both = EPISODES.replace("03/06/2013", "").replace("12/02/2014", "soon")
    assert len(_refusals(read(written(tmp_path, {**TABLES, "episodes": both})))) == 2


def test_an_unreadable_cell_that_does_not_matter_is_a_warning(tmp_path: Path) -> None:
    reading = spoiled(tmp_path, "reviews", "05/06/2005", "31/02/2005")
    assert reading.history is not None
    assert [finding.severity for finding in of_check(reading, "Reviews DOB")] == [Severity.WARNING]
