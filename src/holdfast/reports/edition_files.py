"""Which files make one edition: the report in every format, and the letter to the children."""

from collections.abc import Callable, Iterator

from holdfast.reports.document import Document

Progress = Callable[[str], None]


def edition_files(report: Document, letter: Document, *, year: str, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes, one at a time, as each is made.

    Writers are loaded when they are needed, so that what is quick is there before what is slow.
    """
    from holdfast.reports.writers import html, pdf, word, workbook  # noqa: PLC0415 - they take a while to load

    kinds = (
        ("web page", "html", html.write),
        ("PDF", "pdf", pdf.write),
        ("Word document", "docx", word.write),
    )
    for named, document in (("annual report", report), ("letter to children", letter)):
        for kind, ending, write in kinds:
            progress(f"Writing the {named}: {kind}")
            yield f"{named.replace(' ', '-')}-{year}.{ending}", write(document)
    progress("Writing the workbook of every table")
    yield f"tables-{year}.xlsx", workbook.write(report)
