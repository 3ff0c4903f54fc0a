"""What is known of the two drawn councils, and how their figures are asked for."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from holdfast.council import Council
from holdfast.figures.all_figures import all_figures
from holdfast.figures.cut import Cut, freeze
from holdfast.figures.figure import Counted
from holdfast.figures.from_returns import judged
from holdfast.rules.facts import year_name, year_of


def cut_of(folder: Path, council: Council | None = None) -> Cut:
    """The cut of a folder of returns, in memory."""
    manifest, tables, _ = judged(folder, council=council or Council(), name="a test", made="2015-04-24T09:00:00+01:00")
    cut, _ = freeze(manifest, tables)
    return cut


def figures_of(folder: Path, council: Council | None = None) -> dict[str, Counted]:
    """Every figure of a folder of returns."""
    return dict(all_figures(cut_of(folder, council), {}))


def expected_of(folder: Path) -> dict[str, Any]:
    """What is true of a drawn council."""
    return json.loads((folder / "expected.json").read_text("utf-8"))


def year_ending(day: str) -> str:
    """The name of the year that closes on an ISO day: 2014-03-31 closes 2013-14."""
    return year_name(year_of(date.fromisoformat(day)))
