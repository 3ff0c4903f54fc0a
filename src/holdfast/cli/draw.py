"""How does one get a council to try things on? `holdfast draw` invents one."""

import shutil
import tempfile
from pathlib import Path

import click

from holdfast.cli.talking import Place, refuse
from holdfast.drawing.boroughs import BOROUGHS
from holdfast.drawing.folder import make_room, write_surroundings, write_truth, write_years
from holdfast.drawing.life import Town
from holdfast.drawing.mess import MESSES, make_mess
from holdfast.drawing.to_totals import draw_to_totals
from holdfast.drawing.totals import read_totals
from holdfast.drawing.town import DrawingError, invent_town
from holdfast.drawing.truth import looked_after, truth_of
from holdfast.rules.facts import year_called, year_ends_on, year_name


@click.command()
@click.argument("out", type=Place())
@click.option("--children", type=int, help="Looked after on the last day.  [default: 450]")
@click.option("--years", type=int, help="Returns to draw, the last of them --ending.  [default: 5]")
@click.option("--ending", help="The last year, such as 2025-26.  [default: 2025-26]")
@click.option("--seed", default=1, show_default=True, help="Another seed, another council.")
@click.option("--mess", type=click.Choice(MESSES), default="none", show_default=True,
              help="How untidy the files are; each mess made is listed in mess.json.")  # fmt: skip
@click.option("--totals", type=Place(), help="A JSON of totals the drawing must meet exactly.")
@click.option("--name", default=BOROUGHS[0].name, show_default=True, help="What the council is called.")
@click.option("--replace", is_flag=True, help="Take away an earlier drawing in OUT first.")
def command(
    out: Path, children: int | None, years: int | None, ending: str | None, seed: int, mess: str,
    totals: Path | None, name: str, replace: bool,
) -> None:  # fmt: skip
    """Invent a council and write its returns to the folder OUT.

    Nobody in it is real. OUT gets a folder for each year, council.toml, prose, population.csv and neighbours.csv, and
    expected.json: what is true of the drawing. The same options always draw the same council.

    With --totals the drawing meets a file in the shape of expected.json, or any part of it that has looked_after for
    three year ends or more: came, left and left_by_reason of each year; age, legal_status and placement at each year
    end; ethnic, sex, inside, unaccompanied, three_placements, over_20_miles, under_365_days and under_60_days at the
    last; and the last year's reviews_held, first_reviews_held, participation_codes, reviews_in_time, ni66 and c63.
    Totals that contradict each other are refused, and so are temporary placements (T0 to T4) and short breaks.
    """
    try:
        if not name.strip() or not name.isprintable():
            raise DrawingError("a council needs a name on one line")
        if totals and (children is not None or years is not None or ending is not None):
            raise DrawingError(
                "--totals says how many children and which years; leave out --children, --years, --ending"
            )
        if totals:
            town = draw_to_totals(read_totals(totals), name=name.strip(), seed=seed)
        else:
            town = invent_town(
                name=name.strip(),
                children=450 if children is None else children,
                years=5 if years is None else years,
                ending=_year(ending or "2025-26"),
                seed=seed,
            )
        _put(town, out.resolve(), replace=replace, mess=mess, seed=seed)
    except DrawingError as error:
        refuse(f"Nothing was drawn: {error}")
    except OSError as error:
        refuse(f"Nothing was drawn: {error.filename or out}: {error.strerror}")
    there = len(looked_after(town.lives, year_ends_on(town.years[-1])))
    click.echo(
        f"{town.name}: {there} children looked after on 31 March {town.years[-1] + 1}, "
        f"returns for {year_name(town.years[0])} to {year_name(town.years[-1])} in {out}"
    )


def _put(town: Town, out: Path, *, replace: bool, mess: str, seed: int) -> None:
    """Lay the drawing down beside its place, and move it there when it is whole."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".being-written-") as beside:
        drawing = Path(beside) / "drawing"
        make_room(drawing, replace=False)
        _write(town, drawing, mess=mess, seed=seed)
        make_room(out, replace=replace)
        shutil.rmtree(out)
        drawing.rename(out)


def _write(town: Town, out: Path, *, mess: str, seed: int) -> None:
    write_years(town, out)
    counts = {year: len(looked_after(town.lives, year_ends_on(year))) for year in town.years}
    write_surroundings(town, out, counts, seed)
    if mess != "none":
        make_mess(town, out, much=mess == "much", seed=seed)
    if mess != "much":
        write_truth(out, truth_of(town))


def _year(name: str) -> int:
    try:
        return year_called(name)
    except ValueError as error:
        raise DrawingError(f"--ending: {error}") from None
