"""Servers, people and browsers for the tests. The binary is named by SHORELINE; scripts/test-browser.sh sets it."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from browser import Browser  # noqa: E402
from client import ORGANISATION, Client  # noqa: E402
from server import Server  # noqa: E402

TITLE = "Accounts payable, invoice entry"


@pytest.fixture(scope="session")
def binary():
    path = os.environ.get("SHORELINE")
    if not path or not os.access(path, os.X_OK):
        pytest.exit("Set SHORELINE to a built binary, or run scripts/test-browser.sh BINARY.", returncode=2)
    return Path(path).resolve()


@pytest.fixture(scope="session")
def _first_browser():
    browser = Browser()
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def _second_browser():
    browser = Browser()
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def _plain_browser():
    browser = Browser(scripts=False)
    yield browser
    browser.quit()


@pytest.fixture
def browser(_first_browser):
    _first_browser.forget()
    return _first_browser


@pytest.fixture
def other_browser(_second_browser):
    """Another person's browser."""
    _second_browser.forget()
    return _second_browser


@pytest.fixture
def plain_browser(_plain_browser):
    """A browser that runs no scripts."""
    _plain_browser.forget()
    return _plain_browser


@pytest.fixture
def fresh(binary, tmp_path):
    """A workspace in which nobody has been."""
    server = Server(binary, tmp_path).start()
    yield server
    server.stop()


@dataclass
class Place:
    """A workspace with an administrator, who is an analyst too, and the example."""

    server: Server
    client: Client
    email: str
    case: str

    @property
    def root(self):
        return self.server.root

    def page(self, tab=""):
        return f"{self.root}/cases/{self.case}" + (f"/{tab}" if tab else "")


@pytest.fixture(scope="module")
def place(binary, tmp_path_factory):
    server = Server(binary, tmp_path_factory.mktemp("workspace")).start()
    try:
        client = Client(server.root).join(server.link, "Ana Ortiz", "ana@example.com", ORGANISATION)
        yield Place(server, client, "ana@example.com", client.case_id(TITLE))
    finally:
        code = server.stop()
    assert code == 0, f"The server was to end with 0 after SIGTERM. It ended with {code}."
