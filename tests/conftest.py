"""What every test may ask for: the two councils whose figures are known, and the messy sample where it is at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent

# A change is judged by the same examples each time; whoever works on it goes on looking for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def councils() -> Path:
    """The folder of the two drawn councils, each with its years of returns and an expected.json."""
    return HERE / "councils"


@pytest.fixture(scope="session")
def messy_sample() -> Path:
    """A public sample of a messy return, named by HOLDFAST_SAMPLES or beside the project; skipped without."""
    named = os.environ.get("HOLDFAST_SAMPLES")
    samples = Path(named) if named else HERE.parent.parent / "shared" / "samples"
    folder = samples / "903-messy"
    if not folder.is_dir():
        pytest.skip("the messy sample is not at hand (set HOLDFAST_SAMPLES to the folder that holds 903-messy)")
    return folder
