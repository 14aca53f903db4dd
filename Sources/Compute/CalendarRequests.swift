public import Notation
import Sourcing

/// `calendar.due`: when a span of business time that begins now has passed.
public enum CalendarDueRequest: ComputeHandler {
    public static let name = "calendar.due"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["start", "calendar", "businessDuration"])
        let start = try CalendarInput.instant("start", of: cursor)
        let seconds = try cursor.integer("businessDuration", "whole seconds, such as 28800")
        let calendar = try CalendarInput.calendar(of: cursor)
        guard (0...CalendarInput.longest).contains(seconds) else {
            throw Faults(
                Fault(
                    path: "businessDuration", at: request["businessDuration"]?.position,
                    "\(seconds) seconds are out of range.",
                    remedy: "Write 0 to \(CalendarInput.longest) seconds."))
        }
        // Looked for in more and more years: most answers lie in the first.
        let year = CivilDay(number: start.seconds / 86400).components.year
        for ahead in [1, 8, 64, 300] {
            let clock = try BusinessClock(calendar, years: max(1970, year - 1)...min(2200, year + ahead))
            if let due = clock.due(from: start.seconds, after: seconds) {
                return .map([
                    "due": .text(Instant(seconds: due).description),
                    "dueLocal": .text(Instant(seconds: due).text(offset: clock.offset(at: due))),
                    "holidaysUnknown": CalendarInput.unknown(calendar, from: start.seconds, to: due),
                ])
            }
        }
        throw Faults(
            Fault(
                path: "businessDuration", at: request["businessDuration"]?.position,
                "So much business time does not pass before the end of 2200.",
                remedy: "Ask for less, or give a calendar with more hours."))
    }
}

/// `calendar.elapsed`: how much business time lies between two moments.
public enum CalendarElapsedRequest: ComputeHandler {
    public static let name = "calendar.elapsed"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["from", "to", "calendar"])
        let from = try CalendarInput.instant("from", of: cursor)
        let to = try CalendarInput.instant("to", of: cursor)
        let calendar = try CalendarInput.calendar(of: cursor)
        let ends = [from, to].map { CivilDay(number: $0.seconds / 86400).components.year }.sorted()
        let clock = try BusinessClock(calendar, years: max(1970, ends[0] - 1)...min(2200, ends[1] + 1))
        guard let seconds = clock.elapsed(from: from.seconds, to: to.seconds) else {
            throw Faults(
                Fault(path: "to", "The moments are out of range.", remedy: "Ask for moments of the years 1971 to 2199.")
            )
        }
        return .map([
            "seconds": .number(seconds),
            "holidaysUnknown": CalendarInput.unknown(
                calendar, from: min(from, to).seconds, to: max(from, to).seconds),
        ])
    }
}

private enum CalendarInput {
    /// A hundred years of seconds.
    static let longest = 3_155_760_000

    static func instant(_ key: String, of cursor: RequestCursor) throws -> Instant {
        let expected = "a moment, such as 2030-09-12T07:31:00Z"
        let text = try cursor.text(key, expected)
        let instant = try Instant(text, path: cursor.path(key), at: cursor.tree[key]?.position)
        guard (1971...2199).contains(CivilDay(number: instant.seconds / 86400).components.year) else {
            throw Faults(
                Fault(
                    path: cursor.path(key), at: cursor.tree[key]?.position, "\(text) is out of range.",
                    remedy: "Write a moment of the years 1971 to 2199."))
        }
        return instant
    }

    static func calendar(of cursor: RequestCursor) throws -> BusinessCalendar {
        let tree = try cursor.required("calendar", "an object with timeZone and hours")
        return try BusinessCalendar.read(tree, path: cursor.path("calendar"))
    }

    /// Years of which the country's holidays are not known, and so were not left out.
    static func unknown(_ calendar: BusinessCalendar, from first: Int, to last: Int) -> Tree {
        let years = CivilDay(number: first / 86400).components.year...CivilDay(number: last / 86400).components.year
        return .list(calendar.unknownYears(in: years).map { .number($0) })
    }
}
