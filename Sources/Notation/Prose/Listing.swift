extension Sequence<String> {
    /// `a, b or c`.
    package func listed(_ conjunction: String = "or") -> String {
        let all = Array(self)
        guard all.count > 1, let last = all.last else { return all.first ?? "" }
        return all.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }
}
