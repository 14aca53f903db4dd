"""The pages of the jobs, whose cursor is a moment."""
import pytest

JOBS = 9


@pytest.fixture(scope="module")
def jobs(place, text):
    """A case and its jobs, the newest first."""
    case = place.new_case(text)["id"]
    made = []
    for seed in range(JOBS):
        job = place.api("POST", f"/api/cases/{case}/jobs", {"trials": 1000, "seed": seed})
        assert job.status == 202, f"a job should be taken with 202, not {job.status}: {job.text[:300]}"
        made.append(job.json()["id"])
    return case, made[::-1]


@pytest.mark.parametrize("limit", [1, 2, 4])
def test_the_pages_of_jobs_hold_each_once(place, jobs, limit):
    case, made = jobs
    seen, before = [], ""
    for _ in range(JOBS + 1):
        answer = place.api("GET", f"/api/jobs?case={case}&limit={limit}{before}")
        assert answer.status == 200, f"`next` of the page before should be taken: {answer.status} {answer.text[:300]}"
        page = answer.json()
        seen += [job["id"] for job in page["jobs"]]
        if page["next"] is None:
            break
        before = f"&before={page['next']}"
    assert seen == made, f"each job once, the newest first: {seen} for {made}"
