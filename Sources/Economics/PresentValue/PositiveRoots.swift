import Foundation

/// All positive roots of a real polynomial, as logarithms.
///
/// Descartes: a polynomial has at most as many positive roots as its coefficients change sign, and exactly one when they
/// change once. With more changes, take the first, between the powers j and j + 1, and a = j + ½: the derivative of
/// x^(−a) p(x) has the coefficients (k − a) c_k, so one change of sign fewer, and between two roots of p lies one of its
/// roots (Rolle). So the roots of the simpler polynomial cut the line into stretches on which p has at most one root:
/// no grid, and none is missed, short of rounding.
enum PositiveRoots {
    /// A value below this share of the sum of its terms' magnitudes is a zero: rounding of the terms alone can make it.
    private static let tolerance = 1e-13

    /// - Parameter limit: stop when there are more than that.
    /// - Returns: the natural logarithms of the positive roots in rising order, or nil when there are more than `limit`.
    static func logarithms(of coefficients: [Double], atMost limit: Int) -> [Double]? {
        guard let terms = trimmed(coefficients) else { return [] }
        if signChanges(terms) == 0 { return [] }
        let cuts = signChanges(terms) == 1 ? [] : crossings(simplified(terms))
        // Where p touches zero at a cut, two roots coincide there (or are too near to be told apart).
        if cuts.contains(where: { isZero(terms, at: $0) }), limit < 2 { return nil }
        let roots = crossings(terms, cuts: cuts)
        return roots.count > limit ? nil : roots
    }

    /// Where p changes its sign.
    private static func crossings(_ terms: [Double]) -> [Double] {
        switch signChanges(terms) {
        case 0: []
        case 1: crossings(terms, cuts: [])
        default: crossings(terms, cuts: crossings(simplified(terms)))
        }
    }

    private static func crossings(_ terms: [Double], cuts: [Double]) -> [Double] {
        // Cauchy: every root lies between 1 / (1 + max|c_k / c_0|) and 1 + max|c_k / c_n|.
        let largest = terms.reduce(0) { max($0, abs($1)) }
        let low = -log1p(largest / abs(terms[0])) - 1
        let high = log1p(largest / abs(terms[terms.count - 1])) + 1
        var roots: [Double] = []
        var left = low
        var signAtLeft = sign(terms, at: low)
        for right in cuts.filter({ $0 > low && $0 < high }) + [high] {
            let signAtRight = sign(terms, at: right)
            if signAtRight == 0 { continue }
            if signAtLeft != signAtRight { roots.append(bisect(terms, left, right, signAtLeft)) }
            left = right
            signAtLeft = signAtRight
        }
        return roots
    }

    private static func bisect(_ terms: [Double], _ from: Double, _ to: Double, _ signAtFrom: Int) -> Double {
        var (low, high) = (from, to)
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if sign(terms, at: middle) == signAtFrom { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// The sign of p(e^u).
    private static func sign(_ terms: [Double], at u: Double) -> Int {
        let value = scaled(terms, at: u).value
        return value > 0 ? 1 : value < 0 ? -1 : 0
    }

    private static func isZero(_ terms: [Double], at u: Double) -> Bool {
        let (value, magnitude) = scaled(terms, at: u)
        return abs(value) <= tolerance * magnitude
    }

    /// p(e^u), and the sum of its terms' magnitudes, both divided by e^(nu) where u is positive: by Horner's rule from the
    /// end at which no power can overflow.
    private static func scaled(_ terms: [Double], at u: Double) -> (value: Double, magnitude: Double) {
        let x = exp(-abs(u))
        var value = 0.0
        var magnitude = 0.0
        if u <= 0 {
            for term in terms.reversed() {
                value = value * x + term
                magnitude = magnitude * x + abs(term)
            }
        } else {
            for term in terms {
                value = value * x + term
                magnitude = magnitude * x + abs(term)
            }
        }
        return (value, magnitude)
    }

    /// One change of sign fewer, with roots between those of the polynomial.
    private static func simplified(_ terms: [Double]) -> [Double] {
        var last = 0
        var a = 0.5
        for k in terms.indices where terms[k] != 0 {
            if (terms[k] < 0) != (terms[last] < 0) {
                a = Double(k) - 0.5
                break
            }
            last = k
        }
        let derived = terms.enumerated().map { (Double($0.offset) - a) * $0.element }
        return trimmed(derived) ?? [0]
    }

    private static func signChanges(_ terms: [Double]) -> Int {
        var changes = 0
        var last = 0.0
        for term in terms where term != 0 {
            if last != 0, (term < 0) != (last < 0) { changes += 1 }
            last = term
        }
        return changes
    }

    /// Without the zeros at either end, scaled so that the largest has magnitude 1; nil when all are zero.
    private static func trimmed(_ terms: [Double]) -> [Double]? {
        guard let first = terms.firstIndex(where: { $0 != 0 }), let last = terms.lastIndex(where: { $0 != 0 }) else {
            return nil
        }
        let largest = terms.reduce(0) { max($0, abs($1)) }
        return terms[first...last].map { $0 / largest }
    }
}
