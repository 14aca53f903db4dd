"""Two people change one case at once: nothing is lost, and nothing is written over unseen."""

import re

import pytest

from client import Client

BEN = "ben@example.com"


@pytest.fixture(scope="module", autouse=True)
def ben(place):
    return Client(place.root).join(place.client.invite("analyst", email=BEN), "Ben Achterberg", BEN)


def edit(browser, place, old, new):
    """Opens the text and changes it without saving."""
    browser.open(place.page("text"))
    text = browser.one("#text").get_property("value")
    assert old in text, f"The case was to hold “{old}” before it is changed."
    browser.set_text("#text", text.replace(old, new, 1))


def both_edit(place, browser, other_browser, mine, theirs):
    browser.sign_in(place.root, place.email)
    other_browser.sign_in(place.root, BEN)
    edit(browser, place, *theirs)
    edit(other_browser, place, *mine)
    browser.press("Save as a new version")
    assert "Saved. Version" in browser.text, f"The first was to be saved: {browser.text[:600]}"
    other_browser.press("Save as a new version")
    assert other_browser.heading.startswith("Two changes to"), (
        f"The second was to be shown both changes. The page is “{other_browser.heading}”: {other_browser.text[:800]}")
    kept = other_browser.one('input[name="mine"], textarea[name="mine"]').get_property("value")
    assert mine[1] in kept, "The second's own text was to be kept in the page."


def case_text(place):
    return place.client.get(f"/cases/{place.case}/case.yaml").text


def test_changes_apart_come_together(place, browser, other_browser):
    volume, horizon = ("perMonth: 42000", "perMonth: 43000"), ("months: 60", "months: 48")
    both_edit(place, browser, other_browser, mine=horizon, theirs=volume)
    assert "do not touch each other" in other_browser.text, f"No conflict was to be named: {other_browser.text[:800]}"
    other_browser.press("Save both together")
    assert "Saved. Version" in other_browser.text, f"Both were to be saved: {other_browser.text[:600]}"
    text = case_text(place)
    assert volume[1] in text and horizon[1] in text, "The version that stands was to hold both changes."


def test_a_conflict_must_be_decided(place, browser, other_browser):
    old = re.search(r"perMonth: \d+", case_text(place)).group(0)
    both_edit(place, browser, other_browser, mine=(old, "perMonth: 51000"), theirs=(old, "perMonth: 52000"))
    radios = other_browser.all('fieldset.conflict input[type="radio"]')
    assert radios and not any(radio.is_selected() for radio in radios), "Nothing was to be chosen in advance."
    text = other_browser.text
    assert "51000" in text and "52000" in text, "Both texts were to be shown."
    before = case_text(place)

    # Without a choice: the browser holds it back, and so does the server.
    assert not other_browser.run("return document.querySelector('form[action$=\"/merge\"]').checkValidity()"), (
        "The form was to ask for a choice.")
    other_browser.run("document.querySelector('form[action$=\"/merge\"]').noValidate = true")
    other_browser.press("Save both together")
    assert "nothing is chosen for" in other_browser.text, f"The server was to ask for a choice: {other_browser.text[:800]}"
    assert case_text(place) == before, "Nothing was to be saved without a choice."

    chosen = other_browser.one('fieldset.conflict input[value="mine"]')
    other_browser.show(chosen)
    chosen.click()
    other_browser.press("Save both together")
    assert "Saved. Version" in other_browser.text, f"The choice was to be saved: {other_browser.text[:600]}"
    assert case_text(place) == before.replace("perMonth: 52000", "perMonth: 51000"), "Only the chosen place was to change."
