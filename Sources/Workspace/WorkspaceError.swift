public import Notation

/// What the workspace refuses, as facts; the surfaces make pages and problem documents of it.
public enum WorkspaceError: Error, Sendable {
    /// Not there, or somebody else's: the two cannot be told apart.
    case notFound
    /// There, but not for this role.
    case forbidden(Permission)
    /// What was sent is wrong.
    case invalid(Faults)
    /// Somebody else was faster: the version that stands now.
    case outdated(current: Int)
    /// It cannot be done in the state that things are in; a sentence, and what to do instead.
    case refused(String, remedy: String)
    /// Wrong e-mail address or password: never which of the two.
    case wrongPassword
    /// Too many attempts; seconds until the next one counts.
    case tooManyAttempts(seconds: Int)
    /// Not signed in, or not any more.
    case signedOut

    package static func invalid(_ path: String, _ problem: String, _ remedy: String) -> WorkspaceError {
        .invalid(Faults(Fault(path: path, problem, remedy: remedy)))
    }
}
