"""A headless Chromium, and what the tests ask of it. It reaches this machine's loopback and nothing else."""

import os

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from client import PASSWORD
from server import wait_for

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CHROMEDRIVER = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")


class Browser:
    def __init__(self, scripts=True):
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-proxy-server",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--lang=en-US", "--window-size=1280,900",
        ):
            options.add_argument(flag)
        prefs = {"credentials_enable_service": False, "profile.password_manager_enabled": False}
        if not scripts:
            prefs["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", prefs)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(CHROMEDRIVER))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(30)

    def quit(self):
        self.driver.quit()

    def forget(self):
        """As a browser that was never here."""
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        self.driver.get_log("browser")

    def open(self, address):
        self.driver.get(address)
        return self

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css):
        try:
            return self.driver.find_element(By.CSS_SELECTOR, css)
        except NoSuchElementException:
            raise AssertionError(
                f"{self.path} was to have {css}. Its heading is “{self.heading}”; the page begins: {self.text[:600]}"
            ) from None

    @property
    def path(self):
        return self.run("return location.pathname + location.search")

    @property
    def heading(self):
        return " / ".join(heading.text for heading in self.all("h1"))

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition, expected, within=10):
        def asked():
            try:
                return condition()
            except StaleElementReferenceException:
                return None
        return wait_for(asked, expected, within)

    def leave_by(self, action, expected, within=15):
        """Does what loads another page, and waits for that page."""
        self.run("window.isOldPage = true")
        action()
        self.wait(lambda: self.run("return !window.isOldPage && document.readyState === 'complete'"), expected, within)

    def press(self, title, within="main"):
        """The visible button or link of that name; loads a page."""
        found = [
            element for element in self.all(f"{within} button, {within} a, {within} summary")
            if element.is_displayed() and element.text.strip() == title]
        assert found, f"{self.path} was to show a button or link “{title}”. It shows: {self.text[:1500]}"
        self.show(found[0])
        self.leave_by(found[0].click, f"“{title}” was to load a page")

    def unfold(self, title):
        found = [element for element in self.all("main summary") if element.text.strip() == title]
        assert found, f"{self.path} was to have something to unfold named “{title}”."
        self.show(found[0])
        found[0].click()

    def show(self, element):
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)

    def fill(self, css, text):
        element = self.one(css)
        self.show(element)
        element.clear()
        element.send_keys(text)
        return element

    def set_text(self, css, text):
        """A long text at once, as a paste is."""
        self.run(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
            self.one(css), text)

    def slide(self, css, value):
        """As a pointer moves it: the browser keeps the value within its ends."""
        self.run(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
            self.one(css), str(value))

    def sign_in(self, root, email, password=PASSWORD):
        self.open(root + "/sign-in")
        self.fill("#field-email", email)
        self.fill("#field-password", password)
        self.press("Sign in")
        return self

    def width(self, pixels, height=900):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def scheme(self, name):
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": name}]})

    def complaints(self):
        """What the console holds since it was last asked, warnings left out."""
        return [line for line in self.driver.get_log("browser") if line["level"] == "SEVERE"]
