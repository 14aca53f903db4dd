"""Conditional requests (RFC 9110 § 13): nothing is sent twice, and nobody's change is lost."""
import pytest

from problems import refused


def test_a_known_version_is_not_sent_again(workspace, case):
    first = workspace.api("GET", f"/api/cases/{case['id']}")
    assert first.status == 200 and first.headers["etag"] == '"1"'
    again = workspace.api("GET", f"/api/cases/{case['id']}", If_None_Match=first.headers["etag"])
    assert again.status == 304
    assert again.body == b"" and again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize("tags", ['*', 'W/"1"', '"7", "1"'])
def test_a_known_version_may_stand_among_others(workspace, case, tags):
    assert workspace.api("GET", f"/api/cases/{case['id']}", If_None_Match=tags).status == 304


@pytest.mark.parametrize("tags", ['"2"', '"11"', '1', ''])
def test_an_unknown_version_is_sent(workspace, case, tags):
    answer = workspace.api("GET", f"/api/cases/{case['id']}", If_None_Match=tags)
    assert answer.status == 200 and answer.json()["version"] == 1


def test_a_change_moves_the_tag(workspace, case):
    path = f"/api/cases/{case['id']}"
    changed = workspace.api("PUT", path, {"text": case["text"] + "# one\n", "note": "n"}, If_Match='"1"')
    assert changed.status == 200 and changed.headers["etag"] == '"2"' and changed.json()["version"] == 2
    answer = workspace.api("GET", path, If_None_Match='"1"')
    assert answer.status == 200 and answer.headers["etag"] == '"2"'
    assert answer.json()["text"] == case["text"] + "# one\n"


def test_a_change_of_an_old_version_is_refused_and_changes_nothing(workspace, case):
    path = f"/api/cases/{case['id']}"
    assert workspace.api("PUT", path, {"text": case["text"] + "# one\n"}, If_Match='"1"').status == 200
    problem = refused(workspace.api("PUT", path, {"text": case["text"] + "# two\n"}, If_Match='"1"'), 412)
    assert problem["current"] == 2
    assert workspace.api("GET", path).json()["text"] == case["text"] + "# one\n"


def test_a_change_of_an_unnamed_version_is_refused(workspace, case):
    refused(workspace.api("PUT", f"/api/cases/{case['id']}", {"text": case["text"]}), 428)


@pytest.mark.parametrize("tag", ["1", '"0"', '"-1"', '"one"', '""', "*"])
def test_a_tag_that_is_none_is_refused(workspace, case, tag):
    refused(workspace.api("PUT", f"/api/cases/{case['id']}", {"text": case["text"]}, If_Match=tag), 400)
