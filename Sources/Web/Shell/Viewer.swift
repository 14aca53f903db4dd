/// Who looks at a page; what the page may offer follows from the roles.
package struct Viewer: Sendable {
    package var name: String
    package var organisation: String
    /// `administrator`, `analyst`, `evaluator`, `supervisor`, `clerk`, `partner-manager`, `auditor`.
    package var roles: Set<String>
    /// Goes with every form.
    package var csrf: String

    package init(name: String, organisation: String, roles: Set<String>, csrf: String) {
        self.name = name
        self.organisation = organisation
        self.roles = roles
        self.csrf = csrf
    }

    package var readsCases: Bool { has("administrator", "analyst", "partner-manager", "auditor") }

    package func has(_ roles: String...) -> Bool { roles.contains { self.roles.contains($0) } }
}
