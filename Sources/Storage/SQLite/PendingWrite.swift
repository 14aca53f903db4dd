/// A body that waits for the writer, and whoever waits for its answer.
final class PendingWrite: Sendable {
    /// What is known when the body has ended and the commit has not been made.
    enum Outcome {
        /// To be called when the commit is known to have been made, or with what kept it from being made.
        case kept(answer: @Sendable ((any Error)?) -> Void)
        case failed(any Error)
    }

    let cancellation: Cancellation
    private let body: @Sendable (SQLiteStatements) -> Outcome
    let fail: @Sendable (any Error) -> Void

    init<Answer: Sendable>(
        _ cancellation: Cancellation, _ continuation: CheckedContinuation<Answer, any Error>,
        _ body: @escaping @Sendable (SQLiteStatements) throws -> Answer
    ) {
        self.cancellation = cancellation
        fail = { continuation.resume(throwing: $0) }
        self.body = { statements in
            do {
                let answer = try body(statements)
                try statements.state.finish()
                return .kept { failure in
                    if let failure {
                        continuation.resume(throwing: failure)
                    } else {
                        continuation.resume(returning: answer)
                    }
                }
            } catch {
                return .failed(SQLiteFault.map(error))
            }
        }
    }

    /// May be run again where the transaction was lost.
    func run(_ statements: SQLiteStatements) -> Outcome {
        defer { statements.state.end() }
        return body(statements)
    }
}
