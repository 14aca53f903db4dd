import Foundation
import Scorecards
import Storage
import Synchronization
import Testing

@testable import Workspace

/// A clock that stands still until a test moves it.
final class TestTime: Sendable {
    private let moment = Mutex<Int64>(1_790_000_000 * Moment.second)
    var now: Int64 { moment.withLock { $0 } }
    func pass(_ time: Int64) { moment.withLock { $0 += time } }
    var clock: Clock { Clock { [self] in now } }
}

/// A workspace with a moving clock and quick passwords, over a database of its own.
struct World: Sendable {
    let workspace: Workspace
    let time: TestTime
    var database: any Database { workspace.database }

    static let password = "correct horse battery"

    static func on(_ engine: Engine, _ body: (World) async throws -> Void) async throws {
        try await engine.withDatabase { database, _ in try await body(World(database)) }
    }

    init(_ database: any Database) {
        time = TestTime()
        workspace = Workspace(
            database: database, clock: time.clock, passwords: Passwords(rounds: 16, parallelism: 1), logger: .silent)
    }

    /// The first administrator, by the link of the first start.
    func begin(_ organisation: String = "Larkfield", email: String = "ada@larkfield.example") async throws -> Member {
        let link = try #require(try await workspace.firstStart())
        let secret = try await workspace.join(
            link, .init(organisationName: organisation, name: "Ada", email: email, password: Self.password),
            device: "test")
        return try await workspace.member(session: secret)
    }

    /// Another organisation with an administrator; the product has no door for that yet, so the rows are written.
    func another(_ name: String, email: String, person: String = "Bea") async throws -> Member {
        let code = LinkCode(organisation: Secrets.id())
        let now = time.now
        try await database.writeSystem { system in
            try system.run(
                "INSERT INTO organisations (id, name, kind, created_at) VALUES (?1, ?2, 'client', ?3)",
                [.text(code.organisation), .text(name), .integer(now)])
            try system.scoped(to: code.scope).run(
                """
                INSERT INTO links (organisation, hash, purpose, email, roles, created_at, expires_at)
                VALUES (?1, ?2, 'invitation', ?3, 'administrator analyst', ?4, ?5)
                """,
                [.text(code.hash), .text(email), .integer(now), .integer(now + Moment.day)])
        }
        let secret = try await workspace.join(
            code.text, .init(name: person, email: email, password: Self.password), device: "test")
        return try await workspace.member(session: secret)
    }

    func person(_ roles: Set<Role>, _ email: String, by admin: Member, name: String = "Cy") async throws -> Member {
        let link = try await workspace.invite(as: admin, email: email, roles: roles)
        let secret = try await workspace.join(
            link, .init(name: name, email: email, password: Self.password), device: "test")
        return try await workspace.member(session: secret)
    }

    func token(of member: Member, _ scopes: Set<TokenScope>) async throws -> Member {
        try await workspace.member(token: workspace.makeToken(as: member, name: "A program", scopes: scopes))
    }

    func signIn(_ email: String, _ password: String = World.password, address: String = "10.0.0.1") async throws
        -> Member
    {
        try await workspace.member(
            session: workspace.signIn(email: email, password: password, address: address, device: "test"))
    }

    /// How many audit entries an organisation has.
    func entries(_ member: Member) async throws -> Int {
        try await database.read(in: member.scope) { store in
            Int(try store.first("SELECT count(*) AS n FROM audit WHERE organisation = ?1")?.integer("n") ?? 0)
        }
    }
}

/// What a test expects to be refused with.
enum Refusal: Hashable, Sendable {
    case notFound, forbidden, invalid, outdated, refused, wrongPassword, tooMany, signedOut
    case storage(StorageError)
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let error as WorkspaceError:
            switch error {
            case .notFound: self = .notFound
            case .forbidden: self = .forbidden
            case .invalid: self = .invalid
            case .outdated: self = .outdated
            case .refused: self = .refused
            case .wrongPassword: self = .wrongPassword
            case .tooManyAttempts: self = .tooMany
            case .signedOut: self = .signedOut
            }
        case let error as StorageError: self = .storage(error)
        default: self = .other("\(error)")
        }
    }

    /// Nil where nothing was refused.
    static func of(_ body: () async throws -> Void) async -> Refusal? {
        do {
            try await body()
            return nil
        } catch {
            return Refusal(error)
        }
    }
}

/// A small case with two evaluators, two criteria and two partners.
func caseText(_ title: String = "Invoices", client: String = "Larkfield") -> String {
    """
    case: \(title)
    client: { name: \(client), country: US, timeZone: America/Chicago, currency: USD }
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

/// A full sheet of that case: one level everywhere, and a note that must not be seen before the opening.
func sheet(_ level: Double, note: String? = nil) -> [ScoreCell: ScoreEntry] {
    var entries: [ScoreCell: ScoreEntry] = [:]
    for partner in ["deccan", "tide"] {
        for criterion in ["quality", "safety"] {
            entries[ScoreCell(partner: partner, criterion: criterion)] = ScoreEntry(low: level, high: level, note: note)
        }
    }
    return entries
}
