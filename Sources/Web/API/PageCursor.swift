import Notation
import Workspace

/// Where the next page of a list begins: a time and an id, so that two of one moment are neither doubled nor lost.
enum PageCursor {
    static func text(_ time: Int64, _ id: String) -> String { "\(time)-\(id)" }

    /// - Throws: where the text is none that ``text(_:_:)`` wrote.
    static func read(_ text: String?, field: String) throws(WorkspaceError) -> (time: Int64, id: String)? {
        guard let text, !text.isEmpty else { return nil }
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let time = Int64(parts[0]) else {
            throw .invalid(
                Faults(
                    Fault(path: field, "“\(text.prefix(40))” is no page.", remedy: "Send `next` of the page before.")))
        }
        return (time, String(parts[1]))
    }
}
