public import Notation

/// What else stands from the opening of the bids: everything of a selection but the scores, part by part, as digests.
///
/// The log keeps them with the opening, so that a weight, a limit or a must-have that is changed later is found, though
/// nobody recorded it.
public struct RuleVersions: Hashable, Sendable {
    /// Digest by part, in the order of ``parts``; a part that the case does not have has one too.
    public var digests: [String: String]

    /// In the order in which they are told.
    public static let parts = [
        "scales", "weights", "vetoes", "must-haves", "evaluators", "answers and offers of the partners",
    ]

    /// - Parameter document: the case as it was written.
    public init(_ document: Tree) {
        let selection = document["selection"] ?? .null
        let criteria = selection["criteria"] ?? .null
        let named: [String: Tree] = [
            "scales": Self.without(["weight", "veto"], criteria),
            "weights": .list([selection["weights"] ?? .null, Self.only("weight", criteria)]),
            "vetoes": Self.only("veto", criteria), "must-haves": selection["gates"] ?? .null,
            "evaluators": .list([selection["evaluators"] ?? .null, selection["mixing"] ?? .null]),
            "answers and offers of the partners": .list([
                Self.without(["scores"], selection["partners"] ?? .null), Self.offers(document, selection),
            ]),
        ]
        digests = named.mapValues { String(Digest.of(JSONWriter.text(Self.sorted($0))).prefix(12)) }
    }

    init(digests: [String: String]) { self.digests = digests }

    /// Parts that are not as they were; none where the other kept no digests.
    public func changed(since other: RuleVersions) -> [String] {
        Self.parts.filter { part in other.digests[part].map { $0 != digests[part] } ?? false }
    }

    /// The options whose costs are prices here, or which a bid is like.
    private static func offers(_ document: Tree, _ selection: Tree) -> Tree {
        let names = Set(
            (selection["partners"]?.entries ?? []).flatMap {
                [$0.value["option"]?.string, $0.value["bid"]?["like"]?.string].compactMap(\.self)
            })
        return .map((document["options"]?.entries ?? []).filter { names.contains($0.key) }.map { ($0.key, $0.value) })
    }

    /// The order of keys means nothing.
    private static func sorted(_ tree: Tree) -> Tree {
        switch tree.content {
        case .map(let entries):
            return .map(entries.sorted { $0.key < $1.key }.map { ($0.key, sorted($0.value)) })
        case .list(let values): return .list(values.map(sorted))
        default: return Tree(tree.content)
        }
    }

    private static func without(_ keys: Set<String>, _ tree: Tree) -> Tree {
        guard let entries = tree.entries else { return tree }
        return .map(entries.filter { !keys.contains($0.key) }.map { ($0.key, without(keys, $0.value)) })
    }

    /// Each value of a key with the way to it.
    private static func only(_ key: String, _ tree: Tree, path: String = "") -> Tree {
        var found: [(String, Tree)] = []
        func walk(_ tree: Tree, _ path: String) {
            for entry in tree.entries ?? [] {
                if entry.key == key {
                    found.append((path, entry.value))
                } else {
                    walk(entry.value, "\(path).\(entry.key)")
                }
            }
        }
        walk(tree, path)
        return .map(found)
    }
}
