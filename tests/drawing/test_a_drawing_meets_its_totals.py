"""A council drawn to given totals has exactly those, and totals that cannot be are refused in words."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.drawing.plain_count import counted
from tests.drawing.test_a_council_is_drawn import draw, true_of

COUNCILS = ("portsmouth", "wandsworth")


@pytest.mark.parametrize("seed", ["1", "2"], ids=["one seed", "another"])
@pytest.mark.parametrize("council", COUNCILS)
def test_a_council_drawn_from_anothers_totals_has_them_all(
    tmp_path: Path, councils: Path, council: str, seed: str
) -> None:
    totals = councils / council / "expected.json"
    result = draw(str(tmp_path / "k"), "--totals", str(totals), "--seed", seed)
    assert result.exit_code == 0, result.output
    wanted = json.loads(totals.read_text("utf-8"))
    for authority_counts in (False, True):
        said = counted(tmp_path / "k", wanted, authority_counts=authority_counts)
        for name, value in wanted.items():
            if name != "year_end" and value not in (None, {}):
                assert said[name] == value, name


@pytest.mark.parametrize("council", COUNCILS)
def test_the_plain_count_finds_the_councils_own_totals(councils: Path, council: str) -> None:
    wanted = json.loads((councils / council / "expected.json").read_text("utf-8"))
    said = counted(councils / council, wanted)
    assert {name: said[name] for name in ("ni66", "c63", "first_reviews_held")} == {
        name: wanted[name] for name in ("ni66", "c63", "first_reviews_held")
    }


@pytest.mark.parametrize("children", [60, 300], ids=["small", "middling"])
def test_what_is_true_of_a_free_drawing_can_be_drawn_again(tmp_path: Path, children: int) -> None:
    draw(str(tmp_path / "free"), "--children", str(children), "--years", "3", "--seed", "5")
    result = draw(str(tmp_path / "again"), "--totals", str(tmp_path / "free/expected.json"), "--seed", "6")
    assert result.exit_code == 0, result.output
    free, again = true_of(tmp_path / "free"), true_of(tmp_path / "again")
    for name in ("looked_after", "age", "legal_status", "placement", "came", "left_by_reason", "ni66", "c63"):
        assert again[name] == free[name], name


@pytest.mark.parametrize(
    "kept",
    [("looked_after",), ("looked_after", "age"), ("looked_after", "ni66"), ("looked_after", "reviews_held")],
    ids=["only who was there", "ages", "reviews in time", "reviews held"],
)
def test_what_the_totals_do_not_say_is_free(tmp_path: Path, councils: Path, kept: tuple[str, ...]) -> None:
    wanted = json.loads((councils / "portsmouth" / "expected.json").read_text("utf-8"))
    (tmp_path / "part.json").write_text(json.dumps({name: wanted[name] for name in kept}))
    result = draw(str(tmp_path / "k"), "--totals", str(tmp_path / "part.json"))
    assert result.exit_code == 0, result.output
    said = counted(tmp_path / "k", wanted)
    assert {name: said[name] for name in kept} == {name: wanted[name] for name in kept}


def ages_short(totals: dict[str, Any]) -> None:
    totals["age"]["2014-03-31"]["1-4"] -= 2


def one_more_came(totals: dict[str, Any]) -> None:
    totals["came"]["2014-03-31"] += 1


def one_review_more(totals: dict[str, Any]) -> None:
    totals["reviews_held"] += 1


def short_breaks(totals: dict[str, Any]) -> None:
    totals["legal_status"]["2014-03-31"]["V4"] = totals["legal_status"]["2014-03-31"].pop("J1")


def too_few_reviews(totals: dict[str, Any]) -> None:
    for name in ("participation_codes", "reviews_in_time", "c63", "first_reviews_held"):
        del totals[name]
    totals["reviews_held"] = 40


def a_name_unknown(totals: dict[str, Any]) -> None:
    totals["moon"] = 1


def text_for_a_number(totals: dict[str, Any]) -> None:
    totals["under_60_days"] = "many"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (ages_short, "age on 2014-03-31 sums to 316, looked after says 318"),
        (one_more_came, "that makes 319, looked after says 318"),
        (one_review_more, "participation_codes sums to 851, reviews held says 852"),
        (short_breaks, "V4 is short breaks"),
        (too_few_reviews, "40 reviews of children of all ages are asked for"),
        (a_name_unknown, "moon: totals that are not supported"),
        (text_for_a_number, "under_60_days: found 'many', expected a whole number"),
    ],
    ids=["bands short", "flow", "codes", "short breaks", "too few reviews", "unknown", "text"],
)
def test_totals_that_cannot_be_are_refused_in_words(
    tmp_path: Path, councils: Path, spoil: Callable[[dict[str, Any]], None], says: str
) -> None:
    totals = copy.deepcopy(json.loads((councils / "portsmouth" / "expected.json").read_text("utf-8")))
    spoil(totals)
    (tmp_path / "spoilt.json").write_text(json.dumps(totals))
    result = draw(str(tmp_path / "k"), "--totals", str(tmp_path / "spoilt.json"))
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "k").exists()


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"looked_after": 3}', '{"looked_after": {"soon": 3}}'],
                         ids=["nothing", "a list", "broken", "a number", "no day"])  # fmt: skip
def test_a_file_that_holds_no_totals_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "totals.json").write_text(text)
    result = draw(str(tmp_path / "k"), "--totals", str(tmp_path / "totals.json"))
    assert result.exit_code == 2
    assert "totals.json" in result.output
