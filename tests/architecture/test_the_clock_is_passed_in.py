"""Is reading the clock really refused, everywhere but in the one place that may?"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project_files import PROJECT

READING_THE_CLOCK = {
    "today": "from datetime import date\n\nTODAY = date.today()\n",
    "now": "from datetime import datetime\n\nNOW = datetime.now()\n",
    "now through the module": "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)\n",
    "seconds since 1970": "import time\n\nNOW = time.time()\n",
}


def _ruff_refuses(code: str, file: str) -> bool:
    ruff = Path(sys.executable).with_name("ruff")
    run = subprocess.run(
        [ruff, "check", "--no-cache", "--select", "TID251,DTZ", "--stdin-filename", file, "-"],
        cwd=PROJECT, input=code, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode in (0, 1), run.stderr
    return run.returncode == 1


@pytest.mark.parametrize("code", READING_THE_CLOCK.values(), ids=READING_THE_CLOCK.keys())
@pytest.mark.parametrize("file", ["src/holdfast/rules/new.py", "src/holdfast/cli/report.py", "tests/spec/test_new.py"])
def test_the_clock_may_not_be_read(code: str, file: str) -> None:
    assert _ruff_refuses(code, file)


def test_only_the_command_lines_own_clock_may_be_read() -> None:
    assert not _ruff_refuses(READING_THE_CLOCK["today"], "src/holdfast/cli/clock.py")
