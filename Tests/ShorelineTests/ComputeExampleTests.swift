import Compute
import Foundation
import Notation
import Testing

/// The requests with answers that fix the shapes: at least the keys of `expected`, with its values.
@Suite struct ComputeExampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "ComputeExamples")
    static let examples =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".json") }
        .sorted()

    /// A distribution may leave the matrix out; cultural distances are then not known.
    static let hasHofstede = FileManager.default.fileExists(
        atPath: folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/AtlasData/Data/hofstede.csv").path)

    @Test func thereAreExamples() { #expect(Self.examples.count >= 3) }

    @Test(arguments: examples) func answers(_ file: String) throws {
        let example = Self.tree(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: Self.folder.appending(path: file)), options: .fragmentsAllowed))
        let name = try #require(example["name"]?.string)
        let answer = try Compute.respond(to: name, request: try #require(example["request"]))
        Self.compare(
            answer, try #require(example["expected"]), tolerance: example["tolerance"]?.double ?? 1e-9, path: file)
    }

    static func compare(_ answer: Tree?, _ expected: Tree, tolerance: Double, path: String) {
        switch expected.content {
        case .null: #expect(answer?.isNull == true, "\(path)")
        case .bool(let value): #expect(answer?.boolean == value, "\(path)")
        case .text(let value): #expect(answer?.string == value, "\(path)")
        case .number(let value):
            let found = answer?.double ?? .nan
            #expect(abs(found - value) <= tolerance * max(1, abs(value)), "\(path): \(found) instead of \(value)")
        case .list(let values):
            #expect(answer?.list?.count == values.count, "\(path)")
            for (index, pair) in zip(answer?.list ?? [], values).enumerated() {
                compare(pair.0, pair.1, tolerance: tolerance, path: "\(path)[\(index)]")
            }
        case .map(let entries):
            for entry in entries where hasHofstede || entry.key != "culturalDistance" {
                compare(answer?[entry.key], entry.value, tolerance: tolerance, path: "\(path).\(entry.key)")
            }
        }
    }

    static func tree(_ value: Any) -> Tree {
        switch value {
        case let map as [String: Any]: .map(map.sorted { $0.key < $1.key }.map { ($0.key, tree($0.value)) })
        case let list as [Any]: .list(list.map(tree))
        case let text as String: .text(text)
        case let number as NSNumber:
            String(cString: number.objCType) == "c" ? .bool(number.boolValue) : .number(number.doubleValue)
        default: .null
        }
    }
}
