import Choosing
import Economics
import Foundation
import Guide
import Notation
import Reports
import Scorecards
import Sourcing

@testable import Web

/// Every page of the views, in the states that matter, from the example case.
enum SamplePages {
    static func html(_ page: WebPage, signedIn: Bool = true) -> String {
        Shell.html(page, viewer: signedIn ? Samples.viewer : nil, path: "/", asset: { "/assets/" + $0 })
    }

    static let all = Result { try make() }

    private static func make() throws -> [(name: String, html: String)] {
        var pages: [(name: String, html: String)] = []
        func add(_ name: String, _ page: WebPage, signedIn: Bool = true) {
            pages.append((name, html(page, signedIn: signedIn)))
        }
        try account(add)
        try around(add)
        try answers(add)
        try scoring(add)
        try reading(add)
        return pages
    }

    private static func account(_ add: (String, WebPage, Bool) -> Void) throws {
        let faults = [FormFault("password", "The password has 8 characters. Use at least 12.")]
        add("sign-in", SignInView.page(.init(notice: "You have signed out."), csrf: "t"), false)
        add(
            "sign-in-fault",
            SignInView.page(
                .init(
                    email: "ana@larkfield.example",
                    faults: [.init(nil, "E-mail or password is wrong. Check both and try again.")]), csrf: "t"), false)
        add(
            "join-first",
            JoinView.page(.firstStart, .init(faults: faults), action: "/join/abc", csrf: "t"), false)
        add(
            "join-invited",
            JoinView.page(
                .invitation(
                    organisation: "Larkfield Foods", roles: ["Evaluator"], scoring: "Partner in India for invoice entry"
                ), .init(invitedAs: "ben@larkfield.example"), action: "/join/abc", csrf: "t"), false)
        add("join-spent", JoinView.spent, false)
        add(
            "account",
            AccountView.page(
                .init(
                    email: "ana@larkfield.example",
                    sessions: [
                        .init(
                            id: "1", device: "Firefox on Linux", since: "24 November 2026, 08:02", lastSeen: "now",
                            isThis: true),
                        .init(
                            id: "2", device: "Safari on iPhone", since: "20 November 2026, 19:40",
                            lastSeen: "yesterday", isThis: false),
                    ],
                    tokens: [
                        .init(
                            id: "9", name: "nightly export", scopes: ["read cases"], created: "1 October 2026",
                            lastUsed: nil)
                    ],
                    scopes: [.init("cases:read", "read cases"), .init("cases:write", "change cases")],
                    newToken: "shl_5fX0vX6sJk2yQvJw8m", passwordFaults: [.init("current", "This is not your password.")]
                ),
                viewer: Samples.viewer), true)
        for status in [403, 404, 429, 500] { add("error-\(status)", ErrorView.page(status, reference: "7f3a"), true) }
    }

    private static func around(_ add: (String, WebPage, Bool) -> Void) throws {
        add(
            "home",
            HomeView.page(
                .init(
                    sheets: [
                        .init(
                            title: "Partner in India for invoice entry", path: "/cases/c1/sheet",
                            detail: "12 of 50 boxes filled in; the bids are opened on 16 December 2026")
                    ],
                    changed: [
                        .init(
                            title: "Accounts payable, invoice entry", path: "/cases/c1/compare?before=6&after=7",
                            detail: "Ben Achterberg, yesterday 17:20: “Wages of May 2026”")
                    ],
                    jobs: [
                        .init(title: "Decision with 1,000,000 futures", path: "/jobs/j1", detail: "43 % done")
                    ], hasCases: true), viewer: Samples.viewer), true)
        add("home-empty", HomeView.page(.init(hasCases: false), viewer: Samples.viewer), true)
        add("home-quiet", HomeView.page(.init(hasCases: true), viewer: Samples.viewer), true)
        add(
            "people",
            PeopleView.page(
                .init(
                    people: [
                        .init(
                            id: "p1", name: "Ana Ortiz", email: "ana@larkfield.example",
                            roles: ["administrator", "analyst"], lastSeen: "now", isDisabled: false, isViewer: true),
                        .init(
                            id: "p2", name: "Ben Achterberg", email: "ben@larkfield.example", roles: ["evaluator"],
                            lastSeen: nil, isDisabled: true, isViewer: false),
                    ],
                    invitations: [
                        .init(
                            id: "i1", email: "chitra@larkfield.example", roles: ["evaluator"], by: "Ana Ortiz",
                            expires: "1 December 2026")
                    ], newLink: ("https://127.0.0.1:8080/join/4q9x", "Link for chitra@larkfield.example")),
                viewer: Samples.viewer), true)
        add(
            "audit",
            AuditView.page(
                .init(
                    entries: (1...6).reversed().map {
                        .init(
                            number: $0, when: "2026-11-24 09:0\($0):12", who: "Ana Ortiz", action: "case changed",
                            subject: "Accounts payable, invoice entry", detail: "version \($0)")
                    }, actions: [.init("case.changed", "case changed")], people: [.init("p1", "Ana Ortiz")],
                    chain: .verified(entries: 6, first: 1, when: "today at 09:10"),
                    head: String(repeating: "8c1f09ab", count: 8), older: "1"), viewer: Samples.viewer), true)
        for (name, state) in [("running", JobView.State.running), ("done", .done)] {
            add(
                "job-\(name)",
                JobView.page(
                    .init(
                        id: "j1", caseID: "c1", caseTitle: "Accounts payable, invoice entry",
                        title: "Decision with 1,000,000 simulated futures", state: state, done: 430_000,
                        total: 1_000_000, begun: "Ana Ortiz, 24 November 2026, 14:03",
                        result: .init("See the decision", "/cases/c1/decision?job=j1")), viewer: Samples.viewer), true)
        }
    }

    private static func answers(_ add: (String, WebPage, Bool) -> Void) throws {
        let decision = try Samples.decision.get()
        let choice = try Samples.choice.get()
        let lever = DecisionLevers.of(decision)[0]
        let change = lever.edit.change(JSONWriter.number(lever.high))
        let after = try Samples.decided(Samples.changed(decision.theCase, [change]))
        add(
            "overview",
            CaseOverview.page(
                .init(
                    caseID: "c1", title: decision.theCase.title, note: decision.theCase.note,
                    version: "Version 7, changed by Ana Ortiz on 24 November 2026", decision: decision, choice: choice,
                    canEdit: true)), true)
        func page(_ after: Decision?, _ changes: [String], _ faults: [FormFault]) throws -> WebPage {
            try DecisionPage.page(
                .init(
                    caseID: "c1", decision: decision, hours: SiteHours.of(decision),
                    prepared: "2026-11-24", after: after, changes: changes, faults: faults, canEdit: true,
                    version: "Version 7"), viewer: Samples.viewer)
        }
        add("decision", try page(nil, [], []), true)
        add("decision-tried", try page(after, [change], []), true)
        add(
            "decision-fault",
            try page(nil, [lever.edit.change("much")], [.init(nil, "“much” is no number. Write for example 3.1.")]),
            true)
        let weight = "selection.criteria.price.weight=150"
        let chosen = try Samples.chosen(Samples.changed(choice.theCase, [weight]))
        func live(_ after: Choice?, _ changes: [String]) -> WebPage {
            ChoiceLivePage.page(
                .init(
                    caseID: "c1", choice: choice, evidence: Samples.evidence, after: after, changes: changes,
                    baseVersion: 7, version: "Version 7", canEdit: true), viewer: Samples.viewer)
        }
        add("choice", live(nil, []), true)
        add("choice-tried", live(chosen, [weight]), true)
        add(
            "compare",
            CompareView.page(
                .init(
                    caseID: "c1", caseTitle: decision.theCase.title,
                    versions: [
                        .init(number: 6, title: "Version 6, 20 November 2026, Ben Achterberg"),
                        .init(number: 7, title: "Version 7, 24 November 2026, Ana Ortiz"),
                    ], before: 6, after: 7,
                    changes: [("selection.criteria.price.weight", "100", "150"), ("options.pune.hours", nil, "9-17")],
                    decisions: (decision, after), choices: (choice, chosen), canEdit: true)), true)
    }

    /// What is read and not worked on: the guide and the atlas.
    private static func reading(_ add: (String, WebPage, Bool) -> Void) throws {
        add("guide", GuideViews.contents(), false)
        for chapter in Guide.chapters {
            guard let page = GuideViews.chapter(chapter.slug) else { continue }
            add("guide-\(chapter.slug)", page, false)
        }
        add("glossary", GuideViews.glossary(find: nil), false)
        add("glossary-empty", GuideViews.glossary(find: "zzz"), false)
        add("atlas", AtlasViews.list(find: nil, by: nil, year: 2026), true)
        if let india = try AtlasViews.country("IN", from: "US", year: 2026) { add("country", india, true) }
        add("countries", try AtlasViews.compare(["IN", "PH", "MX", "PL"], from: "US", year: 2026), true)
    }

    private static func scoring(_ add: (String, WebPage, Bool) -> Void) throws {
        let theCase = try Samples.theCase()
        let choice = try Samples.choice.get()
        let evaluation = choice.evaluation
        let sheet = try ScoreSheet(evaluation, title: theCase.title, evaluator: "chitra")
        let typed = [
            SheetForm.scoreField(sheet.rows[0].cell): "4", SheetForm.scoreField(sheet.rows[1].cell): "2 to 3",
            SheetForm.noteField(sheet.rows[0].cell): "Offer, page 12",
        ]
        func page(_ state: SheetView.State, _ faults: [FormFault], _ empty: [ScoreCell]) -> WebPage {
            SheetView.page(
                .init(
                    caseID: "c1", caseTitle: theCase.title, sheet: sheet, typed: typed, state: state, faults: faults,
                    empty: empty), viewer: Samples.viewer)
        }
        let fault = FormFault(
            SheetForm.scoreField(sheet.rows[2].cell),
            "“9” is outside the scale, which has the levels 1 to 5. Write a level.")
        add("sheet", page(.draft(saved: "at 14:03"), [], []), true)
        add("sheet-fault", page(.draft(saved: nil), [fault], sheet.rows.dropFirst(2).map(\.cell)), true)
        add("sheet-handed-in", page(.handedIn("24 November 2026, 14:03"), [], []), true)
        add("sheet-change", page(.changing(opened: "16 November 2026 by Ana Ortiz"), [], []), true)
        let people = evaluation.evaluators.enumerated().map { index, evaluator in
            ModerationView.Evaluator(
                name: evaluator.name, title: evaluator.shownName, role: evaluator.role,
                person: index < 3 ? evaluator.shownName : nil, handedIn: index < 2 ? "24 November 2026, 14:03" : nil)
        }
        func moderation(_ opened: String?) -> WebPage {
            ModerationView.page(
                .init(
                    caseID: "c1", caseTitle: theCase.title, evaluators: people, openingDay: "16 November 2026",
                    opened: opened, people: [.init("p1", "Ana Ortiz")],
                    newLink: opened == nil ? "https://x/join/1" : nil,
                    choice: choice, evaluation: evaluation, evidence: Samples.evidence, canEdit: true,
                    ownSheet: "/cases/c1/sheet"), viewer: Samples.viewer)
        }
        add("moderation-before", moderation(nil), true)
        add("moderation-after", moderation("16 November 2026 by Ana Ortiz"), true)
    }
}
