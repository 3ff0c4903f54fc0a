"""What does every writer need to know about a document: its sections, its tables, its places, its day?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.reports.document import Block, Callout, Chart, Details, Document, Heading, KeyFigure, Table

_DIRECTION = {"better": "Better", "worse": "Worse", "same": "About the same", "": ""}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WRITTEN = re.compile(r"\b(\d{1,2}) (" + "|".join(_MONTHS) + r") (\d{4})\b", re.IGNORECASE)
_FEW_ROWS, _A_FEW_WORDS = 15, 80
_FEW_COLUMNS, SHORT = 3, 15
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those inside callouts and details too."""
    for block in blocks:
        yield block
        if isinstance(block, Callout | Details):
            yield from every_block(block.blocks)


def headings(document: Document, *, deepest: int) -> tuple[Heading, ...]:
    """The headings for a contents list: those that stand on the page itself, not inside something set apart."""
    return tuple(block for block in document.blocks if isinstance(block, Heading) and block.level <= deepest)


def anchors(document: Document) -> frozenset[str]:
    """Every place in the document that a link can go to."""
    return frozenset(block.anchor for block in every_block(document.blocks) if isinstance(block, Heading))


def tables(document: Document) -> tuple[Table, ...]:
    """Every table once, in reading order, those behind charts too; two of one name are one table."""
    found: dict[str, Table] = {}
    for block in every_block(document.blocks):
        table = block.table if isinstance(block, Chart) else block
        if isinstance(table, Table):
            found.setdefault(table.name, table)
    return tuple(found.values())


def made_on(document: Document) -> date | None:
    """The day the document says it was made ("4 June 2015" or 2015-06-04), None where it says none.

    A file's own dates come from here and never from the clock, so that the same document gives the same bytes.
    """
    try:
        if written := _WRITTEN.search(document.made):
            month = _MONTHS.index(written[2].lower()) + 1
            return date(int(written[3]), month, int(written[1]))
        if iso := _ISO.search(document.made):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        return None
    return None


def in_order(blocks: tuple[Block, ...], *, below: int = 0) -> tuple[Block, ...]:
    """The same blocks with no heading more than one level below the heading before it.

    PDF/UA refuses a level left out, and a reader who goes by headings would look for what is missing.
    """
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            below = min(block.level, below + 1)
            made.append(replace(block, level=below))
        elif isinstance(block, Callout | Details):
            made.append(replace(block, blocks=in_order(block.blocks, below=below)))
        else:
            made.append(block)
    return tuple(made)


def stays_together(table: Table) -> bool:
    """Whether a table is small enough to be kept on one page; one that is not must be let run on."""
    return len(table.rows) <= _FEW_ROWS and all(len(text) <= _A_FEW_WORDS for row in table.rows for text in row)


def longest(table: Table) -> list[int]:
    """The letters in the longest thing each column says, its head not counted."""
    rows = (*table.rows, table.total) if table.total else table.rows
    return [max((len(row[at]) for row in rows if at < len(row)), default=0) for at in range(len(table.columns))]


def is_slight(table: Table) -> bool:
    """Whether a table says so little that across a whole page its figures would stand far from their names."""
    first, *others = longest(table) or [0]
    if sum(len(head) for head in table.columns) > _A_FEW_WORDS - 2 * SHORT:
        return False
    return len(table.columns) <= _FEW_COLUMNS and first <= 2 * SHORT and all(length <= SHORT for length in others)


def shares(table: Table) -> list[float]:
    """Each column's part of the room that is left, by how much it says; 0 for one that is as wide as it needs."""
    lengths = longest(table)
    wordy = [length > SHORT or (at == 0 and max(lengths) <= SHORT) for at, length in enumerate(lengths)]
    return [
        round(max(12, min(200, length)) ** 0.6, 2) if words else 0.0
        for length, words in zip(lengths, wordy, strict=True)
    ]


def direction_said(figure: KeyFigure) -> str:
    """How to read a figure's change, in words that lead into it: "Better:" before a small letter, "Better." else."""
    said = _DIRECTION[figure.direction]
    if not said or not figure.change:
        return said
    return said + (":" if figure.change[0].islower() or figure.change[0].isdigit() else ".")
