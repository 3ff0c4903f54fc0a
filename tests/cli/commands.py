"""How the tests of the command line run it: in a process of its own, or where only words matter, in this one."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from holdfast.cli import main
from tests.returns.small_return import EPISODES, HEADER, REVIEWS, TABLES, written


class Said(NamedTuple):
    """What a command left behind: its exit status and what it wrote to its two streams."""

    status: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """The machine's own, without what a terminal may have set, and with more."""
    return {**{key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}, **more}


def holdfast(*arguments: object, within: Path | None = None, encoding: str = "utf-8", **env: str) -> Said:
    """Run `holdfast`; a traceback fails whatever test asked for it."""
    ran = subprocess.run(
        [sys.executable, "-m", "holdfast", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=within,
        env=environment(**env),
        timeout=120,
    )
    said = Said(ran.returncode, ran.stdout.decode(encoding), ran.stderr.decode(encoding, "backslashreplace"))
    assert "Traceback" not in said.err + said.out, said.err
    assert "fault in Holdfast" not in said.err, said.err
    return said


def holdfast_here(*arguments: object) -> Said:
    """Run `holdfast` in this process, which is quicker; an exception fails whatever test asked for it."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "fault in Holdfast" not in result.stderr, result.stderr
    return Said(result.exit_code, result.stdout, result.stderr)


def two_years(folder: Path) -> Path:
    """A small council's returns for 2013-14 and 2014-15."""
    later = {
        "header": HEADER.replace("102,2,17/09/2011,BAFR,A2,,\n", ""),
        "episodes": "\n".join(line for line in EPISODES.split("\n") if not line.startswith(("102", "101,10"))),
        "reviews": REVIEWS.split("\n")[0] + "\n101,05/06/2005,22/04/2014,PN1\n103,30/01/1999,02/06/2014,PN7\n",
    }
    return written(written(folder, TABLES), later, year="2014-15")
