import Foundation

/// Figures in sentences, as all of Shoreline writes them.

/// "73 of 100", "under 1 of 100", "over 99 of 100".
func ofHundred(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "under 1 of 100" }
    if share < 1, share >= 0.995 { return "over 99 of 100" }
    return "\(Int((share * 100).rounded())) of 100"
}

/// Up to three significant figures, without trailing zeros.
func figure(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : "–" }
    let digits = max(0, 2 - Int(floor(log10(abs(value)))))
    let scale = pow(10, Double(min(digits, 12)))
    let rounded = (value * scale).rounded() / scale
    let text =
        rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
    return text.replacingOccurrences(of: "-", with: "−")
}

/// "6.0", with a true minus sign.
func oneDecimal(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return "\(value < 0 && tenths != 0 ? "−" : "")\(tenths / 10).\(tenths % 10)"
}

func percent(_ share: Double) -> String { "\(figure(share * 100))\u{a0}%" }

/// "a, b and c".
func listed(_ parts: [String], _ word: String = "and") -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
}

/// "three", "14".
func numberWord(_ value: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(value) ? words[value] : String(value)
}
