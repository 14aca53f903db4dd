import Foundation
import Notation
import Sourcing
import Testing

/// Whatever the bytes are, the answer is a case or a list of faults that say something.
@Suite struct CaseFuzzTests {
    /// SplitMix64, so that a failure can be repeated.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let pieces = [
        "{", "}", "[", "]", ": ", "- ", "? ", "&a ", "*a", "\"", "'", "#", "|", ">", "%", "!", "!!str ", "<<: ", "\n",
        "\t",
        "  ", ",", "0", "-1", "1e999", "9%", ".nan", "null", "true", "3 min", "\\u0041", "\\ud800", "é", "\u{2028}",
        "---\n",
        "low: 1", "p10: 2", "price: 3", "options:", "\r", "\u{7F}", "[[a, b, 1]]", "9999999999999999999999",
    ]

    private static var count: Int {
        ProcessInfo.processInfo.environment["SHORELINE_FUZZ"].flatMap(Int.init) ?? 15_000
    }

    private func outcomeIsSound(_ bytes: [UInt8]) -> Bool {
        do {
            let read = try CaseReader.read(bytes: bytes)
            return !read.options.isEmpty && !read.functions.isEmpty
        } catch {
            return !error.faults.isEmpty && error.faults.allSatisfy { !$0.problem.isEmpty && $0.remedy != "" }
        }
    }

    @Test(.timeLimit(.minutes(5))) func mutatedCases() throws {
        let starter = try CaseReader.tree(text: StarterCase.text)
        let seeds = [soundCase, JSONWriter.text(starter, pretty: true), StarterCase.text, soundSelection].map {
            Array($0.utf8)
        }
        var generator = Generator(state: 20_270_101)
        for round in 0..<Self.count {
            // The short case most of the time: it is quick, and every place in it matters.
            var bytes = seeds[round % 8 == 0 ? 2 : round % 4 == 1 ? 1 : round % 2 == 0 ? 3 : 0]
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: at)
                case 2:
                    let end = min(bytes.count, at + Int.random(in: 1...80, using: &generator))
                    if end - at < bytes.count { bytes.removeSubrange(at..<end) }
                case 3:
                    let end = min(bytes.count, at + Int.random(in: 1...120, using: &generator))
                    bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &generator))
                default:
                    let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
                    bytes.insert(contentsOf: Array(piece.utf8), at: at)
                }
                if bytes.isEmpty { break }
            }
            if !outcomeIsSound(bytes) { Issue.record("round \(round): \(String(decoding: bytes, as: UTF8.self))") }
        }
    }

    @Test(.timeLimit(.minutes(5))) func noise() {
        var generator = Generator(state: 7)
        for round in 0..<Self.count / 3 {
            var bytes: [UInt8] = []
            if round.isMultiple(of: 2) {
                bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
            } else {
                for _ in 0..<Int.random(in: 1...40, using: &generator) {
                    bytes += Array(Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)].utf8)
                }
            }
            if !outcomeIsSound(bytes) { Issue.record("round \(round): \(bytes)") }
        }
    }
}
