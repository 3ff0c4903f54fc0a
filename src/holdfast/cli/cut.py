"""`holdfast cut`: freeze the judged tables of a folder of returns."""

from pathlib import Path

import click

from holdfast.cli import clock
from holdfast.cli.source import council_beside, year_asked
from holdfast.cli.talking import Place, progress, refuse, refuse_returns
from holdfast.figures.cut import CutError, room_for, save, year_names
from holdfast.figures.from_returns import NothingLoaded, judged

LONGEST_NAME = 80


@click.command()
@click.argument("source", type=Place())
@click.option("--name", required=True, help='What the cut is called, such as "2014-15 before validation".')
@click.option("--out", type=Place(), help="A new or empty folder. Without it, named after the cut.")
@click.option("--year", help="The year of a return that does not say its own, as 2014-15.")
def command(source: Path, name: str, out: Path | None, year: str | None) -> None:
    """Read, check and judge the returns at SOURCE and write the judged tables as Parquet, with a manifest and hashes.

    The same returns give the same hash. A cut never changes: nothing is written over.
    """
    if not name.strip() or not name.isprintable():
        refuse('--name: expected a name on one line, such as "2014-15 before validation".')
    folder = out or Path("cuts") / _as_file_name(name)
    try:
        room_for(folder)
    except (CutError, OSError) as error:
        refuse(f"Nothing was frozen: {error}")
    council = council_beside(source)
    with progress() as say:
        try:
            manifest, tables, _ = judged(
                source,
                council=council,
                name=name,
                made=clock.made_at(clock.now()),
                year=year_asked(year),
                progress=say,
            )
            say("Writing the judged tables")
            cut = save(manifest, tables, folder)
        except NothingLoaded as refused:
            refuse_returns(refused.reading.findings)
        except (CutError, OSError) as error:
            refuse(f"Nothing was frozen: {error}")
    click.echo(f"{name}: {year_names(cut.manifest.years)}, {council.name}")
    for table, named in cut.manifest.tables.items():
        click.echo(f"  {named.rows:>9,}  {table.replace('_', ' ')}")
    found = ", ".join(f"{number:,} {severity}" for severity, number in cut.manifest.findings.items() if number)
    click.echo(f"  findings: {found or 'none'}{'; `holdfast check` lists them' if found else ''}")
    click.echo(f"  hash: {cut.manifest.hash}")
    click.echo(f"  kept in {folder}")


def _as_file_name(name: str) -> str:
    """The name in letters and digits every system takes, no longer than any of them allows."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in name.lower())
    return "-".join(part for part in kept.split("-") if part)[:LONGEST_NAME].strip("-") or "cut"
