import Foundation

/// Times as pages show them: in UTC and with the zone's name, because people of one workspace sit in several.
enum DateWords {
    /// `23 November 2026, 16:05 UTC`.
    static func minute(_ time: Int64) -> String {
        let parts = components(time)
        return "\(day(parts)), \(two(parts.hour)):\(two(parts.minute)) UTC"
    }

    /// `23 November 2026`.
    static func day(_ time: Int64) -> String { day(components(time)) }

    /// The same of an ISO 8601 text; the text itself where it is none.
    static func minute(iso text: String) -> String {
        guard let date = try? Date(text, strategy: .iso8601) else { return text }
        return minute(Int64(date.timeIntervalSince1970 * 1_000_000))
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func day(_ parts: DateComponents) -> String {
        let month = months[max(1, min(12, parts.month ?? 1)) - 1]
        return "\(parts.day ?? 1) \(month) \(parts.year ?? 1970)"
    }

    private static func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }

    private static func components(_ time: Int64) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(time) / 1_000_000))
    }
}
