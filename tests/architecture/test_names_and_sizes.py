"""Does every file say what it is for, under a name that means something, at a size one can hold in mind?"""

import ast
import statistics
from pathlib import Path

import pytest

from tests.architecture.project_files import files, name, sources

NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager2", "stuff", "tools", "lib"}
LONGEST = 400
MEDIAN = 120


@pytest.mark.parametrize("file", sources(), ids=name)
def test_a_module_says_in_one_sentence_what_it_is_for(file: Path) -> None:
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert docstring, f"{name(file)} has no docstring"
    sentence = " ".join(docstring.split("\n\n")[0].split())
    assert sentence[0].isupper() or not sentence[0].isalpha()
    assert sentence[-1] in ".?", f"{name(file)}: its first paragraph is not a sentence: {sentence}"


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    nameless = [
        name(file) for file in files() if NAMELESS & {Path(part).stem.lower() for part in Path(name(file)).parts}
    ]
    assert not nameless, "if a thing has no name yet, it is not understood yet"


def test_no_source_file_has_grown_past_what_one_can_hold_in_mind() -> None:
    lengths = {name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in sources()}
    assert not {file: length for file, length in lengths.items() if length > LONGEST}


def test_most_source_files_are_short() -> None:
    lengths = [len(file.read_text(encoding="utf-8").splitlines()) for file in sources()]
    assert statistics.median(lengths) <= MEDIAN
