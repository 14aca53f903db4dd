import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Notation
import Scorecards
import Storage
import Synchronization
import Testing

@testable import Web
@testable import Workspace

/// Who sends a request.
struct Caller: Sendable {
    var session: String?
    var token: String?
    static let nobody = Caller()
    static func session(_ secret: String) -> Caller { Caller(session: secret) }
    static func token(_ text: String) -> Caller { Caller(token: text) }
}

/// The workspace behind its router, over a database of its own, with a clock that stands still.
struct TestSite: Sendable {
    let workspace: Workspace
    let server: WebServer
    let client: any TestClientProtocol
    private let moment: Moments

    final class Moments: Sendable {
        let now = Mutex<Int64>(1_790_000_000 * Moment.second)
    }

    static let password = "correct horse battery"

    /// - Parameter wrapping: puts something between the workspace and its database.
    static func on(
        _ settings: WebSettings = WebSettings(), wrapping: (any Database) -> any Database = { $0 },
        _ body: @Sendable (TestSite) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "shoreline-web-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let database = try await Databases.open(folder + "/shoreline.sqlite", logger: silent)
        let moment = Moments()
        let workspace = Workspace(
            database: wrapping(database), clock: Clock { moment.now.withLock { $0 } },
            passwords: Passwords(rounds: 16, parallelism: 1), logger: silent)
        let server = WebServer(workspace: workspace, settings: settings, logger: silent)
        let application = Application(router: RouteTable.router(server.site), logger: silent)
        do {
            try await application.test(.router) { client in
                try await body(TestSite(workspace: workspace, server: server, client: client, moment: moment))
            }
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    func pass(_ time: Int64) { moment.now.withLock { $0 += time } }

    // MARK: People

    /// The first administrator's session.
    func begin() async throws -> String {
        let link = try #require(try await workspace.firstStart())
        return try await workspace.join(
            link,
            .init(organisationName: "Alpha", name: "Ada", email: "ada@alpha.example", password: Self.password),
            device: "test")
    }

    /// Another organisation's administrator; the product has no door for that yet, so the rows are written.
    func another() async throws -> String {
        let code = LinkCode(organisation: Secrets.id())
        let now = workspace.clock.now()
        try await workspace.database.writeSystem { system in
            try system.run(
                "INSERT INTO organisations (id, name, kind, created_at) VALUES (?1, 'Bravo', 'client', ?2)",
                [.text(code.organisation), .integer(now)])
            try system.scoped(to: code.scope).run(
                """
                INSERT INTO links (organisation, hash, purpose, email, roles, created_at, expires_at)
                VALUES (?1, ?2, 'invitation', 'bea@bravo.example', 'administrator analyst', ?3, ?4)
                """, [.text(code.hash), .integer(now), .integer(now + Moment.day)])
        }
        return try await workspace.join(
            code.text, .init(name: "Bea", email: "", password: Self.password), device: "test")
    }

    func join(_ email: String, _ roles: Set<Role>, by admin: Member) async throws -> String {
        try await workspace.join(
            workspace.invite(as: admin, email: email, roles: roles),
            .init(name: "Cy", email: email, password: Self.password), device: "test")
    }

    // MARK: Requests

    /// What travels as a browser or a program would send it: cookie and form token, or a token.
    func send(
        _ method: HTTPRequest.Method, _ path: String, as caller: Caller = .nobody, _ body: Body = .none,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var fields = headers
        if let session = caller.session {
            fields[.cookie] = "\(server.site.settings.cookieName)=\(session)"
            if method != .get, method != .head, fields[.csrfToken] == nil {
                fields[.csrfToken] = FormToken.text(session)
            }
        }
        if let token = caller.token { fields[.authorization] = "Bearer \(token)" }
        if fields[.contentType] == nil { fields[.contentType] = body.type }
        return try await client.execute(
            uri: path, method: method, headers: fields, body: body.text.map { ByteBuffer(string: $0) })
    }

    enum Body: Sendable {
        case none
        case json(String)
        case form([(String, String)])
        var type: String? {
            switch self {
            case .none: nil
            case .json: "application/json"
            case .form: "application/x-www-form-urlencoded"
            }
        }
        var text: String? {
            switch self {
            case .none: nil
            case .json(let text): text
            case .form(let fields):
                fields.map { "\(Fields.encoded($0))=\(Fields.encoded($1))" }.joined(separator: "&")
            }
        }
    }

    /// All rows, to see that nothing changed.
    func tables() async throws -> [String: [Row]] {
        var all: [String: [Row]] = [:]
        for table in Schema.order {
            all[table] = try await workspace.database.read { try $0.rows("SELECT * FROM \(table)") }
        }
        return all
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var json: Tree? { try? JSONReader.read(text: text) }
    /// The last part of a problem's type.
    var problem: String? { json?["type"]?.string?.split(separator: "#").last.map(String.init) }
}

/// A small case with two evaluators, two criteria and two partners.
func caseText(_ title: String = "Invoices") -> String {
    """
    case: \(title)
    client: { name: Larkfield, country: US, timeZone: America/Chicago, currency: USD }
    horizon: { start: 2027-01, months: 12, discountRate: 9% }
    functions:
      entry:
        kind: data-entry
        volume: { perMonth: 1000 }
        handleTime: { p10: 2.6, p50: 3.1, p90: 4.0, unit: minutes }
        serviceHours: Mon-Fri 08:00-18:00
        languages: [en]
    options:
      keep: { function: entry, ownership: in-house, country: US, baseline: true }
      pune: { function: entry, ownership: partner, country: IN, partner: Deccan Services, price: { perTransaction: 0.62 } }
    selection:
      function: entry
      evaluators:
        ana: { title: Ana }
        ben: { title: Ben }
      criteria:
        quality: { weight: 100, levels: [bad, fair, good, best] }
        safety: { weight: 50, levels: [bad, fair, good, best] }
      partners:
        deccan: { option: pune }
        tide: { bid: { like: pune, price: { perTransaction: 0.7 } } }

    """
}

/// What stands in an organisation, by the kinds of id that addresses hold.
struct Holdings: Sendable {
    var caseID: String
    var job: String
    var person: String
    var token: String
    var link: String

    static let none = Holdings(
        caseID: String(repeating: "0", count: 24), job: String(repeating: "1", count: 24),
        person: String(repeating: "2", count: 24), token: String(repeating: "3", count: 24),
        link: String(repeating: "4", count: 64))

    /// One of each; the job is done, and the member scores the case as `ana`.
    static func make(_ site: TestSite, _ secret: String, _ email: String) async throws -> Holdings {
        let workspace = site.workspace
        let member = try await workspace.member(session: secret)
        let id = try await workspace.makeCase(as: member, text: caseText()).id
        _ = try await workspace.saveCase(as: member, id, text: caseText("Invoices, again"), base: 1)
        try await workspace.assign(as: member, id, evaluator: "ana", to: member.person)
        let job = try await workspace.makeDecisionJob(as: member, id, trials: 1000, seed: 1)
        let claimed = try #require(try await workspace.claimJob())
        try await workspace.finish(claimed.job, in: claimed.scope, result: "{}", problem: nil)
        let other = try await workspace.member(session: site.join(email, [.analyst], by: member))
        _ = try await workspace.makeToken(as: member, name: "Robot", scopes: [.read])
        _ = try await workspace.invite(as: member, email: "open-\(email)", roles: [.clerk])
        return Holdings(
            caseID: id, job: job.id, person: other.person,
            token: try #require(try await workspace.tokens(as: member).first).id,
            link: try #require(try await workspace.openLinks(as: member).first).hash)
    }

    /// The ids that a test must not meet in an answer to somebody else.
    var all: [String] { [caseID, job, person, token, link] }
}
