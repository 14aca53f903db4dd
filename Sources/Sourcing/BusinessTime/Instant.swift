public import Notation

/// A moment, in whole seconds since 1970-01-01T00:00Z, written as ISO 8601 has it.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    /// - Parameter text: `2030-09-12T07:31:00Z`, or with an offset (`+05:30`). Leap seconds and fractions are refused.
    /// - Throws: `Faults` that quote the text.
    public init(_ text: String, path: String = "", at position: Position? = nil) throws {
        guard let seconds = Self.read(Array(text.utf8)) else {
            throw Faults(
                Fault(
                    path: path, at: position, "\"\(text.prefix(60))\" is no moment in time.",
                    remedy: "Write date, time and offset, such as 2030-09-12T07:31:00Z or 2030-09-12T09:31:00+02:00."))
        }
        self.seconds = seconds
    }

    private static func read(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A,
            bytes[16] == 0x3A, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
            let second = number(bytes[17..<19]), (1...12).contains(month), (1...31).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
        let date = CivilDay(year: year, month: month, day: day)
        guard date.components == (year, month, day), let offset = offset(bytes[19...]) else { return nil }
        return date.number * 86400 + hour * 3600 + minute * 60 + second - offset
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.elementsEqual([0x5A]) { return 0 }
        let bytes = Array(bytes)
        guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
            let hours = number(bytes[1..<3]),
            let minutes = number(bytes[4..<6]), hours < 19, minutes < 60
        else { return nil }
        return (bytes[0] == 0x2B ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    /// In UTC: `2030-09-12T07:31:00Z`.
    public var description: String { Self.clock(seconds) + "Z" }

    /// On a local clock: `2030-09-12T09:31:00+02:00`. An offset is written in whole minutes, rounded down.
    ///
    /// - Parameter offset: local time minus UTC, in seconds.
    public func text(offset: Int) -> String {
        let minutes = abs(offset) / 60
        return Self.clock(seconds + offset) + (offset < 0 ? "-" : "+") + Self.two(minutes / 60) + ":"
            + Self.two(minutes % 60)
    }

    private static func clock(_ seconds: Int) -> String {
        let day = Int((Double(seconds) / 86400).rounded(.down))
        let rest = seconds - day * 86400
        return "\(CivilDay(number: day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension CivilDay {
    /// - Parameter text: `2027-03-14`.
    /// - Returns: nil where the text is no date of the calendar.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard components == (year, month, day) else { return nil }
    }
}
