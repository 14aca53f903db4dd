"""Everything by keyboard: signing in, the skip link, a slider, and the way out of the editor."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from client import PASSWORD
from conftest import TITLE


def press(browser, *keys):
    for key in keys:
        ActionChains(browser.driver).send_keys(key).perform()


def here(browser):
    """The focused control: its name, and how its focus shows."""
    return browser.run(
        """const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
        return {text: (e.innerText || e.value || '').trim(), id: e.id, tag: e.tagName, type: e.type || '', href: e.getAttribute('href'),
                style: s.outlineStyle, width: parseFloat(s.outlineWidth), seen: box.width > 1 && box.height > 1
                && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
                covered: covered(e, box), of: e.dataset.for || ''};
        // By something that stays in place while the page scrolls, such as a bar at the foot.
        function covered(e, box) {
          const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, innerHeight) / 2);
          return top && !e.contains(top) && !top.contains(e) ? top.className || top.tagName : '';
        }""")


def tab_to(browser, is_there, what, most=80):
    """Presses Tab until it is there; every stop on the way shows its focus and lies in view."""
    for _ in range(most):
        press(browser, Keys.TAB)
        stop = here(browser)
        if stop["tag"] == "BODY":
            continue
        assert stop["style"] != "none" and stop["width"] >= 2, f"Focus was to be visible on {stop}."
        assert stop["seen"], f"The focused control was to be in view: {stop}."
        assert not stop["covered"], f"Nothing was to lie over the focused control: {stop}."
        if is_there(stop):
            return stop
    raise AssertionError(f"{what} was to be reached on {browser.path} with {most} presses of Tab.")


def follow(browser, key, expected):
    browser.leave_by(lambda: press(browser, key), expected)


def test_from_signing_in_to_a_slider(place, browser):
    browser.open(place.root + "/sign-in")
    tab_to(browser, lambda stop: stop["id"] == "field-email", "The e-mail")
    press(browser, place.email)
    tab_to(browser, lambda stop: stop["id"] == "field-password", "The password")
    press(browser, PASSWORD)
    follow(browser, Keys.ENTER, "Enter was to sign in")

    first = tab_to(browser, lambda stop: True, "The skip link")
    assert first["href"] == "#main", f"The first stop was to be the skip link. It is {first}."
    press(browser, Keys.ENTER)
    assert here(browser)["id"] == "main", f"The skip link was to lead to the content. Focus is on {here(browser)}."

    browser.open(place.root + "/")
    tab_to(browser, lambda stop: stop["href"] == "/cases", "Cases")
    follow(browser, Keys.ENTER, "Enter on “Cases” was to open the list")
    tab_to(browser, lambda stop: stop["text"] == TITLE, "The case")
    follow(browser, Keys.ENTER, "Enter was to open the case")
    tab_to(browser, lambda stop: stop["text"] == "Decision", "The tab “Decision”")
    follow(browser, Keys.ENTER, "Enter was to open the decision")
    stop = tab_to(browser, lambda stop: stop["type"] == "range", "A slider", most=200)
    before = browser.one("#live").text
    press(browser, *[Keys.ARROW_RIGHT] * 10)
    browser.wait(lambda: browser.one(f"#{stop['of']}").get_property("value") != "", "The arrow keys were to move the slider")
    browser.wait(
        lambda: browser.one("#live").text != before and browser.one("#live").get_attribute("aria-busy") == "false",
        "The arrow keys were to change the answer")
    assert here(browser)["type"] == "range", "The new answer was not to take the focus away."


def test_the_editor_lets_go(place, browser):
    browser.sign_in(place.root, place.email)
    browser.open(place.page("text"))
    tab_to(browser, lambda stop: stop["id"] == "text", "The text")
    before = browser.one("#text").get_property("value")
    press(browser, Keys.TAB)
    assert here(browser)["id"] == "text", "In the text, Tab was to stay in the text."
    assert browser.one("#text").get_property("value") != before, "In the text, Tab was to move the line inwards."
    ActionChains(browser.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    assert browser.one("#text").get_property("value") == before, "Shift and Tab were to move the line outwards."
    press(browser, Keys.ESCAPE, Keys.TAB)
    assert here(browser)["id"] != "text", "Esc, then Tab, was to leave the text."
    assert browser.one("#text").get_property("value") == before, "Leaving was to change nothing."
    ActionChains(browser.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    assert here(browser)["id"] == "text", "Shift and Tab were to lead back into the text."
