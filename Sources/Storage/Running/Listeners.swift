import Synchronization

/// Who listens to which channel, within this process.
final class Listeners: Sendable {
    private struct State {
        var next = 0
        var streams: [String: [Int: AsyncStream<String>.Continuation]] = [:]
        var isClosed = false
    }

    /// What a slow listener may leave waiting. Beyond it the oldest are dropped, and an empty payload says so.
    static let waitingMost = 4096

    private let state = Mutex(State())

    func listen(to channel: String) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: String.self, bufferingPolicy: .bufferingNewest(Self.waitingMost))
        let number: Int? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.next += 1
            state.streams[channel, default: [:]][state.next] = continuation
            return state.next
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.remove(number, from: channel) }
        return stream
    }

    private func remove(_ number: Int, from channel: String) {
        state.withLock { state in
            state.streams[channel]?[number] = nil
            if state.streams[channel]?.isEmpty == true { state.streams[channel] = nil }
        }
    }

    func tell(_ channel: String, _ payload: String) {
        let streams = state.withLock { $0.streams[channel].map { Array($0.values) } ?? [] }
        for stream in streams { yield(payload, to: stream) }
    }

    /// Something may have been missed.
    func tellAllMissed() {
        let streams = state.withLock { state in state.streams.values.flatMap(\.values) }
        for stream in streams { yield("", to: stream) }
    }

    func close() {
        let streams = state.withLock { state in
            state.isClosed = true
            defer { state.streams = [:] }
            return state.streams.values.flatMap(\.values)
        }
        for stream in streams { stream.finish() }
    }

    var count: Int { state.withLock { state in state.streams.values.reduce(0) { $0 + $1.count } } }

    private func yield(_ payload: String, to stream: AsyncStream<String>.Continuation) {
        if case .dropped = stream.yield(payload) { stream.yield("") }
    }
}
