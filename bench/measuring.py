"""What does a program spend, from a cold start: time on the wall, time of the processor, memory at its peak?"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[1]
BYTES_IN_RU_MAXRSS = 1 if sys.platform == "darwin" else 1024


class Spent(NamedTuple):
    """Seconds on the wall and of the processor (all its threads and children), and MiB at the peak."""

    wall: float
    cpu: float
    memory: float
    said: str = ""


class DidNotRun(Exception):
    """A measured program that failed; says which and what it said last."""


def run(command: Sequence[str | Path], *, accept: Sequence[int] = (0,), times: int = 1) -> Spent:
    """Run a program in a process of its own and say what it spent; of several times, the quickest.

    `accept` are the exit statuses that count as having worked (a check that finds errors says 1).
    DidNotRun when it ends with another.
    """
    return min((_once([str(word) for word in command], accept) for _ in range(times)), key=lambda spent: spent.wall)


def _once(command: list[str], accept: Sequence[int]) -> Spent:
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, cwd=PROJECT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would wait for it again
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if process.returncode not in accept:
        last = "\n".join(text.strip().splitlines()[-3:])
        raise DidNotRun(f"{' '.join(command)[:200]} ended with {process.returncode}: {last}")
    return Spent(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * BYTES_IN_RU_MAXRSS / 2**20, text)


def python(*words: str | Path) -> list[str | Path]:
    """The same Python as this one, for a program of ours."""
    return [sys.executable, *words]


def holdfast(*words: str | Path) -> list[str | Path]:
    """The public command line, as installed beside this Python."""
    return [Path(sys.executable).with_name("holdfast"), *words]
