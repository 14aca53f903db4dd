/// The criteria that companies start from, each with a scale whose levels are described, so that a 3 means the same to
/// everyone. A case may change any of it; what it changes is part of the scale's version.
public enum CriteriaLibrary {
    /// In the order in which a starter case lists them.
    public static let all: [Evaluation.Criterion] = [
        scored(
            "experience", "Experience", "Years in this line of work, size, and clients like us.",
            [
                "New to this work, or no client of our size",
                "Up to two years of it, or only much smaller clients",
                "Three to five years, at least one client like us",
                "Six to ten years, several clients like us, a team larger than ours would be",
                "More than ten years, many clients like us, and our volume would be routine",
            ]),
        scored(
            "expertise", "Expertise in the service", "How well it knows this kind of work and its pitfalls.",
            [
                "Would learn the work from us",
                "Knows the work in general, not our kind of documents or rules",
                "Does the same work elsewhere, asks the right questions",
                "Does it at our standard now and shows its own methods and figures",
                "Would raise our standard: shows measured improvements at comparable clients",
            ]),
        scored(
            "track-record", "Track record and references", "What past clients say when they are called.",
            [
                "References refused, or a reference warns of it",
                "References given, none reached or none comparable",
                "One comparable reference is satisfied",
                "Two or more comparable references are satisfied and would buy again",
                "Long relations, renewed more than once, and nothing that was promised and not kept",
            ]),
        scored(
            "reputation", "Reputation", "What is publicly known: press, courts, ratings, own staff.",
            [
                "Open disputes or sanctions that matter here",
                "Complaints that repeat",
                "Nothing known, good or bad",
                "Well spoken of by several independent sources",
                "Known for this work, confirmed by independent sources",
            ]),
        scored(
            "service-level", "Service level and customer experience",
            "What it commits to, and how our people and customers would be treated.",
            [
                "Commits to effort only",
                "Commits to turnaround or accuracy, not both; no credits",
                "Commits to both at our level, with credits that hardly hurt",
                "Commits to both with credits that matter, and reports weekly",
                "Commits beyond our level, credits that matter, live figures, a named person who answers the same day",
            ]),
        scored(
            "people", "People", "Skills, languages, attrition, and who exactly would do the work.",
            [
                "Nobody named, attrition unknown or above 60 % a year",
                "Skills below what is needed, or attrition of 40 to 60 %",
                "Adequate skills and languages, attrition of 25 to 40 %",
                "Good skills, the team lead named and met, attrition of 15 to 25 %",
                "Strong team named and met, fluent, attrition below 15 %",
            ]),
        scored(
            "security", "Security and compliance", "How data is protected, and who has checked it.",
            [
                "No policy, or an unsettled breach",
                "Policies on paper, nobody outside has checked",
                "Certified (ISO 27001 or SOC 2), scope unclear or findings open",
                "Certified for this site and work, no open findings",
                "Certified, tested by outsiders every year, reports shown to us, clean-room and screened staff",
            ]),
        scored(
            "financial-strength", "Financial strength", "Whether it will still be there at the end of the contract.",
            [
                "Losses and debts, or no accounts shown",
                "Thin: we would be more than a quarter of its turnover",
                "Sound accounts, we would be a tenth to a quarter of its turnover",
                "Profitable for three years, audited, we would be below a tenth",
                "Strong, audited, diversified; no single client is decisive",
            ]),
        scored(
            "technology", "Technology", "Tools, automation, and how they fit with ours.",
            [
                "Spreadsheets and mail",
                "A work-flow tool, no link to ours",
                "A work-flow tool with file exchange, audit trail",
                "Capture and work-flow linked to our systems elsewhere, with measured automation",
                "The same, live with our very system, and shown to us at work",
            ]),
        scored(
            "continuity", "Location and continuity", "What happens when the site, the line or the city fails.",
            [
                "One site, no plan",
                "One site, a plan never tried",
                "A second site that could take over within a week",
                "A second site tried within the last year, back within two days",
                "Work already shared by two sites in different regions",
            ]),
        scored(
            "cultural-fit", "Cultural fit", "How it says no, reports trouble and works with ours.",
            [
                "Works only as told, trouble comes out late",
                "Trouble comes out when asked",
                "Reports trouble, leaves its solution to us",
                "Raises problems early, with proposals",
                "Raises problems early, settles most of them, and our people ask to work with them",
            ]),
        figure(
            "years", "Years in this line of work", "Years since its first client for this kind of work.", unit: "years",
            .points([.init(0, 0), .init(3, 0.5), .init(6, 0.8), .init(12, 1)])),
        figure(
            "similar-clients", "Clients like us", "Clients of our size and kind that it serves now.", unit: "clients",
            .points([.init(0, 0), .init(1, 0.5), .init(3, 0.8), .init(8, 1)])),
        figure(
            "attrition", "Attrition", "Leavers a year over the average headcount, on this kind of work.",
            unit: "% a year", .exponential(worst: 0.6, best: 0.1, curvature: 0)),
        figure(
            "staff", "Staff in this service", "People who do this kind of work there now.", unit: "people",
            .points([.init(0, 0), .init(50, 0.4), .init(200, 0.8), .init(1000, 1)])),
    ]

    public static func criterion(named name: String) -> Evaluation.Criterion? { all.first { $0.name == name } }

    private static func scored(
        _ name: String, _ title: String, _ about: String, _ levels: [String]
    ) -> Evaluation.Criterion {
        let step = 1 / Double(levels.count - 1)
        var criterion = Evaluation.Criterion(
            name: name, title: title, about: about, kind: .score,
            scale: .levels(levels.enumerated().map { .init($1, value: Double($0) * step) }))
        criterion.library = name
        return criterion
    }

    private static func figure(
        _ name: String, _ title: String, _ about: String, unit: String, _ curve: Evaluation.Curve
    ) -> Evaluation.Criterion {
        var criterion = Evaluation.Criterion(
            name: name, title: title, about: about, kind: .fact, scale: .facts(unit: unit, curve))
        criterion.library = name
        return criterion
    }
}
