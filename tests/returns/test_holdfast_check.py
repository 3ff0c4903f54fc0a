"""Does `holdfast check` say calmly what was read and found, and does its exit status say how bad it is?"""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from holdfast.cli.check import command
from tests.returns.small_return import EPISODES, TABLES, written


def _run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("was", "becomes", "status"),
    [("K2", "K2", 0), ("K2", "QQ", 0), ("20/08/2013,P", "19/08/2013,P", 1), ("03/06/2013", "31/06/2013", 2)],
    ids=["nothing found", "a warning", "an error", "a refusal"],
)
def test_the_exit_status_says_how_bad_it_is(tmp_path: Path, was: str, becomes: str, status: int) -> None:
    folder = written(tmp_path, {**TABLES, "episodes": EPISODES.replace(was, becomes, 1)})
    for form in ("text", "csv", "json"):
        assert _run(folder, "--format", form)[0] == status


def test_a_place_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    status, output = _run(tmp_path / "nowhere")
    assert status == 2
    assert "nothing at this place" in output


def test_the_text_begins_with_what_came_of_it_and_ends_with_what_was_read(tmp_path: Path) -> None:
    _, output = _run(written(tmp_path))
    assert output.startswith("Loaded: 3 children, 4 episodes, 4 reviews, from 2013-14.\nFound: nothing wrong or odd.")
    assert output.rstrip().endswith("Reviews   4 rows  2013-14/reviews.csv")


def test_what_is_refused_comes_first_and_the_rest_is_only_counted(tmp_path: Path) -> None:
    spoilt = EPISODES.replace("03/06/2013", "31/06/2013").replace("K2", "QQ")
    _, output = _run(written(tmp_path, {**TABLES, "episodes": spoilt}))
    assert output.startswith("Nothing is loaded: what is refused below must be put right first.\nFound: 1 refused, ")
    assert "row 4, DECOM; child 102; found '31/06/2013'" in output
    assert "code not known: The code is on no list" in output
    assert "found 'QQ'" not in output


def test_what_is_expected_is_said_once_for_each_check(tmp_path: Path) -> None:
    _, output = _run(written(tmp_path, {**TABLES, "reviews": TABLES["reviews"].replace("PN", "XX")}))
    assert output.count("a code from PN0 to PN7") == 1
    assert output.count("; found 'XX") == 3
    assert "and 1 more" in output


def test_notes_about_rows_are_counted_and_those_about_files_name_them(tmp_path: Path) -> None:
    folder = written(tmp_path, {**TABLES, "episodes": EPISODES.replace("K2", "k2"), "other": "a,b\n1,2\n"})
    _, output = _run(folder)
    assert "found 'k2'" not in output
    assert "2013-14/other.csv" in output


def test_the_text_shows_the_first_of_each_check_and_all_when_asked(tmp_path: Path) -> None:
    folder = written(
        tmp_path, {**TABLES, "episodes": EPISODES.replace(",U6", ",u6").replace(",K", ",k").replace(",U4", ",u4")}
    )
    assert "row 5, PLACE" not in _run(folder)[1]
    assert "Every one of them: --all" in _run(folder)[1]
    assert "row 5, PLACE" in _run(folder, "--all")[1]


def test_csv_and_json_hold_every_finding(tmp_path: Path) -> None:
    folder = written(
        tmp_path, {**TABLES, "episodes": EPISODES.replace(",U6", ",u6").replace(",K", ",k").replace(",U4", ",u4")}
    )
    rows = list(csv.DictReader(io.StringIO(_run(folder, "--format", "csv")[1])))
    whole = json.loads(_run(folder, "--format", "json")[1])
    assert len(rows) == len(whole["findings"]) == 4
    assert (
        [row["row"] for row in rows] == [str(finding["row"]) for finding in whole["findings"]] == ["2", "3", "4", "5"]
    )
    assert whole["counts"] == {"refused": 0, "error": 0, "warning": 0, "noted": 4}
    assert whole["loaded"] is True


@pytest.mark.parametrize("code", ["=1+1", "+1", "-1", "@SUM", "\N{ZERO WIDTH SPACE}=1+1"])
def test_no_cell_of_the_csv_begins_a_formula(tmp_path: Path, code: str) -> None:
    folder = written(tmp_path, {**TABLES, "episodes": EPISODES.replace("K2", code)})
    rows = list(csv.DictReader(io.StringIO(_run(folder, "--format", "csv")[1])))
    assert any(row["found"] == f"'{code}" for row in rows)
    cells = [cell.lstrip("\N{ZERO WIDTH SPACE} ") for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_findings_can_be_written_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "findings.csv"
    _run(written(tmp_path / "a", {**TABLES, "episodes": EPISODES.replace("K2", "QQ")}), "--format", "csv", "--out", out)
    assert "QQ" in out.read_text(encoding="utf-8-sig")


def test_a_year_that_is_none_is_refused_in_words(tmp_path: Path) -> None:
    status, output = _run(written(tmp_path), "--year", "2014-16")
    assert status == 2
    assert "2014-16" in output


def test_nothing_found_in_a_file_can_move_the_terminal(tmp_path: Path) -> None:
    folder = written(tmp_path, {**TABLES, "episodes": EPISODES.replace("K2", "\x1b[2J")})
    assert "\x1b" not in _run(folder)[1]
