import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "Tests" / "API"), str(pathlib.Path(__file__).parent)]
from kept import KeptWorkspace  # noqa: E402

EXAMPLE = ROOT / "Examples" / "accounts-payable.yaml"


@pytest.fixture(scope="session")
def text():
    """A case that is in order."""
    return EXAMPLE.read_text()


@pytest.fixture(scope="module")
def place():
    """One workspace for the tests of a file that only add to it."""
    with KeptWorkspace(os.environ["SHORELINE"], str(EXAMPLE)) as workspace:
        yield workspace


@pytest.fixture
def fresh():
    """One of its own, for tests that end or kill it."""
    with KeptWorkspace(os.environ["SHORELINE"], str(EXAMPLE)) as workspace:
        yield workspace
