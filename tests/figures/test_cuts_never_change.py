"""A cut is frozen: the same returns give the same hash, and a changed table is not believed."""

import json
import shutil
from pathlib import Path

import pytest

from holdfast.council import Council
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.cut import CutError, load, save
from holdfast.figures.engine import count
from holdfast.figures.from_returns import judged
from tests.figures.drawn_councils import cut_of


def kept(returns: Path, folder: Path, made: str = "2015-04-24T09:00:00+01:00") -> Path:
    manifest, tables, _ = judged(returns, council=Council(), name="before validation", made=made)
    save(manifest, tables, folder)
    return folder


def test_the_same_returns_give_the_same_hash_whenever_it_is_made(councils: Path, tmp_path: Path) -> None:
    first = load(kept(councils / "wandsworth", tmp_path / "a"))
    second = load(kept(councils / "wandsworth", tmp_path / "b", made="2016-01-01T00:00:00+00:00"))
    assert first.manifest.hash == second.manifest.hash
    assert first.manifest.tables == second.manifest.tables


def test_shuffled_rows_give_the_same_hash(councils: Path, tmp_path: Path) -> None:
    shuffled = tmp_path / "shuffled"
    shutil.copytree(councils / "wandsworth", shuffled)
    for file in shuffled.rglob("*.csv"):
        head, *rows = file.read_text("utf-8").splitlines()
        file.write_text("\n".join([head, *reversed(rows)]) + "\n", "utf-8")
    assert cut_of(shuffled).manifest.hash == cut_of(councils / "wandsworth").manifest.hash


def test_one_review_moved_by_a_day_gives_another_hash(councils: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(councils / "wandsworth", moved)
    file = moved / "2014-15" / "reviews.csv"
    file.write_text(file.read_text("utf-8").replace("04/04/2014,PN0", "05/04/2014,PN0", 1), "utf-8")
    assert cut_of(moved).manifest.hash != cut_of(councils / "wandsworth").manifest.hash


def test_a_cut_read_back_counts_the_same(councils: Path, tmp_path: Path) -> None:
    in_memory = cut_of(councils / "portsmouth")
    assert count(load(kept(councils / "portsmouth", tmp_path / "cut")), FIGURES) == count(in_memory, FIGURES)


def test_a_cut_is_not_written_over(councils: Path, tmp_path: Path) -> None:
    kept(councils / "wandsworth", tmp_path / "cut")
    with pytest.raises(CutError, match="never changes"):
        kept(councils / "wandsworth", tmp_path / "cut")


def test_a_table_changed_after_the_cut_was_made_is_not_believed(councils: Path, tmp_path: Path) -> None:
    folder = kept(councils / "wandsworth", tmp_path / "cut")
    table = folder / "reviews.parquet"
    table.write_bytes(table.read_bytes() + b" ")
    with pytest.raises(CutError, match=r"reviews\.parquet.*changed since the cut was made"):
        load(folder)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not the manifest of a cut"),
        ("[]", "not the manifest of a cut"),
        ('{"format": 99}', "of format 99"),
        ('{"format": 1}', "not the manifest of a cut"),
    ],
    ids=["half a file", "a list", "a later format", "nearly empty"],
)
def test_a_manifest_that_is_none_is_refused_in_words(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(CutError, match=says):
        load(tmp_path)


def test_a_missing_table_is_named(councils: Path, tmp_path: Path) -> None:
    folder = kept(councils / "wandsworth", tmp_path / "cut")
    (folder / "reviews.parquet").unlink()
    with pytest.raises(CutError, match=r"reviews\.parquet"):
        load(folder)


def test_the_manifest_says_where_the_rows_came_from(councils: Path, tmp_path: Path) -> None:
    said = json.loads((kept(councils / "wandsworth", tmp_path / "cut") / "manifest.json").read_text("utf-8"))
    assert said["name"] == "before validation"
    assert said["years"] == ["2013-14", "2014-15"]
    assert said["year_ends"] == ["2012-13", "2013-14", "2014-15"]
    assert {source["table"] for source in said["sources"]} == {"Header", "Episodes", "Reviews"}
    assert all(len(source["sha256"]) == 64 for source in said["sources"])
