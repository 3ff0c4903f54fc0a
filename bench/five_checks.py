"""What do the five checks that touch reviews cost, beside the councils' public validator?

The validator (csc-validator-be-903 0.1.17) needs Python 3.9 or 3.10. Where one is found it is installed from PyPI into
a cache of its own, HOLDFAST_BENCH_CACHE or ~/.cache/holdfast-bench; where none is, the pandas way of doing the same
stands in for it, and the page says so.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.many_councils import repeated
from bench.measuring import DidNotRun, Spent, python, run
from bench.page import Line, say

VALIDATOR = "csc-validator-be-903==0.1.17"
PANDAS = "pandas>=2.2,<3"
TIMES = 10
IN_PANDAS = Path(__file__).with_name("five_checks_in_pandas.py")


def old_python() -> Path | None:
    """A Python 3.10 or 3.9 that runs, from the path or from pyenv; None where there is none."""
    named = [Path(found) for name in ("python3.10", "python3.9") if (found := shutil.which(name))]
    kept = [
        version / "bin" / "python"
        for minor in ("3.10", "3.9")
        for version in sorted((Path.home() / ".pyenv" / "versions").glob(f"{minor}.*"))
    ]
    runs = "import sys, venv, ensurepip; sys.exit(sys.version_info[:2] not in ((3, 9), (3, 10)))"
    for candidate in named + kept:
        if subprocess.run([candidate, "-c", runs], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


def environment() -> Path | None:
    """The Python of an environment that holds the validator, else pandas; made once. None where neither can be had."""
    named = os.environ.get("HOLDFAST_BENCH_CACHE")
    cache = Path(named) if named else Path.home() / ".cache" / "holdfast-bench"
    old = old_python()
    wanted = [("validator", old, VALIDATOR)] if old else []
    for name, maker, package in [*wanted, ("pandas", Path(sys.executable), PANDAS)]:
        made = cache / name / "bin" / "python"
        if (cache / name / "installed").exists():
            return made
        try:
            subprocess.run([maker, "-m", "venv", "--clear", cache / name], check=True, capture_output=True)
            install = [made, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", package]
            subprocess.run(install, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        (cache / name / "installed").touch()
        return made
    return None


def _said(spent: Spent) -> dict[str, object]:
    said: dict[str, object] = json.loads(spent.said.strip().splitlines()[-1])
    return said


def measures(work: Path, messy: Path) -> Iterator[Line]:
    """Both over the same files, the checks alone: reading is not counted for either."""
    folder = repeated(messy, work, TIMES)
    theirs_in = environment()
    ours = _said(run(python("-m", "bench.five_checks_of_ours", folder)))
    what = f"the five checks, the messy sample × {TIMES}"
    if theirs_in is None:
        yield Line(what, _checks_only(ours))
        say("not compared: neither the validator nor pandas could be installed from PyPI")
        return
    theirs = _said(run([theirs_in, IN_PANDAS, folder]))
    line = Line(what, _checks_only(ours), _checks_only(theirs), str(theirs["which"]), most_times_floor=0.1)
    yield line
    if line.times_floor:
        say(f"{1 / line.times_floor:.1f} times cheaper; found by each: {_side_by_side(ours['found'], theirs['found'])}")


def _checks_only(said: dict[str, object]) -> Spent:
    cpu = said["cpu"]
    if not isinstance(cpu, float):
        raise DidNotRun(f"no CPU seconds in what was printed: {said}")
    return Spent(cpu, cpu, 0)


def _side_by_side(ours: object, theirs: object) -> str:
    if not isinstance(ours, dict) or not isinstance(theirs, dict):
        raise DidNotRun("no counts in what was printed")
    return ", ".join(f"{check} {ours.get(check, 0):,} and {found:,}" for check, found in theirs.items())
