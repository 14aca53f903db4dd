"""Every refusal is a problem with the right status, and says what is wrong."""
import json
import re

import pytest

from problems import refused

NOBODY = "0" * 24


def test_nobody_is_refused(workspace):
    answer = workspace.send("GET", "/api/me")
    refused(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["Bearer x", "Bearer shoreline_a.b", "Basic YTpi", "bearer "])
def test_a_wrong_token_is_refused(workspace, header):
    refused(workspace.send("GET", "/api/me", headers={"Authorization": header}), 401)


def test_a_wrong_token_is_not_helped_by_a_cookie(workspace):
    headers = {"Authorization": "Bearer shoreline_x.y", "Cookie": workspace.cookie}
    refused(workspace.send("GET", "/api/me", headers=headers), 401)


def test_a_revoked_token_is_refused_at_once(workspace):
    token = workspace.make_token("read")
    assert workspace.api("GET", "/api/me", token=token).status == 200
    page = workspace.page("/account").text
    csrf = re.search(r'name="csrf"[^>]*value="([^"]+)"', page).group(1)
    # The list begins with the newest.
    newest = re.search(r"/account/tokens/[0-9a-z]+/revoke", page).group(0)
    assert workspace.form(newest, csrf=csrf).status == 303
    refused(workspace.api("GET", "/api/me", token=token), 401)
    assert workspace.api("GET", "/api/me").status == 200


def test_a_token_without_the_scope_is_refused(workspace, text):
    reader = workspace.make_token("read")
    assert workspace.api("GET", "/api/cases", token=reader).status == 200
    refused(workspace.api("POST", "/api/cases", {"text": text}, token=reader), 403)
    refused(workspace.api("GET", "/api/people", token=reader), 403)
    refused(workspace.api("GET", "/api/audit", token=reader), 403)


@pytest.mark.parametrize("path", [
    f"/api/cases/{NOBODY}", "/api/cases/x", f"/api/cases/{NOBODY}/decision", f"/api/jobs/{NOBODY}", "/api/nothing",
    "/api/cases/%2e%2e/me", f"/api/cases/{NOBODY}/versions/0",
])
def test_what_is_not_there_is_not_found(workspace, path):
    refused(workspace.api("GET", path), 404)


@pytest.mark.parametrize("method, path, allowed", [
    ("DELETE", "/api/cases", {"GET", "POST"}), ("PATCH", "/api/cases", {"GET", "POST"}),
    ("POST", f"/api/cases/{NOBODY}", {"GET", "PUT"}), ("PUT", "/api/me", {"GET"}), ("DELETE", "/api/events", {"GET"}),
    ("GET", "/api/invitations", {"POST"}),
])
def test_a_method_that_is_not_known_is_refused_with_those_that_are(workspace, method, path, allowed):
    answer = workspace.api(method, path)
    refused(answer, 405)
    assert {word.strip() for word in answer.headers["allow"].split(",")} - {"HEAD"} == allowed


@pytest.mark.parametrize("method, path, body, key", [
    ("POST", "/api/cases", {"text": "a: 1", "notes": "x"}, "notes"),
    ("POST", "/api/cases/check", {"txt": "a: 1"}, "txt"),
    ("POST", "/api/invitations", {"email": "a@example.org", "roles": [], "role": "x"}, "role"),
])
def test_an_unknown_key_is_refused_by_name(workspace, method, path, body, key):
    problem = refused(workspace.api(method, path, body), 422)
    assert problem["faults"][0]["path"] == key
    assert f"“{key}”" in problem["faults"][0]["problem"]
    assert "Known:" in problem["faults"][0]["remedy"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b'{"text": "a", "text": "b"}', b'{"text": 1}'])
def test_a_body_that_is_none_is_refused(workspace, body):
    refused(workspace.api("POST", "/api/cases", body), 422)


def test_a_case_with_faults_is_refused_with_each(workspace, text):
    problem = refused(workspace.api("POST", "/api/cases", {"text": text.replace("currency:", "curency:")}), 422)
    assert problem["faults"] and problem["faults"][0]["line"] > 0


def test_too_large_a_body_is_refused(workspace):
    refused(workspace.api("POST", "/api/cases/check", {"text": "x" * (5 << 20)}), 413)
    assert workspace.api("GET", "/api/me").status == 200


def test_another_host_is_refused(workspace):
    answer = workspace.send("GET", "/api/me", headers={"Host": "evil.example", "Authorization": f"Bearer {workspace.token}"})
    refused(answer, 421)


def test_a_cookie_alone_changes_nothing(workspace, text):
    """What another site's page could make a browser send."""
    body = json.dumps({"text": text})
    headers = {"Cookie": workspace.cookie, "Content-Type": "application/json"}
    refused(workspace.send("POST", "/api/cases", body, headers), 403)
    refused(workspace.send("POST", "/api/cases", body, headers | {"Origin": "https://evil.example"}), 403)


def test_no_problem_tells_of_the_inside(workspace):
    for path in ["/api/cases?after=9999999999999999999-x", "/api/cases/%00", "/api/cases?limit=%FF", "/api/jobs?case=%27"]:
        answer = workspace.api("GET", path)
        assert answer.status in (400, 404, 422), answer.text
        assert not any(word in answer.text for word in ("SQL", "swift", "Sources/", "/tmp/", "SELECT"))
