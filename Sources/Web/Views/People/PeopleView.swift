import Reports

/// The people of an organisation, their roles, and who is invited.
package enum PeopleView {
    package struct Person: Sendable {
        package var id: String
        package var name: String
        package var email: String
        package var roles: Set<String>
        package var lastSeen: String?
        package var isDisabled: Bool
        package var isViewer: Bool
        package init(
            id: String, name: String, email: String, roles: Set<String>, lastSeen: String?, isDisabled: Bool,
            isViewer: Bool
        ) {
            self.id = id
            self.name = name
            self.email = email
            self.roles = roles
            self.lastSeen = lastSeen
            self.isDisabled = isDisabled
            self.isViewer = isViewer
        }
    }

    package struct Invitation: Sendable {
        package var id: String
        /// For whom; nil where only the link says it.
        package var email: String?
        package var roles: [String]
        package var by: String
        package var expires: String
        package init(id: String, email: String?, roles: [String], by: String, expires: String) {
            self.id = id
            self.email = email
            self.roles = roles
            self.by = by
            self.expires = expires
        }
    }

    package struct Values: Sendable {
        package var people: [Person]
        package var invitations: [Invitation]
        /// A link that was just made, and for whom or what.
        package var newLink: (url: String, label: String)?
        package var notice: String?
        package var faults: [FormFault]
        package var inviteEmail: String
        package var inviteRoles: [String]
        package var inviteName: String

        package init(
            people: [Person], invitations: [Invitation], newLink: (url: String, label: String)? = nil,
            notice: String? = nil, faults: [FormFault] = [], inviteEmail: String = "", inviteRoles: [String] = [],
            inviteName: String = ""
        ) {
            self.people = people
            self.invitations = invitations
            self.newLink = newLink
            self.notice = notice
            self.faults = faults
            self.inviteEmail = inviteEmail
            self.inviteRoles = inviteRoles
            self.inviteName = inviteName
        }
    }

    /// Forms go to `/people/invite`, `/people/invitations/{id}/revoke`, `/people/{id}/roles`, `/people/{id}/disable`,
    /// `/people/{id}/enable` and `/people/{id}/password-link`.
    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let link =
            values.newLink.map {
                ShownOnce.html(
                    label: $0.label, value: $0.url,
                    hint:
                        "Send it to the person yourself, by a way you trust. It works once, and it is not shown again.")
            } ?? ""
        let body =
            (values.notice.map { Notice.html($0, .good) } ?? "") + link + FaultSummary.html(values.faults)
            + Panel.html("People", people(values, viewer), id: "people")
            + Panel.html("Invite somebody", invite(values, viewer), id: "invite")
            + Panel.html("Open invitations", invitations(values, viewer), id: "invitations")
        return WebPage(title: "People", section: .people, body: body)
    }

    /// Where somebody stands in the list.
    package static func path(of person: String) -> String { "/people#person-" + PathText.escape(person) }

    private static func people(_ values: Values, _ viewer: Viewer) -> String {
        values.people.map { person in
            let marks =
                (person.isViewer ? Markup.tag("you", "good") : "")
                + (person.isDisabled ? Markup.tag("disabled", "bad") : "")
            let roles = RoleName.all.filter { person.roles.contains($0.value) }.map(\.title)
            let seen = person.lastSeen.map { "Last seen \($0)." } ?? "Not signed in now."
            return """
                <article class="person" id="person-\(PathText.escape(person.id))">
                <h3>\(Markup.escape(person.name))\(marks)</h3>
                <p class="small">\(Markup.escape(person.email)) · \(Markup.escape(roles.isEmpty ? "no role" : roles.joined(separator: ", "))). \(Markup.escape(seen))</p>
                \(edit(person, viewer))</article>

                """
        }.joined()
    }

    private static func edit(_ person: Person, _ viewer: Viewer) -> String {
        let root = "/people/" + PathText.escape(person.id)
        var field = Field(
            checkboxes: RoleName.all, name: "role", label: "Roles", values: Array(person.roles))
        field.prefix = person.id + "-"
        var body = Form.html(
            action: root + "/roles", csrf: viewer.csrf,
            body: field.html + Form.actions(Form.button("Save roles", label: "Save roles of \(person.name)")))
        if !person.isViewer {
            let toggle =
                person.isDisabled
                ? Form.single(
                    "Let in again", action: root + "/enable", csrf: viewer.csrf, label: "Let \(person.name) in again")
                : Form.confirmed(
                    "Disable …",
                    question:
                        "\(person.name) is signed out everywhere and cannot sign in until you let them in again. What they did stays.",
                    action: root + "/disable", csrf: viewer.csrf, confirm: "Disable \(person.name)")
            body +=
                "<div class=\"actions\">\n"
                + Form.single(
                    "Make a link for a new password", action: root + "/password-link", csrf: viewer.csrf,
                    label: "Make a link for a new password of \(person.name)") + toggle + "</div>\n"
        }
        return Markup.details("Change", body, printed: false)
    }

    private static func invite(_ values: Values, _ viewer: Viewer) -> String {
        var roles = Field(
            checkboxes: RoleName.all, name: "role", label: "Roles", values: values.inviteRoles,
            error: values.faults.message(for: "role"))
        roles.prefix = ""
        return Form.html(
            action: "/people/invite", csrf: viewer.csrf,
            body: Field(
                .email, name: "email", label: "E-mail", value: values.inviteEmail,
                hint: "They sign in with it. Nothing is sent.", error: values.faults.message(for: "email"),
                required: true, autocomplete: "off"
            ).html + roles.html + Form.actions(Form.button("Make a link", .primary)))
    }

    private static func invitations(_ values: Values, _ viewer: Viewer) -> String {
        guard !values.invitations.isEmpty else {
            return Notice.empty("No invitation is open: every link was used, revoked, or has expired.")
        }
        return HTMLTable(
            caption: "Links that have not been used",
            columns: ["For", "Roles", "Made by", "Works until", ""].map(HTMLTable.text),
            rows: values.invitations.map { invitation in
                .init(
                    head: Markup.escape(invitation.email ?? "whoever has the link"),
                    cells: [
                        Markup.escape(invitation.roles.map(RoleName.title).joined(separator: ", ")),
                        Markup.escape(invitation.by), Markup.escape(invitation.expires),
                        Form.single(
                            "Revoke", action: "/people/invitations/\(PathText.escape(invitation.id))/revoke",
                            csrf: viewer.csrf, label: "Revoke the link for \(invitation.email ?? "whoever has it")"),
                    ])
            }
        ).html
    }
}
