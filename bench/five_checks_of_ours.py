"""What do Holdfast's own five review checks cost, from texts in memory to the rows found?

Timed are the checks, and the understanding of every distinct date and code of the return, as the validator's checks
too read the dates for themselves. Not timed are opening the files, telling the children apart and joining the years.
"""

import json
import sys
import time
from pathlib import Path

from holdfast.returns.checks import (
    check_166_review_date_invalid,
    check_167_code_invalid_or_missing,
    check_167_code_without_a_date,
    check_399_reviews_of_short_breaks,
    check_440_too_old_for_pn0,
    check_441_too_young_for_pn1_to_pn7,
)
from holdfast.returns.checks.check import Subject
from holdfast.returns.gathering import Gathered, Gathering, gathered
from holdfast.returns.joining import joined
from holdfast.returns.opening import open_all
from holdfast.returns.settling import settle_years
from holdfast.returns.texts import numbering, understand

OF_CELLS = {"166": check_166_review_date_invalid, "167": check_167_code_without_a_date}
OF_THE_HISTORY = {
    "167": check_167_code_invalid_or_missing,
    "399": check_399_reviews_of_short_breaks,
    "440": check_440_too_old_for_pn0,
    "441": check_441_too_young_for_pn1_to_pn7,
}


def read(folder: Path) -> Gathering:
    """Every sheet below the folder, its years settled."""
    gathering = Gathering()
    for opened in open_all(folder, lambda _: None):
        for sheet in opened.sheets:
            gathering.add(sheet)
    settle_years(gathering, context=folder.name, asked=None)
    return gathering


def check(everything: Gathered, subject: Subject) -> dict[str, int]:
    """How many rows each check finds, each row listed as it is for a person."""
    found = dict.fromkeys(["166", "167", "399", "440", "441"], 0)
    for code, one in OF_CELLS.items():
        found[code] += len(one.find(everything).tolist())
    for code, one in OF_THE_HISTORY.items():
        found[code] += len(one.find(subject).tolist())
    return found


def main(folder: Path) -> None:
    """Read and join (untimed), understand and check (timed), print as JSON."""
    gathering = read(folder)
    everything = gathered(gathering)
    subject = Subject(everything, joined(everything))
    dates_and_codes = {**gathering.numbers, "id": numbering()}
    began = time.process_time()
    understand(dates_and_codes)
    understood = time.process_time()
    found = check(everything, subject)
    ended = time.process_time()
    print(json.dumps({"cpu": ended - began, "understanding": understood - began, "found": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
