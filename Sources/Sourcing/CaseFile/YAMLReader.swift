import Foundation
public import Notation
import YAMLLimits
import Yams

/// Reads YAML into a tree, for text that people write.
///
/// Scalars follow YAML 1.2's core schema, so that `no` is Norwegian or Norway and never "false". What makes YAML
/// dangerous (deep nesting, aliases that expand without end) is refused by name.
public enum YAMLReader {
    public static let maximumDepth = 64
    /// Values after every alias is expanded.
    public static let maximumNodes = 100_000

    /// - Throws: one fault where the text is not YAML, or all faults of keys and tags.
    public static func read(_ bytes: [UInt8]) throws(Faults) -> Tree {
        try read(text: SourceText.decode(bytes, allowsMark: true))
    }

    public static func read(text: String) throws(Faults) -> Tree {
        if text.utf8.count > SourceText.maximumBytes { throw SourceText.tooLarge(text.utf8.count) }
        let guarded = YAMLGuard(text)
        try guarded.check()
        _ = nestingIsLimited
        do {
            let parser = try Parser(yaml: YAMLAliases.hidden(in: text), resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                throw Faults(
                    Fault(path: "", "The file is empty.", remedy: "Begin with: case: The title of the decision"))
            }
            // Nodes hold their anchors weakly; the parser owns them.
            return try withExtendedLifetime(parser) { try tree(root) }
        } catch let faults as Faults {
            throw faults
        } catch let error as YamlError {
            throw Faults(YAMLMessages.fault(for: error, in: guarded))
        } catch {
            throw Faults(Fault(path: "", "The file cannot be read as YAML."))
        }
    }

    private static func tree(_ root: Node) throws -> Tree {
        var reader = YAMLNodes()
        let tree = reader.tree(root, path: "", depth: 0)
        if !reader.faults.isEmpty { throw Faults(Array(reader.faults.prefix(FaultBook.maximum))) }
        return tree
    }

    /// The parser's own limit: a little more than ours, so that ours is the one that speaks where it can.
    private static let nestingIsLimited: Bool = {
        yaml_set_max_nest_level(CInt(maximumDepth) + 8)
        return true
    }()
}
