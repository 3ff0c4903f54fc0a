"""The PDF is PDF/UA-1: a screen reader finds in it what the eye finds."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from holdfast.reports.document import Callout, Details, Heading, Paragraph, Table
from holdfast.reports.writers import pdf
from tests.reports.sample_document import chart, children, sample


def _parts(node: Any) -> Iterator[Any]:
    """Every part of the structure, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _parts(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _parts(node.K)


@pytest.fixture(scope="module", params=["report", "children"])
def written(request: pytest.FixtureRequest) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf.write(sample() if request.param == "report" else children())))


def _named(made: pikepdf.Pdf, name: str) -> list[Any]:
    return [part for part in _parts(made.Root.StructTreeRoot.K) if str(part.S) == name]


def test_it_says_that_it_is_pdf_ua_and_is_tagged(written: pikepdf.Pdf) -> None:
    assert written.open_metadata()["pdfuaid:part"] == "1"
    assert bool(written.Root.MarkInfo.Marked)


def test_it_says_its_language_and_shows_its_title(written: pikepdf.Pdf) -> None:
    assert str(written.Root.Lang) == "en-GB"
    assert bool(written.Root.ViewerPreferences.DisplayDocTitle)
    assert str(written.docinfo["/Title"])


def test_every_picture_has_its_words(written: pikepdf.Pdf) -> None:
    figures = _named(written, "/Figure")
    assert figures
    assert all("tallest bar" in str(figure.Alt) for figure in figures)


def test_every_table_has_a_head(written: pikepdf.Pdf) -> None:
    tables = _named(written, "/Table")
    assert tables
    for table in tables:
        heads = [part for part in _parts(table) if str(part.S) == "/TH"]
        assert heads
        assert len([part for part in _parts(table) if str(part.S) == "/Caption"]) == 1


def test_words_are_paragraphs_and_not_bare_spans(written: pikepdf.Pdf) -> None:
    document = next(part for part in _parts(written.Root.StructTreeRoot.K) if str(part.S) == "/Document")
    assert "/Span" not in {str(part.S) for part in document.K if isinstance(part, pikepdf.Dictionary) and "/S" in part}


def test_only_the_bundled_typeface_is_in_it(written: pikepdf.Pdf) -> None:
    fonts = {str(one.BaseFont) for one in written.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one}
    assert fonts
    assert all("SourceSansPro" in font or "DejaVu" in font for font in fonts), fonts


def test_headings_inside_details_are_not_in_the_contents() -> None:
    made = pikepdf.open(io.BytesIO(pdf.write(sample())))
    with made.open_outline() as outline:
        said = {item.title for item in outline.root} | {child.title for item in outline.root for child in item.children}
    assert "How old they are" in said
    assert "Took part" not in said


def test_the_same_document_gives_the_same_bytes_dated_as_the_document_says() -> None:
    one, other = pdf.write(sample()), pdf.write(sample())
    assert one == other
    made = pikepdf.open(io.BytesIO(one))
    assert str(made.docinfo["/CreationDate"]) == "D:20150604000000Z"


def test_a_document_that_names_no_day_has_a_fixed_one() -> None:
    document = replace(sample(), made="", blocks=(Paragraph("Words."),))
    assert pdf.write(document) == pdf.write(document)


@pytest.mark.parametrize(
    "hostile",
    ["#sys.inputs", '"); #panic("x', "$x^2$ @ref <label> = Heading", "\\u{41} // comment", "#[", "*/ /*"],
    ids=["code", "a string's end", "marks", "escapes", "an open bracket", "comments"],
)
def test_what_looks_like_typst_is_only_words(hostile: str) -> None:
    table = Table("t", hostile, (hostile, "n"), ((hostile, "1"),), (False, True), note=hostile)
    blocks = (Heading(hostile, 1, "a"), Paragraph(hostile), table, Callout("note", hostile, ()), Details(hostile, ()))
    assert pdf.write(replace(sample(), title=hostile, council=hostile, blocks=blocks))[:5] == b"%PDF-"


def test_a_name_in_letters_the_typeface_lacks_does_not_stop_the_report() -> None:
    blocks = (Paragraph("Her name is 李 and she sent a 😀."), Paragraph("Łódź, Siân, Zoë, Ærø"))
    assert pdf.write(replace(sample(), blocks=blocks))[:5] == b"%PDF-"


def test_a_chart_without_words_is_refused_by_name() -> None:
    with pytest.raises(pdf.PdfError, match=r"the chart 'silent' has no words"):
        pdf.write(replace(sample(), blocks=(replace(chart("silent", "Silent"), alt=" "),)))


def test_a_level_left_out_and_a_place_named_oddly_do_not_stop_the_report() -> None:
    blocks = (Heading("Deep", 3, "a place: with (odd) signs"), Paragraph("[there](#a%20place) and [x](#nowhere)"))
    assert pdf.write(replace(sample(), blocks=blocks))[:5] == b"%PDF-"


def test_an_empty_document_is_still_a_pdf() -> None:
    assert pdf.write(replace(sample(), subtitle="", made="", blocks=()))[:5] == b"%PDF-"
    assert pdf.write(replace(children(), subtitle="", made="", blocks=()))[:5] == b"%PDF-"


def test_a_table_of_few_rows_but_many_words_runs_on_to_the_next_page() -> None:
    words = "A definition that goes on and says who is counted, and who is not, and why that is so. " * 12
    wordy = Table("w", "Definitions", ("Figure", "What"), tuple((f"F{at}", words) for at in range(9)), (False, False))
    made = pikepdf.open(io.BytesIO(pdf.write(replace(sample(), blocks=(wordy,)))))
    short = replace(wordy, rows=wordy.rows[:1])
    assert len(made.pages) > len(pikepdf.open(io.BytesIO(pdf.write(replace(sample(), blocks=(short,))))).pages)
