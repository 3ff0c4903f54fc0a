"""Does most of a file lie outside the year it is said to be for?"""

from collections.abc import Iterator

import numpy as np

from holdfast.returns.checks.check import Subject, year_end, year_start
from holdfast.returns.findings import Finding, Found, Severity, found_once
from holdfast.returns.joining import ends
from holdfast.returns.texts import BoolArray
from holdfast.rules.facts import year_name

NAME = "file of another year"
MEANING = "Most of the file lies outside the year it is said to be for: is it in the right folder?"
FEWEST = 10
"""In a file of fewer rows, most of them being odd says little about the file."""


def find(subject: Subject) -> Iterator[Found]:
    """One finding for each file of episodes or reviews, more than half of whose rows are of other years."""
    found: list[Finding] = []
    episodes = subject.rows("Episodes")
    open_in_year = (episodes.days("DECOM") <= year_end(episodes.year)) & (ends(episodes) >= year_start(episodes.year))
    outside: dict[str, BoolArray] = {
        "Episodes": ~open_in_year,
        "Reviews": ~subject.in_its_year("Reviews", "REVIEW"),
    }
    for table, elsewhere in outside.items():
        rows = subject.rows(table)
        for source in np.unique(rows.source).tolist():
            of_file = elsewhere[rows.source == source]
            if len(of_file) < FEWEST or of_file.mean() <= 0.5:
                continue
            file = rows.sources[source]
            what = f"{int(of_file.sum()):,} of {len(of_file):,} rows outside {year_name(file.year)}"
            expected = f"rows of {year_name(file.year)}"
            found.append(Finding(Severity.ERROR, NAME, file.name, None, "", what, expected, "", MEANING))
    if found:
        yield found_once(found, MEANING)
