"""What holds for every page: it fits, it is named and labelled, axe finds nothing, the console stays empty."""

import html
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from client import Client
from pages import furnish
from server import Server

# The package is not imported: it would import Playwright, which is not there.
AXE = (Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (390, 1280, 2560)


@pytest.fixture(scope="module")
def workspace(binary, tmp_path_factory):
    server = Server(binary, tmp_path_factory.mktemp("pages")).start()
    try:
        yield server, furnish(server)
    finally:
        server.stop()


def visit(browser, workspace):
    """Every page, with whoever may see it signed in."""
    server, pages = workspace
    who = ""
    for page in pages:
        if page.who != who:
            browser.forget()
            if page.who:
                browser.sign_in(server.root, page.who)
            who = page.who
        browser.open(server.root + page.path)
        yield page


def report(problems):
    assert not problems, f"{len(problems)} things are wrong:\n" + "\n".join(problems)


def test_every_page(workspace, browser):
    """One visit for everything, because loading a page is the dearest part."""
    problems = []
    for page in visit(browser, workspace):
        problems += [f"{page.name} {problem}" for problem in too_wide(browser)]
        browser.width(1280)
        headings = [element.text for element in browser.all("h1")]
        if len(headings) != 1:
            problems.append(f"{page.name} was to have one h1. It has {headings}.")
        problems += [f"{page.name}: {problem}" for problem in unlabelled(browser)]
        for scheme in ("light", "dark"):
            browser.scheme(scheme)
            # Of what axe looks at, only the colours differ in the dark.
            rules = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": ["color-contrast"]}
            problems += [f"{page.name} ({scheme}): {problem}" for problem in violations(browser, rules)]
        wrong = [
            line for line in browser.complaints()
            if not (page.status != 200 and f"status of {page.status}" in line["message"])]
        problems += [f"{page.name}, console: {line['message']}" for line in wrong]
    report(problems)


def too_wide(browser):
    problems = []
    for width in WIDTHS:
        browser.width(width)
        found = browser.run(
            """const root = document.scrollingElement, most = root.clientWidth;
            if (root.scrollWidth <= most) return null;
            const wide = [...document.querySelectorAll('main *, header *, footer *')].filter((e) => {
              const box = e.getBoundingClientRect();
              return box.width && box.right > most + 1 && !e.closest('.scroll, .gutter, pre, svg');
            });
            return [root.scrollWidth, wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))];""")
        if found:
            problems.append(f"at {width} px is {found[0]} px wide: {found[1]}")
    return problems


def violations(browser, rules={"type": "tag", "values": TAGS}):
    """What axe finds, with what is folded unfolded."""
    browser.run("for (const e of document.querySelectorAll('details')) e.open = true")
    if not browser.run("return !!window.axe"):
        browser.run(AXE + "; window.axe = axe")
    found = browser.driver.execute_async_script(
        """const [rules, done] = arguments;
        axe.run(document, {runOnly: rules, resultTypes: ['violations']})
          .then((result) => done(result.violations.map((v) => [v.id, v.help, v.nodes.length,
             v.nodes.slice(0, 3).map((n) => n.html.slice(0, 140) + ' ' + (n.any[0]?.message || '').slice(0, 160))])),
             (error) => done([['axe', String(error), 0, []]]));""", rules)
    return [f"{rule}, {words}, {count} times: {nodes}" for rule, words, count, nodes in found]


def unlabelled(browser):
    return browser.run(
        """const found = [], seen = new Set();
        for (const e of document.querySelectorAll('input, select, textarea')) {
          if (e.type === 'hidden' || e.closest('[hidden]')) continue;
          const named = [...(e.labels || [])].some((label) => label.textContent.trim()) || e.getAttribute('aria-label')?.trim()
            || e.getAttribute('aria-labelledby')?.split(' ').some((id) => document.getElementById(id)?.textContent.trim());
          if (!named) found.push('no label: ' + e.outerHTML.slice(0, 160));
        }
        for (const e of document.querySelectorAll('[id]')) {
          if (seen.has(e.id)) found.push('twice the id ' + e.id);
          seen.add(e.id);
        }
        for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
          for (const id of `${e.getAttribute('aria-describedby') || ''} ${e.getAttribute('aria-labelledby') || ''}`.trim().split(/\\s+/))
            if (!document.getElementById(id)) found.push(`described by ${id}, which is not there`);
        for (const e of document.querySelectorAll('a[href^="#"]'))
          if (!document.getElementById(decodeURIComponent(e.hash.slice(1)))) found.push(`a link to ${e.hash}, which is not there`);
        return [...new Set(found)];""")


def test_the_checks_find_what_is_wrong(workspace, browser):
    """A page that was spoilt on purpose: checks that find nothing there would find nothing anywhere."""
    server, _ = workspace
    browser.open(server.root + "/sign-in")
    assert violations(browser) == [] and unlabelled(browser) == [] and too_wide(browser) == []
    browser.run(
        """const main = document.getElementById('main');
        main.insertAdjacentHTML('beforeend', '<p class="faint">Hardly to be read</p><input type="text" name="nameless"/>'
          + '<a href="#nowhere">Nowhere</a><div class="broad">Broad</div>');
        main.querySelector('.faint').style.color = '#ccc';
        main.querySelector('.faint').style.background = '#fff';
        main.querySelector('.broad').style.width = '3000px';""")
    found = " ".join(violations(browser))
    assert "color-contrast" in found and "label" in found, f"axe was to find a faint text and a field without label: {found}"
    found = " ".join(unlabelled(browser))
    assert "nameless" in found and "#nowhere" in found, f"A nameless field and a dead link were to be found: {found}"
    assert len(too_wide(browser)) == len(WIDTHS), "3000 px were to be too wide everywhere."


def test_links_lead_somewhere(workspace):
    """Every link of every page, once; nothing in the workspace leads out of it unseen."""
    server, pages = workspace
    ana = Client(server.root).sign_in("ana@example.com")
    asked, problems = {}, []
    for page in pages:
        if page.who != "ana@example.com":
            continue
        source = ana.get(page.path).text
        for link in {html.unescape(found).split("#")[0] for found in re.findall(r'(?:href|src)="([^"]+)"', source)}:
            if not link or link.startswith("data:"):
                continue
            if "://" in link:
                if not re.match(r"https?://", link):
                    problems.append(f"{page.name} leads to {link}.")
                continue
            if link not in asked:
                asked[link] = ana.get(link).status
                if asked[link] >= 400:
                    problems.append(f"{page.name} leads to {link}, which answers {asked[link]}.")
    report(problems)
