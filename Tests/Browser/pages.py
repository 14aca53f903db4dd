"""Every page that a person can open, by a name of its own, in a workspace where there is something to see on each."""

from dataclasses import dataclass

from client import ORGANISATION, Client
from server import EXAMPLE, ROOT, wait_for


@dataclass
class Page:
    name: str
    path: str
    #: Whose: an e-mail; nobody's where it is None.
    who: str | None
    #: What it answers with.
    status: int = 200


ADMINISTRATOR = "ana@example.com"
EVALUATOR = "ben@example.com"


def furnish(server):
    """An administrator and an evaluator with an open sheet, two versions of the example, a done job, an open link."""
    ana = Client(server.root).join(server.link, "Ana Ortiz", ADMINISTRATOR, ORGANISATION)
    example = ana.case_id("Accounts payable, invoice entry")
    token = Client(server.root, ana.make_token("read", "write", "people"))
    text = token.api("GET", f"/api/cases/{example}").json["text"]
    saved = token.api(
        "PUT", f"/api/cases/{example}", {"text": text.replace("perMonth: 42000", "perMonth: 43000"), "note": "New plan"},
        If_Match='"1"')
    assert saved.status == 200, f"The second version was to be saved: {saved.status} {saved.text[:500]}"
    blind = token.api(
        "POST", "/api/cases",
        {"text": EXAMPLE.read_text(encoding="utf-8").replace("case: Accounts payable, invoice entry", "case: Second round")})
    assert blind.status == 201, f"The case without scores was to be made: {blind.status} {blind.text[:500]}"
    second = blind.json["id"]
    fields = {"evaluator": "ben", "email": EVALUATOR}
    page = ana.post(f"/cases/{second}/invitations", fields, expect=200).text
    link = page.split('id="shown-once" readonly value="')[1].split('"')[0]
    Client(server.root).join(link, "Ben Achterberg", EVALUATOR)
    job = token.api("POST", f"/api/cases/{example}/jobs", {"trials": 2000})
    assert job.status == 202, f"The job was to be taken: {job.status} {job.text[:500]}"
    state = wait_for(
        lambda: (now := token.api("GET", f"/api/jobs/{job.json['id']}").json["state"]) not in ("waiting", "running") and now,
        "A job of 2,000 futures was to end", within=30)
    assert state == "done", f"The job was to be done. It is {state}."
    invitation = ana.invite("analyst", "auditor", email="chitra@example.com")
    return pages(example, second, job.json["id"], invitation.removeprefix(server.root), server.link.removeprefix(server.root))


def pages(example, second, job, invitation, used):
    case = f"/cases/{example}"
    names = {
        "home": "/", "cases": "/cases", "new-case": "/cases/new", "overview": case, "decision": f"{case}/decision",
        "decision-tried": f"{case}/decision/try?set=functions.invoice-entry.errorRate%3D4%25", "choice": f"{case}/choice",
        "choice-tried": f"{case}/choice/try?set=selection.criteria.price.weight%3D150", "scoring": f"{case}/scoring",
        "places": f"{case}/places", "edit": f"{case}/edit", "text": f"{case}/text", "versions": f"{case}/versions",
        "version": f"{case}/versions/1", "difference": f"{case}/difference", "compare": f"{case}/compare",
        "blind-overview": f"/cases/{second}", "blind-choice": f"/cases/{second}/choice",
        "blind-scoring": f"/cases/{second}/scoring", "job": f"/jobs/{job}", "people": "/people", "audit": "/audit",
        "account": "/account", "atlas": "/atlas", "country": "/atlas/IN?from=US",
        "countries": "/atlas/compare?with=IN&with=PH&with=MX&with=PL&from=US",
    }
    found = [Page(name, path, ADMINISTRATOR) for name, path in names.items()]
    found += [
        Page("not-there", "/no-such-page", ADMINISTRATOR, 404),
        Page("evaluator-home", "/", EVALUATOR), Page("sheet", f"/cases/{second}/sheet", EVALUATOR),
        Page("not-allowed", f"/cases/{second}/choice", EVALUATOR, 403),
        Page("sign-in", "/sign-in", None), Page("join", invitation, None), Page("spent-link", used, None, 404),
    ]
    return found + guide()


def guide():
    """The contents, every chapter and the glossary: as many as there are texts."""
    texts = sorted((ROOT / "Sources" / "Guide" / "Text").glob("*.md"))
    assert len(texts) > 10, f"The guide was to have its texts. There are {len(texts)}."
    names = [text.stem.lstrip("0123456789-") for text in texts]
    return [Page("guide", "/guide", None)] + [Page(f"guide-{name}", f"/guide/{name}", None) for name in names]
