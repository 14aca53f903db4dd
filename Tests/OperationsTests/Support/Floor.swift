import Foundation
import Logging
import Storage
import Synchronization
import Testing

@testable import Operations
@testable import Workspace

/// A floor of clerks over a database of its own: organisations and people as rows, a clock that a test moves, and work
/// types that a test makes up.
struct Floor: Sendable {
    let operations: Operations
    let types: TestTypes
    let time: TestTime
    var database: any Database { operations.database }

    static func on(_ engine: Engine, _ body: (Floor) async throws -> Void) async throws {
        try await engine.withDatabase { database, _ in try await body(Floor(database)) }
    }

    init(_ database: any Database) {
        time = TestTime()
        types = TestTypes()
        operations = Operations(database: database, clock: time.clock, plans: types, due: types, logger: .silent)
    }

    /// An organisation with an administrator.
    func organisation(_ name: String) async throws -> Member {
        try await database.writeSystem { system in
            _ = try system.run(
                "INSERT INTO organisations (id, name, kind, created_at) VALUES (?1, ?2, 'client', 1)",
                [.text(name), .text(name)])
        }
        return try await person("admin", [.administrator], in: name)
    }

    func person(_ name: String, _ roles: Set<Role>, in organisation: String) async throws -> Member {
        let id = "\(organisation)-\(name)"
        try await database.writeSystem { system in
            try system.run(
                "INSERT INTO accounts (id, organisation, email, password, created_at) VALUES (?1, ?2, ?3, '', 1)",
                [.text(id), .text(organisation), .text("\(id)@test.example")])
            try system.scoped(to: Scope(organisation: organisation)).run(
                "INSERT INTO people (organisation, id, name, email, created_at) VALUES (?1, ?2, ?3, ?4, 1)",
                [.text(id), .text(name), .text("\(id)@test.example")])
        }
        return Member(
            person: id, name: name, email: "\(id)@test.example", organisation: organisation,
            organisationName: organisation, roles: roles, scopes: nil, access: .session(""))
    }

    /// A clerk who can do everything that the tests' types ask for, unless told otherwise.
    func clerk(
        _ name: String, of admin: Member, skills: Set<String> = TestTypes.skills, languages: Set<String> = ["en"],
        country: String = "PH", employer: String = "Deccan"
    ) async throws -> Member {
        let member = try await person(name, [.clerk], in: admin.organisation)
        try await operations.setOperator(
            as: admin,
            Operator(
                person: member.person, employer: employer, country: country, skills: skills, languages: languages))
        return member
    }

    /// Makes a type known: its plan, and its row.
    func define(_ key: String, _ steps: [StagePlan.Step], by admin: Member, residency: [String] = []) async throws {
        types.define(key, steps, residency: residency)
        try await database.write(in: admin.scope) { store in
            _ = try store.run(
                """
                INSERT INTO work_types (organisation, key, title, head, created_at, created_by, changed_at, changed_by)
                VALUES (?1, ?2, ?2, 1, 1, 'test', 1, 'test')
                """, [.text(key)])
        }
    }

    func send(
        _ count: Int, of type: String, by admin: Member, key: String = UUID().uuidString, language: String = ""
    ) async throws -> BatchReceipt {
        try await operations.receive(
            as: admin,
            IncomingBatch(
                key: key, name: "test", type: type,
                items: (1...count).map {
                    IncomingItem(row: $0, clientKey: "\(key)-\($0)", language: language, source: "{\"n\":\($0)}")
                }))
    }

    func rows(_ sql: String, _ values: [Value] = [], in admin: Member) async throws -> [Row] {
        try await database.read(in: admin.scope) { try $0.rows(sql, values) }
    }
}

/// A clock that stands still until a test moves it.
final class TestTime: Sendable {
    private let moment = Mutex<Int64>(1_790_000_000 * Moment.second)
    var now: Int64 { moment.withLock { $0 } }
    func pass(_ time: Int64) { moment.withLock { $0 += time } }
    var clock: Clock { Clock { [self] in now } }
}

/// Work types that a test makes up. An entry is a text; two differ where their texts do.
final class TestTypes: WorkPlans, DueTimes {
    static let skills: Set<String> = ["capture", "key", "adjudicate", "check", "approve", "return"]
    static let turnaround = Moment.day

    private let plans = Mutex<[String: WorkPlan]>([:])
    private let sampler = Mutex<(@Sendable (Int64) -> ItemLife.Sampling)?>(nil)

    func samples(_ rule: @escaping @Sendable (Int64) -> ItemLife.Sampling) { sampler.withLock { $0 = rule } }

    /// By item; what is not named is not checked.
    let sampled = Mutex<[Int64: ItemLife.Sampling]>([:])

    func define(_ key: String, _ steps: [StagePlan.Step], residency: [String]) {
        let plan = WorkPlan(
            type: key, version: 1, stages: StagePlan(steps), lease: 15 * Moment.minute, residency: residency,
            faults: { entry in
                entry.contains("bad") ? [EntryFault(path: "n", problem: "It is bad.", remedy: "Make it good.")] : []
            },
            differences: { a, b in
                a == b ? [] : [EntryDifference(path: "n", field: "n", kind: .wrong, isCritical: false)]
            },
            sampling: { [self] item, _ in
                sampled.withLock { $0[item] } ?? sampler.withLock { $0?(item) } ?? .passedOver
            })
        plans.withLock { $0[key] = plan }
    }

    func plan(_ type: String, _ version: Int, _ store: ScopedStatements) throws -> WorkPlan {
        guard let plan = plans.withLock({ $0[type] }) else { throw WorkspaceError.notFound }
        return plan
    }

    func due(
        _ plan: WorkPlan, from received: Int64, pauses: [Range<Int64>], _ store: ScopedStatements
    ) throws -> Int64 {
        pauses.reduce(received + Self.turnaround) { $0 + $1.upperBound - $1.lowerBound }
    }
}

extension StagePlan.Step {
    static func of(_ kind: StagePlan.Kind, seats: Int = 1) -> StagePlan.Step {
        StagePlan.Step(kind, skill: kind.rawValue, seats: seats)
    }
}
