import Foundation
import Notation
import Sourcing
import Testing

@testable import Scorecards

@Suite struct EvaluationLogTests {
    private let evaluation = ScoreFixture.evaluation
    private func record(
        _ log: EvaluationLog, _ scores: [String], time: String, reason: String? = nil, evaluator: String = "ana"
    ) throws -> LogRecord? {
        try log.receiving(
            try ScoreFixture.returned(scores, notes: ["note"], evaluator: evaluator), into: evaluation, time: time,
            by: "lead", reason: reason)
    }

    /// A sheet, its replacement, the opening, a change: the lines of a log.
    private func lines() throws -> (log: EvaluationLog, lines: [[UInt8]]) {
        var log = EvaluationLog()
        var lines: [[UInt8]] = []
        lines.append(log.append(try #require(try record(log, ["3", "2"], time: "2026-11-10T10:00:00Z"))))
        lines.append(log.append(try #require(try record(log, ["3", "2-3", "1"], time: "2026-11-11T10:00:00Z"))))
        lines.append(log.append(try log.opening(evaluation, time: "2026-11-16T10:00:00Z", by: "lead")))
        lines.append(
            log.append(
                try #require(
                    try record(log, ["3", "4", "1"], time: "2026-11-17T10:00:00Z", reason: "typo in the sheet"))))
        return (log, lines)
    }

    @Test func readsWhatItWrote() throws {
        let (log, lines) = try lines()
        let again = try EvaluationLog(lines.flatMap { $0 })
        #expect(again.head == log.head && again.records.count == 4)
        #expect(again.standing == log.standing)
        #expect(again.records[3].changes.count == 1)
        #expect(again.records[3].changes[0].old.words == "2 to 3")
        #expect(again.records[3].reason == "typo in the sheet")
        #expect(again.records[2].locked.keys.sorted() == ["ben"])
        #expect(
            lines.indices.allSatisfy {
                again.contains(head: $0 == 0 ? EvaluationLog.start : again.records[$0].previous)
            })
        #expect(!again.contains(head: String(repeating: "1", count: 64)))
    }

    /// Every byte of the log, changed to another: none goes unseen.
    @Test func findsEveryAlteredByte() throws {
        let bytes = try lines().lines.flatMap { $0 }
        for index in bytes.indices {
            for change: UInt8 in [0x01, 0x20, 0x80] {
                var altered = bytes
                altered[index] ^= change
                do {
                    _ = try EvaluationLog(altered)
                    Issue.record("byte \(index) altered unseen")
                } catch {
                    // The line break belongs to the line that it ends.
                    let line = 1 + bytes[..<index].count { $0 == 0x0A }
                    #expect(error.faults[0].position?.line == line)
                }
            }
        }
    }

    @Test func findsRemovedAndSwappedLines() throws {
        let all = try lines().lines
        func message(_ order: [Int]) -> String {
            do {
                _ = try EvaluationLog(order.flatMap { all[$0] })
                return "intact"
            } catch { return error.description }
        }
        let rest = " The log is evidence: restore it from a copy, and find out what happened to it."
        #expect(
            message([1, 2, 3]) == "line 1, column 1: Record 1 is missing here: this line is record 2.\(rest)")
        #expect(message([0, 2, 3]) == "line 2, column 1: Record 2 is missing here: this line is record 3.\(rest)")
        #expect(message([0, 2, 1, 3]) == "line 2, column 1: Record 2 is missing here: this line is record 3.\(rest)")
        #expect(
            message([0, 1, 1, 2]) == "line 3, column 1: This line is record 2, which belongs further up.\(rest)")
        // Cut off at its end it is a chain still: only a digest that was printed earlier can tell.
        #expect(message([0, 1, 2]) == "intact")
        let cut = try EvaluationLog(all[0] + all[1])
        #expect(!cut.contains(head: try lines().log.head))
        var half = all.flatMap { $0 }
        half.removeLast(10)
        #expect(throws: Faults.self) { try EvaluationLog(half) }
    }

    @Test func aRewrittenLineBreaksTheChain() throws {
        let (_, lines) = try lines()
        var forged = EvaluationLog()
        let other = forged.append(try #require(try record(forged, ["1", "1"], time: "2026-11-10T10:00:00Z")))
        do {
            _ = try EvaluationLog(other + lines[1])
            Issue.record("a forged line unseen")
        } catch {
            #expect(
                error.faults[0].problem
                    == "This record does not follow the line before it: a line was altered or replaced.")
        }
    }

    @Test func afterTheOpeningAReasonIsNeeded() throws {
        let (log, _) = try lines()
        do {
            _ = try record(log, ["1", "4", "1"], time: "2026-11-18T10:00:00Z", reason: " ")
            Issue.record("taken without a reason")
        } catch let faults as Faults {
            #expect(
                faults.description
                    == "ana.csv: The bids were opened on 2026-11-16T10:00:00Z by lead, and this sheet changes 1 box of ana. Say why with --reason \"…\": the report shows each change with its reason."
            )
        }
        #expect(try record(log, ["3", "4", "1"], time: "2026-11-18T10:00:00Z") == nil)
        do {
            _ = try log.opening(evaluation, time: "2026-11-18T10:00:00Z", by: "x")
            Issue.record("opened twice")
        } catch {
            #expect(
                error.description
                    == "The bids were opened already, on 2026-11-16T10:00:00Z by lead. There is one opening. Scores that change now are imported with --reason."
            )
        }
    }

    @Test func theSameSheetTwiceIsNothingNew() throws {
        var log = EvaluationLog()
        _ = log.append(try #require(try record(log, ["3"], time: "2026-11-10T10:00:00Z")))
        #expect(try record(log, ["3"], time: "2026-11-11T10:00:00Z") == nil)
    }

    @Test func appliedMergesAndTells() throws {
        let (log, _) = try lines()
        var current = evaluation
        // After the opening somebody edits the case file.
        current.partners[0].scores["ben"]?["language"] = .init(4)
        let (merged, evidence) = try log.applied(to: current)
        let ana = merged.partners.map { $0.scores["ana"] ?? [:] }
        #expect(ana[0]["language"] == .init(3, note: "note"))
        #expect(ana[1]["language"] == .init(4))
        #expect(ana[0]["security"] == .init(1))
        #expect(ana[1]["security"] == nil)
        #expect(merged.partners[0].scores["ben"]?["language"] == .init(2))
        #expect(evidence.sheets.map(\.isReplaced) == [true, false])
        #expect(evidence.sheets.map(\.scored) == [2, 3])
        #expect(evidence.sheets.allSatisfy { !$0.scaleHasChanged && !$0.isAfterStatedDay })
        #expect(evidence.opening?.by == "lead")
        #expect(evidence.changes.map(\.old) == ["2 to 3"] && evidence.changes.map(\.new) == ["4"])
        #expect(evidence.inCaseFile == ["ben"] && evidence.inBoth == [])
        #expect(
            evidence.differences == [
                .init(partner: "acme", criterion: "language", evaluator: "ben", inCaseFile: "4", inLog: "2")
            ])
        #expect(evidence.lateAdditions == [])
        #expect(evidence.head == log.head)
    }

    @Test func lateAdditionsAndWhatTheCaseNoLongerHas() throws {
        var log = EvaluationLog()
        _ = log.append(try log.opening(evaluation, time: "2026-11-16T10:00:00Z", by: "lead"))
        _ = log.append(
            try #require(
                try record(log, ["1", "4"], time: "2026-11-17T10:00:00Z", reason: "was ill")))
        var current = evaluation
        current.partners[1].scores["cy"] = ["language": .init(1)]
        current.partners[0].name = "renamed"
        let (_, evidence) = try log.applied(to: current)
        #expect(
            evidence.lateAdditions == [
                .init(evaluator: "ana", when: "2026-11-17T10:00:00Z", by: "lead", reason: "was ill"),
                .init(evaluator: "cy", when: nil, by: nil, reason: nil),
            ])
        #expect(evidence.unused.map(\.evaluator).sorted() == ["ana", "ben", "ben"])
        var short = evaluation
        short.tree[0].criteria[0].scale = .levels([.init("a", value: 0), .init("b", value: 1)])
        do {
            _ = try log.applied(to: short)
            Issue.record("a score beyond the scale")
        } catch {
            #expect(
                error.description
                    == "bolt.language: The score 4 of ana lies beyond the scale, which now has 2 levels. Restore the levels that were scored, or have a new sheet filled in."
            )
        }
    }

    @Test func besideTheCase() {
        #expect(EvaluationLog.path(beside: "a/b.c/accounts-payable.yaml") == "a/b.c/accounts-payable.scores.jsonl")
        #expect(EvaluationLog.path(beside: "case") == "case.scores.jsonl")
    }

    @Test func concurrentAppendsKeepTheChain() async throws {
        let file = EvaluationLogFile(path: ScoreFixture.temporary("log.jsonl"))
        defer { try? FileManager.default.removeItem(atPath: file.path) }
        let evaluation = evaluation
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    for round in 0..<10 {
                        let sheet = try ScoreFixture.returned(
                            ["\(1 + round % 4)"], notes: ["worker \(worker) round \(round)"])
                        try file.append { log in
                            [
                                try log.receiving(
                                    sheet, into: evaluation, time: "2026-11-10T10:00:00Z", by: "w\(worker)", reason: nil
                                )
                            ].compactMap { $0 }
                        }
                        // Refusals in between take nothing away.
                        _ = try? file.append { _ in throw Faults(Fault(path: "", "no")) }
                        _ = try file.read()
                    }
                }
            }
            try await group.waitForAll()
        }
        let log = try file.read()
        #expect(log.records.count == 40)
        for worker in 0..<4 { #expect(log.records.count { $0.by == "w\(worker)" } == 10) }
    }

    @Test func aRefusalLeavesNoFile() throws {
        let file = EvaluationLogFile(path: ScoreFixture.temporary("log.jsonl"))
        #expect(throws: Faults.self) { try file.append { _ in throw Faults(Fault(path: "", "no")) } }
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(try file.read().records.isEmpty)
        do {
            try EvaluationLogFile(path: "/no/such/folder/x.jsonl").append { _ in [] }
            Issue.record("written")
        } catch let failure as LogFailure {
            #expect(failure.message == "/no/such/folder/x.jsonl could not be written: No such file or directory.")
        }
    }
}
