import Notation

/// The schema of the forms that only the selection section has.
enum EvaluationSchema {
    static func schema(_ kind: FieldKind) -> [(String, Tree)] {
        switch kind {
        case .names: list(of: name)
        case .levels:
            list(
                of: either([
                    .map([("type", .text("string"))]),
                    object(
                        ["words": .map([("type", .text("string"))]), "value": CaseSchema.scalar], required: ["words"]),
                ]), from: 2, to: 9)
        case .curvePoints: list(of: .map(list(of: CaseSchema.scalar, from: 2, to: 2)), from: 2, to: 50)
        case .swing: alternatives([CaseSchema.scalar, range])
        case .ratios:
            list(
                of: object(
                    [
                        "more": name, "less": name, "low": CaseSchema.scalar, "high": CaseSchema.scalar,
                        "times": CaseSchema.scalar,
                    ], required: ["more", "less"]))
        case .comparisons: map(of: .map(map(of: CaseSchema.scalar)))
        case .ninePoints: map(of: CaseSchema.scalar)
        case .gateAnswers:
            map(
                of: either([
                    answer,
                    object(["answer": answer, "evidence": .map([("type", .text("string"))])], required: ["answer"]),
                ]))
        case .facts: map(of: .map([("$ref", .text("#/$defs/number"))]))
        case .scores:
            map(
                of: .map(
                    map(
                        of: either([
                            CaseSchema.scalar,
                            object(
                                [
                                    "score": CaseSchema.scalar, "low": CaseSchema.scalar, "high": CaseSchema.scalar,
                                    "note": .map([("type", .text("string"))]),
                                ], required: []), .map([("type", .text("null"))]),
                        ]))))
        default: []
        }
    }

    private static let name = Tree.map([("type", .text("string")), ("pattern", .text(CaseSchema.namePattern))])
    private static let answer = Tree.map([
        ("enum", .list(Evaluation.GateState.allCases.map { .text($0.rawValue) }))
    ])
    private static let range = object(
        ["low": CaseSchema.scalar, "high": CaseSchema.scalar], required: ["low", "high"])

    private static func list(of element: Tree, from least: Int = 1, to most: Int = 800) -> [(String, Tree)] {
        [
            ("type", .text("array")), ("items", element), ("minItems", .number(least)), ("maxItems", .number(most)),
        ]
    }

    private static func map(of element: Tree) -> [(String, Tree)] {
        [
            ("type", .text("object")), ("propertyNames", .map([("pattern", .text(CaseSchema.namePattern))])),
            ("additionalProperties", element),
        ]
    }

    private static func alternatives(_ forms: [Tree]) -> [(String, Tree)] { [("anyOf", .list(forms))] }
    private static func either(_ forms: [Tree]) -> Tree { .map(alternatives(forms)) }

    private static func object(_ properties: KeyValuePairs<String, Tree>, required: [String]) -> Tree {
        .map([
            ("type", .text("object")), ("properties", .map(properties)),
            ("required", .list(required.map { .text($0) })), ("additionalProperties", .bool(false)),
        ])
    }
}
