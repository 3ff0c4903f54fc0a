"""Does the printed manual say what the rules do today?"""

from tests.spec import printing


def test_the_manual_of_the_rules_is_what_the_specification_prints() -> None:
    on_disk = {page.name: page.read_text(encoding="utf-8") for page in printing.FOLDER.glob("*.md")}
    stale = sorted(name for name, text in printing.pages().items() if on_disk.get(name) != text)
    gone = sorted(on_disk.keys() - printing.pages().keys())
    assert not stale, f"run python -m tests.spec.printing: it changes {stale}"
    assert not gone, f"run python -m tests.spec.printing: it takes away {gone}"


def test_every_chapter_of_the_specification_is_printed() -> None:
    here = printing.FOLDER.parents[1] / "tests" / "spec"
    chapters = {path.stem.removeprefix("test_") for path in here.glob("test_*.py")}
    assert chapters == set(printing.CHAPTERS)
