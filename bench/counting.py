"""What does counting by definition cost, beside queries written by hand over the same cut?"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.counting_by_hand import BY_HAND
from bench.many_councils import cut_of
from bench.measuring import DidNotRun, Spent, python, run
from bench.page import Line, say


def measures(work: Path, messy: Path, sizes: Sequence[int]) -> Iterator[Line]:
    """Count the largest cut both ways, in one process, and say whether they agree."""
    cut = cut_of(messy, work, max(sizes))
    said = run(python("-m", "bench.counting_by_hand", cut)).said
    spent = json.loads(said.strip().splitlines()[-1])
    if not spent["agree"]:
        raise DidNotRun("a figure counted by hand and one by definition do not agree")
    hand = Spent(*spent["by hand"], 0)
    yield Line(
        f"{len(BY_HAND)} figures and their bands, by definition",
        Spent(*spent["by definition"], 0),
        hand,
        f"the same {spent['answers']:,} answers by queries written by hand ({hand.wall:.2f} s on the wall)",
        most_times_floor=2,
    )
    yield Line(f"all {spent['figures']} figures of {spent['rows']:,} rows", Spent(*spent["every figure"], 0))
    say("both from the cut's Parquet files, each opening its own DuckDB; the best of several goes")
