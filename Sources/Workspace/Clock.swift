import Foundation

/// Where the time comes from, so that tests can say what time it is.
public struct Clock: Sendable {
    /// Microseconds since 1970 in UTC.
    public var now: @Sendable () -> Int64

    public init(now: @escaping @Sendable () -> Int64) { self.now = now }

    public static let system = Clock { Int64(Date().timeIntervalSince1970 * 1_000_000) }
}

/// Microseconds since 1970, and how they are written.
public enum Moment {
    public static let second: Int64 = 1_000_000
    public static let minute: Int64 = 60 * second
    public static let hour: Int64 = 60 * minute
    public static let day: Int64 = 24 * hour

    /// `2026-11-16T09:30:00Z`.
    public static func iso(_ time: Int64) -> String {
        Date(timeIntervalSince1970: Double(time) / 1_000_000).formatted(.iso8601)
    }
}
