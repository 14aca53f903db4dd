import Dispatch

/// Work that waits for a disk or a lock, off the threads of Swift's concurrency, of which there is one a processor.
enum Blocking {
    private static let queue = DispatchQueue(label: "shoreline.storage", attributes: .concurrent)

    static func run<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
