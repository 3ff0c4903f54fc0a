"""How do the sections and the figures become one document?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from holdfast.council import Council
from holdfast.figures.figure import Counted
from holdfast.reports.annual import findings, pictures, tables
from holdfast.reports.annual.edition import Disagreement, Edition, FindingLine
from holdfast.reports.annual.parts import PARTS
from holdfast.reports.annual.says import SAYS
from holdfast.reports.annual.template import Directive, TemplateError, Text, filled, pieces
from holdfast.reports.comparing import count_in
from holdfast.reports.document import Block, Callout, Chart, Details, Document, Heading, Paragraph, Table
from holdfast.reports.neighbours import read_neighbours
from holdfast.reports.numbers import capital, day_in_full, year_end
from holdfast.reports.prose import Prose, read_prose
from holdfast.reports.sentences import SAYINGS, amount
from holdfast.reports.writers.markdown import blocks as blocks_of

SECTIONS = (
    "at_a_glance",
    "children",
    "coming_and_leaving",
    "participation",
    "timeliness",
    "where_children_lived",
    "missing",
    "service",
    "promises",
    "not_told",
    "adds_up",
    "not_held",
    "definitions",
)
LETTER = "letter"
OPENING = ("foreword", "introduction")
_BACK = SECTIONS.index("not_told")
FIGURES = frozenset((*SAYINGS, "children_per_10000"))


def compose(
    *,
    council: Council,
    year: str,
    figures: Mapping[str, Counted],
    disagreements: Sequence[Disagreement] = (),
    findings_summary: Sequence[FindingLine] = (),
    made: str = "",
    checks: Sequence[str] = (),
    progress: Callable[[str], None] | None = None,
) -> Document:
    """The annual report of one year.

    `year` is named as "2014-15". `made` says where the numbers come from. `checks` names what was compared.
    `progress` is told each section's title as it begins. Prose, changed sections and neighbours are read from the
    council's folder, where it has one.

    Raises `TemplateError` for a directive that is not known, `ProseError` and `NeighboursError` for a file beside the
    returns that cannot be read; each says where, what was found and what was expected.
    """
    folder = council.folder
    prose = read_prose(folder) if folder else {}
    changed = read_prose(folder, "sections") if folder else {}
    edition = Edition(
        council=council,
        year=year,
        figures=figures,
        made=made,
        disagreements=disagreements,
        findings=findings_summary,
        checks=checks,
        prose=prose,
        neighbours=read_neighbours(folder) if folder else (),
    )
    for name, section in changed.items():
        if name not in SECTIONS:
            raise TemplateError(
                f"{section.file}: there is no section “{name}”. Expected one of: {', '.join(SECTIONS)}."
            )
    made_blocks: list[Block] = []
    for name in _in_order(prose):
        if progress is not None:
            progress(name.replace("_", " ").replace("-", " "))
        made_blocks += (
            _own_section(edition, prose[name])
            if name not in SECTIONS
            else _section(edition, name, changed.get(name) or _template(name))
        )
    return Document(
        title="Annual report of the independent reviewing service",
        subtitle=f"1 April {year[:4]} to {day_in_full(year_end(year))}",
        council=council.name,
        made=made,
        colour=council.colour,
        accent=council.accent,
        blocks=_each_named_once(made_blocks),
    )


def _in_order(prose: Iterable[str]) -> list[str]:
    """The sections' names: a foreword or introduction after the first page, other own ones before what is not told."""
    own = [name for name in prose if name not in (*SECTIONS, LETTER)]
    opening = [name for name in OPENING if name in own]
    rest = [name for name in own if name not in OPENING]
    return [SECTIONS[0], *opening, *SECTIONS[1:_BACK], *rest, *SECTIONS[_BACK:]]


@cache
def _template(name: str) -> Prose:
    markdown = (files("holdfast.reports.annual") / "sections" / f"{name}.md").read_text(encoding="utf-8")
    return Prose(name, f"annual/sections/{name}.md", markdown)


def _section(edition: Edition, name: str, template: Prose) -> list[Block]:
    """A section's blocks, the service's own words where it says so or else last; none where only a heading is left."""
    made: list[Block] = []
    own_words_placed = False
    for piece in pieces(template.markdown, file=template.file, has_answer=_asks(edition, template.file)):
        if isinstance(piece, Directive) and piece.words == ("prose",):
            made += _own_words(edition, name)
            own_words_placed = True
        else:
            made += _piece(edition, piece, template.file, prefix=name)
    if not own_words_placed:
        made += _own_words(edition, name)
    return _named_for(name, _without_empty_headings(made))


def _written(edition: Edition, prose: Prose, *, prefix: str, top_level: int = 1) -> list[Block]:
    """The blocks of a file the service wrote; it may name figures, tables and charts as a section does."""
    asks = _asks(edition, prose.file)
    made: list[Block] = []
    for piece in pieces(prose.markdown, file=prose.file, has_answer=asks):
        made += _piece(edition, piece, prose.file, prefix=prefix, top_level=top_level)
    return made


def _piece(edition: Edition, piece: Text | Directive, file: str, *, prefix: str, top_level: int = 1) -> Sequence[Block]:
    if isinstance(piece, Directive):
        return _directive(edition, piece, file)
    markdown = filled(piece, file=file, value=lambda name, line: _value(edition, name, file, line))
    return blocks_of(markdown, top_level=top_level, prefix=prefix.replace("_", "-"))


def _without_empty_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without a heading that nothing stands under."""
    kept: list[Block] = []
    for block in reversed(blocks):
        below = kept[-1] if kept else None
        empty = isinstance(block, Heading) and (
            below is None or (isinstance(below, Heading) and below.level <= block.level)
        )
        if not empty:
            kept.append(block)
    return kept[::-1]


def _named_for(name: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the section's own heading anchored at the section's name."""
    return [
        replace(block, anchor=name.replace("_", "-")) if isinstance(block, Heading) and block.level == 1 else block
        for block in blocks
    ]


def _own_section(edition: Edition, prose: Prose) -> list[Block]:
    made = _written(edition, prose, prefix=prose.name)
    if not (made and isinstance(made[0], Heading) and made[0].level == 1):
        title = prose.name.replace("_", " ").replace("-", " ").capitalize()
        made.insert(0, Heading(title, 1, prose.name))
    return _named_for(prose.name, made)


def _own_words(edition: Edition, name: str) -> list[Block]:
    prose = edition.prose.get(name)
    if prose is None or not prose.markdown.strip():
        return []
    said = _written(edition, prose, prefix=f"{name}-prose", top_level=3)
    return [Callout("prose", edition.council.service, tuple(said))]


def _directive(edition: Edition, directive: Directive, file: str) -> Sequence[Block]:
    kind, *rest = directive.words
    if kind in ("table", "chart"):
        return _of_figures(edition, directive, file)
    if kind == "says" and len(rest) == 1:
        if rest[0] not in SAYS:
            raise _unknown(file, directive.line, f"the sentence “{rest[0]}”", SAYS)
        return [Paragraph(said) for said in SAYS[rest[0]](edition)]
    if kind == "lead" and len(rest) == 1 and rest[0] in SAYS:
        return [Paragraph(said, lead=at == 0) for at, said in enumerate(SAYS[rest[0]](edition))]
    if kind in PARTS and not rest:
        return PARTS[kind](edition)
    if not rest and _known(edition, kind):
        return [Paragraph(_value(edition, kind, file, directive.line))]
    raise _unknown(
        file, directive.line, f"“{' '.join(directive.words)}”", ("table", "chart", "says", "lead", "prose", *PARTS)
    )


def _of_figures(edition: Edition, directive: Directive, file: str) -> Sequence[Block]:
    kind, *words = directive.words
    makers = tables if kind == "table" else pictures
    block: Table | Chart | None
    if len(words) == 3 and words[1] == "by":
        name, _, band = words
        _check(edition, [name], file, directive.line)
        block = makers.by_band(edition, name, band)
        if (
            isinstance(block, Table)
            and len(block.rows) == 1
            and (all_in_one := findings.all_in_one(edition, name, band))
        ):
            return [Paragraph(f"{capital(all_in_one)}.")]
    elif len(words) >= 3 and words[-2:] == ["over", "years"]:
        _check(edition, words[:-2], file, directive.line)
        block = makers.over_years(edition, words[:-2])
    else:
        found = " ".join(directive.words)
        raise TemplateError(
            f"{file}, line {directive.line}: found “{found}”, "
            f"expected “{kind} FIGURE by BAND” or “{kind} FIGURE over years”."
        )
    return [block] if block is not None else []


def _asks(edition: Edition, file: str) -> Callable[[str, int], bool]:
    def has_answer(name: str, line: int) -> bool:
        if name == "promises":
            return bool(edition.council.promises)
        _check(edition, [name], file, line)
        return edition.now(name) is not None

    return has_answer


def _value(edition: Edition, name: str, file: str, line: int) -> str:
    own = {
        "year": edition.year,
        "council": edition.council.name,
        "service": edition.council.service,
        "last_day": day_in_full(year_end(edition.year)),
    }
    if name in own:
        return own[name]
    _check(edition, [name], file, line)
    counted = edition.of(name)
    count = count_in(counted, edition.year)
    if counted is None or count is None:
        return "(cannot be told)"
    if count.denominator and counted.figure.per != 100:
        return str(round(counted.figure.per * (count.value or 0)))
    return amount(count, SAYINGS[name].noun if name in SAYINGS else "child")


def _check(edition: Edition, names: Iterable[str], file: str, line: int) -> None:
    for name in names:
        if not _known(edition, name):
            raise _unknown(file, line, f"the figure “{name}”", (*FIGURES, *edition.figures))


def _known(edition: Edition, name: str) -> bool:
    return name in FIGURES or name in edition.figures


def _unknown(file: str, line: int, found: str, known: Iterable[str]) -> TemplateError:
    return TemplateError(
        f"{file}, line {line}: {found} is not known. Expected one of: {', '.join(sorted(set(known)))}."
    )


def _each_named_once(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with every heading's anchor and every table's and chart's name made unique by a number."""
    taken: dict[tuple[str, str], int] = {}

    def once(kind: str, name: str) -> str:
        taken[kind, name] = taken.get((kind, name), 0) + 1
        return name if taken[kind, name] == 1 else f"{name}-{taken[kind, name]}"

    def named(block: Block) -> Block:
        if isinstance(block, Heading):
            return replace(block, anchor=once("heading", block.anchor))
        if isinstance(block, Table):
            return replace(block, name=once("table", block.name))
        if isinstance(block, Chart):
            table = replace(block.table, name=once("table", block.table.name)) if block.table else None
            return replace(block, name=once("chart", block.name), table=table)
        if isinstance(block, Callout | Details):
            return replace(block, blocks=tuple(named(inner) for inner in block.blocks))
        return block

    return tuple(named(block) for block in blocks)
