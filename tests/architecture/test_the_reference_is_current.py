"""Does docs/reference say what the code does today?"""

import pytest

from tests.architecture.reference import FOLDER, pages


@pytest.mark.parametrize("page", ["figures.md", "cut.md", "commands.md"])
def test_a_page_of_the_reference_is_as_printed_today(page: str) -> None:
    kept = (FOLDER / page).read_text(encoding="utf-8") if (FOLDER / page).exists() else ""
    assert kept == pages()[page], f"docs/reference/{page} is out of date: run make docs"


def test_the_reference_holds_nothing_else() -> None:
    assert {file.name for file in FOLDER.glob("*.md")} == set(pages())
