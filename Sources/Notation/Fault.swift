/// One thing that is wrong with an input: facts first, the sentence is made from them.
public struct Fault: Hashable, Sendable {
    /// Keys from the root to the place, e.g. `options.pune.price`. Empty for the whole document.
    public var path: String
    public var position: Position?
    /// What is wrong, a whole sentence that quotes what was found.
    public var problem: String
    /// How to mend it, a whole sentence.
    public var remedy: String?

    public init(path: String, at position: Position? = nil, _ problem: String, remedy: String? = nil) {
        self.path = path
        self.position = position
        self.problem = problem
        self.remedy = remedy
    }

    /// `case.yaml:12:9: options.pune.price: The price has no number. Write perTransaction, …`
    public func message(file: String?) -> String {
        var place = file ?? ""
        if let position {
            place +=
                place.isEmpty
                ? "line \(position.line), column \(position.column)" : ":\(position.line):\(position.column)"
        }
        let head = [place, path].filter { !$0.isEmpty }.joined(separator: ": ")
        let body = remedy.map { "\(problem) \($0)" } ?? problem
        return head.isEmpty ? body : "\(head): \(body)"
    }
}

/// Everything that is wrong with an input, in the order of its lines. Never empty. Exit code 2.
public struct Faults: Error, Sendable, CustomStringConvertible {
    public var faults: [Fault]
    public var file: String?

    public init(_ faults: [Fault], file: String? = nil) {
        self.faults = faults
        self.file = file
    }

    public init(_ fault: Fault) { self.init([fault]) }

    public var description: String {
        faults.map { $0.message(file: file) }.joined(separator: "\n")
    }
}
