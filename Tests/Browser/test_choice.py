"""Weights that are tried on the choice, and kept as a new version of the case."""

PRICE = "#field-selection_criteria_price_weight_"


def test_weight_moves_and_is_saved(place, browser):
    browser.sign_in(place.root, place.email)
    browser.open(place.page("choice"))
    head = place.client.get(f"/cases/{place.case}/versions").text.count("/restore")
    before = browser.one("#live").text
    assert not browser.all("#live form.save"), "Nothing is tried yet, so nothing was to be offered for saving."
    browser.slide(f'input[data-for="{PRICE[1:]}"]', 150)
    browser.wait(
        lambda: browser.one("#live").text != before and browser.all("#live form.save"),
        "The slider was to change the live part and offer to save the change")
    assert browser.one(PRICE).get_property("value") == "150", "The number field was to follow the slider."
    text = place.client.get(f"/cases/{place.case}/case.yaml").text
    assert "weight: 150" not in text, "A slider was not to change the case before it is saved."

    browser.press("Save this change")
    assert "Version 2 of" in browser.text, f"After saving, version 2 was to be shown: {browser.text[:400]}"
    saved = place.client.get(f"/cases/{place.case}/case.yaml").text
    assert "weight: 150" in saved, "The saved case was to have 150 points for the price."
    assert saved.replace("weight: 150", "weight: 100", 1) == text, "Saving was to change that one value and nothing else."
    browser.press("Versions", within="nav.tabs")
    assert "Tried on the page: selection.criteria.price.weight=150" in browser.text, (
        f"The history was to say what was changed: {browser.text[:800]}")
    assert place.client.get(f"/cases/{place.case}/versions").text.count("/restore") == head + 1, (
        "There was to be exactly one version more.")
    assert browser.complaints() == [], f"The console was to stay empty. It says {browser.complaints()}."
