"""Lists come a page at a time, without doubles or gaps."""
import pytest

from problems import refused


def walk(workspace, path, name, cursor):
    """All items of a list, and how many pages it took."""
    items, after = [], None
    for pages in range(1, 500):
        page = workspace.api("GET", path + (f"&{cursor}={after}" if after is not None else "")).json()
        items += page[name]
        after = page["next"]
        if after is None:
            return items, pages
    raise AssertionError("the list has no end")


@pytest.fixture(scope="module")
def made(workspace, text):
    ids = []
    for index in range(120):
        answer = workspace.api("POST", "/api/cases", {"text": text.replace("\n", f"\n# {index}\n", 1)})
        assert answer.status == 201, answer.text
        ids.append(answer.json()["id"])
    return ids


@pytest.mark.parametrize("limit", [1, 7, 50, 119, 120, 200])
def test_cases_have_no_doubles_and_no_gaps(workspace, made, limit):
    cases, pages = walk(workspace, f"/api/cases?limit={limit}", "cases", "after")
    ids = [case["id"] for case in cases]
    assert len(ids) == len(set(ids)) and set(made) <= set(ids)
    assert pages == -(-len(ids) // limit)
    # Newest first: in the order in which they were made, backwards.
    assert [identity for identity in ids if identity in set(made)] == made[::-1]


def test_a_case_that_is_made_meanwhile_moves_nothing(workspace, made, text):
    first = workspace.api("GET", "/api/cases?limit=60").json()
    assert workspace.api("POST", "/api/cases", {"text": text}).status == 201
    rest = workspace.api("GET", f"/api/cases?limit=200&after={first['next']}").json()["cases"]
    ids = [case["id"] for case in first["cases"] + rest]
    assert len(ids) == len(set(ids)) and set(made) <= set(ids)


def test_versions_have_no_doubles_and_no_gaps(workspace, case):
    path = f"/api/cases/{case['id']}"
    for version in range(1, 23):
        assert workspace.api(
            "PUT", path, {"text": case["text"] + f"# {version}\n"}, If_Match=f'"{version}"').status == 200
    versions, pages = walk(workspace, f"{path}/versions?limit=5", "versions", "before")
    assert [version["number"] for version in versions] == list(range(23, 0, -1)) and pages == 5


def test_the_audit_log_has_no_doubles_and_no_gaps(workspace, made):
    entries, _ = walk(workspace, "/api/audit?limit=37", "entries", "before")
    numbers = [entry["number"] for entry in entries]
    assert numbers == list(range(len(numbers), 0, -1)) and len(numbers) > 120
    assert workspace.api("GET", "/api/audit/verdict").json()["intact"] is True


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=x", "limit=-1", "after=x", "archived=perhaps"])
def test_a_page_that_is_none_is_refused(workspace, query):
    problem = refused(workspace.api("GET", f"/api/cases?{query}"), 422)
    assert problem["faults"][0]["path"] == query.split("=")[0]
