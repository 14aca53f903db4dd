"""Coming in and being kept out: sessions, links, passwords, pages that are not there."""

from client import PASSWORD, Client

NEW = "five tall ships past the breakwater"


def test_signing_out_everywhere(place, browser, other_browser):
    browser.sign_in(place.root, place.email)
    other_browser.sign_in(place.root, place.email)
    browser.open(place.root + "/account")
    assert len(browser.all("#sessions tbody tr")) >= 2, "The account was to list both sessions."
    other_browser.open(place.root + "/account")
    other_browser.press("Sign out everywhere, here too")
    assert other_browser.path.startswith("/sign-in"), f"One was to be signed out. The page is {other_browser.path}."
    browser.open(place.page("decision"))
    assert browser.path.startswith("/sign-in"), f"The other session was to be ended too. It still sees {browser.path}."

    browser.fill("#field-email", place.email)
    browser.fill("#field-password", PASSWORD)
    browser.press("Sign in")
    assert browser.path == f"/cases/{place.case}/decision", f"Signing in was to lead back. It led to {browser.path}."
    place.client.sign_in(place.email)  # for the tests that follow


def test_a_link_works_once(place, browser):
    browser.open(place.server.link)
    assert "used already" in browser.text, f"The used link was to say so: {browser.text[:400]}"
    for name, link in (("used", place.server.link), ("made-up", place.root + "/join/0123456789")):
        status = Client(place.root).get(link).status
        assert status == 404, f"A {name} link was to answer 404. It answered {status}."
    revoked = place.client.invite("analyst", email="eve@example.com")
    assert Client(place.root).get(revoked).status == 200, "The new link was to work."
    browser.sign_in(place.root, place.email)
    browser.open(place.root + "/people")
    browser.press("Revoke", within="#invitations")
    assert Client(place.root).get(revoked).status == 404, "The link was to stop working when it is taken back."


def test_wrong_password(place, browser):
    browser.open(place.root + "/sign-in")
    browser.fill("#field-email", place.email)
    browser.fill("#field-password", "not the password at all")
    browser.press("Sign in")
    assert browser.all("[role=alert]"), f"The refusal was to be announced: {browser.text[:400]}"
    wrong = browser.one("[role=alert]").text
    assert browser.one("#field-email").get_property("value") == place.email, "The e-mail was to stay."
    assert browser.one("#field-password").get_property("value") == "", "The password was not to be sent back."

    browser.fill("#field-email", "nobody@example.com")
    browser.fill("#field-password", "not the password at all")
    browser.press("Sign in")
    assert browser.one("[role=alert]").text == wrong, "The answer was not to tell whether there is such a person."


def test_changing_the_password(place, browser):
    link = place.client.invite("analyst", email="chitra@example.com")
    Client(place.root).join(link, "Chitra Nair", "chitra@example.com")
    browser.sign_in(place.root, "chitra@example.com")
    browser.open(place.root + "/account")
    browser.fill("#field-own-current", PASSWORD)
    browser.fill("#field-own-password", NEW)
    browser.fill("#field-own-password2", NEW + "!")
    browser.press("Change password")
    assert "differ" in browser.text, f"Two different passwords were to be refused: {browser.text[:600]}"
    browser.fill("#field-own-current", PASSWORD)
    browser.fill("#field-own-password", NEW)
    browser.fill("#field-own-password2", NEW)
    browser.press("Change password")
    assert "Your password is changed" in browser.text, f"The change was to be said: {browser.text[:600]}"
    Client(place.root).sign_in("chitra@example.com", NEW)


def test_what_is_not_there(place, browser):
    browser.sign_in(place.root, place.email)
    for path in ("/cases/abcdefghijkmnpqrstuvwxyz", "/cases/abcdefghijkmnpqrstuvwxyz/choice", "/jobs/nothing", "/no-such-page"):
        status = place.client.get(path).status
        assert status == 404, f"{path} was to answer 404. It answered {status}."
        browser.open(place.root + path)
        assert len(browser.all("h1")) == 1 and browser.all("header a"), f"{path} was to be a page with a way on."
    stranger = Client(place.root).get(f"/cases/{place.case}")
    assert stranger.status == 303 and stranger.headers["Location"].startswith("/sign-in"), (
        f"Who is not signed in was to be led to sign in. The answer is {stranger.status}.")


def test_a_form_from_elsewhere(place):
    form = b"trials=100000&csrf=guessed"
    head = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = place.client.send("POST", f"/cases/{place.case}/jobs", form, head)
    assert answer.status == 403, f"A form with a guessed token was to be refused. It answered {answer.status}."
    form = f"trials=100000&csrf={place.client.form_token()}".encode()
    answer = place.client.send("POST", f"/cases/{place.case}/jobs", form, head | {"Origin": "http://evil.example"})
    assert answer.status == 403, f"A form of another site was to be refused. It answered {answer.status}."
