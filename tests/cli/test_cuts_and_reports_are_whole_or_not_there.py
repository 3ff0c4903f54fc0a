"""Is what a command writes whole, in its place, and never over what must be kept?"""

import json
import shutil
from pathlib import Path

import pytest

from holdfast.cli.in_place import put_in_place
from tests.cli.commands import holdfast_here, two_years
from tests.returns.small_return import written


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    """Two years of returns."""
    return two_years(tmp_path / "returns")


def _cut(returns: Path, place: Path, *more: str) -> Path:
    said = holdfast_here("cut", returns, "--name", "one", "--out", place, *more)
    assert said.status == 0, said.err
    return place


def test_a_cut_is_never_written_over(returns: Path, tmp_path: Path) -> None:
    place = _cut(returns, tmp_path / "cut")
    before = {file.name: file.read_bytes() for file in place.iterdir()}
    said = holdfast_here("cut", returns, "--name", "two", "--out", place)
    assert said.status == 2
    assert "never changes" in said.err
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before


def test_a_cut_may_be_put_into_an_empty_folder(returns: Path, tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    _cut(returns, tmp_path / "cut")


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "\x1b[31mred"])
def test_a_cut_needs_a_name_on_one_line(returns: Path, tmp_path: Path, name: str) -> None:
    said = holdfast_here("cut", returns, "--name", name, "--out", tmp_path / "cut")
    assert said.status == 2
    assert "--name" in said.err
    assert not (tmp_path / "cut").exists()


def test_a_cut_of_a_very_long_name_finds_a_place(
    returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert holdfast_here("cut", returns, "--name", "before validation " * 40).status == 0
    (place,) = (tmp_path / "cuts").iterdir()
    assert place.name.startswith("before-validation")


@pytest.mark.parametrize("damage", ["a table gone", "a table changed", "a manifest cut short", "a manifest of nothing"])
@pytest.mark.parametrize("command", ["compare", "figures", "report"])
def test_a_damaged_cut_is_refused_in_words(returns: Path, tmp_path: Path, damage: str, command: str) -> None:
    place = _cut(returns, tmp_path / "cut")
    manifest, table = place / "manifest.json", place / "reviews.parquet"
    if damage == "a table gone":
        table.unlink()
    elif damage == "a table changed":
        table.write_bytes(table.read_bytes()[:-1] + b"?")
    elif damage == "a manifest cut short":
        manifest.write_bytes(manifest.read_bytes()[:200])
    else:
        manifest.write_text("[]")
    second = [place] if command == "compare" else []
    said = holdfast_here(command, place, *second, *(["--out", tmp_path / "out"] if command == "report" else []))
    assert said.status == 2
    assert "manifest" in said.err or "SHA-256" in said.err
    assert not (tmp_path / "out").exists()


def test_two_cuts_of_the_same_returns_hold_the_same(returns: Path, tmp_path: Path) -> None:
    said = holdfast_here("compare", _cut(returns, tmp_path / "a"), _cut(returns, tmp_path / "b"))
    assert said.status == 0
    assert "the same rows" in said.out


def test_a_cut_is_compared_child_by_child_and_as_json(returns: Path, tmp_path: Path) -> None:
    first = _cut(returns, tmp_path / "a")
    reviews = returns / "2014-15" / "reviews.csv"
    reviews.write_text(reviews.read_text().replace("22/04/2014,PN1", "23/04/2014,PN7"))
    second = _cut(returns, tmp_path / "b")
    said = holdfast_here("compare", first, second)
    assert said.status == 0
    assert "child 101" in said.out
    whole = json.loads(holdfast_here("compare", first, second, "--json").out)
    assert {move["name"] for move in whole["figures"]}
    assert {row["key"][1] for row in whole["rows"]} >= {"101"}


def test_comparing_what_is_no_cut_is_refused(returns: Path, tmp_path: Path) -> None:
    for place in (returns, tmp_path / "nowhere"):
        said = holdfast_here("compare", place, place)
        assert said.status == 2
        assert "manifest" in said.err


def test_a_report_inside_the_returns_changes_nothing_about_them(returns: Path) -> None:
    before = holdfast_here("figures", returns, "--json").out
    assert holdfast_here("report", returns, "--out", returns / "report").status == 0
    assert holdfast_here("cut", returns, "--name", "x", "--out", returns / "cuts" / "x").status == 0
    assert holdfast_here("check", returns, "--format", "csv", "--out", returns / "findings.csv").status == 0
    assert holdfast_here("figures", returns, "--json").out == before


def test_a_report_takes_the_place_of_an_earlier_one_and_of_nothing_else(returns: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    assert holdfast_here("report", returns, "--out", out).status == 0
    (out / "my notes.txt").write_text("kept")
    before = sorted(file.name for file in out.iterdir())
    assert holdfast_here("report", returns, "--out", out).status == 0
    assert sorted(file.name for file in out.iterdir()) == before
    assert (out / "my notes.txt").read_text() == "kept"


def test_a_report_is_not_written_where_a_file_stands(returns: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("kept")
    for place in (tmp_path / "taken", tmp_path / "taken" / "below"):
        said = holdfast_here("report", returns, "--out", place)
        assert said.status == 2
        assert "is a file" in said.err
    assert (tmp_path / "taken").read_text() == "kept"


def test_when_one_file_cannot_take_its_place_all_earlier_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("earlier")
    with pytest.raises(OSError, match="other than a file"):
        put_in_place([("a", b"new"), ("b", b"new")], tmp_path)
    assert (tmp_path / "a").read_text() == "earlier"
    assert (tmp_path / "b").is_dir()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "b"]


def test_when_making_a_file_fails_the_folder_is_as_it_was(tmp_path: Path) -> None:
    def failing() -> object:
        yield "a", b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        put_in_place(failing(), tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_findings_are_never_written_over_the_returns(tmp_path: Path) -> None:
    folder = written(tmp_path / "returns")
    reviews = folder / "2013-14" / "reviews.csv"
    before = reviews.read_bytes()
    said = holdfast_here("check", folder, "--out", reviews)
    assert said.status == 2
    assert "were read" in said.err
    assert reviews.read_bytes() == before
    assert holdfast_here("check", reviews, "--out", reviews).status == 2
    assert holdfast_here("check", folder, "--out", folder).status == 2


@pytest.mark.parametrize(
    "options",
    [["--children", "0"], ["--children", "-1"], ["--years", "1"], ["--ending", "2014"], ["--name", "two\nlines"]],
)
def test_a_council_that_cannot_be_drawn_is_refused_and_nothing_written(tmp_path: Path, options: list[str]) -> None:
    said = holdfast_here("draw", tmp_path / "drawn", *options)
    assert said.status == 2
    assert "Nothing was drawn" in said.err
    assert not (tmp_path / "drawn").exists()


def test_a_drawing_takes_the_place_of_a_drawing_and_of_nothing_else(tmp_path: Path) -> None:
    draw = ("draw", tmp_path / "drawn", "--children", "12", "--years", "2")
    assert holdfast_here(*draw).status == 0
    assert holdfast_here(*draw).status == 2
    assert holdfast_here(*draw, "--replace").status == 0
    written(tmp_path / "real")
    assert holdfast_here("draw", tmp_path / "real", "--replace").status == 2
    assert (tmp_path / "real" / "2013-14" / "reviews.csv").is_file()


def test_a_report_from_returns_with_errors_says_so_when_it_is_done(councils: Path, tmp_path: Path) -> None:
    returns = Path(shutil.copytree(councils / "wandsworth", tmp_path / "returns"))
    file = returns / "2014-15" / "reviews.csv"
    file.write_text(file.read_text("utf-8").replace("04/04/2014,PN0", "04/04/2014,PN1", 1), "utf-8")
    said = holdfast_here("report", returns, "--out", tmp_path / "report")
    assert said.status == 0
    assert f"There is 1 error in the returns, so figures may be wrong: holdfast check {returns}" in said.err
