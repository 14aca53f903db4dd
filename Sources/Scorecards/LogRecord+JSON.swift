import Notation

extension LogRecord {
    var tree: Tree {
        var entries: [(String, Tree)] = [
            ("number", .number(number)), ("time", .text(time)), ("kind", .text(kind.rawValue)), ("by", .text(by)),
        ]
        func add(_ key: String, _ value: String?) { if let value { entries.append((key, .text(value))) } }
        add("evaluator", evaluator)
        add("scale", scale)
        add("acceptedScale", acceptedScale)
        add("file", file)
        add("digest", digest)
        add("reason", reason)
        if kind == .sheet { entries.append(("scores", Self.list(self.entries))) }
        if kind == .opening {
            entries.append(
                ("inCaseFile", .map(locked.sorted { $0.key < $1.key }.map { ($0.key, Self.list($0.value)) })))
        }
        if kind == .opening, let rules {
            entries.append(
                ("rules", .map(rules.digests.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })))
        }
        if kind == .change {
            let list = changes.map { change in
                Tree.map([
                    ("partner", .text(change.cell.partner)), ("criterion", .text(change.cell.criterion)),
                    ("old", .map(Self.fields(change.old))), ("new", .map(Self.fields(change.new))),
                ])
            }
            entries.append(("changes", .list(list)))
        }
        entries.append(("previous", .text(previous)))
        return .map(entries)
    }

    private static func list(_ entries: [ScoreCell: ScoreEntry]) -> Tree {
        .list(
            entries.sorted { $0.key < $1.key }.map { cell, entry in
                .map([("partner", .text(cell.partner)), ("criterion", .text(cell.criterion))] + fields(entry))
            })
    }

    private static func fields(_ entry: ScoreEntry) -> [(String, Tree)] {
        var fields: [(String, Tree)] = [("low", .number(entry.low)), ("high", .number(entry.high))]
        if let note = entry.note { fields.append(("note", .text(note))) }
        return fields
    }

    /// - Returns: nil where the tree is not what this program writes.
    init?(_ tree: Tree) {
        guard let number = tree["number"]?.double, let time = tree["time"]?.string,
            let kind = tree["kind"]?.string.flatMap(Kind.init), let by = tree["by"]?.string,
            let scale = tree["scale"]?.string, let previous = tree["previous"]?.string,
            let count = Int(exactly: number)
        else { return nil }
        self.init(time: time, kind: kind, by: by, evaluator: tree["evaluator"]?.string, scale: scale)
        self.number = count
        self.previous = previous
        acceptedScale = tree["acceptedScale"]?.string
        file = tree["file"]?.string
        digest = tree["digest"]?.string
        reason = tree["reason"]?.string
        switch kind {
        case .sheet:
            guard evaluator != nil, let scores = tree["scores"].flatMap(Self.entries) else { return nil }
            entries = scores
        case .opening:
            guard let held = tree["inCaseFile"]?.entries else { return nil }
            for one in held {
                guard let scores = Self.entries(one.value) else { return nil }
                locked[one.key] = scores
            }
            if let kept = tree["rules"] {
                guard let parts = kept.entries else { return nil }
                var digests: [String: String] = [:]
                for part in parts {
                    guard let digest = part.value.string else { return nil }
                    digests[part.key] = digest
                }
                rules = RuleVersions(digests: digests)
            }
        case .change:
            guard evaluator != nil, let list = tree["changes"]?.list else { return nil }
            for one in list {
                guard let cell = Self.cell(one), let old = one["old"].flatMap(Self.entry),
                    let new = one["new"].flatMap(Self.entry)
                else { return nil }
                changes.append(Change(cell: cell, old: old, new: new))
            }
        }
    }

    private static func entries(_ tree: Tree) -> [ScoreCell: ScoreEntry]? {
        guard let list = tree.list else { return nil }
        var entries: [ScoreCell: ScoreEntry] = [:]
        for one in list {
            guard let cell = cell(one), let entry = entry(one), entries.updateValue(entry, forKey: cell) == nil else {
                return nil
            }
        }
        return entries
    }

    private static func cell(_ tree: Tree) -> ScoreCell? {
        guard let partner = tree["partner"]?.string, let criterion = tree["criterion"]?.string else { return nil }
        return ScoreCell(partner: partner, criterion: criterion)
    }

    private static func entry(_ tree: Tree) -> ScoreEntry? {
        let low = tree["low"]?.double
        let high = tree["high"]?.double
        guard (low == nil) == (high == nil), low ?? 1 >= 1, low ?? 1 <= high ?? 1 else { return nil }
        return ScoreEntry(low: low, high: high, note: tree["note"]?.string)
    }
}
