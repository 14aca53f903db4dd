import Testing

@testable import Revisions

struct LineDifferenceTests {
    /// The changes applied to the old lines.
    private func applied(_ difference: LineDifference) -> [String] {
        var out: [String] = []
        var place = 0
        for change in difference.changes {
            out += difference.old[place..<change.old.lowerBound]
            out += difference.new[change.new]
            place = change.old.upperBound
        }
        return out + difference.old[place...]
    }

    /// Slow and obvious: the length of a longest common subsequence by dynamic programming.
    private func common(_ a: [String], _ b: [String]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var diagonal = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }

    @Test func changesMakeTheNewTextAndAreTheFewest() {
        for seed in UInt64(0)..<1_500 {
            var dice = Dice(seed)
            let kinds = dice.roll(1..<8)
            let old = dice.lines(dice.roll(0..<30), kinds: kinds)
            let isRelated = dice.roll(0..<2) == 0
            let new =
                isRelated
                ? dice.edited(old, edits: dice.roll(0..<8), kinds: kinds) : dice.lines(dice.roll(0..<30), kinds: kinds)
            let difference = LineDifference(from: old.joined(separator: "\n"), to: new.joined(separator: "\n"))
            #expect(applied(difference) == difference.new, "seed \(seed)")
            #expect(difference.isMinimal, "seed \(seed)")
            let fewest = difference.old.count + difference.new.count - 2 * common(difference.old, difference.new)
            #expect(difference.removedCount + difference.addedCount == fewest, "seed \(seed)")
        }
    }

    @Test func theSameTextHasNoChange() {
        #expect(LineDifference(from: "a\nb\n", to: "a\nb\n").changes.isEmpty)
        #expect(LineDifference(from: "", to: "").changes.isEmpty)
    }

    @Test func endsOfLinesDoNotCount() {
        #expect(LineDifference(from: "a\r\nb\r\n", to: "a\nb\n").changes.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func twentyThousandDifferentLinesEndQuickly() {
        let old = (0..<20_000).map { "old \($0)" }.joined(separator: "\n")
        let new = (0..<20_000).map { "new \($0)" }.joined(separator: "\n")
        #expect(LineDifference(from: old, to: new, stepsMaximum: 1_000).changes.count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func twentyThousandShuffledLinesEndQuickly() {
        var dice = Dice(7)
        let old = dice.lines(20_000, kinds: 100)
        let new = dice.lines(20_000, kinds: 100)
        let difference = LineDifference(from: old.joined(separator: "\n"), to: new.joined(separator: "\n"))
        #expect(applied(difference) == new)
    }

    @Test func aSpentBudgetIsSaidAndTheChangesStayRight() {
        var dice = Dice(3)
        let old = dice.lines(500, kinds: 5)
        let new = dice.lines(500, kinds: 5)
        let difference = LineDifference(
            from: old.joined(separator: "\n"), to: new.joined(separator: "\n"), stepsMaximum: 1_000)
        #expect(!difference.isMinimal)
        #expect(applied(difference) == new)
    }

    @Test func rowsOfAllHunksShowEveryChangeOnce() {
        for seed in UInt64(0)..<300 {
            var dice = Dice(seed)
            let old = dice.lines(dice.roll(0..<60), kinds: 20)
            let new = dice.edited(old, edits: dice.roll(0..<10), kinds: 20)
            let difference = LineDifference(from: old.joined(separator: "\n"), to: new.joined(separator: "\n"))
            let rows = difference.hunks(context: dice.roll(0..<4)).flatMap(\.rows)
            #expect(rows.filter { $0.kind != .kept && $0.old != nil }.count == difference.removedCount, "seed \(seed)")
            #expect(rows.filter { $0.kind != .kept && $0.new != nil }.count == difference.addedCount, "seed \(seed)")
            for row in rows {
                if let line = row.old { #expect(difference.old[line.number - 1] == line.text, "seed \(seed)") }
                if let line = row.new { #expect(difference.new[line.number - 1] == line.text, "seed \(seed)") }
                if row.kind == .kept { #expect(row.old?.text == row.new?.text, "seed \(seed)") }
            }
            #expect(Set(rows.compactMap(\.old?.number)).count == rows.compactMap(\.old).count, "seed \(seed)")
        }
    }

    @Test func aWordThatChangedIsMarkedInItsLine() throws {
        let difference = LineDifference(from: "a: 1\nprice: 0.62 each\n", to: "a: 1\nprice: 0.58 each\n")
        let row = try #require(difference.hunks().first?.rows.last)
        #expect(row.kind == .changed)
        #expect(row.old?.segments.filter(\.isChanged).map(\.text) == ["0.62"])
        #expect(row.new?.segments.filter(\.isChanged).map(\.text) == ["0.58"])
    }

    @Test func linesWithLittleInCommonAreRemovedAndAdded() {
        let rows = LineDifference(from: "ownership: partner\n", to: "# 42 %\n").hunks().flatMap(\.rows)
        #expect(rows.map(\.kind) == [.removed, .added])
    }

    @Test func changesThatStandCloseShareAHunk() {
        let old = (1...30).map(String.init)
        var new = old
        new[4] = "x"
        new[8] = "y"
        new[25] = "z"
        let hunks = LineDifference(from: old.joined(separator: "\n"), to: new.joined(separator: "\n")).hunks(context: 2)
        #expect(hunks.map(\.oldStart) == [3, 24])
    }
}
