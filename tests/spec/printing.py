"""How is the specification printed as the manual? `python -m tests.spec.printing` writes docs/rules from it."""

import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

from holdfast.rules.answers import day_in_words
from holdfast.rules.in_force import every_limit
from holdfast.rules.sources import SOURCES
from tests.spec.drawn import Said, Table, printed

FOLDER = Path(__file__).parents[2] / "docs" / "rules"

CHAPTERS = (
    "working_days",
    "coming_and_leaving",
    "first_review",
    "later_reviews",
    "adoption",
    "short_breaks",
    "overdue",
    "what_cannot_be_told",
    "brought_forward",
    "adjournment",
    "around_a_review",
    "participation",
    "one_child_one_year",
    "placements",
    "promises",
)
"""The chapters in the order they are read; each is tests/spec/test_NAME.py, and becomes docs/rules/NAME.md."""

_MADE = "<!-- Printed from tests/spec by `python -m tests.spec.printing`; change it there. -->\n"


def pages() -> Mapping[str, str]:
    """Every page of the manual: file name → Markdown."""
    chapters = {name: importlib.import_module(f"tests.spec.test_{name}") for name in CHAPTERS}
    written = {f"{name}.md": "\n".join(_chapter(module)) for name, module in chapters.items()}
    written["README.md"] = "\n".join(_contents(chapters))
    written["in_force.md"] = "\n".join(_in_force())
    written["sources.md"] = "\n".join(_sources())
    return written


def write(folder: Path = FOLDER) -> None:
    """Write the manual, and take away pages that are no longer part of it."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


def _chapter(module: ModuleType) -> Iterator[str]:
    yield f"# {_title(module)}\n"
    yield _MADE
    yield inspect.getdoc(module).partition("\n")[2].strip() + "\n"
    for name in module.SOURCES:
        source = SOURCES[name]
        yield f"* **{name}**: {source.cites} ({source.how_sure})."
    yield ""
    for number, paragraph in enumerate(_paragraphs(module), start=1):
        yield from _printed(number, paragraph)


def _printed(number: int, paragraph: Callable[[], None]) -> Iterator[str]:
    heading, _, more = (inspect.getdoc(paragraph) or "").partition("\n")
    yield f"## {number}. {heading.strip().removesuffix('.')}\n"
    if more.strip():
        yield more.strip() + "\n"
    with printed() as page:
        paragraph()
    for shown in page:
        yield from _shown(shown)


def _shown(shown: Table | Said) -> Iterator[str]:
    if isinstance(shown, Said):
        yield f"{shown.question} **{shown.answer}**\n" if shown.answer else f"{shown.question}\n"
        return
    if shown.caption:
        yield f"*{shown.caption}*\n"
    yield from _table(shown.columns, shown.rows)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        yield "Nothing.\n"
        return
    yield "| " + " | ".join(columns) + " |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def _paragraphs(module: ModuleType) -> Sequence[Callable[[], None]]:
    tests = [test for name, test in inspect.getmembers(module, inspect.isfunction) if name.startswith("test_")]
    return sorted(tests, key=lambda test: test.__code__.co_firstlineno)


def _title(module: ModuleType) -> str:
    return (inspect.getdoc(module) or "").partition("\n")[0]


def _contents(chapters: Mapping[str, ModuleType]) -> Iterator[str]:
    yield "# The rules, by worked example\n"
    yield _MADE
    yield (
        "Every table and answer here is run against the rules each time the tests run, so that what is printed is what "
        "is done. Days of a table are days of care; the day something is due is the last day that is in time.\n"
    )
    for number, (name, module) in enumerate(chapters.items(), start=1):
        yield f"{number}. [{_title(module)}]({name}.md)"
    yield ""
    yield "* [How long the law allows, and since when](in_force.md)"
    yield "* [Where each rule comes from, and how sure we are of it](sources.md)"
    yield ""


def _in_force() -> Iterator[str]:
    yield "# How long does the law allow, and since when?\n"
    yield _MADE
    rows = [
        (
            limit.because[:1].upper() + limit.because[1:],
            f"{limit.amount} {limit.unit.value}",
            "" if since.year == 1 else day_in_words(since),
            day_in_words(until) if until else "",
            limit.source,
        )
        for _, since, until, limit in every_limit()
    ]
    yield from _table(("what", "limit", "from", "until", "source"), rows)


def _sources() -> Iterator[str]:
    yield "# Where does each rule come from, and how sure are we of it?\n"
    yield _MADE
    yield (
        "*Read*: in the text itself. *Restated*: in another document that says what the text says. *Remembered*: by "
        "people who know it, and still to be checked against the text.\n"
    )
    rows = [(source.name, source.cites, source.how_sure) for source in SOURCES.values()]
    yield from _table(("name", "source", "how sure"), rows)


if __name__ == "__main__":
    write()
