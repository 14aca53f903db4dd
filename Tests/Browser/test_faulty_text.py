"""A case's text with faults: what was typed stays, and each fault stands beside its line."""

from selenium.webdriver.common.keys import Keys

MARK = "<!-- “odd” & <b>signs</b> ✓ -->"


def break_text(browser):
    """A volume below zero, after a note with signs that pages like to swallow. The line of the fault."""
    text = browser.one("#text").get_property("value")
    text = f"\n# {MARK}\n" + text.replace("perMonth: 42000", "perMonth: -42000", 1)
    browser.set_text("#text", text)
    return text, text.split("perMonth: -42000")[0].count("\n") + 1


def test_faults_while_typing_and_on_saving(place, browser):
    browser.sign_in(place.root, place.email)
    browser.open(place.page("text"))
    text, line = break_text(browser)
    browser.wait(lambda: browser.all(".gutter .wrong"), "While typing, the wrong line was to be marked")
    marks = [mark.get_property("textContent") for mark in browser.all(".gutter .wrong")]
    assert marks == [f"▲ {line}"], f"Line {line} alone was to be marked. Marked are {marks}."
    fault = browser.one(".editor-faults").text
    assert f"Line {line}" in fault and "42000" in fault.replace(",", ""), f"The fault was to name line and value: {fault}"
    button = browser.one(".editor-faults button")
    browser.show(button)
    button.click()
    start = browser.run("return document.activeElement.selectionStart")
    assert text[:start].count("\n") + 1 == line, "The button was to lead to the line."

    browser.press("Save as a new version")
    shows_faults(browser, text, line)
    browser.set_text("#text", browser.one("#text").get_property("value").replace("perMonth: -42000", "perMonth: 42000"))
    browser.wait(lambda: "No faults" in browser.one(".editor-faults").text, "Mended, the text was to be said to be fine")
    browser.press("Save as a new version")
    assert "Saved. Version 2" in browser.text, f"The mended text was to be saved: {browser.text[:600]}"
    saved = place.client.get(f"/cases/{place.case}/case.yaml").text
    assert saved == text.replace("perMonth: -42000", "perMonth: 42000"), "What is saved was to be what was typed."


def test_faults_without_scripts(place, plain_browser):
    browser = plain_browser
    browser.sign_in(place.root, place.email)
    browser.open(place.page("text"))
    area = browser.one("#text")
    area.send_keys(Keys.CONTROL, Keys.HOME)
    area.send_keys("this is no case\n")
    typed = area.get_property("value")
    browser.press("Check without saving")
    assert browser.one("#text").get_property("value") == typed, "What was typed was to stay."
    assert browser.all(".code-lines .wrong"), f"The wrong line was to be marked: {browser.text[:800]}"
    assert not browser.one(".editor-hint").is_displayed(), "Without scripts, Tab does nothing: nothing was to be said of it."


def shows_faults(browser, text, line):
    assert browser.one("#text").get_property("value") == text, "After refusing, the page was to hold what was typed."
    wrong = browser.all(".code-lines .wrong")
    assert [mark.get_attribute("id") for mark in wrong] == [f"line-{line}"], f"Line {line} alone was to be marked."
    assert browser.all(".code-lines .wrong .error"), "The fault was to stand beside its line."
    link = browser.one("#faults a")
    assert link.get_attribute("href").endswith(f"#line-{line}"), "The list of faults was to link to the line."
