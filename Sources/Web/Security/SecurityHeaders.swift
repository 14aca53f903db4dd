import HTTPTypes
import Hummingbird

/// What browsers are told to refuse on our behalf.
enum SecurityHeaders {
    /// Nothing from elsewhere, nothing inline: a case's text that slipped through the escaping would still not run.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    private static let always = [
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .resourcePolicy, value: "same-origin"),
        HTTPField(name: .referrerPolicy, value: "same-origin"),
        HTTPField(name: .frameOptions, value: "DENY"),
        HTTPField(name: .openerPolicy, value: "same-origin"),
        HTTPField(name: .permissionsPolicy, value: "camera=(), geolocation=(), microphone=()"),
    ]
    /// What an answer may have said of itself.
    private static let otherwise = [
        HTTPField(name: .contentPolicy, value: policy),
        // What is somebody's must not stay in a shared cache; assets say so themselves.
        HTTPField(name: .cacheControl, value: "no-store"),
    ]
    private static let secure = HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")

    static func add(to response: inout Response, settings: WebSettings) {
        for field in otherwise where !response.headers.contains(field.name) { response.headers.append(field) }
        for field in always { response.headers.append(field) }
        if settings.isSecure { response.headers.append(secure) }
    }
}
