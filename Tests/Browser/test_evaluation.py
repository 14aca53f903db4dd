"""An evaluation from the case without scores to the opened bids: who sees what when."""

import html

import pytest
from selenium.webdriver.support.ui import Select

from client import PASSWORD
from conftest import Place
from server import EXAMPLE

CASE = "Invoice entry, second round"
NOTE = "Called the reference in Leeds twice"
#: What only those who may see bids are to see; from the example.
BIDS = ("0.49", "0.69", "perTransaction", "minimumPerMonth", "$")


def blind_case(place):
    text = EXAMPLE.read_text(encoding="utf-8").replace("case: Accounts payable, invoice entry", f"case: {CASE}")
    assert CASE in text, "The example's title was to be replaced; it has another one by now."
    return text


@pytest.fixture(scope="module")
def evaluation(place, _first_browser):
    """The case, made by an analyst from a pasted text; no scores stand beside it."""
    browser = _first_browser
    browser.forget()
    browser.sign_in(place.root, place.email)
    browser.open(place.root + "/cases/new")
    browser.set_text("#pasted", blind_case(place))
    browser.press("Begin with this text")
    assert browser.heading == CASE, f"The new case was to open. The page is “{browser.heading}”: {browser.text[:800]}"
    return Place(place.server, place.client, place.email, browser.path.split("/")[2])


def invite(browser, evaluation):
    browser.sign_in(evaluation.root, evaluation.email)
    browser.open(evaluation.page("scoring"))
    browser.unfold("Invite an evaluator by a link")
    Select(browser.one("#field-evaluator")).select_by_value("ben")
    browser.fill("#field-email", "ben@example.com")
    browser.press("Make a link")
    return browser.one("#shown-once").get_attribute("value")


def row_of(browser, name):
    return next(row.text for row in browser.all("#evaluators tbody tr") if name in row.text)


def test_evaluation_by_link(evaluation, browser, other_browser):
    analyst, evaluator = browser, other_browser
    link = invite(analyst, evaluation)
    assert link.startswith(evaluation.root + "/join/"), f"The link was to lead to this workspace. It is {link}."

    joins(evaluator, link)
    sees_only_the_own_sheet(evaluator, evaluation)
    keeps_the_draft(evaluator)
    hands_in(evaluator)

    analyst.open(evaluation.page("scoring"))
    assert "handed in" in row_of(analyst, "Ben Achterberg"), "The analyst was to see that Ben's sheet is in."
    assert "open" in row_of(analyst, "Ana Ortiz"), "Ana's sheet was to be open still."
    sees_no_score(evaluation)

    analyst.unfold("Open the bids …")
    analyst.press("Open the bids now")
    assert "The bids were opened on" in analyst.text, f"The opening was to be said: {analyst.text[:800]}"
    source = html.unescape(analyst.driver.page_source)
    assert NOTE in source, "After the opening the analyst was to see the evaluator's note."
    choice = evaluation.client.get(f"/cases/{evaluation.case}/choice")
    assert choice.status == 200, f"After the opening the choice was to be shown. It answered {choice.status}."
    assert analyst.complaints() == [], f"The analyst's console was to stay empty. It says {analyst.complaints()}."

    evaluator.open(evaluation.page("sheet"))
    assert "The bids were opened on" in evaluator.text, "The evaluator was to read that the bids are opened."
    change = evaluator.one("#field-reason")
    assert change.get_attribute("required"), "A change after the opening was to need a reason."


def joins(browser, link):
    browser.open(link)
    browser.fill("#field-name", "Ben Achterberg")
    if not browser.one("#field-email").get_property("value"):
        browser.fill("#field-email", "ben@example.com")
    browser.fill("#field-password", PASSWORD)
    browser.fill("#field-password2", PASSWORD)
    browser.press("Join")
    assert browser.path.endswith("/sheet"), f"The link was to lead to the sheet. It led to {browser.path}."


def sees_only_the_own_sheet(browser, evaluation):
    source = browser.driver.page_source
    seen = [word for word in BIDS if word in html.unescape(source)]
    assert not seen, f"The sheet was to hold nothing of the bids. It holds {seen}."
    for name in ("Ana Ortiz", "Chitra Nair", "Dov Lindqvist"):
        assert name not in source, f"The sheet was to name no other evaluator. It names {name}."
    case = f"/cases/{evaluation.case}"
    paths = [case + ending for ending in (
        "", "/decision", "/decision/try", "/choice", "/choice/try", "/scoring", "/places", "/edit", "/text", "/versions",
        "/versions/1", "/difference", "/compare", "/case.yaml", "/scores.jsonl", "/decision.csv", "/decision.xlsx",
        "/decision.json", "/choice.csv", "/choice.xlsx", "/choice.json")]
    paths += ["/cases", "/cases/new", "/people", "/audit", "/audit.csv", "/audit.jsonl", "/api/events", "/api/cases"]
    paths += [f"/api{case}{ending}" for ending in ("", "/choice", "/decision", "/places", "/scoring", "/versions")]
    paths += ["/api/people", "/api/audit", "/api/jobs"]
    answers = browser.driver.execute_async_script(
        """const [paths, done] = arguments;
        Promise.all(paths.map(async (path) => [path, (await fetch(path)).status])).then(done);""", paths)
    open_paths = [answer for answer in answers if answer[1] not in (403, 404)]
    assert not open_paths, f"An evaluator was to get 403 or 404 for everything but the sheet. Got {open_paths}."
    browser.complaints()  # those are the 403 and 404 just asked for


def keeps_the_draft(browser):
    first = browser.all('#sheet select[name^="score."]')[0].get_attribute("name")
    note = first.replace("score.", "note.", 1)
    Select(browser.one(f'select[name="{first}"]')).select_by_value("3")
    browser.fill(f'textarea[name="{note}"]', NOTE)
    browser.wait(
        lambda: browser.one("#sheet-state").text.startswith("Saved at"), "The draft was to be kept by itself in seconds")
    browser.driver.refresh()
    assert browser.one(f'select[name="{first}"]').get_property("value") == "3", "After a reload the score was to be there."
    assert browser.one(f'textarea[name="{note}"]').get_property("value") == NOTE, "After a reload the note was to be there."


def hands_in(browser):
    browser.press("Hand in")
    empty = browser.one("#empty-boxes").text
    assert "boxes are empty" in empty, f"A sheet with empty boxes was to be asked about. It says: {empty}"
    browser.run(
        """for (const [i, box] of [...document.querySelectorAll('#sheet select[name^="score."]')].entries())
          if (box.value === '') box.value = ['1', '2', '3', '4', '2.5', '1 to 3', '?'][i % 7];""")
    browser.press("Hand in")
    assert "You handed in on" in browser.text, f"The sheet was to be handed in: {browser.text[:800]}"
    assert not browser.all("#sheet"), "After handing in the sheet was to be for reading only."
    assert browser.complaints() == [] or all("422" in line["message"] for line in browser.complaints())


def sees_no_score(evaluation):
    """Whatever the analyst asks for, before the opening no score and no note is in it."""
    case = f"/cases/{evaluation.case}"
    for path in (
        f"{case}/scoring", f"{case}/choice", case, f"{case}/scores.jsonl", f"{case}/choice.csv", f"{case}/choice.json",
        f"/api{case}/scoring", f"/api{case}/choice", "/audit", "/audit.jsonl", f"{case}/sheet",
    ):
        answer = evaluation.client.get(path)
        assert answer.status < 500, f"{path} was to answer. It answered {answer.status}: {answer.text[:500]}"
        assert NOTE not in html.unescape(answer.body.decode("utf-8", "replace")), (
            f"Before the opening {path} was not to hold the evaluator's note.")
    sheet = evaluation.client.get(f"{case}/sheet")
    assert sheet.status == 404 or sheet.status == 403, f"The analyst has no sheet; /sheet answered {sheet.status}."
    scores = evaluation.client.get(f"{case}/scores.jsonl")
    assert '"score"' not in scores.text, f"Before the opening the log was to hold no score: {scores.text[:500]}"
