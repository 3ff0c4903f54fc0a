"""Is every source named by a rule, and shown by an example?"""

import importlib
from pathlib import Path

import pytest

from holdfast.rules import sources
from holdfast.rules.in_force import every_limit
from tests.spec.printing import CHAPTERS

RULES = Path(sources.__file__).parent
NAMES = tuple(sources.SOURCES)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_named_by_a_rule(name: str) -> None:
    written = [path.read_text(encoding="utf-8") for path in RULES.rglob("*.py") if path.name != "sources.py"]
    assert any(name in text for text in written)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_shown_by_an_example(name: str) -> None:
    chapters = [importlib.import_module(f"tests.spec.test_{chapter}") for chapter in CHAPTERS]
    assert any(name in chapter.SOURCES for chapter in chapters)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_names_sources_that_exist(chapter: str) -> None:
    named = set(importlib.import_module(f"tests.spec.test_{chapter}").SOURCES)
    assert named
    assert named <= set(NAMES)


def test_every_limit_names_a_source_that_exists() -> None:
    assert {limit.source for _, _, _, limit in every_limit()} <= set(NAMES)


def test_no_two_limits_share_a_sentence() -> None:
    sentences = [limit.because for _, _, _, limit in every_limit()]
    assert len(sentences) == len(set(sentences))
