import Notation
import Sourcing
import Testing

@testable import Revisions

struct ThreeWayMergeTests {
    private func merged(_ base: String, _ mine: String, _ theirs: String) -> String? {
        ThreeWayMerge(base: base, mine: mine, theirs: theirs).text(choosing: [:])
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    @Test func whatOneSideChangedIsTaken() {
        for seed in UInt64(0)..<400 {
            var dice = Dice(seed)
            let base = dice.lines(dice.roll(0..<30), kinds: 12)
            let new = dice.edited(base, edits: dice.roll(0..<8), kinds: 12)
            #expect(merged(text(base), text(base), text(new)) == text(new), "seed \(seed)")
            #expect(merged(text(base), text(new), text(base)) == text(new), "seed \(seed)")
            #expect(merged(text(base), text(new), text(new)) == text(new), "seed \(seed)")
        }
    }

    @Test func bothSidesMayChangePlaces() {
        for seed in UInt64(0)..<600 {
            var dice = Dice(seed)
            let base = dice.lines(dice.roll(0..<40), kinds: 30)
            let mine = dice.edited(base, edits: dice.roll(0..<5), kinds: 30)
            let theirs = dice.edited(base, edits: dice.roll(0..<5), kinds: 30)
            let one = ThreeWayMerge(base: text(base), mine: text(mine), theirs: text(theirs))
            let other = ThreeWayMerge(base: text(base), mine: text(theirs), theirs: text(mine))
            #expect(one.text(choosing: [:]) == other.text(choosing: [:]), "seed \(seed)")
            #expect(one.conflicts.map(\.mine) == other.conflicts.map(\.theirs), "seed \(seed)")
            #expect(one.conflicts.map(\.line) == other.conflicts.map(\.line), "seed \(seed)")
        }
    }

    /// Changes to lines of their own, with an untouched line between any two: the outcome is known beforehand.
    @Test func changesToDifferentLinesAreJoined() {
        for seed in UInt64(0)..<400 {
            var dice = Dice(seed)
            let base = (0..<40).map { "line \($0)" }
            var (mine, theirs, both) = (base, base, base)
            for index in stride(from: 0, to: 40, by: 2) {
                switch dice.roll(0..<4) {
                case 0:
                    mine[index] = "mine \(index)"
                    both[index] = mine[index]
                case 1:
                    theirs[index] = "theirs \(index)"
                    both[index] = theirs[index]
                default: break
                }
            }
            #expect(merged(text(base), text(mine), text(theirs)) == text(both), "seed \(seed)")
        }
    }

    @Test func choosingOneSideEverywhereKeepsItsLines() throws {
        for seed in UInt64(0)..<400 {
            var dice = Dice(seed)
            let base = dice.lines(dice.roll(1..<20), kinds: 6)
            let mine = dice.edited(base, edits: 6, kinds: 6)
            let theirs = dice.edited(base, edits: 6, kinds: 6)
            let merge = ThreeWayMerge(base: text(base), mine: text(mine), theirs: text(theirs))
            // With the base chosen in every conflict's place nothing may be lost: each side's pieces rebuild that side.
            let rebuilt = merge.pieces.map { piece -> String in
                switch piece {
                case .settled(let text, _): text
                case .conflict(let conflict): conflict.base
                }
            }
            if merge.pieces.allSatisfy({ piece in
                if case .settled(_, let origin) = piece { return origin == .base }
                return true
            }) {
                #expect(rebuilt.joined() == text(base), "seed \(seed)")
            }
            let choices = Dictionary(uniqueKeysWithValues: merge.conflicts.map { ($0.number, MergeChoice.mine) })
            #expect(merge.text(choosing: choices) != nil, "seed \(seed)")
            for conflict in merge.conflicts {
                #expect(conflict.mine != conflict.theirs && conflict.mine != conflict.base, "seed \(seed)")
                #expect(text(mine).contains(conflict.mine) && text(theirs).contains(conflict.theirs), "seed \(seed)")
                #expect(text(base).contains(conflict.base), "seed \(seed)")
            }
        }
    }

    @Test func theSameLineChangedInTwoWaysIsAConflictWithAllParts() {
        let merge = ThreeWayMerge(base: "a\nb\nc\n", mine: "a\nB\nc\n", theirs: "a\nbb\nc\n")
        let expected = MergeConflict(
            number: 1, line: 2, base: "b\n", mine: "B\n", theirs: "bb\n", reason: .bothChanged)
        #expect(merge.conflicts == [expected])
        #expect(merge.text(choosing: [:]) == nil)
        #expect(merge.text(choosing: [1: .mine]) == "a\nB\nc\n")
        #expect(merge.text(choosing: [1: .theirs]) == "a\nbb\nc\n")
        #expect(merge.text(choosing: [1: .both]) == "a\nB\nbb\nc\n")
        #expect(merge.text(choosing: [1: .own("x\r\ny")]) == "a\nx\ny\nc\n")
    }

    @Test func touchingChangesConflict() {
        #expect(ThreeWayMerge(base: "a\nb\n", mine: "A\nb\n", theirs: "a\nB\n").conflicts.count == 1)
    }

    @Test func theEndsOfLinesAreThoseOfTheBase() {
        #expect(merged("a\r\nb\r\nc\r\n", "a\nb\nC\n", "A\r\nb\r\nc\r\n") == "A\r\nb\r\nC\r\n")
        #expect(merged("a\nb\nc\n", "a\r\nb\r\nC\r\n", "A\nb\nc\n") == "A\nb\nC\n")
    }

    @Test func changesFarApartMakeACase() throws {
        let base = StarterCase.text
        let mine = base.replacing("perTransaction: 1.85", with: "perTransaction: 1.95")
        let theirs = base.replacing("months: 60", with: "months: 48")
        guard case .merged(let text, let source) = ThreeWayMerge(base: base, mine: mine, theirs: theirs).outcome else {
            Issue.record("The changes do not conflict.")
            return
        }
        #expect(text == mine.replacing("months: 60", with: "months: 48"))
        #expect(source == MergeSource(mine: 1, theirs: 1, both: 0))
        #expect(source.sentence == "You changed 1 place, the other side 1 place.")
    }

    /// One gives another option the role of today's way, the other does too: no line is changed by both.
    @Test func whatIsNoCaseIsAConflictWithTheFaults() throws {
        let base = StarterCase.text
        let mine = base.replacing("partner: Prairie BPO\n", with: "partner: Prairie BPO\n    baseline: true\n")
        guard case .conflicts(let conflicts) = ThreeWayMerge(base: base, mine: mine, theirs: base).outcome else {
            Issue.record("Two options in force today are no case.")
            return
        }
        guard case .refused(let proposal, let faults) = try #require(conflicts.first).reason else {
            Issue.record("The reason is that the text is no case.")
            return
        }
        #expect(proposal == mine)
        #expect(!faults.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func twentyThousandLinesEndQuickly() {
        var dice = Dice(1)
        let base = dice.lines(20_000, kinds: 5_000)
        let mine = dice.edited(base, edits: 2_000, kinds: 5_000)
        let theirs = dice.edited(base, edits: 2_000, kinds: 5_000)
        #expect(!ThreeWayMerge(base: text(base), mine: text(mine), theirs: text(theirs)).pieces.isEmpty)
    }
}
