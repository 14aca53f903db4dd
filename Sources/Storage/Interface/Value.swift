/// What a column holds and a parameter takes.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])

    public static func integer(_ value: Int) -> Value { .integer(Int64(value)) }
    public static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
    public static func optional(_ value: Int64?) -> Value { value.map { .integer($0) } ?? .null }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(nilLiteral: ()) { self = .null }
}
