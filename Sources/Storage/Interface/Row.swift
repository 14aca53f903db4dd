/// One row of an answer.
public struct Row: Hashable, Sendable {
    public var names: [String]
    public var values: [Value]

    public init(names: [String], values: [Value]) {
        self.names = names
        self.values = values
    }

    /// - Throws: ``StorageError/column(_:_:)`` where there is no such column.
    public func value(_ name: String) throws(StorageError) -> Value {
        guard let index = names.firstIndex(of: name) else { throw .column(name, "is not in the answer") }
        return values[index]
    }

    public func text(_ name: String) throws(StorageError) -> String {
        guard let text = try optionalText(name) else { throw .column(name, "is null") }
        return text
    }

    public func optionalText(_ name: String) throws(StorageError) -> String? {
        switch try value(name) {
        case .null: nil
        case .text(let text): text
        default: throw .column(name, "is no text")
        }
    }

    public func integer(_ name: String) throws(StorageError) -> Int64 {
        guard let number = try optionalInteger(name) else { throw .column(name, "is null") }
        return number
    }

    public func optionalInteger(_ name: String) throws(StorageError) -> Int64? {
        switch try value(name) {
        case .null: nil
        case .integer(let number): number
        default: throw .column(name, "is no whole number")
        }
    }

    public func real(_ name: String) throws(StorageError) -> Double {
        switch try value(name) {
        case .real(let number): number
        case .integer(let number): Double(number)
        default: throw .column(name, "is no number")
        }
    }

    public func bytes(_ name: String) throws(StorageError) -> [UInt8] {
        switch try value(name) {
        case .bytes(let bytes): bytes
        default: throw .column(name, "holds no bytes")
        }
    }
}
