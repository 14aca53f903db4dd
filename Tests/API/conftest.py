import os

import pytest

from workspace import Workspace


@pytest.fixture(scope="session")
def workspace():
    with Workspace(os.environ["SHORELINE"], os.environ["SHORELINE_EXAMPLE"]) as running:
        yield running


@pytest.fixture(scope="session")
def text():
    with open(os.environ["SHORELINE_EXAMPLE"]) as file:
        return file.read()


@pytest.fixture
def case(workspace, text):
    """A case that no other test changes."""
    answer = workspace.api("POST", "/api/cases", {"text": text})
    assert answer.status == 201, answer.text
    return answer.json()
