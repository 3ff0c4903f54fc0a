"""The Word file is made of styles, so that a council can go on editing it."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from holdfast.reports.document import Bullets, Paragraph
from holdfast.reports.writers import word
from tests.reports.sample_document import AGES, FORMULA, SCRIPT, children, sample


@pytest.fixture(scope="module")
def report() -> WordDocument:
    return docx.Document(io.BytesIO(word.write(sample())))


def _part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(word.write(sample()))) as package:
        return package.read(name).decode()


def test_the_same_document_gives_the_same_bytes_and_no_part_says_when() -> None:
    one = word.write(sample())
    assert one == word.write(sample())
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_dated_as_the_document_says(report: WordDocument) -> None:
    assert report.core_properties.created is not None
    assert report.core_properties.created.date().isoformat() == "2015-06-04"
    assert report.core_properties.title == "Independent Reviewing Officers' annual report"


def test_headings_are_headings(report: WordDocument) -> None:
    said = [
        (one.style.name, one.text) for one in report.paragraphs if one.style and one.style.name.startswith("Heading")
    ]
    assert said[:3] == [
        ("Heading 1", "The year at a glance"),
        ("Heading 1", "The children"),
        ("Heading 2", "How old they are"),
    ]


def test_no_empty_paragraph_makes_room(report: WordDocument) -> None:
    empty = [one for one in report.paragraphs if not one.text.strip() and one._p.find(".//" + qn("w:drawing")) is None]
    assert empty == []


def test_the_contents_read_right_before_they_are_updated_and_never_ask_to_be() -> None:
    text = _part("word/document.xml")
    assert 'TOC \\o "1-2"' in text
    listed = docx.Document(io.BytesIO(word.write(sample())))
    lines = [one.text or "".join(run.text for link in one.hyperlinks for run in link.runs) for one in listed.paragraphs
             if one.style and one.style.name.startswith("toc ") and one.style.name != "toc heading"]  # fmt: skip
    assert lines[:3] == ["The year at a glance", "The children", "How old they are"]
    assert "updateFields" not in _part("word/settings.xml")


def test_the_head_of_every_table_of_figures_is_repeated(report: WordDocument) -> None:
    tables = [table for table in report.tables if table.style is not None and table.style.name == "Report Table"]
    assert len(tables) == 5
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_cells_say_what_the_document_says(report: WordDocument) -> None:
    table = report.tables[1]
    assert tuple(cell.text for cell in table.rows[0].cells) == AGES.columns
    assert tuple(cell.text for cell in table.rows[-1].cells) == AGES.total


def test_columns_fill_the_page_and_no_more(report: WordDocument) -> None:
    for table in report.tables:
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert sum(widths) == 9071
        assert min(widths) > 300


def test_every_picture_has_its_words(report: WordDocument) -> None:
    said = [shape._inline.docPr.get("descr") for shape in report.inline_shapes]
    assert len(said) == 2
    assert all("tallest bar" in one for one in said)


def test_the_foot_counts_the_pages(report: WordDocument) -> None:
    codes = [one.text for one in report.sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_the_language_is_british_english() -> None:
    assert '<w:lang w:val="en-GB"' in _part("word/styles.xml")


def test_each_numbered_list_begins_at_one() -> None:
    lists = replace(sample(), blocks=(Bullets(("a", "b"), ordered=True), Paragraph("x"), Bullets(("c",), ordered=True)))
    made = docx.Document(io.BytesIO(word.write(lists)))
    numbers = [one._p.pPr.numPr.numId.val for one in made.paragraphs if one.style and one.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]


def test_script_and_formulas_are_only_words(report: WordDocument) -> None:
    cells = [cell.text for table in report.tables for cell in table.column_cells(0)]
    assert SCRIPT in cells
    assert FORMULA in cells


def test_every_link_inside_has_its_bookmark() -> None:
    made = docx.Document(io.BytesIO(word.write(sample()))).element.body
    places = {one.get(qn("w:name")) for one in made.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in made.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= places


def test_what_word_cannot_hold_is_left_out() -> None:
    made = word.write(replace(sample(), title="A\x00B\ud800", blocks=(Paragraph("c\x0bd"),)))
    assert docx.Document(io.BytesIO(made)).core_properties.title == "AB"


@pytest.mark.parametrize("document", [sample(), children()], ids=["report", "children's version"])
def test_another_word_processor_opens_it(document: object, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "report.docx").write_bytes(word.write(document))  # type: ignore[arg-type]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", profile, "--convert-to", "pdf", "report.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"
