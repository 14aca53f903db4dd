import CPostgreSQL

/// Values on their way to PostgreSQL, in its binary form.
struct PostgreSQLParameters {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where a value begins in `bytes`; nil for a null.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    var count: Int { types.count }

    init(_ values: [Value]) {
        for value in values {
            let start = bytes.count
            switch value {
            // Not used in the statement; the type only has to be some type. Apart from texts in the key of the cache.
            case .null: types.append(PostgreSQLColumn.varchar)
            case .integer(let number):
                types.append(PostgreSQLColumn.int8)
                append(UInt64(bitPattern: number))
            case .real(let number):
                types.append(PostgreSQLColumn.float8)
                append(number.bitPattern)
            case .text(let text):
                types.append(PostgreSQLColumn.text)
                bytes += text.utf8
            case .bytes(let raw):
                types.append(PostgreSQLColumn.bytea)
                bytes += raw
            }
            starts.append(value == .null ? nil : start)
            lengths.append(Int32(clamping: bytes.count - start))
        }
        // So that an empty value at the end has an address too.
        bytes.append(0)
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    func withPointers<Answer>(
        _ work: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Answer
    ) -> Answer {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers: [UnsafePointer<CChar>?] = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            let formats = [Int32](repeating: 1, count: count)
            return work(pointers, lengths, formats)
        }
    }
}
