"""A POST that is sent again with the same key is done once."""
import concurrent.futures
import uuid

import pytest

from problems import refused


def count(workspace):
    total, after = 0, ""
    for _ in range(100):
        page = workspace.api("GET", f"/api/cases?limit=200&after={after}").json()
        total += len(page["cases"])
        after = page["next"]
        if after is None:
            return total
    raise AssertionError("the list of cases has no end")


def test_a_retry_gets_the_first_answer(workspace, text):
    key, before = str(uuid.uuid4()), count(workspace)
    first = workspace.api("POST", "/api/cases", {"text": text}, Idempotency_Key=key)
    again = workspace.api("POST", "/api/cases", {"text": text}, Idempotency_Key=key)
    assert first.status == again.status == 201
    assert first.body == again.body
    assert "idempotent-replayed" not in first.headers and again.headers["idempotent-replayed"] == "true"
    for name in ("location", "etag", "content-type"):
        assert first.headers[name] == again.headers[name]
    assert count(workspace) == before + 1


def test_the_same_key_for_something_else_is_refused(workspace, text):
    key, before = str(uuid.uuid4()), count(workspace)
    assert workspace.api("POST", "/api/cases", {"text": text}, Idempotency_Key=key).status == 201
    refused(workspace.api("POST", "/api/cases", {"text": text, "note": "other"}, Idempotency_Key=key), 409)
    assert count(workspace) == before + 1


def test_a_refused_request_leaves_its_key_free(workspace, text):
    key = str(uuid.uuid4())
    refused(workspace.api("POST", "/api/cases", {"text": "a: ["}, Idempotency_Key=key), 422)
    assert workspace.api("POST", "/api/cases", {"text": text}, Idempotency_Key=key).status == 201


def test_two_at_once_make_one_case(workspace, text):
    for _ in range(5):
        key, before = str(uuid.uuid4()), count(workspace)
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            sent = [pool.submit(workspace.api, "POST", "/api/cases", {"text": text}, Idempotency_Key=key)
                    for _ in range(8)]
            answers = [one.result(60) for one in sent]
        made = [answer for answer in answers if answer.status == 201]
        for answer in answers:
            if answer.status != 201:
                refused(answer, 409)
        assert len({answer.body for answer in made}) == 1
        assert sum("idempotent-replayed" not in answer.headers for answer in made) == 1
        assert count(workspace) == before + 1


@pytest.mark.parametrize("key", ["two words", "x" * 201, "ä"])
def test_a_key_that_is_none_is_refused(workspace, text, key):
    refused(workspace.api("POST", "/api/cases", {"text": text}, Idempotency_Key=key), 400)


def test_keys_belong_to_a_request_not_to_a_path(workspace, case, text):
    key = str(uuid.uuid4())
    assert workspace.api("POST", "/api/cases", {"text": text}, Idempotency_Key=key).status == 201
    refused(workspace.api("POST", f"/api/cases/{case['id']}/jobs", {"trials": 10_000}, Idempotency_Key=key), 409)
