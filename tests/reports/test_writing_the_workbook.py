"""The workbook holds every table, numbers as numbers and words as words."""

import io
import zipfile
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from holdfast.reports.document import Table
from holdfast.reports.writers import workbook
from tests.reports.sample_document import AGES, FORMULA, sample

DEFINITIONS = Table(
    "d", "Definitions", ("Figure", "What it is"), (("Reviews in time", "Held by the day due"),), (False, False)
)


def _sheets(made: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _of(*tables: Table) -> bytes:
    return workbook.write(replace(sample(), blocks=tables))


def test_contents_come_first_and_definitions_last() -> None:
    names = list(_sheets(workbook.write(sample(), definitions=DEFINITIONS)))
    assert names == ["Contents", "ages", "Reviews held every month by tea", "late", "codes", "Definitions"]


def test_numbers_are_numbers_as_exact_as_they_were_given() -> None:
    rows = _sheets(_of(AGES))["ages"]
    assert rows[3] == list(AGES.columns)
    assert rows[4] == ["Under 1", 18.0, 15.0, -3.0, 0.05137]
    assert rows[9] == ["All children", 276.0, 292.0, 16.0, 1.0]


@pytest.mark.parametrize(
    ("shown", "number", "shape"),
    [
        ("1,234", 1234, "#,##0"),
        ("93.5%", 0.935, "0.0%"),
        ("-3", -3, "#,##0"),
        ("−3", -3, "#,##0"),
        ("4.25", 4.25, "#,##0.00"),
    ],
    ids=["thousands", "a share", "less", "less with a true minus", "decimals"],
)
def test_a_finished_cell_gives_back_its_number(shown: str, number: float, shape: str) -> None:
    assert workbook.number_in(shown) == (number, shape)


@pytest.mark.parametrize("shown", ["", "c", "5 to 9", "1 May 2014", "12,34", "n/a", "1e5", "="])
def test_words_are_not_numbers(shown: str) -> None:
    assert workbook.number_in(shown) is None


def test_a_number_that_was_hidden_or_rounded_does_not_come_back() -> None:
    table = Table("t", "T", ("Age", "Number"), (("1", "c"), ("2", "10")), (False, True), values=(("1", 3), ("2", 8)))
    assert _sheets(_of(table))["t"][4:] == [["1", "c"], ["2", 10.0]]


@pytest.mark.parametrize("start", ["=1+1", FORMULA, "+1", "-1+2", "@SUM(1)", "\t=1", "{=1}", "http://example.org"])
def test_a_cell_that_looks_like_a_formula_or_a_link_is_only_words(start: str) -> None:
    table = Table("t", start, (start, "n"), ((start, start),), (False, True), total=(start, "1"), note=start)
    made = _of(table)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/"):
                text = package.read(name)
                assert b"<f>" not in text
                assert b"example.org" not in text
    assert _sheets(made)["t"][4][0] == start


def test_names_a_sheet_may_not_have_are_made_into_ones_it_may() -> None:
    names = ["a/b", "A b", "History", "contents", "x" * 40, "x" * 41, "[]", "'quoted'"]
    made = list(_sheets(_of(*(replace(AGES, name=name) for name in names))))[1:]
    assert len(made) == len({name.casefold() for name in made}) == len(names)
    assert all(len(name) <= 31 for name in made)
    assert made[:4] == ["a b", "A b 2", "History 2", "contents 2"]


def test_the_same_document_gives_the_same_bytes_dated_as_the_document_says() -> None:
    one = workbook.write(sample())
    assert one == workbook.write(sample())
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert b"2015-06-04T00:00:00Z" in package.read("docProps/core.xml")


def test_a_table_without_rows_is_still_a_sheet() -> None:
    assert _sheets(_of(replace(AGES, rows=(), total=None, values=())))["ages"][3] == list(AGES.columns)
