import Logging
import Workspace

/// Everything that the routes share.
struct Site: Sendable {
    let workspace: Workspace
    let settings: WebSettings
    let answers: Answers
    let telemetry: Telemetry
    let worker: JobWorker
    let streams: StreamCounter
    let logger: Logger
}
