import Hummingbird
import HTTPTypes
import Notation
import Storage
import Testing
import Workspace

@testable import Web

@Suite struct ProblemTests {
    static let fault = Fault(
        path: "options.pune", at: Position(line: 7, column: 3), "The country is missing.", remedy: "Write it.")

    /// Whole documents, as programs get them.
    static let table: [(any Error, String)] = [
        (
            WorkspaceError.notFound,
            #"{"type":"/guide/problems#not-found","title":"Not found","status":404,"detail":"There is nothing at this address, or it is not for you. Check the address."}"#
        ),
        (
            WorkspaceError.forbidden(.changeCases),
            #"{"type":"/guide/problems#forbidden","title":"Not for this role","status":403,"detail":"You may not do this: it takes the right to change cases. An administrator can give it."}"#
        ),
        (
            WorkspaceError.invalid(Faults(fault)),
            #"{"type":"/guide/problems#invalid","title":"Something is wrong with what was sent","status":422,"detail":"line 7, column 3: options.pune: The country is missing. Write it.","faults":[{"path":"options.pune","line":7,"column":3,"problem":"The country is missing.","remedy":"Write it."}]}"#
        ),
        (
            WorkspaceError.outdated(current: 4),
            #"{"type":"/guide/problems#outdated","title":"Somebody else was faster","status":412,"detail":"Version 4 stands by now. Read it, and put your change on top of it.","current":4}"#
        ),
        (
            WorkspaceError.refused("It is full.", remedy: "Wait."),
            #"{"type":"/guide/problems#refused","title":"Not possible now","status":409,"detail":"It is full. Wait."}"#
        ),
        (
            WorkspaceError.wrongPassword,
            #"{"type":"/guide/problems#wrong-password","title":"Not signed in","status":401,"detail":"The e-mail address or the password is wrong. Type both once more."}"#
        ),
        (
            WorkspaceError.tooManyAttempts(seconds: 1),
            #"{"type":"/guide/problems#too-many-attempts","title":"Too many attempts","status":429,"detail":"There were too many attempts to sign in. Wait a second and try again."}"#
        ),
        (
            WorkspaceError.signedOut,
            #"{"type":"/guide/problems#signed-out","title":"Not signed in","status":401,"detail":"Sign in, or send a token: Authorization: Bearer shoreline_…"}"#
        ),
        (
            StorageError.busy,
            #"{"type":"/guide/problems#storage","title":"The database does not answer","status":503,"detail":"The database is busy. Nothing of the change was kept. Try again."}"#
        ),
        (
            StorageError.full,
            #"{"type":"/guide/problems#storage","title":"The database does not answer","status":503,"detail":"The disk is full. Nothing of the change was kept. Make room and try again."}"#
        ),
        // Where it lies and why it cannot be reached is for the log, not for whoever asks.
        (
            StorageError.unreachable("connection to 10.1.2.3 as shoreline failed"),
            #"{"type":"/guide/problems#storage","title":"The database does not answer","status":503,"detail":"The database cannot be reached. Try again in a moment."}"#
        ),
    ]

    @Test func eachErrorHasOneDocument() throws {
        for (error, document) in Self.table {
            let problem = try #require(Problem(error))
            #expect(JSONWriter.text(problem.tree) == document)
            #expect(problem.response.headers[.contentType] == "application/problem+json")
            #expect(problem.response.status == problem.status)
        }
    }

    @Test func whatTellsWhenToComeBackSaysSoInAHeader() throws {
        #expect(try #require(Problem(WorkspaceError.tooManyAttempts(seconds: 40))).headers[.retryAfter] == "40")
        #expect(try #require(Problem(StorageError.busy)).headers[.retryAfter] == "5")
        #expect(try #require(Problem(WorkspaceError.signedOut)).headers[.wwwAuthenticate] == "Bearer")
    }

    @Test func aDefectOfOursIsNoProblemOfTheirs() {
        struct Odd: Error {}
        let ours: [any Error] = [
            StorageError.statement("SELECT", reason: "x"), StorageError.unscoped("SELECT"),
            StorageError.column("a", "b"), StorageError.damaged("x"), StorageError.constraint(.unique, "cases"), Odd(),
        ]
        for error in ours { #expect(Problem(error) == nil) }
    }
}
