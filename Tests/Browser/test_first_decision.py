"""From the link of the first start to a decision, and what a slider does to it, with scripts and without."""

from client import ORGANISATION, PASSWORD
from conftest import TITLE

HEADS = "#field-options_pune_governance_minimumHeads_"


def order(browser):
    """The options in the table of the live part, the cheapest first."""
    return [
        cell.text.replace("recommended", "").split("\n")[0].strip()
        for cell in browser.all("#live table tbody tr th:first-child")]


def is_settled(browser):
    return browser.one("#live").get_attribute("aria-busy") == "false"


def join(browser, server):
    browser.open(server.link)
    assert browser.heading == "Set up your workspace", f"The first link was to set up. It shows “{browser.heading}”."
    browser.fill("#field-organisation", ORGANISATION)
    browser.fill("#field-name", "Ana Ortiz")
    browser.fill("#field-email", "ana@example.com")
    browser.fill("#field-password", PASSWORD)
    browser.fill("#field-password2", PASSWORD)
    browser.press("Join")


def go_to_decision(browser):
    browser.press("Cases", within="header")
    browser.press(TITLE)
    assert browser.heading == TITLE, f"The case was to open. The page is “{browser.heading}”."
    browser.press("Decision", within="nav.tabs")
    assert browser.heading == "Decision", f"The tab was to open the decision. The page is “{browser.heading}”."


def test_first_start_to_a_decision_that_moves(fresh, browser):
    join(browser, fresh)
    assert browser.path == "/", f"After joining the home page was to follow. It is {browser.path}."
    go_to_decision(browser)
    before = order(browser)
    assert len(before) == 5, f"The example has five options. The live part shows {before}."
    text = browser.one("#live").text

    slider = f'input[data-for="{HEADS[1:]}"]'
    browser.slide(slider, 2)
    browser.wait(
        lambda: is_settled(browser) and browser.one("#live").text != text, "The slider was to change the live part")
    assert browser.one(HEADS).get_property("value") == "2", "The number field was to follow the slider."
    assert browser.one("#live-said").get_attribute("textContent").strip(), "A screen reader was to be told the result."

    # Twenty heads to manage a partner: whoever is first with that, it is not the partner.
    browser.fill(HEADS, "20")
    browser.wait(
        lambda: is_settled(browser) and order(browser)[:1] not in ([], [before[0]]),
        f"With 20 heads to manage {before[0]}, another option was to come first")

    browser.fill(HEADS, "many")
    browser.wait(lambda: browser.all("#live .faults"), "“many” is no number of heads: a fault was to be shown")
    assert browser.one(HEADS).get_property("value") == "many", "What was typed was to stay."
    browser.one("[data-reset]").click()
    browser.wait(
        lambda: is_settled(browser) and order(browser) == before and browser.one(HEADS).get_property("value") == "",
        "“As the case stands” was to bring the first order back and empty the field")
    assert browser.complaints() == [], f"The console was to stay empty. It says {browser.complaints()}."


def test_decision_without_scripts(place, plain_browser):
    browser = plain_browser
    browser.sign_in(place.root, place.email)
    browser.open(place.page("decision"))
    first = order(browser)[0]
    browser.fill(HEADS, "20")
    browser.press("Show")
    assert "/decision/try?" in browser.path, f"The form was to lead to a page of its own. It is {browser.path}."
    assert browser.one(HEADS).get_property("value") == "20", "What was typed was to stay in its field."
    after = order(browser)
    assert after and after[0] != first, f"With 20 heads to manage {first}, another was to be first. The order is {after}."
    browser.press("As the case stands")
    assert order(browser)[0] == first, "“As the case stands” was to show the first order again."
