extension Guide {
    static let glossaryFile = GuideFile(name: "glossary.md", bytes: PackageResources.glossary_md)

    /// In reading order. SwiftPM writes a line for the first digit of a name.
    static let chapterFiles: [GuideFile] = [
        GuideFile(name: "01-who-and-where.md", bytes: PackageResources._1_who_and_where_md),
        GuideFile(name: "02-your-first-case.md", bytes: PackageResources._2_your_first_case_md),
        GuideFile(name: "03-what-numbers-cost.md", bytes: PackageResources._3_what_numbers_cost_md),
        GuideFile(name: "04-reading-a-decision.md", bytes: PackageResources._4_reading_a_decision_md),
        GuideFile(name: "05-what-would-change-it.md", bytes: PackageResources._5_what_would_change_it_md),
        GuideFile(name: "06-choosing-partners.md", bytes: PackageResources._6_choosing_partners_md),
        GuideFile(name: "07-inviting-evaluators.md", bytes: PackageResources._7_inviting_evaluators_md),
        GuideFile(name: "08-moderation.md", bytes: PackageResources._8_moderation_md),
        GuideFile(name: "09-reading-a-choice.md", bytes: PackageResources._9_reading_a_choice_md),
        GuideFile(name: "10-negotiating.md", bytes: PackageResources._0_negotiating_md),
        GuideFile(name: "11-versions-and-evidence.md", bytes: PackageResources._1_versions_and_evidence_md),
        GuideFile(name: "12-before-you-sign.md", bytes: PackageResources._2_before_you_sign_md),
        GuideFile(name: "13-running-the-server.md", bytes: PackageResources._3_running_the_server_md),
        GuideFile(name: "problems.md", bytes: PackageResources.problems_md),
    ]
}
