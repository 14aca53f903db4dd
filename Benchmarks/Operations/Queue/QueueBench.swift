import Dispatch
import Foundation
import Logging
import Operations
import Storage
import Synchronization
import Workspace

/// Clerks in a closed loop: claim the next task, complete it; every command durable before it is answered.
///
///     queue-bench DATABASE CLERKS BACKLOG SECONDS [OTHERS]
///
/// DATABASE is a file or postgres://…; OTHERS: the share of the backlog that no clerk of these may do (default 0).
@main
struct QueueBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5, let clerks = Int(arguments[2]), let backlog = Int(arguments[3]),
            let seconds = Double(arguments[4])
        else {
            print("queue-bench DATABASE CLERKS BACKLOG SECONDS [OTHERS]")
            exit(2)
        }
        let others = arguments.count > 5 ? Double(arguments[5]) ?? 0 : 0
        let database = try await Databases.open(arguments[1], logger: .quiet)
        let floor = BenchFloor(database)
        let people = try await floor.fill(clerks: clerks, backlog: backlog, others: others)
        let result = try await floor.run(people, seconds: seconds, most: backlog / 2 / clerks)
        print(result)
        await database.close()
    }
}

extension Logger {
    static let quiet = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
}

struct BenchFloor: Sendable {
    let database: any Database
    let operations: Operations
    static let organisation = Scope(organisation: "000000000000000000000000")

    init(_ database: any Database) {
        self.database = database
        let types = BenchTypes()
        operations = Operations(database: database, clock: .system, plans: types, due: types, logger: .quiet)
    }

    /// Eight skills, of which every clerk has three, as in the peer's script.
    func fill(clerks: Int, backlog: Int, others: Double) async throws -> [Member] {
        let scope = Self.organisation
        try await database.writeSystem { system in
            _ = try system.run(
                "INSERT INTO organisations (id, name, kind, created_at) VALUES (?1, 'Bench', 'client', 1)",
                [.text(scope.organisation)])
        }
        var members: [Member] = []
        for number in -1..<clerks {
            let id = "person-\(number)-0000000000000000".prefix(24)
            try await database.writeSystem { system in
                try system.run(
                    "INSERT INTO accounts (id, organisation, email, password, created_at) VALUES (?1, ?2, ?1, '', 1)",
                    [.text(String(id)), .text(scope.organisation)])
                try system.scoped(to: scope).run(
                    "INSERT INTO people (organisation, id, name, email, created_at) VALUES (?1, ?2, ?2, ?2, 1)",
                    [.text(String(id))])
            }
            members.append(
                Member(
                    person: String(id), name: "", email: "", organisation: scope.organisation, organisationName: "",
                    roles: number < 0 ? [.administrator] : [.clerk], scopes: nil, access: .session("")))
        }
        let admin = members.removeFirst()
        for (number, member) in members.enumerated() {
            try await operations.setOperator(
                as: admin,
                Operator(
                    person: member.person, employer: "Bench", country: "PH",
                    skills: Set([number % 8, (number + 3) % 8, (number + 5) % 8].map { "skill\($0)" }), languages: []))
        }
        for type in BenchTypes.keys {
            try await database.write(in: scope) { store in
                _ = try store.run(
                    """
                    INSERT INTO work_types (organisation, key, title, head, created_at, created_by, changed_at,
                        changed_by) VALUES (?1, ?2, ?2, 1, 1, '', 1, '')
                    """, [.text(type)])
            }
        }
        var generator = SystemRandomNumberGenerator()
        let now = Int64(Date().timeIntervalSince1970) * 1_000_000
        for part in 0..<9 {
            let count = part == 8 ? Int(Double(backlog) * others) : Int(Double(backlog) * (1 - others)) / 8
            var left = count
            while left > 0 {
                let many = min(left, 20_000)
                left -= many
                _ = try await operations.receive(
                    as: admin,
                    IncomingBatch(
                        key: "\(part)-\(left)", name: "", type: BenchTypes.keys[part],
                        items: (0..<many).map { row in
                            IncomingItem(
                                row: row + 1, clientKey: "\(part)-\(left)-\(row)",
                                priority: Int.random(in: 0..<4, using: &generator), source: "{\"n\":\(row)}",
                                receivedAt: now + Int64.random(in: 0..<(30 * 86_400), using: &generator) * 1_000_000)
                        }))
            }
        }
        return members
    }

    func run(_ clerks: [Member], seconds: Double, most: Int) async throws -> String {
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        let operations = operations
        let results = try await withThrowingTaskGroup(of: (claims: [Double], completions: [Double]).self) { group in
            for clerk in clerks {
                group.addTask {
                    var claims: [Double] = []
                    var completions: [Double] = []
                    while ContinuousClock.now < end, claims.count < most {
                        let a = ContinuousClock.now
                        guard case .work(let work) = try await operations.claim(as: clerk) else { break }
                        let b = ContinuousClock.now
                        let answer = try await operations.complete(
                            as: clerk, work.task, lease: work.lease, entry: "{\"ok\":true}")
                        guard case .kept = answer else { fatalError("\(answer)") }
                        let c = ContinuousClock.now
                        claims.append((b - a) / .milliseconds(1))
                        completions.append((c - b) / .milliseconds(1))
                    }
                    return (claims, completions)
                }
            }
            var all: [(claims: [Double], completions: [Double])] = []
            for try await one in group { all.append(one) }
            return all
        }
        let took = (ContinuousClock.now - start) / .seconds(1)
        let counts = results.map(\.claims.count).sorted()
        let done = counts.reduce(0, +)
        let kept = try await database.read(in: Self.organisation) { store in
            try store.first("SELECT COUNT(*) AS n FROM holdings WHERE organisation = ?1 AND done_at IS NOT NULL")?
                .integer("n") ?? 0
        }
        guard kept == Int64(done) else { fatalError("\(kept) entries are kept, \(done) were acknowledged") }
        func percentiles(_ values: [Double]) -> String {
            let ordered = values.sorted()
            func at(_ share: Double) -> Double {
                ordered.isEmpty ? 0 : ordered[min(ordered.count - 1, Int(share * Double(ordered.count)))]
            }
            return String(
                format: "{\"p50_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f}", at(0.5), at(0.99), ordered.last ?? 0)
        }
        return String(
            format: "{\"itemsPerSecond\": %.1f, \"items\": %d, \"clerks\": %d, ", Double(done) / took, done,
            clerks.count)
            + "\"claim\": \(percentiles(results.flatMap(\.claims))), "
            + "\"complete\": \(percentiles(results.flatMap(\.completions))), "
            + "\"itemsByClerk\": {\"least\": \(counts.first ?? 0), \"median\": \(counts[counts.count / 2]), \"most\": \(counts.last ?? 0)}}"
    }
}

/// One stage, keyed once, as in the peer's script.
struct BenchTypes: WorkPlans, DueTimes {
    static let keys = (0..<9).map { "type\($0)" }

    func plan(_ type: String, _ version: Int, _ store: ScopedStatements) throws -> WorkPlan {
        WorkPlan(
            type: type, version: version,
            stages: StagePlan([.init(.key, skill: type.replacing("type", with: "skill"))]),
            lease: 15 * 60 * 1_000_000, residency: [], faults: { _ in [] }, differences: { _, _ in [] },
            sampling: { _, _ in .passedOver })
    }

    func due(
        _ plan: WorkPlan, from received: Int64, pauses: [Range<Int64>], _ store: ScopedStatements
    ) throws -> Int64 { received }
}
