import Foundation
public import Notation

/// Turns a case file into a case, or into everything that is wrong with it.
public enum CaseReader {
    /// Reads a file: JSON when it begins with `{`, YAML otherwise.
    ///
    /// - Throws: `Faults` that carry the file's name.
    public static func read(file path: String) throws(Faults) -> Case {
        try named(path) { () throws(Faults) in try read(tree(file: path)) }
    }

    public static func read(text: String) throws(Faults) -> Case {
        try read(tree(text: text))
    }

    public static func read(bytes: [UInt8]) throws(Faults) -> Case {
        try read(tree(bytes: bytes))
    }

    /// - Throws: all faults, in the order of their lines.
    public static func read(_ tree: Tree) throws(Faults) -> Case {
        let book = FaultBook()
        let decoded = CaseDecoder(book: book).decode(tree)
        if let decoded, book.faults.isEmpty { return decoded }
        // A fault is always noted where decoding gives up; an empty list would be a silent refusal.
        let faults = book.inOrder
        throw Faults(faults.isEmpty ? [Fault(path: "", "This is not a case file.")] : faults)
    }

    /// The document of a file, without asking what it means.
    public static func tree(file path: String) throws(Faults) -> Tree {
        try named(path) { () throws(Faults) in try tree(bytes: bytes(file: path)) }
    }

    public static func tree(text: String) throws(Faults) -> Tree { try tree(bytes: Array(text.utf8)) }

    public static func tree(bytes: [UInt8]) throws(Faults) -> Tree {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        let first = body.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return try first == UInt8(ascii: "{") && looksLikeJSON(body) ? JSONReader.read(bytes) : YAMLReader.read(bytes)
    }

    /// A YAML file may begin with `{` too; JSON has a quote or `}` behind it.
    private static func looksLikeJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return false }
        let next = bytes[(brace + 1)...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return next == nil || next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    }

    private static func named<Result>(_ path: String, _ work: () throws(Faults) -> Result) throws(Faults) -> Result {
        do {
            return try work()
        } catch {
            throw Faults(error.faults, file: path)
        }
    }

    private static func bytes(file path: String) throws(Faults) -> [UInt8] {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Faults(Fault(path: "", "There is no such file.", remedy: "Check its name and the folder you are in."))
        }
        if isFolder.boolValue {
            throw Faults(Fault(path: "", "This is a folder, not a file.", remedy: "Name the case file in it."))
        }
        // The size alone decides, so that a huge file is refused without being read.
        if let size = (try? manager.attributesOfItem(atPath: path))?[.size] as? Int, size > SourceText.maximumBytes {
            throw SourceText.tooLarge(size)
        }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: SourceText.maximumBytes + 1)
        else {
            if let size = (try? manager.attributesOfItem(atPath: path))?[.size] as? Int, size == 0 { return [] }
            throw Faults(
                Fault(path: "", "The file cannot be read.", remedy: "Check that you have the right to read it."))
        }
        return Array(data)
    }
}
