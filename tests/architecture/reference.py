"""How is the reference printed? `python -m tests.architecture.reference` writes docs/reference."""

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from holdfast.cli import COMMANDS, main
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.judging import rows
from holdfast.figures.judging.judged import SCHEMAS

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
_MADE = "<!-- Printed by `make docs` from the code it describes; change it there. -->\n"


def pages() -> Mapping[str, str]:
    """Every page of the reference: file name to Markdown."""
    return {
        "figures.md": "\n".join(_figures()),
        "cut.md": "\n".join(_cut()),
        "commands.md": "\n".join(_commands()),
    }


def write(folder: Path = FOLDER) -> None:
    """Write the reference."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


def _figures() -> Iterator[str]:
    yield "# What does each figure count?\n"
    yield _MADE
    yield (
        "Each figure is defined once. From that come the number, the table, the chart, the trend, the list of "
        "children behind it (`holdfast figures FOLDER --who NAME`) and its line here.\n"
    )
    for figure in FIGURES.values():
        yield f"## {figure.title}\n"
        yield f"{figure.definition}\n"
        yield f"* Name: `{figure.name}`"
        yield f"* In: {figure.unit}"
        yield f"* Source: {figure.source}"
        yield f"* Can be split by: {', '.join(band.replace('_', ' ') for band in figure.bands) or 'nothing'}"
        yield f"* Needs, for the year: {', '.join(sorted(figure.needs))}"
        yield f"* Counted from: `{figure.table}`" + (
            f", where `{figure.who_is_counted}`" if figure.who_is_counted else ""
        )
        yield f"* Met where: `{figure.met}` is yes\n" if figure.met else ""


def _cut() -> Iterator[str]:
    yield "# What is in a cut?\n"
    yield _MADE
    yield f"{inspect.getdoc(rows)}\n"
    yield "A cut is a folder of these tables as Parquet, with `manifest.json`: what it was made from, and every hash.\n"
    for name, row in rows.TABLES.items():
        yield f"## `{name}`\n"
        yield f"{inspect.getdoc(row)}\n"
        yield "| column | holds | may be empty |"
        yield "|---|---|---|"
        for field in SCHEMAS[name]:
            yield f"| `{field.name}` | {_KINDS[str(field.type)]} | {'yes' if field.nullable else 'no'} |"
        yield ""


_KINDS = {"string": "text", "int32": "a whole number", "bool": "true or false", "date32[day]": "a day"}


def _commands() -> Iterator[str]:
    yield "# What can be typed?\n"
    yield _MADE
    whole = click.Context(main, info_name="holdfast")
    for name in COMMANDS:
        command = main.get_command(whole, name)
        with click.Context(command, info_name=name, parent=whole, terminal_width=100, max_content_width=100) as context:
            yield f"## holdfast {name}\n"
            yield f"{COMMANDS[name]}\n"
            yield f"```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    write()
