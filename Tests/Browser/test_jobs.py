"""Long work: it says how far it is, can be cancelled, and its result is shown."""

from selenium.webdriver.support.ui import Select


def begin(browser, place, trials):
    browser.sign_in(place.root, place.email)
    browser.open(place.page("decision"))
    browser.unfold("Run the decision with more futures")
    Select(browser.one("#field-job-trials")).select_by_value(trials)
    browser.press("Run it")
    assert browser.path.startswith("/jobs/"), f"The job's page was to follow. It is {browser.path}."


def test_a_million_futures_can_be_cancelled(place, browser):
    begin(browser, place, "1000000")
    done = browser.wait(
        lambda: int(browser.one("#job-progress").get_property("value")), "The bar was to move by itself", within=30)
    browser.wait(
        lambda: int(browser.one("#job-progress").get_property("value")) > done, "The bar was to move on", within=30)
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
