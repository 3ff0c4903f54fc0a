"""How does the document become a Word file that a council can go on editing?

Everything is set by styles. The contents are a field that is filled in already, so it reads right before it is
updated, and is never asked to update itself.
"""

import io
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

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
from holdfast.reports.writers.parts import every_block, in_order, made_on
from holdfast.reports.writers.word_styles import CHILDRENS_TABLE_TEXT, TABLE_TEXT, dress
from holdfast.reports.writers.word_tables import key_figures_of, table_of
from holdfast.reports.writers.word_xml import field, put, same_every_day, w, words

_TEXT_WIDTH = Cm(16)


def write(document: Document) -> bytes:
    """The document as a .docx file."""
    word = docx.Document()
    dress(
        word,
        palette(document.colour, document.accent),
        language=document.language,
        children=document.look == "children",
    )
    _properties(word, document)
    _page(word, document)
    _Writing(word, document).all()
    out = io.BytesIO()
    word.save(out)
    return same_every_day(out.getvalue())


def _properties(word: WordDocument, document: Document) -> None:
    day = made_on(document)
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1980, 1, 1, tzinfo=UTC)
    about = word.core_properties
    about.title, about.author, about.language = (
        plain(document.title)[:255],
        plain(document.council)[:255],
        document.language,
    )
    about.subject, about.comments, about.keywords, about.last_modified_by = plain(document.subtitle)[:255], "", "", ""
    about.created = about.modified = moment
    about.revision = 1
    package = word.part.package
    for name in [name for name, rel in package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[name]

    # The template's own proofing language is American.
    for language in word.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), document.language)


def _page(word: WordDocument, document: Document) -> None:
    """A4, with the council and the title at the head and "Page x of y" at the foot of all but a first page."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.3)
    foot = section.footer.paragraphs[0]
    foot.style = word.styles["Footer"]
    put(foot._p.get_or_add_pPr(), w("jc", val="right"))
    pieces = (w("r", words("Page ")), *field("PAGE", "1"), w("r", words(" of ")), *field("NUMPAGES", "1"))
    foot._p.extend(pieces)
    if document.look != "children":
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = section.first_page_footer.is_linked_to_previous = False
        head = section.header.paragraphs[0]
        head.style = word.styles["Header"]
        head.add_run(f"{plain(document.council)}: {plain(document.title)}")


class _Writing:
    """One writing: keeps the numbers that must be unique, and what came before."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self.word = word
        self.document = document
        self.blocks = in_order(document.blocks)
        places = [block.anchor for block in every_block(self.blocks) if isinstance(block, Heading)]
        self.bookmarks = {anchor: f"_Toc{at:08d}" for at, anchor in enumerate(places, start=1)}
        self.after_table = False
        self.table_size = CHILDRENS_TABLE_TEXT if document.look == "children" else TABLE_TEXT
        self.bookmarked: set[str] = set()

    def all(self) -> None:
        """The title page, the contents, the blocks and the line that says when it was made."""
        document, children = self.document, self.document.look == "children"
        self.say("Council", document.council)
        self.say("Title", document.title)
        if document.subtitle:
            self.say("Subtitle", document.subtitle)
        if not children:
            self.say("Made", document.made)
            self.contents()
        self.show(self.blocks, first=not children)
        self.say("Made", document.made if children else document.council)

    def say(self, style: str, text: str) -> WordParagraph:
        """One paragraph of Markdown in a style."""
        paragraph = self.word.add_paragraph(style=style)
        self.fill(paragraph._p, text)
        if self.after_table and not style.startswith(("Heading", "Caption", "Note", "Callout", "Details Title")):
            paragraph.paragraph_format.space_before = Pt(14)
        self.after_table = False
        return paragraph

    def fill(self, holder: BaseOxmlElement, text: str) -> None:
        """Put the runs of a paragraph of Markdown into an element."""
        for run in runs(text):
            properties = w("rPr")
            address = "" if run.link.startswith("#") else run.link
            place = self.bookmarks.get(run.link[1:], "") if run.link.startswith("#") else ""
            if address or place:
                properties.append(w("rStyle", val="Hyperlink"))
            elif run.code:
                properties.append(w("rStyle", val="Code"))
            if run.strong:
                properties.append(w("b"))
            if run.emph:
                properties.append(w("i"))
            made = w("r", properties, w("br") if run.text == "\n" else words(run.text))
            if address:
                related = self.word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = w("hyperlink", made, history=1)
                link.set(qn("r:id"), related)
                holder.append(link)
            else:
                holder.append(w("hyperlink", made, anchor=place, history=1) if place else made)

    def contents(self) -> None:
        """The contents: a field already filled in, each line a link."""
        listed = [block for block in self.blocks if isinstance(block, Heading) and block.level <= 2]
        if not listed:
            return
        self.say("toc heading", "Contents").paragraph_format.page_break_before = True
        begin, code, separate, _, end = field('TOC \\o "1-2" \\h \\z \\u', "")
        for at, heading in enumerate(listed):
            line = self.word.add_paragraph(style=f"toc {heading.level}")._p
            if at == 0:
                line.extend([begin, code, separate])
            said = w("r", words(plain(heading.text)))
            line.append(w("hyperlink", said, anchor=self.bookmarks[heading.anchor], history=1))
            if at == len(listed) - 1:
                line.append(end)

    def show(self, blocks: tuple[Block, ...], *, inside: str = "", first: bool = False) -> None:
        """Write blocks; `inside` is the callout or the details they stand in."""
        for block in blocks:
            match block:
                case Heading():
                    self.heading(block, new_page=first)
                case Paragraph():
                    self.say(inside or ("Lead" if block.lead else "Body Text"), block.text)
                case Bullets():
                    self.bullets(block, inside)
                case KeyFigures():
                    self.word.element.body._insert_tbl(key_figures_of(block, self.fill, _TEXT_WIDTH.twips))
                    self.after_table = True
                case Table():
                    self.table(block)
                case Chart():
                    self.chart(block)
                case Callout():
                    self.callout(block)
                case Details():
                    self.say("Details Title", block.summary)
                    self.show(block.blocks, inside="Details Text")
            first = False

    def heading(self, heading: Heading, *, new_page: bool) -> None:
        paragraph = self.say(f"Heading {heading.level}", heading.text)
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        if heading.anchor not in self.bookmarked:
            self.bookmarked.add(heading.anchor)
            number = len(self.bookmarked)
            start = w("bookmarkStart", id=number, name=self.bookmarks[heading.anchor])
            at = 1 if paragraph._p.pPr is not None else 0
            paragraph._p.insert(at, start)
            paragraph._p.append(w("bookmarkEnd", id=number))

    def bullets(self, bullets: Bullets, inside: str) -> None:
        number = self.numbering() if bullets.ordered else None
        for item in bullets.items:
            paragraph = self.say("List Number" if bullets.ordered else "List Bullet", item)
            if inside.startswith("Callout"):
                around = self.word.styles[inside].element.pPr
                like = [_copy(around, tag) for tag in ("pBdr", "shd")]
                put(
                    paragraph._p.get_or_add_pPr(),
                    *(one for one in like if one is not None),
                    w("ind", left=615, right=255, hanging=360),
                )
            if number is not None:
                put(paragraph._p.get_or_add_pPr(), w("numPr", w("ilvl", val=0), w("numId", val=number)))

    def numbering(self) -> int:
        """A numbering of its own, so that each numbered list begins at 1."""
        parts: Any = self.word.part.numbering_part.element
        used = self.word.styles["List Number"].element.pPr.numPr.numId.val
        abstract = next(num for num in parts.num_lst if num.numId == used).abstractNumId.val
        fresh = parts.add_num(abstract)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def table(self, table: Table) -> None:
        """A table under its title; its note follows it."""
        if table.title:
            self.say("Caption", table.title)
        elif self.after_table:
            self.say("Note", "Table")
        self.word.element.body._insert_tbl(table_of(table, self.fill, _TEXT_WIDTH.twips, size=self.table_size))
        self.after_table = True
        if table.note:
            self.say("Note", table.note)

    def chart(self, chart: Chart) -> None:
        """A picture under its title, with its words for those who cannot see it, and its table."""
        self.say("Caption", chart.title)
        paragraph = self.word.add_paragraph(style="Picture")
        picture = paragraph.add_run().add_picture(io.BytesIO(chart.png), width=_TEXT_WIDTH)
        picture.height = round(_TEXT_WIDTH * chart.height / chart.width)
        about = picture._inline.docPr
        about.set("descr", plain(chart.alt))
        about.set("name", plain(chart.name))
        if chart.table and not chart.table.long:
            self.table(chart.table)

    def callout(self, callout: Callout) -> None:
        style = f"Callout {callout.kind.capitalize()}"
        if callout.title:
            self.say(f"{style} Title", callout.title)
        self.show(callout.blocks, inside=style)
        self.after_table = True


def _copy(properties: BaseOxmlElement | None, tag: str) -> BaseOxmlElement | None:
    found = None if properties is None else properties.find(qn(f"w:{tag}"))
    return None if found is None else found.__copy__()
