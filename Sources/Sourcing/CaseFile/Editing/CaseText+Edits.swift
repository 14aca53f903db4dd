import Notation

/// How an edit is made in the text.
extension CaseText {
    /// Bytes that are replaced.
    struct Edit {
        var range: Range<Int>
        var text: String
    }

    /// A key in its group.
    struct Place {
        var entry: Tree.Entry
        var index: Int
        var group: Tree
        var inFlow: Bool
    }

    func place(_ path: [String]) -> Place? {
        guard let key = path.last, let group = TreeEdit.value(at: path.dropLast(), in: tree),
            let entries = group.entries, let index = entries.firstIndex(where: { $0.key == key })
        else { return nil }
        return Place(entry: entries[index], index: index, group: group, inFlow: places.isFlow(group))
    }

    /// Where the value at a path stands.
    func range(_ path: [String]) -> Range<Int>? {
        if let place = place(path) { return places.valueRange(place.entry, inFlow: place.inFlow) }
        guard let value = TreeEdit.value(at: path, in: tree), let start = places.offset(value.position),
            let outer = TreeEdit.value(at: path.dropLast(), in: tree), outer.list != nil
        else { return nil }
        let isFlow = places.isFlow(outer)
        let dash = places.offset(outer.position).map { $0 - places.startOfLine($0) } ?? 0
        return places.end(of: value, at: start, inFlow: isFlow, column: dash).map { start..<$0 }
    }

    /// Ways to write the change, the nicest first.
    func candidates(_ path: [String], _ value: Tree, _ written: String?) -> [Edit] {
        var (depth, here) = (0, tree)
        while depth < path.count, let next = TreeEdit.value(at: [path[depth]], in: here) {
            here = next
            depth += 1
        }
        if depth == path.count { return replacements(path, value, written) }
        // The missing groups become part of what is added.
        let nested = path[(depth + 1)...].reversed().reduce(value) { Tree.map([($1, $0)]) }
        let existing = Array(path[..<depth])
        let isWhole = depth == path.count - 1
        if here.isNull { return replacements(existing, .map([(path[depth], nested)]), nil) }
        guard here.entries != nil else { return [] }
        return additions(path[depth], nested, isWhole ? written : nil, to: here)
    }

    private func texts(_ value: Tree, _ written: String?, inFlow: Bool) -> [String] {
        let own = writer.flow(value, inFlow: inFlow)
        guard let written, !writer.isJSON else { return [own] }
        return [written.filter { !$0.isNewline }, own]
    }

    private func replacements(_ path: [String], _ value: Tree, _ written: String?) -> [Edit] {
        guard let range = range(path) else { return [] }
        let isInFlow = place(path)?.inFlow ?? TreeEdit.value(at: path.dropLast(), in: tree).map(places.isFlow) ?? false
        guard let place = place(path), let colon = places.afterColon(place.entry) else {
            return texts(value, written, inFlow: isInFlow).map { Edit(range: range, text: $0) }
        }
        // Nothing stands there yet, or what stands there fills lines of its own.
        let isApart = range.isEmpty || (!places.isFlow(place.entry.value) && isCollection(place.entry.value))
        guard isApart else { return texts(value, written, inFlow: isInFlow).map { Edit(range: range, text: $0) } }
        let whole = colon..<range.upperBound
        var edits: [Edit] = []
        if !isInFlow, writer.isLarge(value), let entries = value.entries, let key = places.keyRange(place.entry) {
            let indent = key.lowerBound - places.startOfLine(key.lowerBound) + 2
            let lines = entries.map { writer.newline + writer.entry($0.key, $0.value, indent: indent) }
            // A comment behind the key stays on its line.
            let start = range.isEmpty ? places.endOfLine(colon) : colon
            edits.append(Edit(range: start..<max(start, range.upperBound), text: lines.joined()))
        }
        return edits + texts(value, written, inFlow: isInFlow).map { Edit(range: whole, text: " " + $0) }
    }

    private func isCollection(_ tree: Tree) -> Bool { tree.entries != nil || tree.list != nil }

    private func additions(_ key: String, _ value: Tree, _ written: String?, to group: Tree) -> [Edit] {
        guard let entries = group.entries else { return [] }
        if places.isFlow(group) { return flowAdditions(key, value, written, to: group, entries) }
        guard let first = entries.first, let last = entries.last, let start = places.offset(first.keyPosition),
            let end = places.valueRange(last, inFlow: false)?.upperBound
        else { return [] }
        let indent = start - places.startOfLine(start)
        let place = places.endOfLine(end)
        let gap = isSpaced(entries) ? writer.newline : ""
        let pad = writer.newline + gap
        let large = writer.entry(key, value, indent: indent)
        let head = String(repeating: " ", count: indent) + writer.key(key, inFlow: false) + ": "
        let small = texts(value, written, inFlow: false).map { head + $0 }
        let all = writer.isLarge(value) || value.isNull ? [large] + small : small
        return all.map { Edit(range: place..<place, text: pad + $0) }
    }

    /// Whether an empty line stands before the last of several entries.
    private func isSpaced(_ entries: [Tree.Entry]) -> Bool {
        guard entries.count > 1, entries.last?.value.entries != nil,
            let start = places.offset(entries.last?.keyPosition)
        else { return false }
        let line = places.startOfLine(start)
        return line > 1 && places.isBlank(places.startOfLine(line - 1)..<line)
    }

    private func flowAdditions(
        _ key: String, _ value: Tree, _ written: String?, to group: Tree, _ entries: [Tree.Entry]
    ) -> [Edit] {
        let colon = writer.key(key, inFlow: true) + ": "
        guard let last = entries.last else {
            guard let start = places.offset(group.position), let end = places.bracketEnd(start) else { return [] }
            return texts(value, written, inFlow: true).map { Edit(range: start..<end, text: "{ \(colon)\($0) }") }
        }
        guard let end = places.valueRange(last, inFlow: true)?.upperBound, let begin = places.offset(last.keyPosition)
        else {
            return []
        }
        let line = places.startOfLine(begin)
        let isOnOwnLine = places.isBlank(line..<begin)
        let gap = isOnOwnLine ? writer.newline + String(repeating: " ", count: begin - line) : " "
        return texts(value, written, inFlow: true).map { Edit(range: end..<end, text: "," + gap + colon + $0) }
    }

    func removal(_ path: [String]) -> Edit? {
        guard let place = place(path), let entries = place.group.entries,
            let key = places.keyRange(place.entry),
            let value = places.valueRange(place.entry, inFlow: place.inFlow)
        else { return nil }
        if entries.count == 1 { return emptied(Array(path.dropLast()), place) }
        if place.inFlow {
            if place.index + 1 < entries.count {
                return places.keyRange(entries[place.index + 1]).map {
                    Edit(range: key.lowerBound..<$0.lowerBound, text: "")
                }
            }
            let before = places.valueRange(entries[place.index - 1], inFlow: true)
            return before.map { Edit(range: $0.upperBound..<value.upperBound, text: "") }
        }
        let line = places.startOfLine(key.lowerBound)
        guard places.isBlank(line..<key.lowerBound) else {
            guard place.index + 1 < entries.count, let next = places.keyRange(entries[place.index + 1]) else {
                return nil
            }
            return Edit(range: key.lowerBound..<next.lowerBound, text: "")
        }
        let end = places.nextLine(value.upperBound)
        var start = line
        let followsBlank = end >= places.bytes.count || places.isBlank(end..<places.endOfLine(end))
        if followsBlank, line > 0 {
            let before = places.startOfLine(line - 1)
            if places.isBlank(before..<line) { start = before }
        }
        return Edit(range: start..<end, text: "")
    }

    private func emptied(_ path: [String], _ place: Place) -> Edit? {
        if place.inFlow {
            guard let start = places.offset(place.group.position), let end = places.bracketEnd(start) else {
                return nil
            }
            return Edit(range: start..<end, text: "{}")
        }
        guard let outer = self.place(path), let colon = places.afterColon(outer.entry),
            let range = places.valueRange(outer.entry, inFlow: outer.inFlow)
        else { return nil }
        return Edit(range: colon..<range.upperBound, text: " {}")
    }
}
