import Foundation
public import Logging
import Notation

/// A line of JSON for each event, on standard error.
public struct JSONLog: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let label: String

    public init(label: String, level: Logger.Level = .info) {
        self.label = label
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var entries: [(String, Tree)] = [
            ("time", .text(Date().formatted(.iso8601.time(includingFractionalSeconds: true)))),
            ("level", .text(event.level.rawValue)), ("log", .text(label)),
            ("message", .text(event.message.description)),
        ]
        let more = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in more.sorted(by: { $0.key < $1.key }) { entries.append((key, .text(value.description))) }
        // One write a line, so that lines of two threads do not mix.
        FileHandle.standardError.write(Data((JSONWriter.text(.map(entries)) + "\n").utf8))
    }
}
