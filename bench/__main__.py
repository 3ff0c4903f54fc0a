"""What does it cost, beside the least it could cost?

`make bench` prints one page. Each measure is a program run from a cold start, with its seconds on the wall and of the
processor and its peak memory; beside it, in the same run, its floor: the least that any program would spend on that
work. The parts are council, many, checks and counting: `make bench ARGS="council checks"` runs some of them, and
`--keep FOLDER` leaves what they made. The messy sample is no part of the project: it is looked for in the samples
folder beside it, or where HOLDFAST_SAMPLES says, and what needs it is skipped where it is absent.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import a_council, counting, five_checks, many_councils
from bench.measuring import DidNotRun
from bench.page import Line, ending, heading, say, show

PARTS = ("council", "many", "checks", "counting")


def part(name: str, work: Path, messy: Path | None, sizes: list[int]) -> Iterator[Line]:
    """The measures of one part, its heading printed first."""
    if name == "council":
        heading(f"One council: {a_council.CHILDREN} children, {a_council.YEARS} years, from a cold start")
        yield from a_council.measures(work)
        return
    titles = {
        "many": "Many councils: the messy sample repeated, with new children each time",
        "checks": "The five checks that touch reviews: 166, 167, 399, 440 and 441",
        "counting": "Counting a cut",
    }
    heading(titles[name])
    if messy is None:
        say("skipped: no messy sample (the samples folder beside the project, or HOLDFAST_SAMPLES)")
    elif name == "many":
        yield from many_councils.measures(work, messy, sizes)
    elif name == "checks":
        yield from five_checks.measures(work, messy)
    else:
        yield from counting.measures(work, messy, sizes)


def main() -> int:
    """Run the parts asked for and print the page; 0 when every limit was kept."""
    asked = argparse.ArgumentParser(prog="make bench", description="Measure everything beside its floor, on one page.")
    asked.add_argument("parts", nargs="*", default=PARTS, metavar="PART", help=f"some of: {', '.join(PARTS)}")
    asked.add_argument("--times", default="1,10,100", help="how often to repeat the messy sample (1,10,100)")
    asked.add_argument("--keep", type=Path, help="a folder for what is made, kept afterwards")
    given = asked.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        asked.error(f"no such part: {', '.join(sorted(unknown))}; expected {', '.join(PARTS)}")
    sizes = [int(times) for times in given.times.split(",")]
    print(f"Holdfast, measured with Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    lines: list[Line] = []
    failed = False
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as made:
        work = given.keep or Path(made)
        work.mkdir(parents=True, exist_ok=True)
        for name in given.parts:
            try:
                for line in part(name, work, many_councils.sample(), sizes):
                    show(line)
                    lines.append(line)
            except DidNotRun as error:
                failed = True
                say(f"STOPPED: {error}")
    return ending(lines) or int(failed)


if __name__ == "__main__":
    sys.exit(main())
