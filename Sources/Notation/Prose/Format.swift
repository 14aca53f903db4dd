/// How numbers are written for people: grouped thousands, a true minus, "not known" where there is no number.
package enum Format {
    package static let notKnown = "not known"
    package static let minus = "−"
    /// Keeps a number and its unit on one line.
    package static let space = "\u{A0}"

    /// A number with exactly `digits` decimals.
    ///
    /// - Parameter signed: a plus before what is above zero.
    package static func decimal(_ value: Double, digits: Int = 0, signed: Bool = false) -> String {
        guard value.isFinite else { return notKnown }
        let digits = max(0, min(digits, 9))
        let scale = power(digits)
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 9e15 else { return scientific(value) }
        let units = Int64(scaled)
        let whole = grouped(units / Int64(scale))
        let sign = units == 0 ? "" : value < 0 ? minus : signed ? "+" : ""
        guard digits > 0 else { return sign + whole }
        let fraction = String(units % Int64(scale))
        return sign + whole + "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    /// A number with about three significant figures and no trailing zeros.
    package static func plain(_ value: Double, signed: Bool = false) -> String {
        guard value.isFinite else { return notKnown }
        return decimal(value, digits: decimals(for: [value]), signed: signed)
    }

    /// The decimals at which numbers shown side by side keep three significant figures, without trailing zeros.
    package static func decimals(for values: [Double]) -> Int {
        values.map(decimalsNeeded).max() ?? 0
    }

    /// A fraction as per cent.
    package static func share(_ fraction: Double, signed: Bool = false) -> String {
        guard fraction.isFinite else { return notKnown }
        return plain(fraction * 100, signed: signed) + space + "%"
    }

    /// A share as a whole per cent, for prose.
    package static func wholeShare(_ fraction: Double) -> String {
        guard fraction.isFinite else { return notKnown }
        return decimal(fraction * 100) + space + "%"
    }

    /// A small whole number as a word, as prose writes it; others in digits.
    package static func word(_ value: Int) -> String {
        let small = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return small.indices.contains(value) ? small[value] : decimal(Double(value))
    }

    /// A chance as so many of 100 futures; what is neither impossible nor certain does not round to it.
    package static func ofHundred(_ chance: Double) -> String {
        guard chance.isFinite else { return notKnown }
        if chance > 0, chance < 0.005 { return "under 1" }
        if chance < 1, chance >= 0.995 { return "over 99" }
        return decimal(chance * 100)
    }

    package static func range(_ low: String, _ high: String) -> String {
        low.contains(minus) || high.contains(minus) || low.contains(" ") ? "\(low) to \(high)" : "\(low)–\(high)"
    }

    private static func decimalsNeeded(_ value: Double) -> Int {
        let size = abs(value)
        guard size.isFinite, size > 0 else { return 0 }
        var digits =
            switch size {
            case 100...: 0
            case 10..<100: 1
            case 1..<10: 2
            case 0.1..<1: 3
            case 0.01..<0.1: 4
            case 0.001..<0.01: 5
            default: 6
            }
        while digits > 0 {
            let scaled = (size * power(digits)).rounded()
            if scaled.truncatingRemainder(dividingBy: 10) != 0 { break }
            digits -= 1
        }
        return digits
    }

    package static func power(_ digits: Int) -> Double {
        (0..<max(0, digits)).reduce(1) { product, _ in product * 10 }
    }

    private static func grouped(_ value: Int64) -> String {
        let digits = Array(String(value))
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return out
    }

    /// Beyond nine quadrillion, digits stop meaning anything.
    private static func scientific(_ value: Double) -> String {
        var mantissa = abs(value)
        var exponent = 0
        while mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        let rounded = decimal(mantissa, digits: 2)
        return (value < 0 ? minus : "") + rounded + space + "×" + space + "10^\(exponent)"
    }
}
