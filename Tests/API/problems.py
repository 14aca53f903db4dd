def refused(answer, status):
    """The answer is a problem (RFC 9457) with this status, in words and without anything of the server's inside."""
    assert answer.status == status, f"{answer.status} instead of {status}: {answer.text}"
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"].startswith("/guide/problems#")
    assert problem["title"] and problem["detail"]
    return problem
