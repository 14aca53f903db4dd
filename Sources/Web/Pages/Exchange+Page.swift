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

    func page(_ page: WebPage, status: HTTPResponse.Status = .ok) -> Response {
        .html(
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
