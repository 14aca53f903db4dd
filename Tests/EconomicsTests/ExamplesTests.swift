import Economics
import Foundation
import Sourcing
import Testing

/// The example cases read, decide, and name their sources.
struct ExamplesTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Examples")

    static var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    }

    @Test func thereAreAtLeastThree() { #expect(Self.files.count >= 3) }

    @Test(arguments: Self.files)
    func decidesAndAccountsForEveryNumber(file: String) throws {
        let theCase = try CaseReader.read(file: Self.folder.appendingPathComponent(file).path)
        let decision = try #require(try Decide(trials: 1000, threads: 2)(theCase))
        #expect(decision.functions.count == theCase.functions.count)
        for function in decision.functions {
            #expect(!function.recommendation.sentences.isEmpty)
            for option in function.options {
                #expect(abs(option.breakdown.reduce(0, +) / option.presentValue.mean - 1) < 1e-9)
                #expect(option.presentValue.p10 > 0)
                #expect(option.monthly.count == theCase.horizon.months)
            }
        }
        for assumption in decision.assumptions where assumption.origin != .stated {
            #expect(assumption.source?.isEmpty == false, "\(assumption.key)")
        }
        #expect(decision.assumptions.contains { $0.origin == .stated && $0.source != nil })
        #expect(decision.leftOut.contains { $0.hasPrefix("Tax is left out") })
    }
}
