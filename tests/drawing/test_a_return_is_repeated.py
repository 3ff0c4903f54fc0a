"""A return repeated is the same return many times over, every copy with children of its own."""

from pathlib import Path

import pytest

from holdfast.drawing.repeating import repeat


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "header.csv").write_text("CHILD,SEX\n7,1\n8,2\n", encoding="utf-8-sig")
    (folder / "reviews.csv").write_text('child ,NOTE\n"7","a, b"\n')
    (folder / "notes.csv").write_text("WORDS\nhello\n")
    (folder / "empty.csv").write_text("")
    return folder


def test_every_copy_has_children_of_its_own(small: Path, tmp_path: Path) -> None:
    assert repeat(small, tmp_path / "out", 3) == 9
    header = (tmp_path / "out/header.csv").read_text("utf-8").splitlines()
    assert header == ["CHILD,SEX", "1-7,1", "1-8,2", "2-7,1", "2-8,2", "3-7,1", "3-8,2"]
    assert (tmp_path / "out/reviews.csv").read_text("utf-8").splitlines()[1:] == [
        '1-7,"a, b"', '2-7,"a, b"', '3-7,"a, b"',
    ]  # fmt: skip


def test_files_without_children_are_left_out(small: Path, tmp_path: Path) -> None:
    repeat(small, tmp_path / "out", 2)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["header.csv", "reviews.csv"]


def test_a_number_of_times_below_one_is_refused(small: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot repeat 0 times"):
        repeat(small, tmp_path / "out", 0)
