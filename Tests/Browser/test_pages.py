"""What holds for every page: it fits, it is named and labelled, axe finds nothing, the console stays empty."""

import html
import re
from importlib.resources import files

import pytest

from client import Client
from pages import furnish
from server import Server

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
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


def test_pages_fit_and_are_labelled(workspace, browser):
    problems = []
    for page in visit(browser, workspace):
        for width in WIDTHS:
            browser.width(width)
            too_wide = browser.run(
                """const root = document.scrollingElement, most = root.clientWidth;
                if (root.scrollWidth <= most) return null;
                const wide = [...document.querySelectorAll('main *, header *, footer *')].filter((e) => {
                  const box = e.getBoundingClientRect();
                  return box.width && box.right > most + 1 && !e.closest('.scroll, .gutter, pre, svg');
                });
                return [root.scrollWidth, wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))];""")
            if too_wide:
                problems.append(f"{page.name} at {width} px is {too_wide[0]} px wide: {too_wide[1]}")
        browser.width(1280)
        headings = [element.text for element in browser.all("h1")]
        if len(headings) != 1:
            problems.append(f"{page.name} was to have one h1. It has {headings}.")
        problems += [f"{page.name}: {problem}" for problem in unlabelled(browser)]
        wrong = [line for line in browser.complaints() if not (page.status != 200 and f"status of {page.status}" in line["message"])]
        problems += [f"{page.name}, console: {line['message']}" for line in wrong]
    report(problems)


def unlabelled(browser):
    return browser.run(
        """const found = [], seen = new Set();
        for (const e of document.querySelectorAll('input, select, textarea')) {
          if (e.type === 'hidden') continue;
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(workspace, browser, scheme):
    problems = []
    for page in visit(browser, workspace):
        browser.scheme(scheme)
        # What is folded is looked at too.
        browser.run("for (const e of document.querySelectorAll('details')) e.open = true")
        browser.run(AXE + "; window.axe = axe")
        found = browser.driver.execute_async_script(
            """const [tags, done] = arguments;
            axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
              .then((result) => done(result.violations.map((v) => [v.id, v.help, v.nodes.length,
                 v.nodes.slice(0, 3).map((n) => n.html.slice(0, 140) + ' ' + (n.any[0]?.message || '').slice(0, 160))])),
                 (error) => done([['axe', String(error), 0, []]]));""", TAGS)
        problems += [f"{page.name} ({scheme}): {rule}, {words}, {count} times: {nodes}" for rule, words, count, nodes in found]
    report(problems)


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
