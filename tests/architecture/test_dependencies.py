"""Is every dependency there for a reason, and locked so that it can be installed from anywhere?"""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.project_files import PROJECT, name, sources

LOCKS = sorted((PROJECT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
A_DEPENDENCY = re.compile(r'^ {4}"([A-Za-z0-9._-]+)[^"]*",(?P<comment>\s*#\s*\S.{3,})?$')


def _lines_of_dependencies() -> list[str]:
    lines = (PROJECT / "pyproject.toml").read_text(encoding="utf-8").split("[project.scripts]")[0].splitlines()
    return [line for line in lines if line.startswith('    "')]


def _canonical(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def _declared(*, with_tests: bool) -> set[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["test"] if with_tests else [])
    return {_canonical(re.split(r"[\s\[<>=!~;]", dependency)[0]) for dependency in wanted}


@pytest.mark.parametrize("line", _lines_of_dependencies(), ids=lambda line: line.split('"')[1])
def test_a_dependency_says_why_it_is_there(line: str) -> None:
    written = A_DEPENDENCY.match(line)
    assert written
    assert written["comment"] or written[1] == "pytest", f"say why, in a comment beside it: {line.strip()}"


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_a_lock_pins_every_package_by_version_and_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8"))
    pinned = [entry for entry in entries if PINNED.match(entry)]
    assert len(pinned) > 20
    assert not [entry.splitlines()[0] for entry in pinned if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_a_lock_names_no_place_of_its_own_to_install_from(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.findall(r"file:|https?:|^-|--(?:extra-)?index-url|--find-links|\s@\s", text, re.MULTILINE)


@pytest.mark.parametrize(("lock", "with_tests"), [("run.txt", False), ("test.txt", True)], ids=["to run", "to test"])
def test_a_lock_holds_everything_declared(lock: str, with_tests: bool) -> None:
    text = (PROJECT / "requirements" / lock).read_text(encoding="utf-8")
    locked = {_canonical(package) for package, _ in PINNED.findall(text)}
    assert _declared(with_tests=with_tests) <= locked, "run make lock"


def test_what_is_tested_is_what_runs() -> None:
    run, test = (
        set(PINNED.findall((PROJECT / "requirements" / lock).read_text("utf-8"))) for lock in ("run.txt", "test.txt")
    )
    assert run <= test


def test_everything_imported_is_declared() -> None:
    imported = {
        module.split(".")[0]: name(file)
        for file in sources()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for module in _modules(node)
    }
    packages = packages_distributions()
    declared = _declared(with_tests=False) | {"holdfast"}
    strangers = {
        module: file
        for module, file in imported.items()
        if module not in sys.stdlib_module_names
        and not {_canonical(package) for package in packages.get(module, [module])} & declared
    }
    assert not strangers, "a package that another happens to bring along may go when that one does"


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
