import Reports

/// What happened and what to do, when a page cannot be shown.
package enum ErrorView {
    /// - Parameters:
    ///   - detail: what exactly, a sentence for the reader; never a client's data.
    ///   - reference: by which the operators find the entry in their log.
    package static func page(_ status: Int, detail: String? = nil, reference: String? = nil) -> WebPage {
        let known = texts[status] ?? (status >= 500 ? fault : refused)
        var body = Markup.paragraph(detail ?? known.what, class: "lead") + Markup.paragraph(known.next)
        body += Form.actions(Form.link("To the start", "/", .primary))
        if let reference {
            body += Markup.paragraph("Reference for whoever runs this workspace: \(reference)", class: "small quiet")
        }
        return WebPage(title: known.title, section: nil, body: "<div class=\"narrow\">\n\(body)</div>\n")
    }

    private struct Text: Sendable {
        var title: String
        var what: String
        var next: String
    }

    private static let refused = Text(
        title: "This was not understood", what: "The request was refused.",
        next: "Go back, check what was entered, and try again.")
    private static let fault = Text(
        title: "Something went wrong here", what: "The workspace could not answer. It is not your fault.",
        next: "What was saved before is safe. Try again; if it happens again, tell whoever runs this workspace.")

    private static let texts: [Int: Text] = [
        400: refused,
        403: Text(
            title: "Not allowed", what: "Your roles do not allow this, or the page stood open for too long.",
            next: "Go back, reload the page and try again; an administrator can change your roles."),
        404: Text(
            title: "Not found", what: "There is nothing at this address, or it belongs to somebody else.",
            next: "Check the address, or look for it from the start."),
        409: Text(
            title: "Somebody was faster", what: "This was changed by somebody else in the meantime.",
            next: "Go back and reload the page: it shows what stands now."),
        413: Text(
            title: "Too large", what: "What was sent is larger than is taken here.",
            next: "Send a smaller file."),
        429: Text(
            title: "Too many attempts", what: "There were too many attempts in a short time.",
            next: "Wait a few minutes, then try again."),
        500: fault,
        503: Text(
            title: "Busy at the moment", what: "The workspace is starting, stopping, or has too much to do.",
            next: "Try again in a minute."),
    ]
}
