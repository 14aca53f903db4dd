import Reports

/// Taking up a one-time link: the first start, an invitation, or a new password.
package enum JoinView {
    package enum Purpose: Sendable {
        /// The first person of a new workspace names the organisation too.
        case firstStart
        /// Into an organisation, with roles in words; for a case too where one is named.
        case invitation(organisation: String, roles: [String], scoring: String?)
        /// Name and e-mail stay as they are.
        case newPassword(name: String)
    }

    package struct Values: Sendable {
        package var organisation: String
        package var name: String
        package var email: String
        /// The only address that the invitation is good for; nil where whoever joins chooses it.
        package var invitedAs: String?
        package var faults: [FormFault]
        package init(
            organisation: String = "", name: String = "", email: String = "", invitedAs: String? = nil,
            faults: [FormFault] = []
        ) {
            self.organisation = organisation
            self.name = name
            self.email = email
            self.invitedAs = invitedAs
            self.faults = faults
        }
    }

    /// - Parameters:
    ///   - action: where the form goes: the path of the link itself.
    ///   - rules: what a password must be, a sentence.
    package static func page(
        _ purpose: Purpose, _ values: Values, action: String, csrf: String, rules: String = PasswordFields.rules
    ) -> WebPage {
        let title: String
        let lead: String
        var fields = ""
        var isNew = true
        switch purpose {
        case .firstStart:
            title = "Set up your workspace"
            lead = "You are the first here, so you become its administrator. This link works once."
            fields +=
                Field(
                    name: "organisation", label: "Organisation", value: values.organisation,
                    hint: "The company for which decisions are prepared.",
                    error: values.faults.message(for: "organisation"), required: true, autocomplete: "organization"
                ).html
        case .invitation(let organisation, let roles, let scoring):
            title = "Join \(organisation)"
            let task = scoring.map { " You are asked to score the partners of “\($0)”." } ?? ""
            let role = roles.isEmpty ? "" : " Your role: \(roles.joined(separator: ", "))."
            lead = "You have been invited.\(role)\(task) This link works once."
        case .newPassword(let name):
            title = "Set a new password"
            lead = "For the account of \(name). You are signed out everywhere else. This link works once."
            isNew = false
        }
        if isNew {
            fields +=
                Field(
                    name: "name", label: "Your name", value: values.name, hint: "As others know you.",
                    error: values.faults.message(for: "name"), required: true, autocomplete: "name"
                ).html
            fields += email(values)
        }
        fields += PasswordFields.html(values.faults, rules: rules)
        fields += Form.actions(Form.button(isNew ? "Join" : "Set password", .primary))
        let body =
            Markup.paragraph(lead, class: "lead") + FaultSummary.html(values.faults)
            + Form.html(action: action, csrf: csrf, body: fields)
        return WebPage(title: title, section: nil, body: "<div class=\"narrow\">\n\(body)</div>\n")
    }

    private static func email(_ values: Values) -> String {
        var field = Field(
            .email, name: "email", label: "E-mail", value: values.invitedAs ?? values.email,
            hint: values.invitedAs == nil
                ? "You sign in with it."
                : "The invitation is for this address, and you sign in with it. For another one, ask for another invitation.",
            error: values.faults.message(for: "email"), required: true, autocomplete: "username")
        field.isReadOnly = values.invitedAs != nil
        return field.html
    }

    /// The link is used up, expired or never was.
    package static var spent: WebPage {
        WebPage(
            title: "This link no longer works", section: nil,
            body: "<div class=\"narrow\">\n"
                + Markup.paragraph(
                    "It was used already, or it has expired. Ask whoever sent it for a new one; if you have an account, sign in.",
                    class: "lead")
                + Form.actions(Form.link("Sign in", "/sign-in", .primary)) + "</div>\n")
    }
}

/// A new password, twice.
package enum PasswordFields {
    package static let rules =
        "At least 10 characters. Several unrelated words are easier to remember, and harder to guess, than one with digits and signs."

    static func html(_ faults: [FormFault], rules: String, prefix: String = "") -> String {
        Field(
            .password, name: "password", label: "New password", hint: rules, error: faults.message(for: "password"),
            required: true, autocomplete: "new-password", prefix: prefix
        ).html
            + Field(
                .password, name: "password2", label: "New password again", hint: "To be sure of what was typed.",
                error: faults.message(for: "password2"), required: true, autocomplete: "new-password", prefix: prefix
            ).html
    }
}
