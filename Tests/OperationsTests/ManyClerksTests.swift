import Foundation
import Storage
import Testing

@testable import Operations
@testable import Workspace

@Suite struct ManyClerksTests {
    /// Promise 3: no item to two of them, no eligible item left waiting while an eligible clerk idles.
    @Test(.timeLimit(.minutes(5)), arguments: Engine.all)
    func sixtyFourAtOnce(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("one", [.of(.key)], by: admin)
            try await floor.define("two", [.of(.key, seats: 2), .of(.adjudicate)], by: admin)
            var clerks: [Member] = []
            for number in 0..<64 { clerks.append(try await floor.clerk("c\(number)", of: admin)) }
            let receipts = try await [
                floor.send(300, of: "one", by: admin), floor.send(150, of: "two", by: admin),
            ]
            let operations = floor.operations
            let done = try await withThrowingTaskGroup(of: [TaskID].self) { group in
                for clerk in clerks {
                    group.addTask {
                        var mine: [TaskID] = []
                        var generator = TestRandom(seed: UInt64(mine.count) &+ UInt64(clerk.person.count))
                        while true {
                            switch try await operations.claim(as: clerk) {
                            case .work(let work):
                                let entry = work.type == "two" && generator.chance(0.3) ? clerk.person : "1"
                                let answer = try await operations.complete(
                                    as: clerk, work.task, lease: work.lease, entry: entry)
                                #expect(answer == .kept(until: nil))
                                mine.append(work.task)
                            case .nothing(let reasons):
                                // Idle only while others are at it, or while what waits is barred for this one.
                                let isEmpty = try await floor.openCount(admin) == 0
                                if isEmpty && !reasons.contains(where: { if case .inHand = $0 { true } else { false } })
                                {
                                    return mine
                                }
                                try await Task.sleep(for: .milliseconds(2))
                            }
                        }
                    }
                }
                return try await group.reduce(into: [TaskID]()) { $0 += $1 }
            }
            #expect(Set(done).count == done.count)
            #expect(done.count >= 300 + 2 * 150)
            let status = try await floor.rows(
                "SELECT status, COUNT(*) AS n FROM items WHERE organisation = ?1 GROUP BY status", in: admin)
            #expect(try status.map { try $0.text("status") } == ["done"])
            #expect(try status.map { try $0.integer("n") } == [Int64(receipts[0].accepted + receipts[1].accepted)])
            // Two entries of an item, and who settled it, are different people.
            let pairs = try await floor.rows(
                """
                SELECT item, COUNT(*) AS tasks, COUNT(DISTINCT person) AS people FROM holdings
                WHERE organisation = ?1 AND done_at IS NOT NULL GROUP BY item
                """, in: admin)
            for row in pairs { #expect(try row.integer("tasks") == row.integer("people")) }
            let lanes = try await floor.rows(
                "SELECT SUM(waiting) AS waiting FROM lanes WHERE organisation = ?1", in: admin)
            #expect(try lanes.first?.value("waiting") == .integer(0))
        }
    }
}

extension Floor {
    func openCount(_ admin: Member) async throws -> Int64 {
        try await rows("SELECT COUNT(*) AS n FROM open_tasks WHERE organisation = ?1", in: admin).first?.integer("n")
            ?? 0
    }
}
