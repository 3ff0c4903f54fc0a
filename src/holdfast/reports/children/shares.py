"""How is a share told to a child, in words and as a row of ten, without being kinder than it was?"""

from holdfast.figures.figure import Count
from holdfast.reports.annual.edition import Edition
from holdfast.reports.children import pictograms
from holdfast.reports.comparing import stands
from holdfast.reports.document import Block, Chart

_FEW = 10


def in_tens(count: Count, *, good: bool = True) -> str:
    """The share as a child would say it: "all", "about 9 in every 10", "between 8 and 9 in every 10", "none".

    Never kinder to us than it is: what is good is not rounded up by more than a hundredth, nor what is not `good` down.
    """
    part, of = count.numerator or 0, count.denominator or 1
    if part in (0, of):
        return "all" if part else "none"
    if of < _FEW:
        return f"{part} out of {of}"
    near = pictograms.in_whole_things(part, of, good=good)
    tens = int(near)
    if near == pictograms.NEARLY_ALL:
        return "nearly all"
    if near == pictograms.VERY_FEW:
        return "very few"
    if near != tens:
        return (
            "fewer than 1 in every 10"
            if tens == 0
            else "more than 9 in every 10"
            if tens == 9
            else f"between {tens} and {tens + 1} in every 10"
        )
    if tens == 5:
        return "half" if 2 * part == of else "about half"
    return f"{'' if 10 * part == tens * of else 'about '}{tens} in every 10"


def picture_of(
    edition: Edition,
    name: str,
    thing: pictograms.Thing,
    says: str,
    *,
    alt: str,
    good: bool = True,
    accent: bool = False,
) -> list[Block]:
    """The figure's share as a picture with its sentence; none where it cannot be told for the whole year."""
    count = edition.now(name)
    if count is None or not count.denominator or not stands(count):
        return []
    title = says.format(share=in_tens(count, good=good))
    title = title[:1].upper() + title[1:]
    many = min(count.denominator, 10)
    colour = edition.colours.other if accent else edition.colours.main
    shown = f"{many} {alt}, filled in from the left: {title[:1].lower()}{title[1:]}."
    chart = f"letter-{name.replace('_', '-')}"
    filled = pictograms.in_whole_things(count.numerator or 0, count.denominator, good=good)
    drawn = pictograms.row(thing, filled, many, colour, name=chart, title=title, alt=shown)
    return [Chart(chart, title, shown, drawn.svg, drawn.png, drawn.width, drawn.height)]
