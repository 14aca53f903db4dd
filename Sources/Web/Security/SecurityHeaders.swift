import HTTPTypes
import Hummingbird

/// What browsers are told to refuse on our behalf.
enum SecurityHeaders {
    /// Nothing from elsewhere, nothing inline: a case's text that slipped through the escaping would still not run.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    static func add(to response: inout Response, route: Route?, settings: WebSettings) {
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.resourcePolicy] = "same-origin"
        response.headers[.referrerPolicy] = "same-origin"
        if response.headers[.contentPolicy] == nil { response.headers[.contentPolicy] = policy }
        response.headers[.frameOptions] = "DENY"
        response.headers[.openerPolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        // What is somebody's must not stay in a shared cache; assets say so themselves.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if settings.isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
    }
}
