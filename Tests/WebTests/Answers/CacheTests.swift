import Synchronization
import Testing

@testable import Web

@Suite struct CacheTests {
    @Test func manyWhoAskAtOnceGetOneComputation() async throws {
        let cache = Cache<Int>(capacity: 4)
        let count = Counter()
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    try await cache.value("k") {
                        count.add()
                        try await Task.sleep(for: .milliseconds(20))
                        return 7
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == [Int](repeating: 7, count: 64))
        #expect(count.count == 1)
    }

    @Test func whatFailedIsNotKept() async throws {
        struct Failure: Error {}
        let cache = Cache<Int>(capacity: 4)
        await #expect(throws: Failure.self) { try await cache.value("k") { throw Failure() } }
        #expect(!cache.holds("k"))
        #expect(try await cache.value("k") { 1 } == 1)
        #expect(try await cache.value("k") { 2 } == 1)
    }

    @Test func theLeastUsedGoesFirst() async throws {
        let cache = Cache<String>(capacity: 3)
        for key in ["a", "b", "c"] { _ = try await cache.value(key) { key } }
        _ = try await cache.value("a") { "again" }
        _ = try await cache.value("d") { "d" }
        #expect(["a", "b", "c", "d"].map(cache.holds) == [true, false, true, true])
    }

    /// One who asked and left must not take the answer from the others.
    @Test func whoLeavesTakesNobodysAnswer() async throws {
        let cache = Cache<Int>(capacity: 4)
        let started = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await cache.value("k") {
                started.continuation.yield()
                try await Task.sleep(for: .milliseconds(50))
                return 7
            }
        }
        for await _ in started.stream { break }
        first.cancel()
        #expect(try await cache.value("k") { 8 } == 7)
    }
}
