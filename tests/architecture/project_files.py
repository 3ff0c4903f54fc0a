"""Which files are the project's own: what is written by hand and kept, not what is made along the way."""

from pathlib import Path

PROJECT = Path(__file__).parents[2]
SOURCE = PROJECT / "src" / "holdfast"
FOLDERS = ("src", "tests", "bench", "docs", "requirements", ".ci")
MADE_ALONG_THE_WAY = ("__pycache__", ".egg-info", ".pyc")
NOT_TEXT = {".png", ".pdf", ".docx", ".xlsx", ".zip", ".parquet", ".ttf", ".otf", ".woff2"}


def files() -> list[Path]:
    """Every file of the project, in order of path."""
    inside = [file for folder in FOLDERS for file in (PROJECT / folder).rglob("*")]
    beside = [file for file in PROJECT.iterdir() if file.name not in (".git", ".venv", ".coverage")]
    return sorted(
        file for file in inside + beside if file.is_file() and not any(mark in str(file) for mark in MADE_ALONG_THE_WAY)
    )


def sources() -> list[Path]:
    """Every Python file of the package itself."""
    return [file for file in files() if file.suffix == ".py" and file.is_relative_to(SOURCE)]


def name(file: Path) -> str:
    """A file's path inside the project, for a message or a test's id."""
    return file.relative_to(PROJECT).as_posix()
