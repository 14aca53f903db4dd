import Dispatch

/// Lets a body, which cannot await, wait for a test. A wait of half a minute is a failure.
struct Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func give() { semaphore.signal() }
    func wait() { _ = semaphore.wait(timeout: .now() + 30) }
}
