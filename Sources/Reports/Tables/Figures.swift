import Notation

/// Figures for people: thousands separated.
enum Figures {
    /// Without needless zeros: `4.2`.
    static func decimal(_ value: Double, places: Int) -> String {
        var text = fixed(value, places: places)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// With all its places: `4.20`.
    static func fixed(_ value: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1) { product, _ in product * 10 }
        let scaled = (abs(value) * Double(scale)).rounded()
        guard scaled < 1e15 else { return JSONWriter.number(value) }
        var digits = String(Int(scaled) / scale)
        var grouped = ""
        while digits.count > 3 {
            grouped = ",\(digits.suffix(3))" + grouped
            digits.removeLast(3)
        }
        let fraction = String(Int(scaled) % scale)
        let padding = String(repeating: "0", count: max(0, places - fraction.count))
        return (value < 0 && scaled > 0 ? "-" : "") + digits + grouped + (places == 0 ? "" : ".\(padding)\(fraction)")
    }

    /// 0.0495 as `4.95%`.
    static func percent(_ fraction: Double) -> String { decimal(fraction * 100, places: 2) + "%" }
}
