import Foundation

/// A few threads that do the same work at once.
///
/// Threads of their own and not Dispatch's: those are as many as there are processors and Swift's tasks need them too, so
/// a long simulation there would leave a server no thread to answer on. Starting one costs some 20 µs.
public enum Crew {
    /// Takes the work to its thread.
    private final class Package {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }

    /// Runs `work` on `count` threads, of which the caller's is one, and returns when it has ended on all. On fewer where
    /// the system has no more: work that is to be shared is taken piece by piece.
    public static func run(_ count: Int, _ work: @Sendable () -> Void) {
        guard count > 1 else { return work() }
        withoutActuallyEscaping(work) { work in
            let others = (1..<count).compactMap { _ in start(work) }
            work()
            // Joined, not told: a thread that has told still holds the work for a moment.
            for thread in others { pthread_join(thread, nil) }
        }
    }

    private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
        var thread = pthread_t()
        let package = Unmanaged.passRetained(Package(work))
        let code = pthread_create(
            &thread, nil,
            { package in
                if let package { Unmanaged<Package>.fromOpaque(package).takeRetainedValue().work() }
                return nil
            }, package.toOpaque())
        guard code == 0 else {
            package.release()
            return nil
        }
        return thread
    }
}
