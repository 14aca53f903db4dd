import Hummingbird
import Logging
import NIOCore

/// What travels with a request beside itself.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel
    private let plainLogger: Logger
    private let number = RequestID()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        plainLogger = source.logger
    }

    /// The other end of the connection; nil in tests without a socket.
    var remoteAddress: String? { channel.remoteAddress?.ipAddress }

    /// By which a person's report and the log's line about the same request are brought together.
    var id: String { number.description }

    /// Names the request in every line; made where there is something to say, which is seldom.
    var logger: Logger {
        var logger = plainLogger
        logger[metadataKey: "request"] = .string(id)
        return logger
    }
}
