public import Notation

/// What happened to the scores of a case: who handed in what and when, when the bids were opened, what changed after.
///
/// JSON Lines beside the case. Each line holds the SHA-256 of the line before it and ends with its own, so a line that
/// was altered, removed or moved is found and named. The chain cannot show that whole lines were cut off its end, or
/// that somebody rewrote it from some line on; ``head`` can: print it in a report, and compare later.
public struct EvaluationLog: Sendable {
    /// What stands before the first line.
    public static let start = String(repeating: "0", count: 64)
    /// 64 MB: thousands of sheets.
    public static let maximumBytes = 64 << 20

    public private(set) var records: [LogRecord] = []
    /// SHA-256 of the last line; zeros for an empty log.
    public private(set) var head = EvaluationLog.start

    public init() {}

    /// `accounts-payable.scores.jsonl` for `accounts-payable.yaml`.
    public static func path(beside file: String) -> String {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        let name = file.dropFirst(folder.count)
        let stem = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : name[..<$0] } ?? name
        return folder + stem + ".scores.jsonl"
    }

    /// Reads a log and follows its chain.
    ///
    /// - Throws: one fault at the first line that is not what was written.
    public init(_ bytes: [UInt8]) throws(Faults) {
        if bytes.count > Self.maximumBytes {
            throw SourceText.tooLarge(bytes.count, maximumBytes: Self.maximumBytes)
        }
        guard !bytes.isEmpty else { return }
        var start = 0
        while start < bytes.count {
            let number = records.count + 1
            guard let end = bytes[start...].firstIndex(of: 0x0A) else {
                throw Self.broken(
                    number,
                    "The last line is not complete: the computer may have stopped while it was written, or it was altered."
                )
            }
            let line = Array(bytes[start..<end])
            try take(line, number: number)
            start = end + 1
        }
    }

    private mutating func take(_ line: [UInt8], number: Int) throws(Faults) {
        guard let body = Self.unsealed(line) else {
            throw Self.broken(number, "This line was altered: it is not what was written.")
        }
        guard let tree = try? JSONReader.read(body, maximumBytes: Self.maximumBytes), let record = LogRecord(tree)
        else {
            throw Self.broken(number, "This line is not a record of an evaluation log.")
        }
        guard record.number == number, record.previous == head else {
            throw Self.broken(
                number,
                record.number > number
                    ? "Record \(number) is missing here: this line is record \(record.number)."
                    : record.number < number
                        ? "This line is record \(record.number), which belongs further up."
                        : "This record does not follow the line before it: a line was altered or replaced.")
        }
        if record.kind != .sheet, (record.kind == .opening) == (opening != nil) {
            throw Self.broken(
                number, opening == nil ? "A change stands before the opening." : "The bids are opened a second time.")
        }
        if record.kind == .sheet, opening != nil {
            throw Self.broken(number, "A first sheet stands after the opening.")
        }
        records.append(record)
        head = Digest.of(line)
    }

    private static func broken(_ line: Int, _ problem: String) -> Faults {
        Faults(
            Fault(
                path: "", at: Position(line: line, column: 1), problem,
                remedy: "The log is evidence: restore it from a copy, and find out what happened to it."))
    }

    // MARK: Writing

    /// Adds a record with its number and its link to the line before.
    ///
    /// - Returns: the line, with its end.
    public mutating func append(_ record: LogRecord) -> [UInt8] {
        var record = record
        record.number = records.count + 1
        record.previous = head
        let line = Self.sealed(JSONWriter.text(record.tree))
        records.append(record)
        head = Digest.of(line)
        return line + [0x0A]
    }

    /// The record's text up to its last brace, then the digest of that text: without it the last line of a log,
    /// which no other line speaks for, could be altered unseen.
    private static func sealed(_ text: String) -> [UInt8] {
        let body = Array(text.utf8.dropLast())
        return body + Array("\(mark)\(Digest.of(body))\"}".utf8)
    }

    private static let mark = ",\"seal\":\""

    /// The record without its seal; nil where the seal does not fit.
    private static func unsealed(_ line: [UInt8]) -> [UInt8]? {
        let length = mark.utf8.count + 64 + 2
        guard line.count > length else { return nil }
        let body = Array(line.dropLast(length))
        guard line == body + Array("\(mark)\(Digest.of(body))\"}".utf8) else { return nil }
        return body + [UInt8(ascii: "}")]
    }

    // MARK: Reading

    /// The opening of the bids, where it happened.
    public var opening: LogRecord? { records.first { $0.kind == .opening } }

    /// The sheet of an evaluator that counts: the last one before the opening.
    public func sheet(of evaluator: String) -> LogRecord? {
        records.last { $0.kind == .sheet && $0.evaluator == evaluator }
    }

    /// Whether the log once ended with this line, so that what was reported then still stands in it.
    public func contains(head digest: String) -> Bool {
        digest == Self.start || digest == head || records.contains { $0.previous == digest }
    }
}
