/// A small repeatable generator (SplitMix64), so that a failure can be replayed from its seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func roll(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func lines(_ count: Int, kinds: Int) -> [String] { (0..<count).map { _ in "line \(roll(0..<kinds))" } }

    /// The lines after some random insertions, removals and replacements.
    mutating func edited(_ lines: [String], edits: Int, kinds: Int) -> [String] {
        var out = lines
        for _ in 0..<edits {
            switch roll(0..<3) {
            case 0: out.insert("line \(roll(0..<kinds))", at: roll(0..<out.count + 1))
            case 1 where !out.isEmpty: out.remove(at: roll(0..<out.count))
            default: if !out.isEmpty { out[roll(0..<out.count)] = "line \(roll(0..<kinds))" }
            }
        }
        return out
    }
}
