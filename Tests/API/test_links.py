"""Every link of every page leads somewhere, and every form to a route that takes it."""
import collections
import html.parser
import urllib.parse


class Links(html.parser.HTMLParser):
    """Addresses and forms of one page, and the ids that links may lead to."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.ids = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.add(given.get("id"))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("link", "script", "img"):
            self.links += [given[name] for name in ("href", "src") if name in given]
        if tag == "form":
            self.forms.append((given.get("method", "get").upper(), given.get("action", "")))


def test_no_link_and_no_form_leads_nowhere(workspace):
    # Somebody who is invited, a second version and a job: what pages show only then.
    case = workspace.api("GET", "/api/cases").json()["cases"][0]["id"]
    text = workspace.api("GET", f"/api/cases/{case}").json()["text"]
    workspace.api("PUT", f"/api/cases/{case}", {"text": text + "# again\n", "note": "n"}, If_Match="*")
    workspace.api("POST", "/api/invitations", {"email": "eva@example.org", "roles": ["evaluator"]})

    def plain(path):
        return urllib.parse.urlsplit(path)._replace(fragment="").geturl()

    def kind(path):
        """Pages that differ by their query or number only need not all be opened."""
        parts = urllib.parse.urlsplit(path)
        names = sorted(name for name, _ in urllib.parse.parse_qsl(parts.query))
        return parts.path, tuple(names)

    queue, pages, asked, faults = collections.deque(["/"]), {}, {}, []
    kinds = collections.Counter()
    wanted, forms = [], set()
    while queue and len(pages) < 400:
        path = queue.popleft()
        if path in asked or kinds[kind(path)] > 2:
            continue
        kinds[kind(path)] += 1
        answer = workspace.page(path)
        asked[path] = answer.status
        if answer.status >= 400:
            faults.append(f"{path} is answered with {answer.status}")
        if answer.status == 303:
            queue.append(answer.headers["location"])
        if "text/html" not in answer.headers.get("content-type", "") or answer.headers.get("content-disposition"):
            continue
        pages[path] = Links(answer.text)
        for link in pages[path].links:
            there = urllib.parse.urljoin(path, link)
            if urllib.parse.urlsplit(there).scheme in ("http", "https", "mailto", "data"):
                continue
            wanted.append((path, there))
            queue.append(plain(there))
        for method, action in pages[path].forms:
            forms.add((method, urllib.parse.urljoin(path, action)))
    assert len(pages) > 40, sorted(pages)
    for path, there in wanted:
        fragment = urllib.parse.unquote(urllib.parse.urlsplit(there).fragment)
        target = pages.get(plain(there))
        if fragment and target and fragment not in target.ids:
            faults.append(f"{path} leads to #{fragment} of {plain(there)}, which has none")
    for method, action in sorted(forms):
        path = plain(action)
        if method == "GET":
            status = workspace.page(path).status
        else:
            # Without the form's token nothing is done; a path that is not there says so first.
            status = workspace.form(path, nothing="at all").status
        if status in (404, 405):
            faults.append(f"a form sends {method} to {path}, which is answered with {status}")
    assert not faults, "\n".join(sorted(set(faults)))
