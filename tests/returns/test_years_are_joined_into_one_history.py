"""Do several years, files and forms of one return make one and the same history?"""

import random
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from holdfast.returns.findings import Severity
from holdfast.returns.reading import Reading, read
from holdfast.rules.facts import History, Told
from tests.returns.small_return import EPISODES, HEADER, TABLES, of_check, rows_of, serious, text_of, written

NEXT_YEAR = {
    "header": HEADER.replace("102,2,17/09/2011,BAFR,A2,,\n", ""),
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "101,20/08/2013,P,V2,N1,K2,PR4,05/05/2014,X1,,,,\n"
    "101,05/05/2014,L,C2,N1,K2,PR4,,,,,,\n"
    "103,01/03/2013,S,V2,N5,U4,PR4,30/01/2017,E5,,,,\n".replace("30/01/2017", "30/01/2015"),
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE\n101,05/06/2005,14/04/2014,PN1\n",
}


def _history(reading: Reading) -> History:
    assert reading.history is not None, list(reading.findings)
    return reading.history


@pytest.fixture
def plain(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The history of one year, as it should be written."""
    return _history(read(written(tmp_path_factory.mktemp("plain"))))


def test_an_episode_given_in_two_years_is_one_and_the_later_knows_its_end(tmp_path: Path) -> None:
    reading = read(written(written(tmp_path), NEXT_YEAR, year="2014-15"))
    history = _history(reading)
    assert serious(reading) == []
    spans = [(episode.starts_on, episode.ends_on) for episode in history.episodes["101"]]
    assert spans == [
        (date(2012, 5, 10), date(2013, 8, 20)),
        (date(2013, 8, 20), date(2014, 5, 5)),
        (date(2014, 5, 5), None),
    ]
    assert history.reviews_told == (Told(date(2013, 4, 1), date(2015, 4, 1)),)
    assert history.years_told == (2013, 2014)


def test_years_that_do_not_touch_are_told_apart(tmp_path: Path) -> None:
    history = _history(read(written(written(tmp_path), NEXT_YEAR, year="2015-16")))
    assert history.episodes_told == (
        Told(date(2013, 4, 1), date(2014, 4, 1)),
        Told(date(2015, 4, 1), date(2016, 4, 1)),
    )


def test_a_later_year_that_tells_an_episode_otherwise_wins_and_it_is_said(tmp_path: Path) -> None:
    later = {**NEXT_YEAR, "episodes": NEXT_YEAR["episodes"].replace("P,V2,N1,K2", "P,C1,N1,K2")}
    reading = read(written(written(tmp_path), later, year="2014-15"))
    assert _history(reading).episodes["101"][1].legal_status == "C1"
    said = [(finding.file, finding.row, finding.found) for finding in of_check(reading, "episode changed")]
    assert said == [("2014-15/episodes.csv", 2, "LS V2, now C1")]


def test_two_episodes_begun_on_one_day_stay_two_beside_a_later_year_that_has_one(tmp_path: Path) -> None:
    same_day = EPISODES.replace("K2,PR4,,,", "K2,PR4,20/08/2013,X1,") + "101,20/08/2013,L,C2,N1,K2,PR4,,,,,,\n"
    later = NEXT_YEAR["episodes"].replace("20/08/2013,P,V2", "20/08/2013,L,C2").replace("05/05/2014,L", "05/05/2014,P")
    written(tmp_path, {**TABLES, "episodes": same_day})
    reading = read(written(tmp_path, {**NEXT_YEAR, "episodes": later}, year="2014-15"))
    statuses = [(episode.legal_status, episode.ends_on) for episode in _history(reading).episodes["101"]]
    assert statuses == [
        ("V2", date(2013, 8, 20)),
        ("V2", date(2013, 8, 20)),
        ("C2", date(2014, 5, 5)),
        ("C2", None),
    ]


def test_a_review_given_in_two_years_is_counted_once(tmp_path: Path) -> None:
    later = {**NEXT_YEAR, "reviews": NEXT_YEAR["reviews"] + "101,05/06/2005,28/10/2013,PN2\n"}
    reading = read(written(written(tmp_path), later, year="2014-15"))
    codes = [review.participation_code for review in _history(reading).reviews["101"]]
    assert codes == ["PN1", "PN2", "PN1"]
    assert [finding.severity for finding in of_check(reading, "review given in two years")] == [Severity.NOTED]


def test_a_child_is_described_by_the_latest_year_in_its_own_code(tmp_path: Path) -> None:
    later = {**NEXT_YEAR, "header": NEXT_YEAR["header"].replace("101,1", "101,M").replace("WBRI", "WIRI")}
    reading = read(written(written(tmp_path), later, year="2024-25"))
    child = _history(reading).children["101"]
    assert (child.sex, child.ethnicity) == ("M", "WIRI")
    assert not of_check(reading, "sex changed")


def test_a_child_in_uasc_is_unaccompanied_until_the_day_it_says(tmp_path: Path) -> None:
    reading = read(written(tmp_path, {**TABLES, "uasc": "CHILD,SEX,DOB,DUC\n103,2,30/01/1999,30/01/2017\n"}))
    child = _history(reading).children["103"]
    assert (child.unaccompanied, child.unaccompanied_until) == (True, date(2017, 1, 30))


def test_the_order_of_rows_does_not_matter(tmp_path: Path, plain: History) -> None:
    shuffle = random.Random(7)
    tables: dict[str, str | bytes] = {}
    for name, text in TABLES.items():
        head, *rows = rows_of(text)
        shuffle.shuffle(rows)
        tables[name] = text_of([head, *rows])
    assert _history(read(written(tmp_path, tables))) == plain


def test_the_same_file_twice_is_the_file_once(tmp_path: Path, plain: History) -> None:
    reading = read(written(tmp_path, {**TABLES, "a copy of episodes": EPISODES}))
    assert _history(reading) == plain
    assert len(of_check(reading, "same file twice")) == 1


def test_a_table_cut_into_two_files_is_one_table(tmp_path: Path, plain: History) -> None:
    head, *rows = rows_of(EPISODES)
    parts = {**TABLES, "episodes": text_of([head, *rows[:2]]), "more": text_of([head, *rows[2:]])}
    assert _history(read(written(tmp_path, parts))) == plain


@pytest.mark.parametrize(
    "folder", ["2013-14", "2013-14 final", "2013_14", "201314", "2013/14", "2013 to 2014", "13-14"]
)
def test_a_folders_name_says_the_year_in_many_ways(tmp_path: Path, plain: History, folder: str) -> None:
    reading = read(written(tmp_path, year=folder))
    assert _history(reading) == plain
    assert list(reading.findings) == []


def test_a_single_years_folder_says_its_own_year(tmp_path: Path, plain: History) -> None:
    assert _history(read(written(tmp_path) / "2013-14")) == plain


def test_loose_files_say_their_year_in_their_names(tmp_path: Path, plain: History) -> None:
    loose = {f"SSDA903 2013-14 {name}": text for name, text in TABLES.items()}
    reading = read(written(tmp_path, loose, year=""))
    assert _history(reading) == plain
    assert list(reading.findings) == []


def test_a_year_that_no_name_tells_is_worked_out_and_said(tmp_path: Path, plain: History) -> None:
    reading = read(written(tmp_path, year=""))
    assert _history(reading) == plain
    assert {finding.check for finding in reading.findings} == {"year worked out"}


def test_a_year_that_no_name_tells_can_be_given(tmp_path: Path) -> None:
    assert read(written(tmp_path, year=""), year=2014).years == (2014,)


def test_a_zip_of_folders_is_read_like_the_folders(tmp_path: Path, plain: History) -> None:
    folder = written(tmp_path / "files")
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((folder / "2013-14").iterdir()):
            archive.write(file, f"2013-14/{file.name}")
    reading = read(tmp_path / "all.zip")
    assert _history(reading) == plain
    assert reading.sources[0].name == "all.zip/2013-14/episodes.csv"


def _cell(text: str, *, real_dates: bool) -> Any:
    parts = text.split("/")
    if real_dates and len(parts) == 3:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    return int(text) if text.isdigit() else text


@pytest.mark.parametrize("real_dates", [True, False], ids=["with real dates", "with dates as text"])
def test_a_workbook_with_a_sheet_a_table_is_read_like_the_files(
    tmp_path: Path, plain: History, real_dates: bool
) -> None:
    with xlsxwriter.Workbook(tmp_path / "Return 2013-14.xlsx") as book:
        as_date = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, text in enumerate(TABLES.values()):
            sheet = book.add_worksheet(f"Sheet {number}")
            for at, row in enumerate(rows_of(text)):
                for column, written_cell in enumerate(row):
                    cell = _cell(written_cell, real_dates=real_dates)
                    sheet.write(at, column, cell, as_date if isinstance(cell, date) else None)
        book.add_worksheet("Notes").write(0, 0, "=1+1")
    reading = read(tmp_path / "Return 2013-14.xlsx")
    assert _history(reading) == plain
    assert serious(reading) == []


def test_xml_is_read_like_the_files(tmp_path: Path, plain: History) -> None:
    header, episodes, reviews = (rows_of(text) for text in TABLES.values())
    children = ""
    for child in header[1:]:
        fields = "".join(
            f"<{name}>{text}</{name}>" for name, text in zip(header[0], child, strict=True) if name != "CHILD"
        )
        held = "".join(
            f"<AREVIEW><REVIEW>{row[2]}</REVIEW><REVIEW_CODE>{row[3]}</REVIEW_CODE></AREVIEW>"
            for row in reviews[1:]
            if row[0] == child[0]
        )
        stays = "".join(
            "<EPISODE>"
            + "".join(
                f"<{'PL' if name == 'PLACE' else name}>{text}</{'PL' if name == 'PLACE' else name}>"
                for name, text in zip(episodes[0][1:], row[1:], strict=True)
            )
            + "</EPISODE>"
            for row in episodes[1:]
            if row[0] == child[0]
        )
        children += f"<CHILD><HEADER><CHILDID>{child[0]}</CHILDID>{fields}{held}</HEADER>{stays}</CHILD>"
    (tmp_path / "return 2013-14.xml").write_text(f"<EXPSSDA903>{children}</EXPSSDA903>")
    reading = read(tmp_path)
    assert _history(reading)._replace(tables_told={}) == plain._replace(tables_told={})
    assert list(reading.findings) == []


@pytest.mark.parametrize("council", ["portsmouth", "wandsworth"])
def test_the_two_councils_are_read_without_an_error(councils: Path, council: str) -> None:
    reading = read(councils / council)
    _history(reading)
    assert serious(reading) == []
    assert {f.column for f in reading.findings.of(Severity.WARNING)} <= {"PL_LOCATION"}


def test_the_messy_sample_reads_alike_as_files_and_as_a_workbook(messy_sample: Path, tmp_path: Path) -> None:
    for file in messy_sample.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    files, workbook = _history(read(tmp_path)), _history(read(messy_sample / "workbook.xlsx"))
    assert set(files.children) == set(workbook.children)
    assert files.episodes == workbook.episodes
    assert files.reviews == workbook.reviews


def test_the_messy_sample_is_read_whole_and_the_xml_adds_its_own_children(messy_sample: Path) -> None:
    whole, xml = _history(read(messy_sample)), _history(read(messy_sample / "fake_903.xml"))
    assert len(xml.children) == 253
    assert len(whole.children) == 2675 + 253
    assert set(xml.children) < set(whole.children)
