"""Does every decision say why, what, and what keeps it?"""

import re
from pathlib import Path

import pytest

from tests.architecture.project_files import PROJECT

DECISIONS = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
A_PLACE = re.compile(r"`((?:tests|src|bench|docs|requirements|\.ci)/[\w./-]+|\.importlinter|Makefile|pyproject\.toml)`")
PARTS = ("Context", "Decision", "How it is enforced")


def test_there_are_decisions_numbered_without_a_gap() -> None:
    numbers = [int(decision.name[:4]) for decision in DECISIONS]
    assert numbers
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_says_why_what_and_what_keeps_it(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    headings = re.findall(r"^#+\s+(.+?)\s*$", text, re.MULTILINE)
    assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+", decision.stem), "a number and a sentence: 0001-the-rules-think.md"
    assert [part for part in PARTS if part in headings] == list(PARTS)
    assert len(text.splitlines()) <= 70, "one page"


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda file: file.stem)
def test_what_a_decision_says_enforces_it_is_there(decision: Path) -> None:
    enforced = decision.read_text(encoding="utf-8").partition("How it is enforced")[2]
    named = A_PLACE.findall(enforced)
    assert not [path for path in named if not (PROJECT / path).exists()]
