@testable import Reports

enum EvidenceFixture {
    static let lines: [EvidenceLine] = [
        .sheet(
            .init(
                evaluator: "Ana Ortiz", handedIn: "12 November 2026, 16:04", scored: 34, asked: 35,
                remarks: ["on an older scale"], digest: "9a7f03c2d41e")),
        .sheet(.init(evaluator: "Ben Achterberg", handedIn: nil, scored: 12, asked: 35)),
        .remark("The scores of Chitra Nair stand only in the case file: nothing tells when they were given."),
        .opening(when: "16 November 2026, 09:00", by: "Ana Ortiz"),
        .change(
            .init(
                who: "Dov L.", when: "18 November 2026, 11:20", what: "Deccan Services, people", old: "2", new: "4",
                why: "Met the team lead in person", isAfterOpening: true)),
        .change(
            .init(
                who: "Ana Ortiz", when: "10 November 2026", what: "Prairie BPO, technology", old: "–", new: "3",
                why: nil,
                isAfterOpening: false)),
        .digest("5f1c9e0a7b4d2c8e6f3a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e", entries: 71),
    ]
}
