"""How is the document set as a tagged PDF (PDF/UA-1) that a screen reader and a committee can both read?

Typst sets it. No text ever becomes Typst source: the template reads it as data, so nothing in a name can be a command.
"""

import json
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from holdfast.reports.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Details,
    Document,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
)
from holdfast.reports.writers.colour import palette
from holdfast.reports.writers.markdown import plain, runs
from holdfast.reports.writers.parts import anchors, direction_said, in_order, is_slight, made_on, shares, stays_together

_TEMPLATE = files("holdfast.reports.writers") / "templates" / "report.typ"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
# The package holds each face twice (OTF and TTF) and Typst takes whole folders only, so the six lie in their own.
_FACES_FOLDER = tempfile.TemporaryDirectory(prefix="holdfast-faces-")
_NO_GLYPH = "could not be displayed"


class PdfError(ValueError):
    """A document that cannot be set as PDF/UA, with what stood in the way."""


def write(document: Document) -> bytes:
    """The document as a PDF/UA-1 file; PdfError where it cannot be one (a chart without words for it, say)."""
    _refuse_what_cannot_be_read(document.blocks)
    with tempfile.TemporaryDirectory(prefix="holdfast-pdf-") as place:
        folder = Path(place)
        (folder / "report.typ").write_text(_TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
        data = _Setting(document, folder).data()
        try:
            return _compile(document, folder, data)
        except typst.TypstError as refusal:
            if _NO_GLYPH not in str(refusal):
                raise PdfError(f"the PDF could not be set: {refusal}") from refusal
        return _compile(document, folder, _only_known_letters(data))


def _refuse_what_cannot_be_read(blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        if isinstance(block, Chart) and not block.alt.strip():
            raise PdfError(f"the chart {block.name!r} has no words for those who cannot see it; expected its alt")
        if isinstance(block, Callout | Details):
            _refuse_what_cannot_be_read(block.blocks)


def _compile(document: Document, folder: Path, data: dict[str, Any]) -> bytes:
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    day = made_on(document)
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1980, 1, 1, tzinfo=UTC)
    return typst.compile(
        str(folder / "report.typ"),
        root=str(folder),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=moment,
    )


@cache
def _fonts() -> typst.Fonts:
    """The bundled typeface in the six faces used, and Typst's own for letters it lacks; nothing from the machine."""
    bundled = Path(font_source_sans_pro.font_directory)
    folder = Path(_FACES_FOLDER.name)
    for face in _FACES:
        name = f"SourceSansPro-{face}.ttf"
        shutil.copyfile(bundled / name, folder / name)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])


def _only_known_letters(data: Any) -> Any:
    """The same data with each letter beyond Latin, Greek, Cyrillic and common signs as a box, where no font has it."""
    if isinstance(data, dict):
        return {key: _only_known_letters(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_only_known_letters(value) for value in data]
    if isinstance(data, str):
        return "".join(letter if ord(letter) < 0x500 or 0x1E00 <= ord(letter) < 0x2070 else "□" for letter in data)
    return data


class _Setting:
    """One setting: writes the pictures beside the template, and lets links go only to places that exist."""

    def __init__(self, document: Document, folder: Path) -> None:
        self.document = document
        self.folder = folder
        self.anchors = anchors(document)
        self.pictures = 0

    def data(self) -> dict[str, Any]:
        """Everything the template reads."""
        document = self.document
        colours = palette(document.colour, document.accent)
        language, _, region = document.language.partition("-")
        day = made_on(document)
        return {
            "title": plain(document.title),
            "subtitle": self.inline(document.subtitle),
            "council": plain(document.council),
            "made": self.inline(document.made),
            "date": [day.year, day.month, day.day] if day else None,
            "language": language,
            "region": region or None,
            "look": document.look,
            "colours": {name: getattr(colours, name) for name in colours.__slots__},
            "blocks": self.views(in_order(document.blocks)),
        }

    def inline(self, text: str) -> list[dict[str, Any]]:
        """One paragraph of Markdown as runs."""
        return [
            {
                "text": run.text,
                "strong": run.strong,
                "emph": run.emph,
                "code": run.code,
                "link": run.link if not run.link.startswith("#") or run.link[1:] in self.anchors else "",
            }
            for run in runs(text)
        ]

    def views(self, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
        """The blocks as plain values."""
        return [self._view(block) for block in blocks]

    def _view(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading():
                return {"is": "heading", "text": self.inline(block.text), "level": block.level, "anchor": block.anchor}
            case Paragraph():
                return {"is": "paragraph", "text": self.inline(block.text), "lead": block.lead}
            case Bullets():
                return {"is": "bullets", "items": [self.inline(item) for item in block.items], "ordered": block.ordered}
            case KeyFigures():
                return {
                    "is": "key_figures",
                    "figures": [
                        {
                            "number": plain(figure.number),
                            "says": self.inline(figure.says),
                            "change": self.inline(figure.change),
                            "direction": figure.direction,
                            "direction_said": direction_said(figure),
                        }
                        for figure in block.figures
                    ],
                }
            case Table():
                return self._table(block)
            case Chart():
                return {
                    "is": "chart",
                    "title": self.inline(block.title),
                    "alt": plain(block.alt),
                    "picture": self._picture(block),
                    "table": self._table(block.table) if block.table and not block.table.long else None,
                }
            case Callout():
                return {
                    "is": "callout",
                    "kind": block.kind,
                    "title": self.inline(block.title),
                    "blocks": self.views(block.blocks),
                }
            case Details():
                return {"is": "details", "summary": self.inline(block.summary), "blocks": self.views(block.blocks)}

    def _picture(self, chart: Chart) -> str:
        self.pictures += 1
        name = f"chart-{self.pictures}.svg"
        (self.folder / name).write_bytes(chart.svg)
        return name

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "is": "table",
            "title": self.inline(table.title),
            "columns": [self.inline(text) for text in table.columns],
            "rows": [[self.inline(text) for text in row] for row in table.rows],
            "total": [self.inline(text) for text in table.total] if table.total else None,
            "numeric": list(table.numeric),
            "widths": shares(table),
            "slight": is_slight(table),
            "note": self.inline(table.note),
            "together": stays_together(table),
        }
