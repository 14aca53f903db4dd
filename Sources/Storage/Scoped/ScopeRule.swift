/// The choke point between organisations, by reading each statement: placeholder of the first commit.
enum ScopeRule {
    static func check(_ sql: String) throws {}
    static func checkSystem(_ sql: String) throws {}
}
