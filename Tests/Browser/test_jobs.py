"""Long work: it says how far it is, can be cancelled, and its result is shown."""

import time

from selenium.webdriver.support.ui import Select

from client import Client
from server import wait_for


def begin(browser, place, trials):
    browser.sign_in(place.root, place.email)
    browser.open(place.page("decision"))
    browser.unfold("Run the decision with more futures")
    Select(browser.one("#field-job-trials")).select_by_value(trials)
    browser.press("Run it")
    assert browser.path.startswith("/jobs/"), f"The job's page was to follow. It is {browser.path}."


def test_a_million_futures_can_be_cancelled(place, browser):
    begin(browser, place, "1000000")
    # It begins at nothing, and the page is not loaded again. How far it comes before the end depends on the machine.
    browser.wait(
        lambda: int(browser.one("#job-progress").get_property("value")), "The bar was to move by itself", within=30)
    browser.press("Cancel")
    browser.wait(lambda: "Cancelled after" in browser.text, "The job was to be said to be cancelled")
    job = browser.path.split("/")[-1]
    assert place.client.get(f"/jobs/{job}/result.json").status == 404, "A cancelled job was to have no result."
    assert browser.complaints() == [], f"The console was to stay empty. It says {browser.complaints()}."


def test_a_job_leads_to_its_decision(place, browser):
    begin(browser, place, "100000")
    browser.wait(lambda: browser.all("main .notice.good"), "The page was to say by itself that it is done", within=60)
    browser.press("See the decision")
    assert browser.heading == "Decision", f"The decision was to be shown. The page is “{browser.heading}”."
    assert "100,000 simulated futures" in browser.text, "The decision was to stand on 100,000 futures."


def test_others_are_answered_beside_a_job(place):
    """A long simulation must not keep the whole team waiting, nor the check whether the server lives."""
    token = Client(place.root, place.client.make_token("read", "write"))
    job = token.api("POST", f"/api/cases/{place.case}/jobs", {"trials": 1000000, "seed": 7}).json["id"]
    waits = []
    try:
        state = "waiting"
        while state in ("waiting", "running") and len(waits) < 20:
            begin = time.monotonic()
            token.get("/healthz", timeout=120)
            token.get("/cases", timeout=120)
            state = token.api("GET", f"/api/jobs/{job}").json["state"]
            waits.append(time.monotonic() - begin)
            wait_for(lambda: time.monotonic() - begin > 0.2, "Time was to pass")
    finally:
        token.api("POST", f"/api/jobs/{job}/cancel")
    assert waits and max(waits) < 5, (
        f"Beside a simulation /healthz and /cases were to answer within 5 s. The longest wait was {max(waits):.1f} s.")
