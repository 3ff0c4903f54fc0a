"""What does the document look like as one web page that asks nothing of any network?"""

import base64
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

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
from holdfast.reports.writers.parts import (
    SHORT,
    anchors,
    direction_said,
    every_block,
    headings,
    in_order,
    is_slight,
    longest,
    stays_together,
)

_TEMPLATES = files("holdfast.reports.writers") / "templates"
_SCROLLS_FROM, _MANY_FROM = 4, 9
_SHORT_HEAD = 9
_LONG_NUMBER = 6


def write(document: Document) -> bytes:
    """The document as one self-contained HTML file in UTF-8."""
    blocks = in_order(document.blocks)
    page = _Page(document)
    colours = palette(document.colour, document.accent)
    made = (
        _environment()
        .get_template("report.html")
        .render(
            language=document.language,
            look=document.look,
            title=page.inline(document.title),
            plain_title=plain(document.title),
            subtitle=page.inline(document.subtitle),
            council=page.inline(document.council),
            plain_council=plain(document.council),
            made=page.inline(document.made),
            contents=[
                {"text": page.inline(heading.text), "anchor": heading.anchor}
                for heading in headings(document, deepest=1)
            ],
            colours={name: getattr(colours, name) for name in colours.__slots__},
            style=_style(children=document.look == "children"),
            blocks=page.views(blocks),
        )
    )
    return made.encode()


def _style(*, children: bool) -> Markup:
    """The package's own style sheet, the only text that goes into the page as it is."""
    return Markup(_text("report.css") + (_text("children.css") if children else ""))  # noqa: S704 (no document text)


def _text(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


class _Templates(BaseLoader):
    """The templates that come with the package, and no others."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:  # noqa: ARG002
        if template != "report.html":
            raise TemplateNotFound(template)
        return _text(template), None, lambda: True


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=_Templates(), autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


class _Page:
    """One writing: gives each table its own id and label, and lets links go only to places that exist."""

    def __init__(self, document: Document) -> None:
        self.anchors = anchors(document)
        self.tables = 0
        self.titles = Counter[str]()
        for block in every_block(document.blocks):
            table = block.table if isinstance(block, Chart) else block
            if isinstance(table, Table):
                self.titles[table.title] += 1

    def inline(self, text: str) -> Markup:
        """One paragraph of Markdown as HTML; whatever was typed as HTML is shown, never obeyed."""
        made = Markup()
        for run in runs(text):
            piece = Markup("<br>") if run.text == "\n" else escape(run.text)
            if run.code:
                piece = Markup("<code>{}</code>").format(piece)
            if run.emph:
                piece = Markup("<em>{}</em>").format(piece)
            if run.strong:
                piece = Markup("<strong>{}</strong>").format(piece)
            if run.link and (not run.link.startswith("#") or run.link[1:] in self.anchors):
                piece = Markup('<a href="{}">{}</a>').format(run.link, piece)
            made += piece
        return made

    def views(self, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
        """The blocks as plain values for the template."""
        return [self._view(block) for block in blocks]

    def _view(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading():
                return {
                    "is": "heading",
                    "text": self.inline(block.text),
                    "tag": f"h{block.level + 1}",
                    "anchor": block.anchor,
                }
            case Paragraph():
                return {"is": "paragraph", "text": self.inline(block.text), "lead": block.lead}
            case Bullets():
                return {"is": "bullets", "items": [self.inline(item) for item in block.items], "ordered": block.ordered}
            case KeyFigures():
                return {
                    "is": "key_figures",
                    "figures": [
                        {
                            "number": self.inline(figure.number),
                            "long": len(plain(figure.number)) > _LONG_NUMBER,
                            "says": self.inline(figure.says),
                            "change": self.inline(figure.change),
                            "direction": figure.direction,
                            "direction_said": direction_said(figure),
                        }
                        for figure in block.figures
                    ],
                }
            case Table():
                return {"is": "table"} | self._table(block)
            case Chart():
                return {
                    "is": "chart",
                    "title": self.inline(block.title),
                    "alt": plain(block.alt),
                    "source": "data:image/svg+xml;base64," + base64.b64encode(block.svg).decode(),
                    "width": round(block.width * 100),
                    "height": round(block.height * 100),
                    "table": self._table(block.table) if block.table else None,
                    "long": block.table is not None and block.table.long,
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

    def _table(self, table: Table) -> dict[str, Any]:
        self.tables += 1
        short = [length <= SHORT for length in longest(table)]
        repeated = self.titles[table.title] > 1 or not table.title
        return {
            "id": f"table-{self.tables}",
            "title": self.inline(table.title),
            "label": f"{plain(table.title) or 'Table'} (table {self.tables})" if repeated else "",
            "columns": [
                self._cell(text, numeric, len(text) <= _SHORT_HEAD)
                for text, numeric in zip(table.columns, table.numeric, strict=False)
            ],
            "rows": [self._row(row, table.numeric, short) for row in table.rows],
            "total": self._row(table.total, table.numeric, short) if table.total else None,
            "note": self.inline(table.note),
            "scrolls": len(table.columns) >= _SCROLLS_FROM,
            "many": len(table.columns) >= _MANY_FROM,
            "slight": is_slight(table),
            "together": stays_together(table),
        }

    def _row(self, row: tuple[str, ...], numeric: tuple[bool, ...], short: list[bool]) -> list[dict[str, Any]]:
        return [self._cell(*cell) for cell in zip(row, numeric, short, strict=False)]

    def _cell(self, text: str, numeric: bool, short: bool) -> dict[str, Any]:
        kinds = " ".join(kind for kind, holds in (("number", numeric), ("short", short)) if holds)
        return {"text": self.inline(text), "kind": Markup(' class="{}"').format(kinds) if kinds else ""}
