import Foundation
import Notation
import Testing

@testable import Sourcing

/// What comes out of an edited text is the edited tree, for random cases, layouts and edits.
struct CaseTextPropertyTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        mutating func roll(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
        mutating func pick<T>(_ values: [T]) -> T { values[roll(0..<values.count)] }
    }

    private static let words = [
        "Invoice entry", "it's", "a: b", "x # y", "# no", "{ }", "- dash", "true", "12", "", "Tapatío Servicios",
        "Mon-Fri 08:00-18:00",
        "\"quoted\"", "back\\slash", "two\nlines", "*star", "&and", "%", "100%", "a, b", " spaces ", "null", "~",
        "é: ü, [x]", "9%", "no",
    ]

    private func scalar(_ dice: inout Dice) -> Tree {
        switch dice.roll(0..<6) {
        case 0: .number(Double(dice.roll(-50..<5000)) / 8)
        case 1: .bool(dice.roll(0..<2) == 0)
        case 2: .null
        default: .text(dice.pick(Self.words))
        }
    }

    private func map(_ dice: inout Dice, depth: Int) -> Tree {
        let count = dice.roll(depth == 0 ? 1..<6 : 0..<5)
        var entries: [(String, Tree)] = []
        for index in 0..<count {
            let key = dice.pick(["alpha", "beta-2", "gamma_x", "with space", "p10"]) + String(index)
            let value: Tree
            switch dice.roll(0..<5) {
            case 0, 1: value = depth < 3 ? map(&dice, depth: depth + 1) : scalar(&dice)
            case 2:
                value = .list(
                    (0..<dice.roll(0..<4)).map { _ in dice.roll(0..<4) == 0 ? map(&dice, depth: 3) : scalar(&dice) })
            default: value = scalar(&dice)
            }
            entries.append((key, value))
        }
        return .map(entries)
    }

    /// Writes a tree with a random layout, with comments between and behind its lines.
    private func block(_ tree: Tree, indent: Int, newline: String, _ dice: inout Dice) -> String {
        let writer = ValueWriter(isJSON: false, newline: newline)
        let pad = String(repeating: " ", count: indent)
        var out = ""
        for entry in tree.entries ?? [] {
            if dice.roll(0..<5) == 0 { out += newline }
            if dice.roll(0..<4) == 0 { out += pad + "# about, the next: one" + newline }
            let head = pad + writer.key(entry.key, inFlow: false) + ":"
            let comment = dice.roll(0..<4) == 0 ? "   # behind it" : ""
            if let inner = entry.value.entries, !inner.isEmpty, dice.roll(0..<3) > 0 {
                out +=
                    head + comment + newline
                    + block(entry.value, indent: indent + dice.roll(1..<5), newline: newline, &dice)
            } else if let values = entry.value.list, !values.isEmpty, dice.roll(0..<2) == 0 {
                out += head + comment + newline
                for value in values { out += pad + "  - " + writer.flow(value, inFlow: false) + newline }
            } else if let text = entry.value.string, text == "it's", dice.roll(0..<2) == 0 {
                out += "\(head) 'it''s'\(comment)\(newline)"
            } else if entry.value.isNull, dice.roll(0..<2) == 0 {
                out += head + comment + newline
            } else {
                out += head + " " + writer.flow(entry.value, inFlow: false) + comment + newline
            }
        }
        return out
    }

    private func paths(_ tree: Tree, _ path: [String] = []) -> [[String]] {
        var out: [[String]] = []
        for entry in tree.entries ?? [] {
            out.append(path + [entry.key])
            out += paths(entry.value, path + [entry.key])
        }
        for (index, value) in (tree.list ?? []).enumerated() {
            out.append(path + [String(index)])
            out += paths(value, path + [String(index)])
        }
        return out
    }

    private func text(_ tree: Tree, _ dice: inout Dice) -> String {
        switch dice.roll(0..<5) {
        case 0: return JSONWriter.text(tree)
        case 1: return JSONWriter.text(tree).replacing(",\"", with: ",\n  \"").replacing("{\"", with: "{\n  \"")
        case 2: return block(tree, indent: 0, newline: "\r\n", &dice)
        default: return block(tree, indent: 0, newline: "\n", &dice)
        }
    }

    private enum Change {
        case remove
        case rename
        case set([String], Tree)
    }

    private func change(_ path: [String], _ dice: inout Dice) -> Change {
        switch dice.roll(0..<5) {
        case 0: .remove
        case 1: .rename
        case 2: .set(path + ["new"], dice.roll(0..<2) == 0 ? scalar(&dice) : map(&dice, depth: 2))
        default: .set(path, scalar(&dice))
        }
    }

    private func expected(_ change: Change, _ path: [String], _ tree: Tree) -> Tree? {
        switch change {
        case .remove: TreeEdit.removing(path, in: tree)
        case .rename: TreeEdit.renaming(path, to: "renamed", in: tree)
        case .set(let path, let value): TreeEdit.setting(value, at: path[...], in: tree)
        }
    }

    private func edited(_ change: Change, _ path: [String], _ text: CaseText) throws(Faults) -> CaseText {
        switch change {
        case .remove: try text.removing(path)
        case .rename: try text.renaming(path, to: "renamed")
        case .set(let path, let value): try text.setting(path, to: value)
        }
    }

    @Test func editedTextMeansTheEditedTree() {
        var (made, refused) = (0, 0)
        for seed in UInt64(0)..<4_000 {
            var dice = Dice(state: seed)
            let source = text(map(&dice, depth: 0), &dice)
            guard let before = try? CaseText(source) else {
                Issue.record("seed \(seed) wrote no YAML")
                continue
            }
            let path = dice.pick(paths(before.tree))
            let change = change(path, &dice)
            let expected = expected(change, path, before.tree)
            do {
                let after = try edited(change, path, before)
                let read = try CaseReader.tree(text: after.text)
                let isSame = expected.map { TreeEdit.isSame(read, $0) } ?? false
                #expect(isSame, "seed \(seed)")
                if case .remove = change {} else { #expect(after.commentLines == before.commentLines, "seed \(seed)") }
                made += 1
            } catch {
                #expect(error.faults.count == 1, "seed \(seed)")
                // Nothing would be left of the file.
                if expected?.entries?.isEmpty ?? true { continue }
                refused += 1
                if ProcessInfo.processInfo.environment["SHOW_REFUSED"] != nil {
                    print("REFUSED \(seed) \(path) \(change)\n\(before.text)\nEND")
                }
            }
        }
        // What remains are comments that would be lost with the group they stand in.
        #expect(refused * 20 < made, "\(made) made, \(refused) refused")
    }

    /// Every value and every key of the example file can be edited by the form.
    @Test func everyValueOfTheStarterCaseCanBeSet() throws {
        let before = try CaseText(StarterCase.text)
        for path in paths(before.tree) where path.last.map({ Int($0) == nil }) == true {
            guard let value = TreeEdit.value(at: path, in: before.tree), value.entries == nil, value.list == nil else {
                continue
            }
            let after = try before.setting(path, to: .text("other"))
            #expect(after.commentLines == before.commentLines, "\(path)")
            let lines = zip(before.text.split(separator: "\n"), after.text.split(separator: "\n"))
            #expect(lines.filter { $0 != $1 }.count == 1, "\(path)")
        }
    }
}
