import Atlas
import Foundation
public import Notation
import Synchronization

/// The offsets of a time zone from UTC over a stretch of time, and the instants at which they change.
public struct ZoneOffsets: Sendable {
    /// A stretch with one offset, up to the start of the next.
    public struct Segment: Hashable, Sendable {
        /// Seconds since 1970-01-01T00:00Z, inclusive.
        public var start: Int
        /// Exclusive.
        public var end: Int
        /// Local clock minus UTC, in seconds.
        public var offset: Int
    }

    /// In order, without gaps; neighbours differ in their offset.
    public let segments: [Segment]

    /// The offset at an instant (the nearest known one outside the stretch).
    public func offset(at instant: Int) -> Int {
        (segments.first { instant < $0.end } ?? segments.last)?.offset ?? 0
    }

    /// - Parameter zone: an IANA name.
    /// - Returns: the offsets of the year and three days on either side.
    /// - Throws: `Faults` with the nearest name where there is no such zone, or where the year is out of range.
    public static func of(_ zone: String, year: Int, path: String = "", at position: Position? = nil) throws
        -> ZoneOffsets
    {
        guard years.contains(year) else {
            throw Faults(
                Fault(
                    path: "year", "The year \(year) is out of range.",
                    remedy: "Write a year from \(years.lowerBound) to \(years.upperBound)."))
        }
        let key = Key(zone: zone, year: year)
        if let known = cache.withLock({ $0[key] }) { return known }
        guard let timeZone = timeZone(zone) else { throw unknown(zone, path: path, at: position) }
        let days = CivilDay.days(of: year)
        let made = ZoneOffsets(
            segments: scan(
                timeZone, from: (days.lowerBound.number - 3) * 86400, to: (days.upperBound.number + 4) * 86400))
        cache.withLock { if $0.count < 4096 { $0[key] = made } }
        return made
    }

    /// - Throws: `Faults` with the nearest name where there is no such zone.
    public static func check(_ zone: String, path: String = "", at position: Position? = nil) throws {
        guard timeZone(zone) != nil else { throw unknown(zone, path: path, at: position) }
    }

    private static let years = 1970...2200

    private struct Key: Hashable {
        var zone: String
        var year: Int
    }

    // A memo of a pure function: it can change the time an answer takes, never the answer.
    private static let cache = Mutex<[Key: ZoneOffsets]>([:])

    /// Foundation also takes abbreviations (`EST`, `GMT+5`), which mean different things to different people.
    private static func timeZone(_ name: String) -> TimeZone? {
        guard name == "UTC" || name.contains("/") else { return nil }
        return TimeZone(identifier: name)
    }

    private static func unknown(_ zone: String, path: String, at position: Position?) -> Faults {
        // Foundation lists some zones under their old names only (Asia/Calcutta); the atlas has the present ones.
        let present = Atlas.shared.countries.flatMap { [$0.timeZone] + $0.otherTimeZones }
        let nearest = NearestName.of(zone, in: present + TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") })
        return Faults(
            Fault(
                path: path, at: position, "There is no time zone \"\(zone)\".",
                remedy: nearest.map { "Did you mean \($0)?" }
                    ?? "Write an IANA name, such as America/Chicago or Asia/Kolkata."))
    }

    /// Looks twice a day and halves each stretch at whose ends the offsets differ, down to the second.
    private static func scan(_ zone: TimeZone, from first: Int, to last: Int) -> [Segment] {
        func offset(_ instant: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
        }
        var segments: [Segment] = []
        var start = first
        var current = offset(first)
        var before = first
        while before < last {
            let after = min(before + 43200, last)
            let next = offset(after)
            if next != current {
                var low = before
                var high = after
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(middle) == current { low = middle } else { high = middle }
                }
                segments.append(Segment(start: start, end: high, offset: current))
                start = high
                current = offset(high)
                // Another change within the half day would be found from here.
                before = high
                continue
            }
            before = after
        }
        segments.append(Segment(start: start, end: last, offset: current))
        return segments
    }
}
