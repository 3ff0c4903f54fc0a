"""What does a piece of Markdown say, as runs of text and as the blocks of a document?

HTML inside Markdown is never read as HTML: it stays the characters that were typed. Pictures become their alternative
text, and a link goes only to the web, to mail or to a place inside the document.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from holdfast.reports.document import Block, Bullets, Callout, Heading, Paragraph, Table

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").disable("html_inline")
_MARKED = re.compile(r"[\\`*_\[\]&<\n]")
_SAFE_LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text set one way; `link` is an address or #anchor, and a run of one newline breaks the line."""

    text: str
    strong: bool = False
    emph: bool = False
    code: bool = False
    link: str = ""


def legible(text: str) -> str:
    """Text without the characters that no format can hold (control characters, halves of a pair)."""
    return _UNPRINTABLE.sub("", text)


def runs(text: str) -> tuple[Run, ...]:
    """The runs of one paragraph of Markdown."""
    text = legible(text)
    if not _MARKED.search(text):
        return (Run(text),) if text else ()
    made: list[Run] = []
    for token in _MARKDOWN.parseInline(text):
        _walk(token.children or [], made)
    return tuple(made)


def plain(text: str) -> str:
    """What one paragraph of Markdown says, without its marks."""
    return "".join(run.text for run in runs(text)).replace("\n", " ")


def _walk(tokens: Iterable[Token], made: list[Run]) -> None:
    strong = emph = 0
    links: list[str] = []
    for token in tokens:
        strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        emph += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            links.append(address if _SAFE_LINK.match(address) else "")
        elif token.type == "link_close":
            links.pop()
        said = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if said and not token.type.endswith(("_open", "_close")):
            code = token.type == "code_inline"
            _add(made, Run(said, strong > 0, emph > 0, code, links[-1] if links else ""))


def _add(made: list[Run], run: Run) -> None:
    """Neighbours set the same way are one run, so that a word is never cut in two."""
    if made and "\n" not in (run.text, made[-1].text) and replace(made[-1], text="") == replace(run, text=""):
        made[-1] = replace(made[-1], text=made[-1].text + run.text)
    else:
        made.append(run)


def anchor(text: str) -> str:
    """A name for a heading's place in the document: small letters, digits and hyphens."""
    plainly = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plainly).strip("-") or "section"


def blocks(text: str, *, top_level: int = 1, prefix: str = "") -> tuple[Block, ...]:
    """The blocks of a piece of Markdown.

    A single # becomes a heading of `top_level`; deeper than 3 stays 3. `prefix` starts each anchor and each table's
    name, so that several pieces can stand in one document. A quotation becomes a callout in the service's own words.
    """
    taken: set[str] = set()

    def unused(name: str) -> str:
        wanted = name = f"{prefix}-{name}" if prefix else name
        again = 2
        while name in taken:
            name, again = f"{wanted}-{again}", again + 1
        taken.add(name)
        return name

    return _blocks(_MARKDOWN.parse(legible(text)), top_level, unused)


def _blocks(tokens: list[Token], top_level: int, unused: Callable[[str], str]) -> tuple[Block, ...]:
    made: list[Block] = []
    at = 0
    while at < len(tokens):
        token, inside, after = tokens[at], *_inside(tokens, at)
        if token.type == "heading_open":
            said = inside[0].content
            level = min(3, int(token.tag[1]) - 1 + top_level)
            made.append(Heading(said, level, unused(anchor(plain(said)))))
        elif token.type == "paragraph_open":
            made.append(Paragraph(inside[0].content))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            items = tuple(one.content for one in inside if one.type in ("inline", "fence", "code_block"))
            made.append(Bullets(items, ordered=token.type == "ordered_list_open"))
        elif token.type == "blockquote_open":
            made.append(Callout("prose", "", _blocks(inside, top_level, unused)))
        elif token.type == "table_open":
            made.append(_table(inside, unused("table")))
        elif token.type in ("fence", "code_block"):
            made.append(Paragraph("`` " + " ".join(token.content.split()) + " ``"))
        at = after
    return tuple(made)


def _inside(tokens: list[Token], at: int) -> tuple[list[Token], int]:
    """What lies between an opening token and its close, and where to go on."""
    if tokens[at].nesting != 1:
        return [], at + 1
    depth, end = 1, at + 1
    while depth:
        depth += tokens[end].nesting
        end += 1
    return tokens[at + 1 : end - 1], end


def _table(tokens: list[Token], name: str) -> Table:
    rows: list[list[str]] = []
    numeric: list[bool] = []
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(tokens[at + 1].content)
            if len(rows) == 1:
                numeric.append("right" in str(token.attrGet("style") or ""))
    return Table(name, "", tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(numeric))
