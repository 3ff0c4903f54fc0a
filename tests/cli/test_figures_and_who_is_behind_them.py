"""Do the figures, as JSON, and the children listed behind them say the same?"""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from holdfast.figures.behind import behind
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.cut import load
from tests.cli.commands import holdfast_here, two_years
from tests.figures.drawn_councils import cut_of, expected_of
from tests.returns.small_return import TABLES, written

EVERY_FIGURE_HAS = {"value", "numerator", "cannot_be_told", "by", "trend", "definition", "source"}


@pytest.fixture(scope="module", params=["portsmouth", "wandsworth"])
def council(request: pytest.FixtureRequest, councils: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cut of one of the drawn councils."""
    place = tmp_path_factory.mktemp("cuts") / request.param
    said = holdfast_here("cut", councils / request.param, "--name", request.param, "--out", place)
    assert said.status == 0, said.err
    return place


def _figures(place: Path, *arguments: str) -> dict[str, Any]:
    return json.loads(holdfast_here("figures", place, "--json", *arguments).out)


def test_every_row_behind_every_figure_adds_up_to_it(council: Path) -> None:
    cut = load(council)
    for year in cut.manifest.years:
        figures = _figures(council, "--year", year)["figures"]
        for name, figure in FIGURES.items():
            told = figures[name]
            if told["numerator"] is None:
                assert told["not_told_because"]
                continue
            met = Counter(row.met for row in behind(cut, figure, year))
            assert met["yes"] == told["numerator"], f"{name} {year}"
            assert met["yes"] + met["no"] == told.get("denominator", met["yes"] + met["no"]), f"{name} {year}"
            assert met["cannot be told"] == told["cannot_be_told"], f"{name} {year}"


def test_everybody_behind_a_figure_has_a_reason_that_is_a_sentence(council: Path) -> None:
    cut = load(council)
    year = cut.manifest.years[-1]
    for name, figure in FIGURES.items():
        for row in behind(cut, figure, year):
            assert len(row.because.split()) >= 2, f"{name}: {row}"


def test_the_list_as_csv_has_a_row_for_everybody(council: Path) -> None:
    name = "children_with_all_reviews_in_time"
    rows = list(csv.DictReader(io.StringIO(holdfast_here("figures", council, "--who", name).out)))
    told = _figures(council)["figures"][name]
    assert sum(row["met"] == "yes" for row in rows) == told["numerator"]
    assert all(row["because"] for row in rows)


def test_json_has_the_keys_that_were_promised_and_counts_have_no_denominator(council: Path) -> None:
    said = _figures(council)
    assert set(said) == {"year", "figures"}
    for name, told in said["figures"].items():
        assert set(told) >= EVERY_FIGURE_HAS, name
        if name in FIGURES:
            is_share = FIGURES[name].met is not None and FIGURES[name].is_share
            assert ("denominator" in told) == (is_share and told["numerator"] is not None), name
            for values in told["by"].values():
                assert all(set(count) <= {"numerator", "denominator"} for count in values.values())


def test_a_cut_and_its_returns_give_the_same_figures(council: Path, councils: Path) -> None:
    assert _figures(council) == _figures(councils / council.name)


def test_the_drawn_councils_truth_is_what_the_command_prints(council: Path, councils: Path) -> None:
    expected = expected_of(councils / council.name)
    shown = _figures(council)["figures"]["children_looked_after"]
    latest = max(expected["looked_after"])
    assert shown["numerator"] == expected["looked_after"][latest]


def test_a_figure_that_cannot_be_told_has_no_number_and_says_why(tmp_path: Path) -> None:
    folder = written(tmp_path, {name: text for name, text in TABLES.items() if name != "reviews"})
    told = _figures(folder)["figures"]["reviews_held"]
    assert told["numerator"] is None
    assert told["value"] is None
    assert "Reviews" in told["not_told_because"]
    assert "cannot be told: the return's Reviews" in holdfast_here("figures", folder).out


@pytest.mark.parametrize("child", ["=1+1", "+44", "-1", "@SUM(A1)", "\N{ZERO WIDTH SPACE}=1+1"])
def test_no_childs_id_becomes_a_formula(tmp_path: Path, child: str) -> None:
    folder = written(tmp_path, {name: text.replace("101", child) for name, text in TABLES.items()})
    rows = list(csv.reader(io.StringIO(holdfast_here("figures", folder, "--who", "reviews_held").out)))
    assert not [cell for row in rows for cell in row if cell.lstrip("\N{ZERO WIDTH SPACE}").startswith(tuple("=+-@"))]


@pytest.mark.parametrize("name", ["nosuch", "children", ""])
def test_a_figure_there_is_not_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    said = holdfast_here("figures", two_years(tmp_path), "--who", name or " ")
    assert said.status == 2
    assert "children_looked_after" in said.err


def test_the_rate_says_whose_children_stand_behind_it(tmp_path: Path) -> None:
    rate = next(name for name in _figures(two_years(tmp_path))["figures"] if name not in FIGURES)
    said = holdfast_here("figures", tmp_path, "--who", rate)
    assert said.status == 2
    assert "--who children_looked_after" in said.err


def test_a_list_of_children_is_never_given_with_small_numbers_hidden(tmp_path: Path) -> None:
    assert holdfast_here("figures", two_years(tmp_path), "--who", "reviews_held", "--hide-small").status == 2


def test_hidden_numbers_are_in_no_part_of_the_json(tmp_path: Path) -> None:
    told = _figures(two_years(tmp_path), "--hide-small")["figures"]["children_looked_after"]
    assert told["numerator"] is None
    assert told["hidden"] is True
    assert all(count["numerator"] is None for count in told["trend"].values())


def test_cuts_made_in_memory_and_on_disc_agree(council: Path, councils: Path) -> None:
    assert cut_of(councils / council.name).manifest.hash == load(council).manifest.hash
