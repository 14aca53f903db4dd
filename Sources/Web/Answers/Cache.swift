import Synchronization

/// The last so many answers, each worked out once however many ask at a time.
final class Cache<Value: Sendable>: Sendable {
    private struct State {
        var entries: [String: (task: Task<Value, any Error>, used: Int)] = [:]
        var clock = 0
    }
    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// - Parameter work: runs unless the answer is there or on its way. What fails is not kept.
    func value(_ key: String, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = state.withLock { state in
            state.clock += 1
            if let known = state.entries[key] {
                state.entries[key]?.used = state.clock
                return known.task
            }
            let task = Task { try await work() }
            state.entries[key] = (task, state.clock)
            while state.entries.count > capacity,
                let oldest = state.entries.min(by: { $0.value.used < $1.value.used })?.key
            {
                state.entries[oldest] = nil
            }
            return task
        }
        do {
            return try await task.value
        } catch {
            state.withLock { state in
                if state.entries[key]?.task == task { state.entries[key] = nil }
            }
            throw error
        }
    }

    func holds(_ key: String) -> Bool { state.withLock { $0.entries[key] != nil } }
}
