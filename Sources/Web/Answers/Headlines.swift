import Economics
import Sourcing
import Synchronization

/// What decisions said in a sentence, by the digest of the case's text: for lists, which must not simulate.
///
/// Kept apart from the decisions themselves, of which only a few fit into memory. After a restart nothing is known until
/// somebody opens a decision.
final class Headlines: Sendable {
    private struct State {
        var sentences: [String: (text: String, trials: Int)] = [:]
        /// Oldest first.
        var order: [String] = []
    }
    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// The answer with the most futures stays: it is the surest.
    func note(_ decision: Decision, digest: String) {
        let text = Self.sentence(of: decision)
        state.withLock { state in
            if let known = state.sentences[digest] {
                if known.trials <= decision.trials { state.sentences[digest] = (text, decision.trials) }
                return
            }
            state.sentences[digest] = (text, decision.trials)
            state.order.append(digest)
            if state.order.count > capacity { state.sentences[state.order.removeFirst()] = nil }
        }
    }

    func sentence(digest: String) -> String? { state.withLock { $0.sentences[digest]?.text } }

    /// Of several functions each is named before its answer.
    static func sentence(of decision: Decision) -> String {
        let functions = decision.functions
        return functions.map { answer in
            let headline = answer.recommendation.headline
            guard functions.count > 1 else { return headline }
            let title = decision.theCase.functions.first { $0.name == answer.function }?.title ?? answer.function
            return "\(title): \(headline)"
        }.joined(separator: "; ")
    }
}
