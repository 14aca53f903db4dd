import Foundation

/// The time as HTTP writes it (RFC 9110 § 5.6.7), made once a second. For one thread.
final class DateLine {
    private var second: time_t = 0
    private var line = ""

    func text() -> String {
        let now = time(nil)
        if now != second {
            second = now
            line = Self.text(now)
        }
        return line
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, whatever the machine's language is.
    static func text(_ moment: time_t) -> String {
        var moment = moment
        var parts = tm()
        gmtime_r(&moment, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
