import Workspace

/// What the entries of the audit log are about, by name and with the page where it is seen.
///
/// The log itself keeps ids, because names change; the exports show them as they are.
struct AuditSubjects {
    private let organisation: (id: String, name: String)
    private let people: [String: String]
    private let cases: [String: String]
    private let opensPeople: Bool

    /// - Parameter people: names by id.
    init(_ exchange: Exchange, of ids: Set<String>, people: [String: String]) async throws {
        let member = try exchange.member
        organisation = (member.organisation, member.organisationName)
        self.people = people
        // Whoever may not read cases has no page to be led to, and may not learn their names here either.
        cases =
            member.can(.readCases)
            ? try await exchange.workspace.caseTitles(as: member, of: ids.filter { people[$0] == nil }) : [:]
        opensPeople = member.can(.managePeople)
    }

    func named(_ id: String) -> (name: String, path: String?) {
        if let title = cases[id] { return (title, CaseTab.overview.path(of: id)) }
        if let name = people[id] { return (name, opensPeople ? PeopleView.path(of: id) : nil) }
        if id == organisation.id { return (organisation.name, nil) }
        return (id, nil)
    }
}
