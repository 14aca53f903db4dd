import Reports

/// Signing in with e-mail and password.
package enum SignInView {
    package struct Values: Sendable {
        package var email: String
        /// Where to go after; a path of this workspace.
        package var next: String?
        package var faults: [FormFault]
        /// Why one stands here: "You have signed out."
        package var notice: String?

        package init(email: String = "", next: String? = nil, faults: [FormFault] = [], notice: String? = nil) {
            self.email = email
            self.next = next
            self.faults = faults
            self.notice = notice
        }
    }

    package static func page(_ values: Values, csrf: String) -> WebPage {
        let fields =
            (values.next.map { Form.hidden("next", $0) } ?? "")
            + Field(
                .email, name: "email", label: "E-mail", value: values.email,
                error: values.faults.message(for: "email"), required: true, autocomplete: "username"
            ).html
            + Field(
                .password, name: "password", label: "Password", error: values.faults.message(for: "password"),
                required: true, autocomplete: "current-password"
            ).html
            + Form.actions(Form.button("Sign in", .primary))
        let help = Markup.paragraph(
            "No account yet, or the password is lost? An administrator of your organisation sends you a link.",
            class: "small quiet")
        let body =
            (values.notice.map { Notice.html($0) } ?? "") + FaultSummary.html(values.faults)
            + Form.html(action: "/sign-in", csrf: csrf, body: fields) + help
        return WebPage(title: "Sign in", section: nil, body: "<div class=\"narrow\">\n\(body)</div>\n")
    }
}
