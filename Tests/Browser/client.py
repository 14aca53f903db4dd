"""A person or a program that speaks HTTP without a browser: sets a test up, and tries what a browser would not send."""

import html
import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

PASSWORD = "seven grey herons at low tide"
ORGANISATION = "Example Foods"


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes
    url: str

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.body)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Client:
    def __init__(self, root, token=None):
        self.root = root
        self.token = token
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.cookies), _Stay())

    def send(self, method, path, body=None, headers=None, timeout=30):
        url = path if path.startswith("http") else self.root + path
        request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            answer = self.opener.open(request, timeout=timeout)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return Answer(answer.status, dict(answer.headers.items()), answer.read(), url)

    def get(self, path, **more):
        return self.send("GET", path, **more)

    def api(self, method, path, tree=None, **headers):
        """JSON there and back, by a token."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        body = None
        if tree is not None:
            body = json.dumps(tree).encode()
            named["Content-Type"] = "application/json"
        return self.send(method, path, body, named)

    def form_token(self, path="/account"):
        """The token of the session's forms; none before signing in."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(path).text)
        return html.unescape(found.group(1)) if found else ""

    def post(self, path, fields, token_from="/account", expect=303):
        pairs = list(fields.items() if isinstance(fields, dict) else fields)
        if token_from:
            pairs.append(("csrf", self.form_token(token_from)))
        answer = self.send(
            "POST", path, urllib.parse.urlencode(pairs).encode(), {"Content-Type": "application/x-www-form-urlencoded"})
        assert answer.status == expect, (
            f"POST {path} was to answer {expect}. It answered {answer.status}: {answer.text[:1500]}")
        return answer

    def join(self, link, name, email, organisation=None):
        fields = {"name": name, "email": email, "password": PASSWORD, "password2": PASSWORD}
        if organisation:
            fields["organisation"] = organisation
        self.post(link, fields, token_from=None)
        return self

    def sign_in(self, email, password=PASSWORD):
        self.post("/sign-in", {"email": email, "password": password}, token_from=None)
        return self

    def make_token(self, *scopes):
        fields = [("name", "browser tests")] + [("scope", scope) for scope in scopes]
        page = self.post("/account/tokens", fields, expect=200).text
        return html.unescape(re.search(r'id="shown-once" readonly value="([^"]+)"', page).group(1))

    def invite(self, *roles, email="somebody@example.com"):
        """A link for a person with these roles."""
        fields = [("email", email)] + [("role", role) for role in roles]
        page = self.post("/people/invite", fields, expect=200).text
        return html.unescape(re.search(r'id="shown-once" readonly value="([^"]+)"', page).group(1))

    def case_id(self, title):
        for path, name in re.findall(r'href="/cases/([^"/]+)"[^>]*>([^<]+)<', self.get("/cases").text):
            if html.unescape(name).strip() == title:
                return path
        raise AssertionError(f"The list of cases was to have “{title}”.")
