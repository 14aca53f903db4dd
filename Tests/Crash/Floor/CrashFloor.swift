import Foundation
import Logging
import Operations
import Storage
import Workspace

/// A work engine under load that says on standard output what was acknowledged, so that a harness can kill it at any
/// moment and look afterwards whether all of that is there.
///
///     crash-floor DATABASE run       until it is killed
///     crash-floor DATABASE look      what is kept, and whether it fits together
@main
struct CrashFloor {
    static let scope = Scope(organisation: "crash")
    static let clerkCount = 16

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, ["run", "look"].contains(arguments[2]) else {
            Line.say("crash-floor DATABASE run|look")
            exit(2)
        }
        let database = try await Databases.open(arguments[1], logger: .quiet)
        let types = CrashTypes()
        let operations = Operations(database: database, clock: .system, plans: types, due: types, logger: .quiet)
        if arguments[2] == "look" {
            try await look(operations)
        } else {
            try await prepare(operations)
            try await run(operations)
        }
        await database.close()
    }

    static func member(_ number: Int) -> Member {
        Member(
            person: "clerk-\(number)", name: "", email: "", organisation: scope.organisation, organisationName: "",
            roles: number < 0 ? [.administrator] : [.clerk], scopes: nil, access: .session(""))
    }

    private static func prepare(_ operations: Operations) async throws {
        let database = operations.database
        let isThere = try await database.readSystem { try $0.first("SELECT id FROM organisations") != nil }
        if isThere { return }
        try await database.writeSystem { system in
            try system.run(
                "INSERT INTO organisations (id, name, kind, created_at) VALUES ('crash', 'Crash', 'client', 1)")
            let scoped = system.scoped(to: scope)
            for number in -1..<clerkCount {
                let id = member(number).person
                try system.run(
                    "INSERT INTO accounts (id, organisation, email, password, created_at) VALUES (?1, 'crash', ?1, '', 1)",
                    [.text(id)])
                try scoped.run(
                    "INSERT INTO people (organisation, id, name, email, created_at) VALUES (?1, ?2, ?2, ?2, 1)",
                    [.text(id)])
                // Everybody may do everything; written here so that a kill leaves all of it or none.
                try scoped.run(
                    """
                    INSERT INTO operators (organisation, person, employer, country, skills, languages, changed_at, changed_by)
                    VALUES (?1, ?2, 'Crash', 'PH', ?3, '', 1, '')
                    """, [.text(id), .text("key\nadjudicate")])
            }
            for type in ["one", "two"] {
                try scoped.run(
                    """
                    INSERT INTO work_types (organisation, key, title, head, created_at, created_by, changed_at, changed_by)
                    VALUES (?1, ?2, ?2, 1, 1, '', 1, '')
                    """, [.text(type)])
            }
        }
    }

    private static func run(_ operations: Operations) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    for type in ["one", "two"] {
                        let key = UUID().uuidString
                        let receipt = try await operations.receive(
                            as: member(-1),
                            IncomingBatch(
                                key: key, name: "", type: type,
                                items: (1...20).map {
                                    IncomingItem(row: $0, clientKey: "\(key)-\($0)", source: "{\"n\":\($0)}")
                                }))
                        Line.say("batch \(receipt.first) \(receipt.accepted)")
                    }
                    try await Task.sleep(for: .milliseconds(5))
                }
            }
            group.addTask {
                while true {
                    _ = try await operations.returnExpired()
                    try await Task.sleep(for: .milliseconds(100))
                }
            }
            for number in 0..<clerkCount {
                group.addTask { try await work(operations, number) }
            }
            try await group.waitForAll()
        }
    }

    private static func work(_ operations: Operations, _ number: Int) async throws {
        let clerk = member(number)
        while true {
            guard case .work(let work) = try await operations.claim(as: clerk) else {
                try await Task.sleep(for: .milliseconds(3))
                continue
            }
            Line.say("claim \(work.task) \(work.lease) \(clerk.person)")
            let entry = work.task.item.isMultiple(of: 4) ? clerk.person : "1"
            let answer = try await operations.complete(as: clerk, work.task, lease: work.lease, entry: entry)
            if case .kept = answer { Line.say("done \(work.task) \(work.lease) \(clerk.person)") }
        }
    }

    private static func look(_ operations: Operations) async throws {
        let database = operations.database
        let rows = try await database.read(in: scope) { store in
            try store.rows(
                "SELECT item, stage, round, seat, fence, person, done_at FROM holdings WHERE organisation = ?1")
        }
        for row in rows {
            let task = TaskID(
                item: try row.integer("item"), stage: Int(try row.integer("stage")),
                round: Int(try row.integer("round")), seat: Int(try row.integer("seat")))
            let state = try row.optionalInteger("done_at") == nil ? "held" : "done"
            Line.say("\(state) \(task) \(try row.integer("fence")) \(try row.text("person"))")
        }
        let open = try await database.read(in: scope) { store in
            try store.rows("SELECT item, stage, round, seat, fence FROM open_tasks WHERE organisation = ?1")
        }
        for row in open {
            let task = TaskID(
                item: try row.integer("item"), stage: Int(try row.integer("stage")),
                round: Int(try row.integer("round")), seat: Int(try row.integer("seat")))
            Line.say("open \(task) \(try row.integer("fence"))")
        }
        let counts = try await database.read(in: scope) { store in
            (
                try store.first("SELECT COUNT(*) AS n FROM items WHERE organisation = ?1")?.integer("n") ?? 0,
                try store.first("SELECT SUM(waiting) AS n FROM lanes WHERE organisation = ?1 AND waiting > 0")?
                    .optionalInteger("n") ?? 0
            )
        }
        Line.say("items \(counts.0)")
        Line.say("waiting \(counts.1)")
        let workspace = Workspace(database: database, logger: .quiet)
        for verdict in try await workspace.verifyAudit() {
            Line.say("audit \(verdict.broken.map { "broken: \($0.problem)" } ?? "whole")")
        }
    }
}

/// A line at once, in one write, so that what the harness reads was said before the end.
enum Line {
    static func say(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
}

extension Logger {
    static let quiet = Logger(label: "crash") { _ in SwiftLogNoOpLogHandler() }
}

struct CrashTypes: WorkPlans, DueTimes {
    func plan(_ type: String, _ version: Int, _ store: ScopedStatements) throws -> WorkPlan {
        WorkPlan(
            type: type, version: version,
            stages: StagePlan(
                type == "one"
                    ? [.init(.key, skill: "key")]
                    : [.init(.key, skill: "key", seats: 2), .init(.adjudicate, skill: "adjudicate")]),
            // Short, so that what dead clerks had comes back within the test.
            lease: 400_000, residency: [], faults: { _ in [] },
            differences: { a, b in
                a == b ? [] : [EntryDifference(path: "n", field: "n", kind: .wrong, isCritical: false)]
            },
            sampling: { _, _ in .passedOver })
    }

    func due(
        _ plan: WorkPlan, from received: Int64, pauses: [Range<Int64>], _ store: ScopedStatements
    ) throws -> Int64 { received + 86_400_000_000 }
}
