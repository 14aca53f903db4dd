import Foundation
import Testing

@testable import Storage

extension Conformance {
    /// Writes that come at once may share a commit; nobody may notice but by the speed.
    static let together: [Conformance] = [
        Conformance("of many writes at once each is kept whole or not at all") { database in
            struct Refusal: Error {}
            let numbers = Array(0..<300)
            let kept = await withTaskGroup(of: Int?.self) { group in
                for number in numbers {
                    group.addTask {
                        do {
                            try await database.write { statements in
                                try statements.run(
                                    "INSERT INTO counters (id, number) VALUES (?1, 1)", [.text("a\(number)")])
                                if number.isMultiple(of: 3) { throw Refusal() }
                                // A broken rule takes back its own write only.
                                let id = number.isMultiple(of: 7) ? "a\(number)" : "b\(number)"
                                try statements.run("INSERT INTO counters (id, number) VALUES (?1, 1)", [.text(id)])
                            }
                            return number
                        } catch { return nil }
                    }
                }
                return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
            }
            #expect(kept == Set(numbers.filter { !$0.isMultiple(of: 3) && !$0.isMultiple(of: 7) }))
            let found = try await database.read { try $0.rows("SELECT id FROM counters").map { try $0.text("id") } }
            #expect(Set(found) == Set(kept.flatMap { ["a\($0)", "b\($0)"] }))
        },
        Conformance("a write that is cancelled while it runs takes nothing of the others with it") { database in
            let started = Signal()
            let slow = Task {
                try await database.write { statements in
                    try statements.run("INSERT INTO counters (id, number) VALUES ('slow', 0)")
                    started.give()
                    _ = try statements.rows(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
                        SELECT COUNT(*) AS n FROM n
                        """)
                }
            }
            try await Blocking.run { started.wait() }
            let others = (0..<20).map { number in
                Task {
                    try await database.write {
                        _ = try $0.run("INSERT INTO counters (id, number) VALUES (?1, 0)", [.text("c\(number)")])
                    }
                }
            }
            // So that they wait when the slow one ends.
            try await Task.sleep(for: .milliseconds(50))
            slow.cancel()
            await #expect(throws: CancellationError.self) { try await slow.value }
            for task in others { try await task.value }
            let count = try await database.read { try $0.first("SELECT COUNT(*) AS n FROM counters")?.integer("n") }
            #expect(count == 20)
        },
        Conformance("what a failed write told is not heard, and the rest in order") { database in
            struct Refusal: Error {}
            let heard = database.listen(to: "together")
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        try? await database.write { statements in
                            try statements.notify("together", "\(number)")
                            if !number.isMultiple(of: 5) { throw Refusal() }
                        }
                    }
                }
            }
            try await database.write { try $0.notify("together", "last") }
            var payloads: [String] = []
            for await payload in heard {
                payloads.append(payload)
                if payload == "last" { break }
            }
            #expect(payloads.count == 11 && payloads.last == "last")
            #expect(Set(payloads.dropLast()) == Set(stride(from: 0, to: 50, by: 5).map(String.init)))
        },
    ]
}
