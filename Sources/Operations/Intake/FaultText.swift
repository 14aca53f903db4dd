import Notation
import Storage

/// Faults of a batch as they are kept, so that a retry gets the first answer.
enum FaultText {
    static func write(_ faults: [RowFault]) -> String {
        JSONWriter.text(
            .list(
                faults.map { fault in
                    .list([
                        .number(fault.row), .text(fault.fault.path), .text(fault.fault.problem),
                        .text(fault.fault.remedy),
                    ])
                }))
    }

    static func read(_ text: String) throws -> [RowFault] {
        guard let list = try JSONReader.read(text: text).list else { throw StorageError.damaged("faults of a batch") }
        return try list.map { tree in
            guard let parts = tree.list, parts.count == 4, let row = parts[0].double, let path = parts[1].string,
                let problem = parts[2].string, let remedy = parts[3].string
            else { throw StorageError.damaged("faults of a batch") }
            return RowFault(row: Int(row), fault: EntryFault(path: path, problem: problem, remedy: remedy))
        }
    }
}
