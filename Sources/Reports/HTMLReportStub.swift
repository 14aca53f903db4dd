public import Economics
public enum HTMLReport {
    public static func html(for: Decision, hours: [SiteHours], prepared: String) -> String { "" }
}
public struct SiteHours: Sendable {
    public static func of(_ decision: Decision) throws -> [SiteHours] { [] }
}
