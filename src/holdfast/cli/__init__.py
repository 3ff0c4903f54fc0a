"""The command line: `holdfast check`, `cut`, `compare`, `figures`, `report` and `draw`."""

from importlib import import_module
from typing import Any

import click

from holdfast.cli.calm import calmly

COMMANDS = {
    "check": "Read a folder of returns and say, line by line, what is wrong or odd.",
    "cut": "Freeze the judged tables of a folder of returns as Parquet, with a manifest and hashes.",
    "compare": "Say child by child how two cuts differ, and which figures move because of it.",
    "figures": "Count every figure, or list the children behind one.",
    "report": "Write the annual report: web page, PDF, Word, workbook and the children's version.",
    "draw": "Invent a council and write its returns.",
}


class _Commands(click.Group):
    """Loads a command only when it is asked for, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"holdfast.cli.{cmd_name}").command
        command.short_help = COMMANDS[cmd_name]
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        with calmly():
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with calmly():
            return super().invoke(ctx)


@click.command(cls=_Commands)
@click.version_option(package_name="holdfast")
def main() -> None:
    """Holdfast: from the statutory return to the annual report of the independent reviewing service."""
