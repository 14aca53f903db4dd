/// What a block of draws adds up to. Blocks are added in their order, so threads change no bit.
public struct DrawSums: Sendable {
    public var draws = 0
    /// Partners × ranks: whole counts, and what ties share.
    public var ranks: [Int]
    public var sharedRanks: [Double]
    /// Partners × partners: how often the first is strictly ahead of the second.
    public var wins: [Int]
    /// Partners × criteria: weights where the partner is first (shared where several are), and their share.
    public var central: [Double]
    public var first: [Double]
    public var weights: [Double]
    /// Partners × criteria; only cells that are drawn.
    public var values: [Double]
    public var contributions: [Double]
    public var vetoed: [Int]
    /// Of the rejection sampler.
    public var tried = 0
    public var kept = 0

    public init(partners: Int, criteria: Int) {
        ranks = Array(repeating: 0, count: partners * partners)
        sharedRanks = Array(repeating: 0, count: partners * partners)
        wins = ranks
        central = Array(repeating: 0, count: partners * criteria)
        first = Array(repeating: 0, count: partners)
        weights = Array(repeating: 0, count: criteria)
        values = central
        contributions = central
        vetoed = Array(repeating: 0, count: partners)
    }

    public mutating func add(_ other: DrawSums) {
        func sum<Number: AdditiveArithmetic>(_ into: inout [Number], _ from: [Number]) {
            for index in into.indices { into[index] += from[index] }
        }
        draws += other.draws
        sum(&ranks, other.ranks)
        sum(&sharedRanks, other.sharedRanks)
        sum(&wins, other.wins)
        sum(&central, other.central)
        sum(&first, other.first)
        sum(&weights, other.weights)
        sum(&values, other.values)
        sum(&contributions, other.contributions)
        sum(&vetoed, other.vetoed)
        tried += other.tried
        kept += other.kept
    }
}
