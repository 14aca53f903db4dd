import Synchronization

/// Independent pieces of work on a few threads, results in the order of their numbers.
public enum Parallel {
    /// `@unchecked Sendable`: every slot is written by one iteration and read after all have ended.
    private final class Slots<Value>: @unchecked Sendable {
        private let base: UnsafeMutablePointer<Value?>
        init(_ count: Int) {
            base = .allocate(capacity: max(1, count))
            base.initialize(repeating: nil, count: max(1, count))
        }
        func set(_ index: Int, _ value: Value) { base[index] = value }
        func take(_ count: Int) -> [Value] {
            let all = (0..<count).compactMap { base[$0] }
            base.deinitialize(count: max(1, count))
            base.deallocate()
            return all
        }
    }

    public static func map<Value: Sendable>(count: Int, threads: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        guard threads > 1, count > 1 else { return (0..<count).map(body) }
        let slots = Slots<Value>(count)
        let next = Atomic<Int>(0)
        Crew.run(min(threads, count)) {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= count { return }
                slots.set(index, body(index))
            }
        }
        return slots.take(count)
    }
}
