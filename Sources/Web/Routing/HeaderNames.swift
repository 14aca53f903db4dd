import HTTPTypes

extension HTTPField.Name {
    private static func own(_ name: String) -> HTTPField.Name {
        // The names below are constants that are valid tokens.
        guard let field = HTTPField.Name(name) else { return .xContentTypeOptions }
        return field
    }

    static let forwardedFor = own("X-Forwarded-For")
    static let csrfToken = own("X-CSRF-Token")
    static let idempotencyKey = own("Idempotency-Key")
    static let idempotentReplayed = own("Idempotent-Replayed")
    static let fetchSite = own("Sec-Fetch-Site")
    static let contentPolicy = own("Content-Security-Policy")
    static let referrerPolicy = own("Referrer-Policy")
    static let frameOptions = own("X-Frame-Options")
    static let openerPolicy = own("Cross-Origin-Opener-Policy")
    static let resourcePolicy = own("Cross-Origin-Resource-Policy")
    static let permissionsPolicy = own("Permissions-Policy")
    /// A script asks for the part of a page that it replaces.
    static let part = own("X-Part")
    static let link = own("Link")
}
