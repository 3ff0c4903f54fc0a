"""Does every import go down the street, and do the rules stand on nothing but Python?"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project_files import PROJECT, SOURCE, name, sources

WHAT_RULES_MAY_USE = {"holidays", "bisect", "calendar", "collections", "dataclasses", "datetime", "enum", "functools"}
WHAT_RULES_MAY_USE |= {"itertools", "math", "operator", "re", "string", "types", "typing"}
RULES = [file for file in sources() if file.is_relative_to(SOURCE / "rules")]


def _imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_every_contract_of_who_may_import_whom_is_kept() -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


@pytest.mark.parametrize("file", RULES, ids=name)
def test_a_rule_stands_on_nothing_but_python_the_bank_holidays_and_other_rules(file: Path) -> None:
    strangers = {
        module
        for module in _imported(file)
        if module.split(".")[0] not in WHAT_RULES_MAY_USE and not module.startswith("holdfast.rules")
    }
    assert not strangers, f"{name(file)} imports {sorted(strangers)}: a rule knows no database, file, clock or web"
