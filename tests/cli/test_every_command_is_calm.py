"""Whatever is asked, does each command answer in words, with a status that means something?"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from holdfast.cli.calm import calmly
from tests.cli.commands import environment, holdfast, holdfast_here, two_years
from tests.returns.small_return import TABLES, written

COMMANDS = ("check", "cut", "compare", "figures", "report", "draw")
ON_RETURNS = {
    "check": ["check"],
    "cut": ["cut", "--name", "x", "--out", "elsewhere"],
    "figures": ["figures"],
    "report": ["report", "--out", "elsewhere"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_without_arguments_says_what_it_wants(command: str) -> None:
    said = holdfast_here(command)
    assert said.status == 2
    assert "Missing argument" in said.err


@pytest.mark.parametrize("command", ON_RETURNS.values(), ids=ON_RETURNS)
@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("nowhere", "nothing at this place"),
        ("empty", "no table of the return"),
        ("settings-only", "no table of the return"),
        ("a.csv", "no table of the return"),
        ("pipe", "a device or a pipe"),
        ("", "expected the name of a file or folder"),
        ("n" * 300, "is not a name a file can have"),
    ],
    ids=["nowhere", "an empty folder", "settings and nothing else", "a file of nothing", "a pipe", "no name", "long"],
)
def test_a_place_that_holds_no_return_is_refused_and_nothing_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], place: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "settings-only").mkdir()
    (tmp_path / "settings-only" / "council.toml").write_text('name = "Holm"')
    (tmp_path / "a.csv").write_text("CHILD,SEX\n")
    os.mkfifo(tmp_path / "pipe")
    said = holdfast_here(command[0], place, *command[1:])
    assert said.status == 2
    assert words in said.out + said.err
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("year", ["2014-16", "2014", "last year", " "])
@pytest.mark.parametrize("command", ["check", "figures", "report"])
def test_a_year_that_is_none_is_refused_with_how_one_is_written(tmp_path: Path, command: str, year: str) -> None:
    said = holdfast_here(command, written(tmp_path), "--year", year)
    assert said.status == 2
    assert "2014-15" in said.err


def test_a_year_that_was_not_supplied_is_refused_with_those_that_were(tmp_path: Path) -> None:
    for command in ("figures", "report"):
        said = holdfast_here(command, two_years(tmp_path / command), "--year", "1999-00")
        assert said.status == 2
        assert "2013-14" in said.err
        assert "2014-15" in said.err


@pytest.mark.parametrize("name", ['na\'me "q" é', "new\nline", "-dash", "sp ace", "Ŵ→", "%s{}", "=1+1"])
def test_a_folder_of_any_name_is_read_and_shown_on_one_line(tmp_path: Path, name: str) -> None:
    written(tmp_path / name)
    (tmp_path / name / "2013-14" / "reviews.csv").rename(tmp_path / name / "2013-14" / f"reviews {name}.csv")
    said = holdfast_here("check", tmp_path / name)
    assert said.status == 0
    assert len([line for line in said.out.splitlines() if "Reviews" in line]) == 1


def test_a_link_that_leads_back_to_itself_is_walked_once(tmp_path: Path) -> None:
    written(tmp_path / "returns")
    (tmp_path / "returns" / "again").symlink_to(tmp_path / "returns")
    (tmp_path / "link").symlink_to(tmp_path / "returns")
    assert "4 episodes" in holdfast_here("check", tmp_path / "link").out


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
@pytest.mark.parametrize(
    "arguments",
    [["check", "--all"], ["check", "--format", "csv"], ["figures"], ["figures", "--who", "reviews_held"]],
    ids=["check", "check as CSV", "figures", "who"],
)
def test_letters_the_screen_does_not_know_are_written_as_escapes(
    tmp_path: Path, arguments: list[str], encoding: str
) -> None:
    tables = {name: text.replace("101", "Ŵ→1") for name, text in TABLES.items()}
    folder = written(tmp_path, tables | {"episodes": tables["episodes"].replace("K2", "\N{GREEK SMALL LETTER OMEGA}")})
    said = holdfast(arguments[0], folder, *arguments[1:], encoding=encoding, PYTHONIOENCODING=encoding)
    assert said.status == 0
    assert ("\\u2192" in said.out) == (arguments != ["figures"])


@pytest.mark.parametrize("arguments", [["check", "--format", "json"], ["figures", "--json"]], ids=["check", "figures"])
def test_json_is_whole_on_a_screen_of_few_letters(tmp_path: Path, arguments: list[str]) -> None:
    folder = written(tmp_path, {name: text.replace("K2", "\U0001f600") for name, text in TABLES.items()})
    said = holdfast(arguments[0], folder, *arguments[1:], encoding="ascii", PYTHONIOENCODING="ascii")
    assert "\U0001f600" in json.dumps(json.loads(said.out), ensure_ascii=False)


def test_a_reader_that_leaves_early_is_left_in_peace(tmp_path: Path) -> None:
    folder = written(tmp_path, {**TABLES, "reviews": TABLES["reviews"] + "101,05/06/2005,x,PN1\n" * 4000})
    command = [sys.executable, "-m", "holdfast", "check", str(folder), "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no full device")
@pytest.mark.parametrize("arguments", [["check"], ["figures", "--json"], ["figures", "--who", "reviews_held"]])
def test_a_full_disc_is_said_in_words(tmp_path: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "holdfast", arguments[0], str(written(tmp_path)), *arguments[1:]]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), check=False, timeout=60
        )
    assert ran.returncode == 2
    assert "No space left" in ran.stderr
    assert "Traceback" not in ran.stderr


def _there(folder: Path, pattern: str) -> bool:
    """Whether there is such a file now; a folder may go while it is being looked through."""
    try:
        return bool(list(folder.glob(pattern)))
    except FileNotFoundError:
        return False


def _stopped(arguments: list[str], folder: Path, how: signal.Signals, *, when: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "holdfast", *arguments]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=environment()
    ) as run:
        until = time.monotonic() + 60
        while run.poll() is None and time.monotonic() < until and not _there(folder, when):
            time.sleep(0.002)
        run.send_signal(how)
        _, err = run.communicate(timeout=60)
    return run.returncode, err.decode()


@pytest.mark.parametrize(
    "arguments",
    [["cut", "returns", "--name", "x", "--out", "out"], ["report", "returns", "--out", "out"], ["draw", "out"]],
    ids=["cut", "report", "draw"],
)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["by hand", "by force"])
def test_work_stopped_while_it_writes_leaves_nothing_that_looks_whole(
    tmp_path: Path, arguments: list[str], how: signal.Signals
) -> None:
    two_years(tmp_path / "returns")
    status, err = _stopped(arguments, tmp_path, how, when=".being-written-*/*")
    if status == 0:
        pytest.skip("it was done before it could be stopped")
    assert not (tmp_path / "out").exists()
    assert "Traceback" not in err
    if how is signal.SIGINT:
        assert status == 130
        assert "Stopped" in err
        assert not list(tmp_path.glob(".being-written-*"))
    holdfast(*arguments, within=tmp_path)
    assert (tmp_path / "out").is_dir()


def test_a_fault_of_our_own_is_told_without_the_record_it_was_about(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HOLDFAST_SHOW_FAULTS", raising=False)
    with pytest.raises(SystemExit) as left, calmly():
        raise KeyError("a child's name")
    assert left.value.code == 70
    said = capsys.readouterr().err
    assert "a fault in Holdfast" in said
    assert "KeyError" in said
    assert "child's name" not in said
