import Economics
import Foundation
import Sourcing
import Testing

@testable import Reports

@Suite struct TextReportTests {
    @Test func dump() throws {
        for (i, d) in DecisionFixture.all.enumerated() {
            for w in [60, 100] {
                try TextReport.text(for: d, width: w, colour: false).write(
                    toFile: "/tmp/tables-\(i)-\(w).txt", atomically: true, encoding: .utf8)
            }
        }
        try DecisionCSV.text(for: DecisionFixture.standard).write(
            toFile: "/tmp/tables.csv", atomically: true, encoding: .utf8)
        try DecisionXLSX.write(DecisionFixture.two, to: "/tmp/tables.xlsx")
        for p in ["/no/such/dir/x.xlsx", "/proc/x.xlsx", "/tmp"] {
            do { try DecisionXLSX.write(DecisionFixture.two, to: p) } catch { print("ERR", error.localizedDescription) }
        }
        let c: [(path: String, before: String?, after: String?)] = [
            ("options.pune.price.perTransaction", "0.62", "0.7"), ("options.tulsa", "{}", nil),
        ]
        try Comparison.text(before: DecisionFixture.two, after: DecisionFixture.apart, changes: c).write(
            toFile: "/tmp/tables-cmp.txt", atomically: true, encoding: .utf8)
    }
}
