/// Waits that double, up to a limit, each drawn between half and all of it so that those who failed together do not
/// come back together.
struct Backoff {
    private var next: Duration
    private let first: Duration
    private let most: Duration

    init(first: Duration, most: Duration) {
        next = first
        self.first = first
        self.most = most
    }

    mutating func wait() -> Duration {
        let wait = next
        next = min(next * 2, most)
        return wait * Double.random(in: 0.5...1)
    }

    mutating func reset() { next = first }
}
