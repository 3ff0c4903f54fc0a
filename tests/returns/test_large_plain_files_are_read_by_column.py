"""Is a file taken column by column read as it is when taken row by row, and only where that is safe?"""

from itertools import chain
from pathlib import Path

import pytest

from holdfast.returns.plain_text import LARGE, columns_below_headings, is_plain
from holdfast.returns.reading import read
from holdfast.returns.written_text import sheet_of_text
from tests.returns.small_return import TABLES, written

HEADINGS = "CHILD,DOB,REVIEW,REVIEW_CODE"
ROWS = ("0A1,01/02/2010,03/04/2015,PN1", "A2 ,,03/04/2015,", "NULL,\u00e9,n/a, pn2", "0A1,01/02/2010,04/04/2015,PN1")

PLAIN = {
    "as asked": "\n".join((HEADINGS, *ROWS, "")),
    "without a last line end": "\n".join((HEADINGS, *ROWS)),
    "with Windows line ends": "\r\n".join((HEADINGS, *ROWS, "")),
    "with semicolons": "\n".join((HEADINGS, *ROWS, "")).replace(",", ";"),
    "of many rows": "\n".join((HEADINGS, *ROWS * 20_000, "")),
    "of headings only": HEADINGS + "\n",
}
UNEVEN = {
    "a blank line": "\n".join((HEADINGS, *ROWS, "", "")),
    "a line of spaces": "\n".join((HEADINGS, "   ", *ROWS)),
    "a short row": "\n".join((HEADINGS, *ROWS, "A3,01/02/2010")),
    "a long row": "\n".join((HEADINGS, *ROWS, "A3,01/02/2010,,,,")),
}
NOT_PLAIN = {
    "a quotation mark": (f'{HEADINGS}\n"A3",,,\n', "ascii"),
    "a nought byte": (f"{HEADINGS}\nA\x003,,,\n", "ascii"),
    "a line end of its own": (f"{HEADINGS}\rA3,,,\n", "ascii"),
    "an older encoding": (f"{HEADINGS}\nA3,,,\n", "cp1252"),
    "a cell too long to be one": (f"{HEADINGS}\n{'A' * 140_000},,,\n", "ascii"),
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte-order mark"])
def test_a_column_holds_what_its_rows_hold(text: str, mark: str) -> None:
    data = (mark + text).encode()
    separator = ";" if ";" in text else ","
    rows = list(chain.from_iterable(sheet_of_text("reviews.csv", data).chunks()))
    columns = columns_below_headings(data, separator, width=4, wanted=[0, 2, 3])
    assert is_plain(data, "utf-8")
    assert columns is not None
    for at, column in columns.items():
        assert [column.texts[number] for number in column.number.tolist()] == [row[at] for row in rows[1:]]


@pytest.mark.parametrize("text", UNEVEN.values(), ids=UNEVEN.keys())
def test_rows_that_are_not_all_as_wide_as_the_headings_are_left_to_be_taken_one_by_one(text: str) -> None:
    assert columns_below_headings(text.encode(), ",", width=4, wanted=[0, 3]) is None


@pytest.mark.parametrize(("text", "encoding"), NOT_PLAIN.values(), ids=NOT_PLAIN.keys())
def test_text_in_which_more_than_separators_means_something_is_not_plain(text: str, encoding: str) -> None:
    assert not is_plain(text.encode(encoding), encoding)


def test_a_large_return_says_the_same_with_a_quotation_mark_that_makes_it_go_row_by_row(tmp_path: Path) -> None:
    days = [f"{day:02}/{month:02}/{year}" for year in (2013, 2014) for month in range(1, 13) for day in range(1, 29)]
    odd = ["104 ,05/06/2005,2013-06-03,pn1", "104,,,", ",,,", "104,05/06/2005,4/6/13,PN9"]
    lines = [f"{child},05/06/2005,{day},PN1" for child in range(1000, 1120) for day in days]
    text = "\n".join([TABLES["reviews"].rstrip(), *lines, *odd, ""])
    assert len(text) > LARGE
    plain = read(written(tmp_path / "plain", {**TABLES, "reviews": text}))
    quoted = read(written(tmp_path / "quoted", {**TABLES, "reviews": text.replace("pn1", '"pn1"')}))
    assert plain.history is not None
    assert plain.history == quoted.history
    assert list(plain.findings) == list(quoted.findings)
