"""`holdfast compare`: how two cuts differ, child by child, and which figures move because of it."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from holdfast.cli.talking import refuse
from holdfast.figures.compare import FigureMoves, RowDiffers, figures_that_move, rows_that_differ
from holdfast.figures.cut import Cut, CutError, load
from holdfast.figures.figure import Count

ROWS_SHOWN = 40


@click.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--all", "show_all", is_flag=True, help=f"List every row that differs, not the first {ROWS_SHOWN}.")
def command(first: Path, second: Path, as_json: bool, show_all: bool) -> None:
    """Say how the cut SECOND differs from the cut FIRST."""
    before, after = _load(first), _load(second)
    rows = list(rows_that_differ(before, after)) if before.manifest.hash != after.manifest.hash else []
    moves = figures_that_move(before, after) if rows else ()
    if as_json:
        said = {"rows": [asdict(row) for row in rows], "figures": [asdict(move) for move in moves]}
        click.echo(json.dumps(said, indent=1, ensure_ascii=False))
        return
    click.echo(f"{before.manifest.name!r} and {after.manifest.name!r}")
    if not rows:
        click.echo("They hold the same rows, and every figure is the same.")
        return
    click.echo(f"\n{len(moves):,} figures move:" if moves else "\nNo figure moves.")
    for move in moves:
        click.echo(f"  {_moved(move)}")
    children = {row.key[1] for row in rows}
    click.echo(f"\n{len(rows):,} rows differ, of {len(children):,} children:")
    for row in rows if show_all else rows[:ROWS_SHOWN]:
        click.echo(f"  {_differs(row)}")
    if not show_all and len(rows) > ROWS_SHOWN:
        click.echo(f"  … and {len(rows) - ROWS_SHOWN:,} more; --all lists them")


def _load(folder: Path) -> Cut:
    try:
        return load(folder)
    except CutError as error:
        refuse(f"Nothing was compared: {error}")


def _moved(move: FigureMoves) -> str:
    return f"{move.name} {move.year}: {_said(move.before)} → {_said(move.after)}"


def _said(count: Count | None) -> str:
    if count is None:
        return "cannot be told"
    untold = f" ({count.cannot_be_told} cannot be told)" if count.cannot_be_told else ""
    return f"{count.numerator}{'' if count.denominator is None else f' of {count.denominator}'}{untold}"


def _differs(row: RowDiffers) -> str:
    year, child, *day = row.key
    where = f"{row.table.replace('_', ' ')}, {year}, child {child}{''.join(f', {part}' for part in day)}"
    if not row.changes:
        return f"{where}: {row.how}"
    return f"{where}: " + "; ".join(f"{column} {old!r} → {new!r}" for column, old, new in row.changes)
