import Guide
import HTTPTypes
import Hummingbird
import Workspace

extension Exchange {
    /// Who looks, as pages show it; nil where nobody is signed in.
    var viewer: Viewer? {
        guard let caller, let session else { return nil }
        return Viewer(
            name: caller.name, organisation: caller.organisationName, roles: Set(caller.roles.map(\.rawValue)),
            csrf: FormToken.text(session))
    }

    /// Who looks, on a page that only somebody signed in gets.
    func requireViewer() throws -> Viewer {
        guard let viewer else { throw WorkspaceError.signedOut }
        return viewer
    }

    /// The page with its frame, and its words explained where they stand.
    func page(_ page: WebPage, status: HTTPResponse.Status = .ok) -> Response {
        var page = page
        if let name = PageWords.name(of: route.path) {
            page.body += Glossary.explained(onPage: name)
            page.styles.append("guide.css")
        }
        return .html(
            Shell.html(page, viewer: viewer, path: request.uri.path, asset: AssetStore.shared.address), status: status)
    }
}

/// A page for what went wrong.
enum PageFailure {
    static func response(_ problem: Problem, _ exchange: Exchange?) -> Response {
        let page = ErrorView.page(problem.status.code, detail: problem.detail)
        var response = Response.html(
            Shell.html(
                page, viewer: exchange?.viewer, path: exchange?.request.uri.path ?? "/",
                asset: AssetStore.shared.address), status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }
}

/// Which of the glossary's lists a page shows.
enum PageWords {
    private static let cases = "/cases/{id}/"

    /// - Returns: nil for pages without words of their own.
    static func name(of path: String) -> String? {
        switch path {
        case "/": "home"
        case "/cases", "/cases/new", "/cases/{id}": "cases"
        case "/people", "/audit": String(path.dropFirst())
        case cases + "decision", cases + "decision/try": "decision"
        case cases + "choice", cases + "choice/try", cases + "compare": "choice"
        case cases + "scoring", cases + "evaluators", cases + "invitations", cases + "open": "scoring"
        case cases + "sheet", cases + "sheet/hand-in", cases + "sheet/change": "sheet"
        case cases + "places": "places"
        case cases + "edit", cases + "text": "edit"
        case cases + "versions", cases + "difference", cases + "merge", cases + "versions/{number}": "versions"
        case let path where path.hasPrefix("/people/"): "people"
        default: nil
        }
    }
}
