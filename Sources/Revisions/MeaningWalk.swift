import Notation
import Sourcing

/// Walks through two trees side by side.
struct MeaningWalk {
    let old: Tree
    let new: Tree

    typealias Change = MeaningDifference.Change

    func changes() -> [Change] {
        var changes: [Change] = []
        compare(old, new, [], into: &changes)
        return changes
    }

    private func compare(_ a: Tree, _ b: Tree, _ path: [String], into changes: inout [Change]) {
        if ValueWords.isQuantity(a) || ValueWords.isQuantity(b) {
            compareQuantities(a, b, path, into: &changes)
        } else if let before = a.entries, let after = b.entries {
            compareEntries(before, after, path, into: &changes)
        } else if let before = a.list, let after = b.list {
            compareLists(before, after, path, into: &changes)
        } else if !ValueWords.isSame(a, b, isNumeric: isNumeric(path)) {
            changes.append(change(.changed, path, a, b))
        }
    }

    private func compareEntries(
        _ before: [Tree.Entry], _ after: [Tree.Entry], _ path: [String], into changes: inout [Change]
    ) {
        let olds = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
        let news = Set(after.map(\.key))
        for entry in after {
            let here = path + [entry.key]
            if let old = olds[entry.key] {
                compare(old, entry.value, here, into: &changes)
            } else {
                changes.append(change(.added, here, nil, entry.value))
            }
        }
        for entry in before where !news.contains(entry.key) {
            changes.append(change(.removed, path + [entry.key], entry.value, nil))
        }
    }

    /// A number and its range are one thing; its source and unit are others.
    private func compareQuantities(_ a: Tree, _ b: Tree, _ path: [String], into changes: inout [Change]) {
        let (before, after) = (ValueWords.number(of: a), ValueWords.number(of: b))
        if !ValueWords.isSame(before, after, isNumeric: true) { changes.append(change(.changed, path, before, after)) }
        for key in ["unit", "source"] {
            let (old, new) = (a[key], b[key])
            switch (old, new) {
            case (nil, nil): break
            case (nil, _): changes.append(change(.added, path + [key], nil, new))
            case (_, nil): changes.append(change(.removed, path + [key], old, nil))
            case (let old?, let new?): compare(old, new, path + [key], into: &changes)
            }
        }
    }

    private func compareLists(_ before: [Tree], _ after: [Tree], _ path: [String], into changes: inout [Change]) {
        let isPlain = (before + after).allSatisfy { $0.entries == nil && $0.list == nil }
        if isPlain {
            let isSame =
                before.count == after.count
                && zip(before, after).allSatisfy { ValueWords.isSame($0, $1, isNumeric: isNumeric(path)) }
            if !isSame { changes.append(change(.changed, path, .list(before), .list(after))) }
            return
        }
        if before.count == after.count, before.allSatisfy({ $0.entries != nil }) {
            for (index, pair) in zip(before, after).enumerated() {
                compare(pair.0, pair.1, path + [String(index)], into: &changes)
            }
            return
        }
        let (olds, news) = (before.map(ValueWords.canonical), after.map(ValueWords.canonical))
        for change in EditScript(from: olds, to: news, budget: 1_000_000).changes {
            for index in change.old { changes.append(self.change(.removed, path, before[index], nil)) }
            for index in change.new { changes.append(self.change(.added, path, nil, after[index])) }
        }
    }

    private func isNumeric(_ path: [String]) -> Bool {
        switch CaseFields.field(at: path)?.input {
        case .quantity, .number, .written: true
        default: path.last.map { ["low", "likely", "high", "value", "amount"].contains($0) } ?? false
        }
    }

    private func change(_ kind: Change.Kind, _ path: [String], _ before: Tree?, _ after: Tree?) -> Change {
        let trail = CaseFields.trail(to: path, in: kind == .removed ? [old] : [new, old])
        return Change(
            kind: kind, path: path, trail: trail, before: before.flatMap(ValueWords.text),
            after: after.flatMap(ValueWords.text))
    }
}
