import CPostgreSQL
import Foundation

/// The type of a column and how its values are read.
struct PostgreSQLColumn: Hashable {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
    /// What a literal NULL is where nothing says more.
    static let unknown: Oid = 705

    var type: Oid

    /// Sums are `numeric`, whose binary form is decimal digits in groups; their text is read instead.
    var isBinary: Bool { type != Self.numeric }

    func value(_ result: OpaquePointer, _ row: Int32, _ column: Int32) throws(StorageError) -> Value {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        return PQfformat(result, column) == 1 ? try binary(bytes) : try text(bytes)
    }

    private func binary(_ bytes: UnsafeRawBufferPointer) throws(StorageError) -> Value {
        switch type {
        case Self.int8: .integer(Int64(bitPattern: bytes.loadUnaligned(as: UInt64.self).bigEndian))
        case Self.int4: .integer(Int64(Int32(bitPattern: bytes.loadUnaligned(as: UInt32.self).bigEndian)))
        case Self.int2: .integer(Int64(Int16(bitPattern: bytes.loadUnaligned(as: UInt16.self).bigEndian)))
        case Self.bool: .integer(Int64(bytes.first ?? 0))
        case Self.float8: .real(Double(bitPattern: bytes.loadUnaligned(as: UInt64.self).bigEndian))
        case Self.float4: .real(Double(Float(bitPattern: bytes.loadUnaligned(as: UInt32.self).bigEndian)))
        case Self.text, Self.varchar, Self.bpchar, Self.name, Self.unknown:
            .text(String(decoding: bytes, as: UTF8.self))
        case Self.bytea: .bytes(Array(bytes))
        default: throw unknownType
        }
    }

    private func text(_ bytes: UnsafeRawBufferPointer) throws(StorageError) -> Value {
        let text = String(decoding: bytes, as: UTF8.self)
        switch type {
        case Self.int8, Self.int4, Self.int2: return .integer(try number(Int64(text)))
        case Self.bool: return .integer(text == "t" ? 1 : 0)
        case Self.float8, Self.float4: return .real(try number(Double(text)))
        case Self.numeric:
            return text.contains(".") ? .real(try number(Double(text))) : .integer(try number(Int64(text)))
        case Self.text, Self.varchar, Self.bpchar, Self.name, Self.unknown: return .text(text)
        case Self.bytea: return .bytes(Self.bytes(hexadecimal: bytes))
        default: throw unknownType
        }
    }

    private func number<Number>(_ number: Number?) throws(StorageError) -> Number {
        guard let number else { throw .column("of an answer", "is beyond what a whole number can be") }
        return number
    }

    private var unknownType: StorageError {
        .column("of an answer", "has PostgreSQL's type \(type), which the two databases do not share")
    }

    /// `\x00ff`
    private static func bytes(hexadecimal text: UnsafeRawBufferPointer) -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8 { byte <= UInt8(ascii: "9") ? byte & 15 : (byte & 15) + 9 }
        return stride(from: 2, to: text.count - 1, by: 2).map { digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }
}
