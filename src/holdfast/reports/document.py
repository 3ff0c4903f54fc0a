"""What a document is made of, before it is a web page, a PDF or a Word file.

A report is composed once as these blocks; each writer (`html`, `pdf`, `word`, `workbook`) turns the same blocks into
its own format, so no format can say what another does not. Text is Markdown of one paragraph: emphasis, links, code.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the report, 2 and 3 lie inside it. `anchor` is unique in the document."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `lead` marks the sentence that opens a section, set larger."""

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` numbers it."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number of the page that says the year: large, with its sentence and what changed.

    `direction` says how to read the change ("better", "worse", "same", "" where neither is better), in words.
    """

    number: str
    says: str
    change: str = ""
    direction: Literal["better", "worse", "same", ""] = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The numbers at a glance, side by side where there is room."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row heads its columns and whose first column heads its rows.

    `rows` hold finished strings, one a column; `numeric` says for each column whether its digits align; `total` is the
    last row when the rows add up to it. `name` is unique and names the sheet of the workbook; `values` hold the same
    cells as numbers where they are numbers, for the workbook. `long` marks a table behind a chart that paper leaves
    out: the web page folds it away and the workbook holds it.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    total: tuple[str, ...] | None = None
    note: str = ""
    values: tuple[tuple[str | float | int | None, ...], ...] = ()
    long: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a table: its title is what it shows, `alt` says it in words, and the table stands beside it.

    `svg` and `png` are the finished pictures; `width` over `height` is their shape.
    """

    name: str
    title: str
    alt: str
    svg: bytes
    png: bytes
    width: float
    height: float
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """Something set apart: "note" to know, "warning" to act on, "prose" for words the service wrote itself."""

    kind: Literal["note", "warning", "prose"]
    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Details:
    """Something folded away on the web page and set small on paper: definitions, the table behind a chart."""

    summary: str
    blocks: "tuple[Block, ...]"


Block = Heading | Paragraph | Bullets | KeyFigures | Table | Chart | Callout | Details


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `colour` and `accent` are the council's, as #rrggbb; `subtitle` and `made` follow the title."""

    title: str
    subtitle: str
    council: str
    made: str
    colour: str
    accent: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    look: Literal["report", "children"] = "report"
