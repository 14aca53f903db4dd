/// One line of the record of an evaluation: who handed in what, when the bids were opened, and what changed after.
/// Text only, ready to be shown; names and dates as their source writes them.
public enum EvidenceLine: Hashable, Sendable {
    public struct Change: Hashable, Sendable {
        public var who: String
        public var when: String
        /// What was changed, e.g. "Deccan Services, people".
        public var what: String
        public var old: String
        public var new: String
        /// Nil where no reason was given.
        public var why: String?
        public var isAfterOpening: Bool
        public init(
            who: String, when: String, what: String, old: String, new: String, why: String?, isAfterOpening: Bool
        ) {
            self.who = who
            self.when = when
            self.what = what
            self.old = old
            self.new = new
            self.why = why
            self.isAfterOpening = isAfterOpening
        }
    }

    /// An evaluator's sheet; `handedIn` is nil while it is open.
    case sheet(evaluator: String, handedIn: String?, scored: Int, asked: Int)
    case opening(when: String, by: String)
    case change(Change)
    /// Digest of the last entry of the chain, and how many entries it covers.
    case digest(String, entries: Int)
}
