import Economics
import Foundation
import Notation
import Sourcing
import Testing

/// The cases under Examples/: they read, they decide, and every number in them says where it comes from.
struct ExamplesTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples")

    static let files: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    private func path(_ file: String) -> String { Self.folder.appending(path: file).path }

    @Test func threeExamplesAreThere() {
        #expect(
            Self.files == ["accounts-payable.yaml", "call-centre-two-languages.yaml", "finance-shared-services.yaml"])
    }

    @Test(arguments: files)
    func decides(_ file: String) throws {
        let theCase = try CaseReader.read(file: path(file))
        let decision = try #require(try Decide(trials: 2_000, seed: 1, threads: 2)(theCase))
        #expect(decision.functions.count == theCase.functions.count)
        for function in decision.functions {
            #expect(!function.recommendation.headline.isEmpty)
            #expect(!function.recommendation.sentences.isEmpty)
            #expect(function.options.count >= 3)
            for option in function.options {
                let sum = option.breakdown.reduce(0, +)
                #expect(abs(sum - option.presentValue.mean) < 1e-9 * option.presentValue.mean, "\(option.name)")
                #expect(option.peopleAtEnd > 0 && option.peopleAtEnd < 200, "\(option.name)")
            }
        }
    }

    @Test(arguments: files)
    func threadsDoNotChangeTheAnswer(_ file: String) throws {
        let theCase = try CaseReader.read(file: path(file))
        let one = try #require(try Decide(trials: 2_000, seed: 7, threads: 1)(theCase))
        let three = try #require(try Decide(trials: 2_000, seed: 7, threads: 3)(theCase))
        for (a, b) in zip(one.functions.flatMap(\.options), three.functions.flatMap(\.options)) {
            #expect(a.name == b.name)
            #expect(a.presentValue == b.presentValue, "\(a.name)")
            #expect(a.breakdown == b.breakdown, "\(a.name)")
            #expect(a.costPerTransaction == b.costPerTransaction, "\(a.name)")
        }
    }

    @Test(arguments: files)
    func everyAssumptionHasAnOrigin(_ file: String) throws {
        let theCase = try CaseReader.read(file: path(file))
        let decision = try #require(try Decide(trials: 2_000, seed: 1, threads: 2)(theCase))
        #expect(!decision.assumptions.isEmpty)
        for assumption in decision.assumptions where assumption.origin != .stated {
            #expect(assumption.source?.isEmpty == false, "\(assumption.key)")
        }
    }

    @Test(arguments: files)
    func namesItsSources(_ file: String) throws {
        var sources: [String] = []
        func walk(_ tree: Tree) {
            for entry in tree.entries ?? [] {
                if entry.key == "source" { sources.append(entry.value.string ?? "") }
                walk(entry.value)
            }
            for element in tree.list ?? [] { walk(element) }
        }
        walk(try CaseReader.tree(file: path(file)))
        #expect(sources.count >= 8)
        for source in sources { #expect(source.contains { $0.isLetter }, "a source without words in \(file)") }
    }
}
