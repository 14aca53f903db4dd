extension Glossary {
    /// The terms that stand on each page of the workspace, in the order in which a reader meets them.
    public static let pageWords: [String: [String]] = [
        "home": ["case", "evaluator", "score sheet", "draft", "version", "workspace"],
        "cases": ["case", "option", "baseline", "version"],
        "decision": [
            "outsourced", "offshored", "onshore", "nearshore", "offshore", "in-house", "captive", "partner", "option",
            "baseline", "simulated future", "mean", "P10–P90", "median", "present value", "discount rate", "payback",
            "headline saving", "hidden cost", "driver", "swing of a driver", "break-even", "value of certainty",
            "cannot be told apart", "assumption register",
        ],
        "choice": [
            "partner", "criterion", "gate", "veto", "weight", "swing points", "value function", "acceptability",
            "way to weigh it", "points", "central weights", "confidence", "stability", "agreement",
            "cannot be told apart", "break-even price", "second opinion", "evidence log", "P10–P90",
        ],
        "scoring": [
            "evaluator", "score sheet", "blind", "moderation", "agreement", "opening of the bids", "evidence log",
            "gate", "criterion", "score",
        ],
        "sheet": [
            "score sheet", "draft", "blind", "criterion", "score", "value function", "not known", "opening of the bids",
        ],
        "places": [
            "onshore", "nearshore", "offshore", "working-hours overlap", "governance indicators", "English level",
            "gate", "criterion", "weight", "P10–P90", "not known",
        ],
        "edit": [
            "case", "function", "option", "baseline", "in-house", "captive", "partner", "driver", "uncertain number",
            "handle time", "discount rate", "horizon", "criterion", "gate", "swing points",
        ],
        "versions": ["version", "merge", "difference", "restore"],
        "atlas": [
            "onshore", "nearshore", "offshore", "working-hours overlap", "labour cost", "English level",
            "governance indicators", "cultural distance", "price level", "not known",
        ],
        "people": ["workspace", "organisation", "role", "invitation", "token", "audit log"],
        "audit": ["audit log", "fingerprint", "chain", "role", "token"],
    ]
}
