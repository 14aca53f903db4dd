import Reports

/// The pages of one case.
package enum CaseTab: String, Sendable, CaseIterable {
    case overview, decision, choice, scoring, places, edit, text, versions

    package var title: String {
        switch self {
        case .overview: "Overview"
        case .decision: "Decision"
        case .choice: "Choice"
        case .scoring: "Scoring"
        case .places: "Places"
        case .edit: "Edit"
        case .text: "As text"
        case .versions: "Versions"
        }
    }

    /// `/cases/{id}` for the overview, `/cases/{id}/decision` and so on for the others.
    package func path(of id: String) -> String {
        let root = "/cases/" + PathText.escape(id)
        return self == .overview ? root : root + "/" + rawValue
    }
}

/// The way from one page of a case to another.
package enum CaseTabs {
    /// - Parameters:
    ///   - canEdit: whether the form and the text are offered.
    ///   - hidden: pages that the case has nothing for, such as a choice without a selection section.
    package static func html(
        id: String, current: CaseTab, canEdit: Bool, hidden: Set<CaseTab> = []
    ) -> String {
        let shown = CaseTab.allCases.filter { tab in
            !hidden.contains(tab) && (canEdit || ![.edit, .text].contains(tab))
        }
        let links = shown.map { tab in
            let mark = tab == current ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(tab.path(of: id))\"\(mark)>\(tab.title)</a></li>\n"
        }
        return "<nav class=\"tabs\" aria-label=\"Case\">\n<ul>\n\(links.joined())</ul>\n</nav>\n"
    }
}
