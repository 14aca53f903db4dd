import Workspace

/// The names of what entries of the audit log are about, as far as whoever looks may see it.
struct AuditSubjects {
    private let people: [String: String]
    private let cases: [String: String]
    private let organisation: (id: String, name: String)
    private let mayManage: Bool

    init(_ exchange: Exchange, people: [String: String]) async throws {
        let member = try exchange.member
        self.people = people
        organisation = (member.organisation, member.organisationName)
        mayManage = member.can(.managePeople)
        cases = member.can(.readCases) ? try await exchange.workspace.titles(as: member) : [:]
    }

    /// The name, and the page that shows it. What has none keeps its id: a token, a link, a case that may not be read.
    func of(_ entry: AuditEntry) -> (name: String, path: String?) {
        if let title = cases[entry.subject] { return (title, CaseTab.overview.path(of: entry.subject)) }
        if let name = people[entry.subject] { return (name, mayManage ? "/people" : nil) }
        if entry.subject == organisation.id { return (organisation.name, nil) }
        return (entry.subject, nil)
    }
}
