"""Does the cost grow with the children and no faster: the messy sample once, ten and a hundred times over?"""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.measuring import PROJECT, Spent, holdfast, python, run
from bench.page import Line, say

COPYING = (
    "import sys; from pathlib import Path; from holdfast.drawing.repeating import repeat; "
    "repeat(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))"
)
WORKED_BUT_FOUND_ERRORS = (0, 1)
"""The sample is messy on purpose: exit status 1 says that it was read and that errors were found in it."""


def sample() -> Path | None:
    """The messy sample: in the samples folder beside the project, or where HOLDFAST_SAMPLES says; None where absent."""
    named = os.environ.get("HOLDFAST_SAMPLES")
    for samples in [Path(named)] if named else [PROJECT.parent / "samples", PROJECT.parent / "shared" / "samples"]:
        if (samples / "903-messy").is_dir():
            return samples / "903-messy"
    return None


def repeated(messy: Path, work: Path, times: int) -> Path:
    """The sample so many times over, with new child ids each time; made once."""
    folder = work / f"messy-{times}"
    if not folder.exists():
        run(python("-c", COPYING, messy, folder, str(times)))
    return folder


def cut_of(messy: Path, work: Path, times: int) -> Path:
    """The cut of the sample so many times over; made unless an earlier part has made it."""
    folder = work / f"messy-cut-{times}"
    if not folder.exists():
        _cut(repeated(messy, work, times), folder)
    return folder


def _cut(returns: Path, folder: Path) -> Spent:
    return run(holdfast("cut", returns, "--name", "bench", "--out", folder), accept=WORKED_BUT_FOUND_ERRORS)


def measures(work: Path, messy: Path, sizes: Sequence[int]) -> Iterator[Line]:
    """Cut and count each size, beside the bare street over the same files, and say what a child costs."""
    cost: dict[int, float] = {}
    for times in sizes:
        folder = repeated(messy, work, times)
        street = run(python("-m", "bench.bare_street", folder, work / f"messy-{times}.parquet"))
        cut_in = work / f"messy-cut-{times}"
        cut = _cut(folder, cut_in)
        counted = run(holdfast("figures", cut_in, "--json"))
        whole = Spent(cut.wall + counted.wall, cut.cpu + counted.cpu, max(cut.memory, counted.memory))
        at_most = {"most_cpu": 30.0, "most_memory": 2048.0} if times == 100 else {}
        floor_is = "the bare street over the same files" if times == sizes[0] else ""
        yield Line(f"the messy sample × {times}: cut and figures", whole, street, floor_is, **at_most)
        say(f"cut {cut.cpu:.2f} s and {cut.memory:.0f} MiB, figures {counted.cpu:.2f} s and {counted.memory:.0f} MiB")
        say(f"the bare street {street.memory:.0f} MiB")
        cost[times] = whole.cpu
    if len(sizes) > 2:
        say(_growth(cost))


def _growth(cost: Mapping[int, float]) -> str:
    """What one more copy of the sample costs among few, and among many: start-up is no part of either."""
    few, *_, many, most = sorted(cost)
    first, last = (cost[many] - cost[few]) / (many - few), (cost[most] - cost[many]) / (most - many)
    return (
        f"one more copy costs {first:.3f} s from × {few} to × {many}, {last:.3f} s from × {many} to × {most}: "
        f"{last / first:.2f} times (1 is linear)"
    )
