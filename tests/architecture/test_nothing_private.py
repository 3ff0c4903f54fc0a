"""Is anything in the project that belongs to somebody: their address, their mail, a place on their own machine?"""

import re
from pathlib import Path

import pytest

from tests.architecture.project_files import NOT_TEXT, files, name

TEXTS = [file for file in files() if file.suffix.lower() not in NOT_TEXT and file != Path(__file__)]

NOBODYS = r"(?:[\w.-]+\.)?example\b|127\.0\.0\.1|localhost"
"""Names that are kept for examples, and this machine."""

A_MAIL_ADDRESS = re.compile(rf"[\w.+-]+@(?!{NOBODYS})[\w-]+(?:\.[\w-]+)+")
A_PLACE_ON_ONE_MACHINE = re.compile(r"(?<![\w.$~*)}/-])/(?:home|root|work|opt|Users)/\w|[A-Z]:\\Users\\")
A_SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp|gho|xox[bap]|AKIA)[_A-Za-z0-9-]{16,}")


@pytest.mark.parametrize(
    "belongs_to_somebody",
    [A_MAIL_ADDRESS, A_PLACE_ON_ONE_MACHINE, A_SECRET],
    ids=["a mail address", "a place on one machine", "a secret"],
)
def test_no_file_holds(belongs_to_somebody: re.Pattern[str]) -> None:
    found = [
        f"{name(file)}:{number}: {match[0]}"
        for file in TEXTS
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if (match := belongs_to_somebody.search(line))
    ]
    assert not found


@pytest.mark.parametrize(
    ("line", "belongs_to_somebody"),
    [
        ("write to jo.bloggs@council.gov.uk", A_MAIL_ADDRESS),
        ("open('/home/jo/returns')", A_PLACE_ON_ONE_MACHINE),
        ("-----BEGIN RSA PRIVATE KEY-----", A_SECRET),
    ],
    ids=["a mail address", "a place on one machine", "a secret"],
)
def test_it_would_be_seen(line: str, belongs_to_somebody: re.Pattern[str]) -> None:
    assert belongs_to_somebody.search(line)
