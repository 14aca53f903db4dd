public import Notation

/// The JSON Schema (2020-12) of the case file, for editors that complete and check while one types.
///
/// It is made from the table of keys that the reader uses. The reader checks more: a schema cannot compare dates.
public enum CaseSchema {
    public static let tree: Tree = {
        var root = object(FieldTable.root)
        root.insert(("$schema", .text("https://json-schema.org/draft/2020-12/schema")), at: 0)
        root.insert(("title", .text("Shoreline case file")), at: 1)
        root.append(("$defs", .map([("number", .map([("anyOf", .list(numberForms))]))])))
        return .map(root)
    }()

    private static func object(_ section: Section) -> [(String, Tree)] {
        var properties: [(String, Tree)] = []
        for field in section.fields { properties.append((field.key, schema(field))) }
        var out: [(String, Tree)] = [("type", .text("object")), ("properties", .map(properties))]
        let required = section.fields.filter(\.isRequired).map { Tree.text($0.key) }
        if !required.isEmpty { out.append(("required", .list(required))) }
        out.append(("additionalProperties", .bool(false)))
        return out
    }

    private static func schema(_ field: Field) -> Tree {
        var about = field.about
        if case .quantity(let measure) = field.kind { about += " " + limits(measure) }
        if case .number(let measure) = field.kind { about += " " + limits(measure) }
        return .map([("description", .text(about))] + schema(field.kind))
    }

    private static func limits(_ measure: Measure) -> String {
        let unit = measure.unit.isEmpty ? "" : "In \(measure.unit), unless a unit is stated. "
        return "\(unit)Allowed: \(measure.bounds)."
    }

    private static func schema(_ kind: FieldKind) -> [(String, Tree)] {
        switch kind {
        case .text: text(maximum: FieldTable.maximumText)
        case .flag: [("type", .text("boolean"))]
        case .choice(let choices): [("enum", .list(choices.map { .text($0) }))]
        case .name: [("type", .text("string")), ("pattern", .text(namePattern))]
        case .country, .timeZone, .serviceHours: [("type", .text("string"))]
        case .currency: [("type", .text("string")), ("pattern", .text("^[A-Z]{3}$"))]
        case .languages:
            [("type", .list([.text("array"), .text("string")])), ("items", .map([("pattern", .text("^[a-z]{2}$"))]))]
        case .yearMonth: [("type", .text("string")), ("pattern", .text("^[0-9]{4}-(0[1-9]|1[0-2])$"))]
        case .dailyWindow:
            [
                ("type", .text("string")),
                ("pattern", .text("^ *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2} *$")),
            ]
        case .whole(let range):
            [
                ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .number: [("type", .list([.text("number"), .text("string")]))]
        case .quantity: [("$ref", .text("#/$defs/number"))]
        case .numbers(let count, _):
            [
                ("type", .text("array")), ("items", .map([("type", .list([.text("number"), .text("string")]))])),
                ("minItems", .number(count)), ("maxItems", .number(count)),
            ]
        case .section(let section): object(section)
        case .named(let section, let limit):
            [
                ("type", .text("object")), ("maxProperties", .number(limit)),
                ("propertyNames", .map([("pattern", .text(namePattern))])),
                ("additionalProperties", .map(object(section))),
            ]
        case .exchangeRates:
            [
                ("type", .text("object")), ("propertyNames", .map([("pattern", .text("^[A-Z]{3}$"))])),
                ("additionalProperties", .map([("$ref", .text("#/$defs/number"))])),
            ]
        case .wage(let section): wage(section)
        case .tiers(let section):
            [
                ("type", .text("array")), ("minItems", .number(1)), ("maxItems", .number(50)),
                ("items", .map(object(section))),
            ]
        case .coordination(let section):
            [
                (
                    "anyOf",
                    .list([
                        .map([("enum", .list([.text("on"), .text("off"), .bool(true), .bool(false)]))]),
                        .map(object(section)),
                    ])
                )
            ]
        case .correlations:
            [
                ("type", .text("array")),
                (
                    "items",
                    .map([
                        ("type", .text("array")), ("minItems", .number(3)), ("maxItems", .number(3)),
                        ("prefixItems", .list([.map([("type", .text("string"))]), .map([("type", .text("string"))])])),
                    ])
                ),
            ]
        case .date: [("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
        case .countries:
            [("type", .text("array")), ("items", .map([("type", .text("string"))]))]
        case .figure: [("type", .list([.text("number"), .text("string")]))]
        case .names, .levels, .curvePoints, .swing, .ratios, .comparisons, .ninePoints, .gateAnswers, .facts, .scores:
            EvaluationSchema.schema(kind)
        }
    }

    static let namePattern = "^[A-Za-z0-9_-]{1,64}$"

    private static func text(maximum: Int) -> [(String, Tree)] {
        [("type", .list([.text("string"), .text("number")])), ("maxLength", .number(maximum))]
    }

    /// The keys of an uncertain amount may stand directly in the wage.
    private static func wage(_ section: Section) -> [(String, Tree)] {
        var properties = section.fields.map { ($0.key, schema($0)) }
        for form in QuantityReader.forms {
            for key in form.keys + form.optional { properties.append((key, .map([(String, Tree)]()))) }
        }
        properties.append(("unit", .map([("type", .text("string"))])))
        properties.append(("source", .map([("type", .text("string"))])))
        return [
            ("type", .text("object")), ("properties", .map(properties)), ("required", .list([.text("per")])),
            ("additionalProperties", .bool(false)),
        ]
    }

    static let scalar = Tree.map([("type", .list([.text("number"), .text("string")]))])

    private static var numberForms: [Tree] {
        let pair = Tree.map([
            ("type", .text("array")), ("items", scalar), ("minItems", .number(2)), ("maxItems", .number(2)),
        ])
        return [scalar]
            + QuantityReader.forms.map { form in
                var properties: [(String, Tree)] = []
                for key in form.keys + form.optional {
                    properties.append((key, ["uniform", "lognormal"].contains(key) ? pair : scalar))
                }
                properties.append(("unit", .map([("type", .text("string"))])))
                properties.append(("source", .map([("type", .text("string"))])))
                return .map([
                    ("type", .text("object")), ("properties", .map(properties)),
                    ("required", .list(form.keys.map { .text($0) })), ("additionalProperties", .bool(false)),
                ])
            }
    }
}
