import Notation
import Testing

@testable import Sourcing

@Suite struct CaseSchemaTests {
    /// Every key of the table, with the sections that hold it.
    private func keys(of section: Section, _ schema: Tree?, path: String) {
        for field in section.fields {
            let inner = schema?["properties"]?[field.key]
            #expect(inner?["description"]?.string?.hasPrefix(field.about) == true, "\(path).\(field.key)")
            switch field.kind {
            case .section(let group): keys(of: group, inner, path: "\(path).\(field.key)")
            case .named(let group, _): keys(of: group, inner?["additionalProperties"], path: "\(path).\(field.key)")
            case .wage(let group): keys(of: group, inner, path: "\(path).\(field.key)")
            case .tiers(let group): keys(of: group, inner?["items"], path: "\(path).\(field.key)")
            case .coordination(let group):
                keys(of: group, inner?["anyOf"]?.list?.last, path: "\(path).\(field.key)")
            default: break
            }
        }
    }

    @Test func hasEveryKeyOfTheTable() {
        keys(of: FieldTable.root, CaseSchema.tree, path: "")
    }

    @Test func theStarterCaseFitsTheSchema() throws {
        let document = try CaseReader.tree(text: StarterCase.text)
        #expect(SchemaProbe(root: CaseSchema.tree).misfits(document).isEmpty)
    }

    @Test func theSchemaRefusesWhatTheReaderRefuses() throws {
        let probe = SchemaProbe(root: CaseSchema.tree)
        for (old, new) in [
            ("kind: data-entry", "kind: dataentry"), ("handleTime: 3", "handelTime: 3"), ("months: 60", "months: 601"),
            ("baseline: true", "baseline: maybe"), ("handleTime: 3", "handleTime: { low: 1, likley: 2, high: 3 }"),
            ("  pune:", "  pune site:"), ("start: 2027-01", "start: January"),
        ] {
            #expect(!probe.misfits(try CaseReader.tree(text: changed(old, new))).isEmpty, "\(new)")
        }
    }
}

/// As much of a JSON Schema validator as the schema of the case file needs.
struct SchemaProbe {
    let root: Tree

    func misfits(_ value: Tree) -> [String] { misfits(value, root, path: "") }

    private func misfits(_ value: Tree, _ schema: Tree, path: String) -> [String] {
        if schema["$ref"] != nil {
            return misfits(value, root["$defs"]?["number"] ?? .null, path: path)
        }
        var found: [String] = []
        if let any = schema["anyOf"]?.list, !any.contains(where: { misfits(value, $0, path: path).isEmpty }) {
            found.append("\(path): no form fits")
        }
        if let choices = schema["enum"]?.list,
            !choices.contains(where: { JSONWriter.text($0) == JSONWriter.text(value) })
        {
            found.append("\(path): not a choice")
        }
        if let type = schema["type"] {
            let types = type.list?.compactMap(\.string) ?? [type.string ?? ""]
            if !types.contains(where: { fits(value, $0) }) { found.append("\(path): not \(types)") }
        }
        if let pattern = schema["pattern"]?.string, let regex = try? Regex(pattern),
            (value.string ?? "").firstMatch(of: regex) == nil
        {
            found.append("\(path): \(pattern)")
        }
        if let minimum = schema["minimum"]?.double, (value.double ?? minimum) < minimum {
            found.append("\(path): small")
        }
        if let maximum = schema["maximum"]?.double, (value.double ?? maximum) > maximum {
            found.append("\(path): large")
        }
        for key in schema["required"]?.list?.compactMap(\.string) ?? [] where value[key] == nil {
            found.append("\(path): \(key) is missing")
        }
        for (index, element) in (value.list ?? []).enumerated() {
            if let items = schema["items"] { found += misfits(element, items, path: "\(path).\(index)") }
        }
        for entry in value.entries ?? [] {
            let inner = "\(path).\(entry.key)"
            if let names = schema["propertyNames"] { found += misfits(.text(entry.key), names, path: inner) }
            if let property = schema["properties"]?[entry.key] {
                found += misfits(entry.value, property, path: inner)
            } else if let rest = schema["additionalProperties"] {
                found += rest.boolean == false ? ["\(inner): unknown"] : misfits(entry.value, rest, path: inner)
            }
        }
        return found
    }

    private func fits(_ value: Tree, _ type: String) -> Bool {
        switch (type, value.content) {
        case ("object", .map), ("array", .list), ("string", .text), ("number", .number), ("boolean", .bool): true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
