"""What do the five review checks cost in the councils' public validator, or in pandas where that is not at hand?

Runs under a Python of its own, 3.9 or later (the validator runs on none later than 3.10), with pandas beside it.
Prints the CPU seconds of the checks alone, each on a copy of the tables as the validator gives it, and what each found.
"""

import importlib
import json
import sys
import time
from pathlib import Path

import pandas as pd

CHECKS = ("166", "167", "399", "440", "441")
TABLES = {"Header": "header.csv", "Episodes": "episodes.csv", "Reviews": "reviews.csv"}
ATTENDED_OR_NOT = ["PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"]


def day(column):  # noqa: ANN001, ANN201 - pandas has no place in the project's own environment, nor has its type
    """A column of the return as dates, what is not one left empty."""
    return pd.to_datetime(column, format="%d/%m/%Y", errors="coerce")


def check_166(tables):  # noqa: ANN001, ANN201
    """The review's date is not one."""
    return tables["Reviews"].index[day(tables["Reviews"]["REVIEW"]).isna()]


def check_167(tables):  # noqa: ANN001, ANN201
    """The code is not one, or only one of date and code is there."""
    reviews = tables["Reviews"]
    neither = reviews["REVIEW"].isna() & reviews["REVIEW_CODE"].isna()
    return reviews.index[
        ~(neither | reviews["REVIEW"].notna() & reviews["REVIEW_CODE"].isin(["PN0", *ATTENDED_OR_NOT]))
    ]


def check_399(tables):  # noqa: ANN001, ANN201
    """A review of a child who is only ever in short breaks."""
    only_short_breaks = tables["Episodes"]["LS"].isin(["V3", "V4"]).groupby(tables["Episodes"]["CHILD"]).all()
    reviews = tables["Reviews"]
    return reviews.index[reviews["CHILD"].isin(only_short_breaks.index[only_short_breaks])]


def check_440(tables):  # noqa: ANN001, ANN201
    """PN0 though four or over."""
    reviews = tables["Reviews"]
    late = day(reviews["REVIEW"]) > day(reviews["DOB"]) + pd.DateOffset(years=4)
    return reviews.index[reviews["REVIEW_CODE"].eq("PN0") & late]


def check_441(tables):  # noqa: ANN001, ANN201
    """PN1 to PN7 though under four."""
    reviews = tables["Reviews"]
    early = day(reviews["REVIEW"]) < day(reviews["DOB"]) + pd.DateOffset(years=4)
    return reviews.index[reviews["REVIEW_CODE"].isin(ATTENDED_OR_NOT) & early]


def checks():  # noqa: ANN201
    """The validator's own five where it is installed, else the five above; and which they are."""
    try:
        rules = [importlib.import_module(f"lac_validator.rules.lac2022_23.rule_{check}") for check in CHECKS]
    except ImportError:
        return "the pandas way", [check_166, check_167, check_399, check_440, check_441]
    return "csc-validator-be-903 0.1.17", [rule.validate for rule in rules]


def main(folder: Path) -> None:
    """Read the tables (untimed), run the five (timed), print as JSON."""
    tables = {name: pd.read_csv(folder / file, dtype=object) for name, file in TABLES.items()}
    which, five = checks()
    found = {}
    spent = 0.0
    for code, check in zip(CHECKS, five):  # noqa: B905 - strict= is later than Python 3.9
        copies = {name: table.copy(deep=False) for name, table in tables.items()}
        began = time.process_time()
        rows = check(copies)
        rows = list(rows["Reviews"] if isinstance(rows, dict) else rows)
        spent += time.process_time() - began
        found[code] = len(rows)
    print(json.dumps({"which": which, "cpu": spent, "found": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
