import HTTPTypes
import Hummingbird
import Notation
import Storage
import Workspace

/// What went wrong, as facts (RFC 9457): pages show it in words, programs get `application/problem+json`.
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// The last part of the problem's type: `/guide/problems#outdated`.
    var kind: String
    var title: String
    /// What is wrong this time, and how to mend it.
    var detail: String
    var faults: [Fault] = []
    var headers: HTTPFields = [:]
    /// The version that stands, where somebody else was faster.
    var current: Int?

    var tree: Tree {
        var entries: [(String, Tree)] = [
            ("type", .text("/guide/problems#\(kind)")), ("title", .text(title)), ("status", .number(status.code)),
            ("detail", .text(detail)),
        ]
        if let current { entries.append(("current", .number(current))) }
        if !faults.isEmpty { entries.append(("faults", .list(faults.map(Self.tree)))) }
        return .map(entries)
    }

    static func tree(_ fault: Fault) -> Tree {
        .map([
            ("path", .text(fault.path)), ("line", .number(fault.position.map { Double($0.line) })),
            ("column", .number(fault.position.map { Double($0.column) })), ("problem", .text(fault.problem)),
            ("remedy", .text(fault.remedy)),
        ])
    }

    var response: Response {
        var response = Response.json(tree, status: status, headers: headers)
        response.headers[.contentType] = "application/problem+json"
        return response
    }
}

extension Problem {
    /// One place where every error gets its status; nil for what is nobody's fault but ours.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as WorkspaceError: self.init(error)
        case let faults as Faults: self.init(WorkspaceError.invalid(faults))
        case let error as StorageError:
            guard let problem = Self.of(error) else { return nil }
            self = problem
        case let error as HTTPError:
            self = Self.of(error)
        default: return nil
        }
    }

    private init(_ error: WorkspaceError) {
        switch error {
        case .notFound: self = .notFound
        case .forbidden(let permission):
            self.init(
                status: .forbidden, kind: "forbidden", title: "Not for this role",
                detail: "You may not do this: it takes the right \(permission.words). An administrator can give it.")
        case .invalid(let faults):
            self.init(
                status: .unprocessableContent, kind: "invalid", title: "Something is wrong with what was sent",
                detail: faults.faults.map { $0.message(file: nil) }.joined(separator: "\n"), faults: faults.faults)
        case .outdated(let current):
            self.init(
                status: .preconditionFailed, kind: "outdated", title: "Somebody else was faster",
                detail: "Version \(current) stands by now. Read it, and put your change on top of it.",
                current: current)
        case .refused(let sentence, let remedy):
            self.init(
                status: .conflict, kind: "refused", title: "Not possible now", detail: "\(sentence) \(remedy)")
        case .wrongPassword:
            self.init(
                status: .unauthorized, kind: "wrong-password", title: "Not signed in",
                detail: "The e-mail address or the password is wrong. Type both once more.",
                headers: [.wwwAuthenticate: "Bearer"])
        case .tooManyAttempts(let seconds):
            self.init(
                status: .tooManyRequests, kind: "too-many-attempts", title: "Too many attempts",
                detail:
                    "There were too many attempts to sign in. Wait \(seconds == 1 ? "a second" : "\(seconds) seconds") and try again.",
                headers: [.retryAfter: String(seconds)])
        case .signedOut:
            self.init(
                status: .unauthorized, kind: "signed-out", title: "Not signed in",
                detail: "Sign in, or send a token: Authorization: Bearer shoreline_…",
                headers: [.wwwAuthenticate: "Bearer"])
        }
    }

    static let notFound = Problem(
        status: .notFound, kind: "not-found", title: "Not found",
        detail: "There is nothing at this address, or it is not for you. Check the address.")

    private static func of(_ error: StorageError) -> Problem? {
        switch error {
        case .full, .readOnly, .busy, .closed: unavailable(error.description)
        // Where it lies and why it cannot be reached is for the log.
        case .unreachable: unavailable("The database cannot be reached. Try again in a moment.")
        case .input(let sentence):
            Problem(
                status: .unprocessableContent, kind: "invalid", title: "Something is wrong with what was sent",
                detail: sentence)
        default: nil
        }
    }

    private static func unavailable(_ detail: String) -> Problem {
        Problem(
            status: .serviceUnavailable, kind: "storage", title: "The database does not answer", detail: detail,
            headers: [.retryAfter: "5"])
    }

    private static func of(_ error: HTTPError) -> Problem {
        switch error.status {
        case .notFound: .notFound
        case .contentTooLarge: .tooLarge
        default:
            Problem(
                status: error.status, kind: "request", title: error.status.reasonPhrase,
                detail: error.body ?? "The request could not be read.")
        }
    }

    static let tooLarge = Problem(
        status: .contentTooLarge, kind: "too-large", title: "Too much at once",
        detail: "What was sent is larger than this address takes. Send less at a time.")
}
