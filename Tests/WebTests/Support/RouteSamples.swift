import HTTPTypes
import Testing

@testable import Web

/// A valid request for every route, so that tests can go through the table. A route that is not known here fails them.
enum RouteSamples {
    enum Kind: Sendable { case caseID, job, person, token, link, number, evaluator, name, code, country, chapter }

    /// What a path's parameter names; nil for one that nobody has thought of.
    static func kind(_ route: Route, _ parameter: String) -> Kind? {
        switch parameter {
        case "number": return .number
        case "country" where route.path == "/atlas/{country}": return .country
        case "chapter" where route.path == "/guide/{chapter}": return .chapter
        case "evaluator": return .evaluator
        case "name" where route.path.hasPrefix("/assets/") || route.path.hasPrefix("/api/compute/"): return .name
        case "code" where route.path == "/join/{code}": return .code
        case "id":
            let path = route.path.hasPrefix("/api/") ? String(route.path.dropFirst(4)) : route.path
            let kinds: [(String, Kind)] = [
                ("/cases/{id}", .caseID), ("/jobs/{id}", .job), ("/people/invitations/{id}", .link),
                ("/people/{id}", .person), ("/account/tokens/{id}", .token),
            ]
            return kinds.first { path == $0.0 || path.hasPrefix($0.0 + "/") || path.hasPrefix($0.0 + ".") }?.1
        default: return nil
        }
    }

    /// The route's address with ids filled in.
    static func path(_ route: Route, _ ids: Holdings, number: Int = 1) -> String? {
        var path = route.path
        for parameter in parameters(route) {
            let value: String
            switch kind(route, parameter) {
            case .caseID: value = ids.caseID
            case .job: value = ids.job
            case .person: value = ids.person
            case .token: value = ids.token
            case .link: value = ids.link
            case .number: value = String(number)
            case .evaluator: value = "ben"
            case .name: value = route.path.hasPrefix("/assets/") ? "workspace.css" : "economics.npv"
            case .code: value = "none.none"
            case .country: value = "IN"
            case .chapter: value = "problems"
            case nil: return nil
            }
            path = path.replacing("{\(parameter)}", with: value)
        }
        return path
    }

    /// Also those that stand within a part, such as `{id}.csv`.
    static func parameters(_ route: Route) -> [String] {
        route.path.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
    }

    /// Whether a path's ids belong to somebody.
    static func isOfSomebody(_ route: Route) -> Bool {
        parameters(route).contains { ![.name, .code, .country, .chapter].contains(kind(route, $0)) }
    }

    /// A body that would change something where the route does.
    static func body(_ route: Route, _ ids: Holdings) -> TestSite.Body? {
        if !route.changes { return TestSite.Body.none }
        let text = caseText("Changed").replacing("\n", with: "\\n")
        let scores = #"{"scores":[{"partner":"deccan","criterion":"quality","low":2,"high":2}]}"#
        let boxes = ["score.deccan.quality", "score.deccan.safety", "score.tide.quality", "score.tide.safety"]
        let sheet: [(String, String)] = boxes.map { ($0, "2") } + [("accept-empty", "yes"), ("reason", "Misread")]
        let words = "four other words"
        switch "\(route.method.rawValue) \(route.path)" {
        case "POST /api/cases": return .json("{\"text\":\"\(text)\"}")
        case "POST /api/cases/check": return .json("{\"text\":\"\(text)\"}")
        case "PUT /api/cases/{id}": return .json("{\"text\":\"\(text)\"}")
        case "PUT /api/cases/{id}/archived": return .json("{\"archived\":true}")
        case "POST /api/cases/{id}/versions/{number}/restore": return .json("{\"base\":2}")
        case "POST /api/cases/{id}/scoring/opening", "POST /api/jobs/{id}/cancel": return TestSite.Body.none
        case "PUT /api/cases/{id}/evaluators/{evaluator}": return .json("{\"person\":\"\(ids.person)\"}")
        case "PUT /api/cases/{id}/sheet": return .json(scores)
        case "POST /api/cases/{id}/jobs": return .json("{\"trials\":1000}")
        case "PUT /api/people/{id}/roles": return .json("{\"roles\":[\"clerk\"]}")
        case "PUT /api/people/{id}/disabled": return .json("{\"disabled\":true}")
        case "POST /api/invitations": return .json("{\"email\":\"new@x.example\",\"roles\":[\"clerk\"]}")
        case "POST /api/compute/{name}":
            return .json("{\"rate\":0.1,\"cashFlows\":[-100,60,60],\"periodsPerYear\":1}")
        case "POST /sign-in": return .form([("email", "ada@alpha.example"), ("password", TestSite.password)])
        case "POST /join/{code}": return .form([("name", "X"), ("password", words), ("password2", words)])
        case "POST /account/password":
            return .form([("current", TestSite.password), ("password", words), ("password2", words)])
        case "POST /account/tokens": return .form([("name", "Robot"), ("scope", "read")])
        case "POST /cases/new": return .form([("way", "text"), ("text", caseText("New"))])
        case "POST /cases/{id}/edit":
            return .form([("base", "2"), ("text", caseText("Changed")), ("action", "save")])
        case "POST /cases/{id}/text":
            return .form([("base", "2"), ("text", caseText("Changed")), ("action", "save")])
        case "POST /cases/{id}/check": return .form([("text", caseText())])
        case "POST /cases/{id}/edit-values": return .form([("base", "2"), ("set", "horizon.months=24")])
        case "POST /cases/{id}/merge":
            return .form([("base", "1"), ("theirs", "2"), ("text", caseText("Mine")), ("mine", caseText("Mine"))])
        case "POST /cases/{id}/versions/{number}/restore": return .form([("base", "2")])
        case "POST /cases/{id}/evaluators": return .form([("evaluator", "ben"), ("person", ids.person)])
        case "POST /cases/{id}/invitations": return .form([("evaluator", "ben"), ("email", "new@x.example")])
        case "POST /cases/{id}/sheet/draft", "POST /cases/{id}/sheet/hand-in", "POST /cases/{id}/sheet/change":
            return .form(sheet)
        case "POST /cases/{id}/jobs": return .form([("trials", "1000")])
        case "POST /people/invite": return .form([("email", "new@x.example"), ("role", "clerk")])
        case "POST /people/{id}/roles": return .form([("role", "clerk")])
        case "POST /account/sign-out-everywhere", "POST /account/tokens/{id}/revoke", "POST /sign-out",
            "POST /cases/{id}/archive", "POST /cases/{id}/reopen", "POST /cases/{id}/open", "POST /jobs/{id}/cancel",
            "POST /people/invitations/{id}/revoke", "POST /people/{id}/disable", "POST /people/{id}/enable",
            "POST /people/{id}/password-link":
            return .form([])
        default: return nil
        }
    }

    /// Headers without which a route does not get as far as its ids.
    static func headers(_ route: Route) -> HTTPFields {
        route.method == .put && route.path == "/api/cases/{id}" ? [.ifMatch: "\"2\""] : [:]
    }

    /// Answers that do not end.
    static func streams(_ route: Route) -> Bool { route.path == "/api/events" }

    /// In the table's order; what ends the caller's own session comes last.
    static var routes: [Route] {
        RouteTable.routes.filter { !ends($0) } + RouteTable.routes.filter(ends)
    }
    static func ends(_ route: Route) -> Bool {
        ["/sign-out", "/account/sign-out-everywhere"].contains(route.path)
    }
}
