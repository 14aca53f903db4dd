import Hummingbird

/// Refuses requests for another host: a foreign page whose name was made to point at a loopback address (DNS rebinding)
/// would otherwise reach a workspace on the reader's own machine.
enum HostCheck {
    static func check(_ request: Request, _ settings: WebSettings) throws(Problem) {
        guard let authority = request.head.authority, !authority.isEmpty else { return }
        if settings.serves(WebSettings.withoutPort(authority)) { return }
        // Listening on every address without a public one: whoever did that reaches it by names we cannot know.
        if settings.publicAddress == nil, settings.host == "0.0.0.0" || settings.host == "::" { return }
        throw Problem(
            status: .misdirectedRequest, kind: "host", title: "Not this host",
            detail: "This workspace is not served under that name. Start it with --public-address to name it.")
    }
}
