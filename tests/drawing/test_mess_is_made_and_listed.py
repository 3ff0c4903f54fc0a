"""A messy drawing says what it spoilt, and a harmless mess changes nothing that is true."""

import json
from pathlib import Path
from typing import Any

import python_calamine
from click.testing import CliRunner

from holdfast.cli.check import command as check
from tests.drawing.test_a_council_is_drawn import draw, true_of


def listed(folder: Path) -> list[dict[str, Any]]:
    return json.loads((folder / "mess.json").read_text("utf-8"))


def lines(folder: Path, mess: dict[str, Any]) -> list[list[str]]:
    file, _, sheet = mess["file"].partition("#")
    if sheet:
        book = python_calamine.CalamineWorkbook.from_path(folder / file)
        return [[str(cell) for cell in row] for row in book.get_sheet_by_name(sheet).to_python()]
    return [line.split(",") for line in (folder / file).read_text("utf-8-sig").splitlines()]


def test_a_harmless_mess_leaves_what_is_true_as_it_was(tmp_path: Path) -> None:
    draw(str(tmp_path / "neat"), "--children", "80")
    draw(str(tmp_path / "some"), "--children", "80", "--mess", "some")
    assert true_of(tmp_path / "some") == true_of(tmp_path / "neat")
    kinds = {mess["kind"] for mess in listed(tmp_path / "some")}
    assert kinds == {"byte order mark", "head row only", "workbook in place of files", "lower case", "two-digit year",
                     "spaces", "duplicated row", "other column order"}  # fmt: skip
    assert all(mess["harmless"] for mess in listed(tmp_path / "some"))


def test_each_mess_stands_where_the_list_says(tmp_path: Path) -> None:
    draw(str(tmp_path / "much"), "--children", "80", "--mess", "much")
    seen = set()
    for mess in listed(tmp_path / "much"):
        if mess["row"]:
            row = lines(tmp_path / "much", mess)[mess["row"] - 1]
            assert mess["child"] in [cell.strip() for cell in row], mess
            seen.add(mess["kind"])
            if mess["kind"] == "review code unknown":
                assert any(cell.strip().upper() == "PN9" for cell in row), mess
        elif mess["kind"] == "child without header":
            assert all(mess["child"] not in row for row in lines(tmp_path / "much", mess))
    assert {"review before the child came", "review before birth", "PN1 to PN7 under four"} <= seen


def test_what_is_true_is_not_claimed_of_a_drawing_much_spoilt(tmp_path: Path) -> None:
    draw(str(tmp_path / "much"), "--children", "40", "--mess", "much")
    assert not (tmp_path / "much" / "expected.json").exists()
    assert any(not mess["harmless"] for mess in listed(tmp_path / "much"))


def test_each_mess_that_changes_a_figure_is_found_by_the_check(tmp_path: Path) -> None:
    draw(str(tmp_path / "much"), "--children", "80", "--mess", "much")
    result = CliRunner().invoke(check, [str(tmp_path / "much"), "--format", "json"])
    said = json.loads(result.output[result.output.index("{") :])
    found = {(finding["file"].split(" ")[0], finding["row"], finding["child_id"]) for finding in said["findings"]}
    without_header = {finding["child_id"] for finding in said["findings"] if finding["check"] == "child without header"}
    assert said["loaded"]
    for mess in listed(tmp_path / "much"):
        if mess["kind"] == "child without header":
            assert mess["child"] in without_header, mess
        elif not mess["harmless"]:
            assert (mess["file"].split("#")[0], mess["row"], mess["child"]) in found, mess
