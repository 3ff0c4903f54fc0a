"""Which pieces of WordprocessingML are written by hand, because python-docx has no words for them?"""

import io
import zipfile
from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_NEVER = (1980, 1, 1, 0, 0, 0)


def w(tag: str, *children: BaseOxmlElement, **values: str | int) -> BaseOxmlElement:
    """An element of the w namespace with its children and its attributes; a trailing underscore is left off a name."""
    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def words(said: str) -> BaseOxmlElement:
    """A w:t that keeps its spaces."""
    made = w("t")
    made.text = said
    made.set(qn("xml:space"), "preserve")
    return made


def field(instruction: str, shown: str) -> list[BaseOxmlElement]:
    """The runs of a field that shows `shown` until Word works it out."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", words(shown)),
        w("r", w("fldChar", fldCharType="end")),
    ]


def edges(**sides: tuple[float, str, int]) -> list[BaseOxmlElement]:
    """Borders by side, each (points wide, #rrggbb, points of space)."""
    order = ("top", "left", "bottom", "right", "insideH", "insideV")
    return [
        w(side, val="single", sz=round(sides[side][0] * 8), space=sides[side][2], color=sides[side][1].lstrip("#"))
        for side in order
        if side in sides
    ]


def ground(colour: str) -> BaseOxmlElement:
    """The shading of a paragraph or cell."""
    return w("shd", val="clear", color="auto", fill=colour.lstrip("#"))


_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr"),
)


def put(properties: BaseOxmlElement, *added: BaseOxmlElement) -> None:
    """Add to a paragraph's properties, each replacing its like, in the order the schema asks for."""
    for one in added:
        for old in properties.findall(one.tag):
            properties.remove(old)
        properties.append(one)
    ranks = {qn(f"w:{name}"): rank for rank, name in enumerate(_PARAGRAPH_ORDER)}
    properties[:] = sorted(properties, key=lambda one: ranks.get(one.tag, len(ranks)))


def same_every_day(package: bytes) -> bytes:
    """The same zip without the times at which its parts were written, so that equal parts are equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in _sorted(old.namelist()):
            part = zipfile.ZipInfo(name, _NEVER)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            new.writestr(part, old.read(name))
    return out.getvalue()


def _sorted(names: Iterable[str]) -> list[str]:
    """[Content_Types].xml must come first."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
