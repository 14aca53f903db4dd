public import Notation

/// Hours that are the same every day, on the local clock of a site: `13:30-22:30`.
///
/// A window may cross midnight (`22:00-06:00`); it then belongs to the day on which it starts.
public struct DailyWindow: Hashable, Sendable, CustomStringConvertible {
    /// Minutes after local midnight, 0…1439.
    public let start: Int
    /// Minutes after the same midnight, so more than 1440 where the window crosses midnight. After `start`, by at most a day.
    public let end: Int

    /// The day against which geography is judged: 09:00–17:00.
    public static let normal = DailyWindow(start: 540, end: 1020)
    public static let wholeDay = DailyWindow(start: 0, end: 1440)

    private init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// - Parameter text: two times of the 24-hour clock with a hyphen (or dash) between; `24:00` is a possible end.
    /// - Throws: `Faults` that quote the text.
    public init(_ text: String, path: String = "", at position: Position? = nil) throws {
        func fault(_ problem: String, _ remedy: String) -> Faults {
            Faults(Fault(path: path, at: position, problem, remedy: remedy))
        }
        let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map(Self.trim)
        guard ends.count == 2 else {
            throw fault(
                "\"\(text)\" is no daily window.", "Write two times with a hyphen between, such as 09:00-17:00.")
        }
        for end in ends where ClockTime.minutes(end) == nil {
            throw fault(
                "\"\(end)\" in \"\(text)\" is no time of day.",
                "Write hours and minutes of the 24-hour clock, such as 09:00.")
        }
        guard let start = ClockTime.minutes(ends[0]), let end = ClockTime.minutes(ends[1]), start < 1440 else {
            throw fault("\"\(text)\" starts at 24:00.", "Write 00:00 for the start of a day; 24:00 is only an end.")
        }
        guard start != end else {
            throw fault("\"\(text)\" starts and ends at the same time.", "Write 00:00-24:00 for a whole day.")
        }
        // 22:00-00:00 ends at the midnight that follows.
        self.init(start: start, end: end > start ? end : end + 1440)
    }

    public var crossesMidnight: Bool { end > 1440 }
    public var hours: Double { Double(end - start) / 60 }

    public var description: String {
        "\(ClockTime.text(start))-\(ClockTime.text(end > 1440 ? end - 1440 : end))"
    }

    private static func trim(_ text: Substring) -> String {
        var rest = text
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
