/// One line of the record of an evaluation: who handed in what, when the bids were opened, and what changed after.
/// Text only, ready to be shown; names and dates as their source writes them.
public enum EvidenceLine: Hashable, Sendable {
    public struct Sheet: Hashable, Sendable {
        public var evaluator: String
        /// Nil while it is open.
        public var handedIn: String?
        public var scored: Int
        public var asked: Int
        /// What a reader must know of it, e.g. "replaced by a later sheet"; a warning each.
        public var remarks: [String]
        /// The first digits of the digest of its file.
        public var digest: String?
        public init(
            evaluator: String, handedIn: String?, scored: Int, asked: Int, remarks: [String] = [], digest: String? = nil
        ) {
            self.evaluator = evaluator
            self.handedIn = handedIn
            self.scored = scored
            self.asked = asked
            self.remarks = remarks
            self.digest = digest
        }
    }

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

    case sheet(Sheet)
    case opening(when: String, by: String)
    case change(Change)
    /// Something else that a reader must know, a sentence: scores without a record, or such as came late.
    case remark(String)
    /// Digest of the last entry of the chain, and how many entries it covers.
    case digest(String, entries: Int)
}
