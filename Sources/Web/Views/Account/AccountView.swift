import Notation
import Reports

/// One's own account: password, where one is signed in, keys for programs.
package enum AccountView {
    package struct Session: Sendable {
        package var id: String
        /// What the browser said of itself.
        package var device: String
        package var since: String
        package var lastSeen: String
        package var isThis: Bool
        package init(id: String, device: String, since: String, lastSeen: String, isThis: Bool) {
            self.id = id
            self.device = device
            self.since = since
            self.lastSeen = lastSeen
            self.isThis = isThis
        }
    }

    package struct Token: Sendable {
        package var id: String
        package var name: String
        package var scopes: [String]
        package var created: String
        /// Nil where it was never used.
        package var lastUsed: String?
        package init(id: String, name: String, scopes: [String], created: String, lastUsed: String?) {
            self.id = id
            self.name = name
            self.scopes = scopes
            self.created = created
            self.lastUsed = lastUsed
        }
    }

    package struct Values: Sendable {
        package var email: String
        package var sessions: [Session]
        package var tokens: [Token]
        /// What a token may be allowed, value and words.
        package var scopes: [Field.Option]
        /// A token that was just made: never shown again.
        package var newToken: String?
        package var notice: String?
        package var passwordFaults: [FormFault]
        package var tokenFaults: [FormFault]
        package var tokenName: String
        package var tokenScopes: [String]

        package init(
            email: String, sessions: [Session], tokens: [Token], scopes: [Field.Option], newToken: String? = nil,
            notice: String? = nil, passwordFaults: [FormFault] = [], tokenFaults: [FormFault] = [],
            tokenName: String = "", tokenScopes: [String] = []
        ) {
            self.email = email
            self.sessions = sessions
            self.tokens = tokens
            self.scopes = scopes
            self.newToken = newToken
            self.notice = notice
            self.passwordFaults = passwordFaults
            self.tokenFaults = tokenFaults
            self.tokenName = tokenName
            self.tokenScopes = tokenScopes
        }
    }

    /// Forms go to `/account/password`, `/account/sign-out-everywhere`, `/account/tokens` and
    /// `/account/tokens/{id}/revoke`.
    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let csrf = viewer.csrf
        let who = Markup.paragraph(
            "\(viewer.name), \(viewer.organisation). You sign in as \(values.email). "
                + (viewer.roles.isEmpty
                    ? "You have no role."
                    : "Your roles: \(RoleName.all.filter { viewer.roles.contains($0.value) }.map(\.title).joined(separator: ", ")).")
        )
        let body =
            (values.notice.map { Notice.html($0, .good) } ?? "") + who
            + FaultSummary.html(values.passwordFaults, prefix: "own-")
            + FaultSummary.html(values.tokenFaults, prefix: "token-")
            + Panel.html("Password", password(values, csrf), id: "password")
            + Panel.html("Where you are signed in", sessions(values, csrf), id: "sessions")
            + Panel.html("Keys for programs", tokens(values, csrf), id: "tokens")
        return WebPage(title: "Your account", section: .account, body: body)
    }

    private static func password(_ values: Values, _ csrf: String) -> String {
        Form.html(
            action: "/account/password", csrf: csrf,
            body: Field(
                .password, name: "current", label: "Current password",
                error: values.passwordFaults.message(for: "current"), required: true,
                autocomplete: "current-password", prefix: "own-"
            ).html + PasswordFields.html(values.passwordFaults, rules: PasswordFields.rules, prefix: "own-")
                + Markup.paragraph("Everywhere else you are signed out.", class: "hint")
                + Form.actions(Form.button("Change password", .primary)))
    }

    private static func sessions(_ values: Values, _ csrf: String) -> String {
        let table = HTMLTable(
            caption: "Browsers that are signed in as you",
            columns: ["Device", "Signed in", "Last seen"].map(HTMLTable.text),
            rows: values.sessions.map { session in
                .init(
                    head: device(session) + (session.isThis ? Markup.tag("this one", "good") : ""),
                    cells: [Markup.escape(session.since), Markup.escape(session.lastSeen)])
            }
        ).html
        return table
            + Form.single("Sign out everywhere, here too", action: "/account/sign-out-everywhere", csrf: csrf)
    }

    /// The whole line stays at hand for whoever doubts the words.
    private static func device(_ session: Session) -> String {
        "<span title=\"\(Markup.escape(session.device))\">\(Markup.escape(DeviceName.words(session.device)))</span>"
    }

    private static func tokens(_ values: Values, _ csrf: String) -> String {
        let made =
            values.newToken.map {
                ShownOnce.html(
                    label: "Your new key", value: $0,
                    hint: "Copy it now: only its fingerprint is kept, so it cannot be shown again.")
            } ?? ""
        let list =
            values.tokens.isEmpty
            ? Notice.empty("No program acts in your name. A key lets one read or change what you may.")
            : HTMLTable(
                caption: "Keys that are in force",
                columns: ["Name", "May", "Made", "Last used", ""].map(HTMLTable.text),
                rows: values.tokens.map { token in
                    .init(
                        head: Markup.escape(token.name),
                        cells: [
                            Markup.escape(token.scopes.joined(separator: ", ")), Markup.escape(token.created),
                            Markup.escape(token.lastUsed ?? "never"),
                            Form.single(
                                "Revoke", action: "/account/tokens/\(PathText.escape(token.id))/revoke", csrf: csrf,
                                label: "Revoke \(token.name)"),
                        ])
                }
            ).html
        let form = Form.html(
            action: "/account/tokens", csrf: csrf,
            body: Field(
                name: "name", label: "Name of the new key", value: values.tokenName,
                hint: "Which program uses it, such as “nightly export”.",
                error: values.tokenFaults.message(for: "name"), required: true, autocomplete: "off", prefix: "token-"
            ).html + scopes(values) + Form.actions(Form.button("Make a key")))
        return made + list + "<h3>A new key</h3>\n" + form
    }

    private static func scopes(_ values: Values) -> String {
        var field = Field(
            checkboxes: values.scopes, name: "scope", label: "It may", values: values.tokenScopes,
            error: values.tokenFaults.message(for: "scope"))
        field.prefix = "token-"
        return field.html
    }
}

/// The roles as people read them.
package enum RoleName {
    package static let all: [Field.Option] = [
        .init("administrator", "Administrator", hint: "invites people and gives roles"),
        .init("analyst", "Analyst", hint: "writes cases, runs the choice, opens the bids"),
        .init("evaluator", "Evaluator", hint: "scores partners, blind"),
        .init("supervisor", "Supervisor", hint: "leads a team of clerks"),
        .init("clerk", "Clerk", hint: "works on items"),
        .init("partner-manager", "Partner manager", hint: "looks after a partner"),
        .init("auditor", "Auditor", hint: "reads everything and the audit log, changes nothing"),
    ]

    package static func title(_ role: String) -> String { all.first { $0.value == role }?.title ?? role }
}
