"""Which styles does the Word document use, so that whoever goes on editing it changes a style and not a paragraph?"""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from holdfast.reports.writers.colour import Palette
from holdfast.reports.writers.word_xml import edges, ground, put, w

FONT = "Arial"
QUIET = "#505a63"
INK = "#1b1f23"
TABLE, KEY_FIGURES = "Report Table", "Report Key Figures"
TABLE_TEXT, CHILDRENS_TABLE_TEXT, SMALL = 9.5, 12.0, 7.5
_WARNING = ("#fdf3e7", "#b85c00")


def dress(word: WordDocument, colours: Palette, *, language: str, children: bool) -> None:
    """Set every style the writer uses; sizes are larger and spaces wider in the children's version."""
    for style in [style for style in word.styles if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table"]:
        style.delete()
    base = 14.0 if children else 11.0
    _defaults(word, language)
    ink = colours.brand_ink
    normal = _style(word, "Normal", size=base, after=8 if not children else 12, line=1.25)
    normal.paragraph_format.widow_control = True
    _style(word, "Body Text", after=8 if not children else 12, right=0 if children else 2.0)
    _style(word, "Lead", based="Body Text", size=base * 1.2, after=14)
    title = _style(word, "Title", size=30, bold=True, colour=INK, before=6, after=10, line=1.05)
    _style(word, "Subtitle", size=base * 1.4, colour=QUIET, after=12)
    _style(word, "Council", size=base * 1.15, bold=True, colour=ink, before=0 if children else 150, after=6)
    _style(word, "Made", size=base * 0.9, colour=QUIET, before=18, after=0)
    for level, size, before in ((1, 19, 30), (2, 14, 20), (3, 12, 14)):
        heading = _style(
            word, f"Heading {level}", size=size + (4 if children else 0), bold=True, before=before, after=8, line=1.1,
            colour=ink if level == 1 else INK, next_="Body Text", keep=True,
        )  # fmt: skip
        if level == 1 and not children:
            put(heading.element.get_or_add_pPr(), w("pBdr", *edges(top=(1.5, colours.brand, 8))))
    if children:
        for name in ("Council", "Title", "Subtitle"):
            style = word.styles[name]
            style.font.color.rgb = _rgb(colours.on_banner)
            around = (6, colours.banner, 6)
            box = w("pBdr", *edges(top=around, left=around, bottom=around, right=around))
            put(style.element.get_or_add_pPr(), box, ground(colours.banner))
    else:
        _no_borders(title)
    for name in ("List Bullet", "List Number"):
        _style(word, name, after=5, right=0 if children else 2.0)
    _style(word, "Caption", size=base * 1.05, bold=True, colour=INK, before=16, after=6, keep=True)
    _style(word, "Picture", after=10)
    _style(word, "Note", size=base * 0.87, colour=QUIET, before=5, after=14, right=0 if children else 2.0)
    _style(word, "Details Title", size=base, bold=True, colour=ink, before=16, after=4, keep=True)
    _style(word, "Details Text", size=base * 0.9, after=5, right=0 if children else 2.0)
    _style(word, "Table Text", size=CHILDRENS_TABLE_TEXT if children else TABLE_TEXT, after=0, line=1.1)
    _style(word, "Table Number", based="Table Text").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _style(word, "Table Text Small", based="Table Text", size=SMALL)
    _style(word, "Table Number Small", based="Table Number", size=SMALL)
    _style(word, "Key Number", size=24 if not children else 30, bold=True, colour=ink, after=0, line=1.0)
    _style(word, "Key Says", size=base, after=0, line=1.15)
    _style(word, "Key Change", size=base * 0.9, colour=QUIET, before=2, after=0)
    for kind, back, bar in (
        ("Note", colours.brand_tint, colours.brand), ("Warning", *_WARNING), ("Prose", None, colours.accent)
    ):  # fmt: skip
        callout = _style(word, f"Callout {kind}", after=6, left=0.45, right=0.45)
        _bar(callout, back, bar)
        heading = _style(
            word, f"Callout {kind} Title", based=f"Callout {kind}", bold=True, before=14, after=2, keep=True
        )
        heading.font.size = Pt(base * 1.08)
    _style(word, "Header", size=8.5, colour=QUIET, after=0)
    _style(word, "Footer", size=9, colour=QUIET, after=0).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _style(word, "toc heading", size=19, bold=True, colour=ink, after=12, built_in=True)
    _style(word, "toc 1", size=base, after=3, before=6, built_in=True)
    _style(word, "toc 2", size=base, after=2, left=0.6, built_in=True)
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = _rgb(ink), True
    code = word.styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)
    code.font.name, code.font.size = "Consolas", Pt(base * 0.9)
    _table_style(word, TABLE, top=None)
    _table_style(word, KEY_FIGURES, top=(0.5, "#c9d0d6", 0))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


def _fonts() -> BaseOxmlElement:
    return w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)


def _defaults(word: WordDocument, language: str) -> None:
    """The language and typeface of everything that does not say otherwise."""
    properties = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    properties.extend([_fonts(), w("sz", val=22), w("szCs", val=22), w("lang", val=language, eastAsia=language)])


def _style(
    word: WordDocument,
    name: str,
    *,
    based: str = "Normal",
    size: float | None = None,
    bold: bool | None = None,
    colour: str | None = None,
    before: float | None = None,
    after: float | None = None,
    line: float | None = None,
    left: float | None = None,
    right: float | None = None,
    keep: bool = False,
    next_: str | None = None,
    built_in: bool = False,
) -> ParagraphStyle:
    """A paragraph style: sizes and spaces in points, indents in centimetres."""
    known = {style.name for style in word.styles}
    if name not in known:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in)
    style = word.styles[name]
    style.hidden, style.quick_style = False, True
    if name != "Normal":
        style.base_style = word.styles[based]
    _face(style, size, bold, colour)
    shape = style.paragraph_format
    wanted = {
        "space_before": None if before is None else Pt(before),
        "space_after": None if after is None else Pt(after),
        "line_spacing": line,
        "left_indent": None if left is None else Cm(left),
        "right_indent": None if right is None else Cm(right),
    }
    for attribute, value in wanted.items():
        if value is not None:
            setattr(shape, attribute, value)
    shape.keep_with_next = True if keep else None
    if next_:
        style.next_paragraph_style = word.styles[next_]
    return style


def _face(style: ParagraphStyle, size: float | None, bold: bool | None, colour: str | None) -> None:
    """Typeface, size in half points, weight and colour; whatever the style had before is gone."""
    run = style.element.get_or_add_rPr()
    for child in list(run):
        run.remove(child)
    run.append(_fonts())
    if size is not None:
        style.font.size = Pt(round(size * 2) / 2)
    if bold is not None:
        style.font.bold = bold
    if colour is not None:
        style.font.color.rgb = _rgb(colour)


def _no_borders(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _bar(style: ParagraphStyle, back: str | None, bar: str) -> None:
    """A bar down the left side, on a ground."""
    properties = style.element.get_or_add_pPr()
    put(properties, w("pBdr", *edges(left=(3, bar, 9))))
    if back:
        put(properties, ground(back))


def _table_style(word: WordDocument, name: str, *, top: tuple[float, str, int] | None) -> None:
    """A table of horizontal rules only, with room in its cells, its head and its total set apart."""
    lines = {"bottom": (0.5, "#c9d0d6", 0), "insideH": (0.5, "#c9d0d6", 0)} | ({"top": top} if top else {})
    margin = {"w": 70, "type": "dxa"}
    side = {"w": 80, "type": "dxa"}
    style = w("style", type="table", customStyle=1, styleId=name.replace(" ", ""))
    style.extend(
        [
            w("name", val=name),
            w("basedOn", val="TableNormal"),
            w("uiPriority", val=1),
            w("qFormat"),
            w(
                "tblPr",
                w("tblBorders", *edges(**lines)),
                w("tblCellMar", w("top", **margin), w("left", **side), w("bottom", **margin), w("right", **side)),
            ),
            w(
                "tblStylePr",
                w("rPr", w("b")),
                w("tcPr", w("tcBorders", *edges(bottom=(1.25, INK, 0))), w("vAlign", val="bottom")),
                type="firstRow",
            ),
            w(
                "tblStylePr",
                w("rPr", w("b")),
                w("tcPr", w("tcBorders", *edges(top=(1.0, "#8b959e", 0), bottom=(1.0, "#8b959e", 0)))),
                type="lastRow",
            ),
        ]
    )
    word.styles.element.append(style)
