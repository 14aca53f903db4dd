import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTPTypes

/// Answers requests without a body on the connection's own event loop, from their reading to their writing.
///
/// By itself Hummingbird hands every request to a task on Swift's pool of threads and back: two queues and two wake-ups,
/// which cost more than reading a person from SQLite. Here the answer is begun where the request was read and, unless it
/// waits for something, ends there. What has a body, and what streams, goes Hummingbird's way.
///
/// Answers leave in the order of the requests: while one is awaited, whatever comes behind it is held, and the connection
/// is not read any further.
final class PromptAnswers<Responder: HTTPResponder>: ChannelDuplexHandler, RemovableChannelHandler
where Responder.Context == SiteContext {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Arrival {
        case part(HTTPRequestPart)
        case event(Any)
        case fault(any Error)
    }

    private let responder: Responder
    private let logger: Logger
    private let date = DateLine()
    private let server = HTTPField(name: .server, value: WebServer.name)
    private var context: ChannelHandlerContext?
    private var executor: LoopExecutor?
    /// Read to its head, and to be answered here.
    private var request: HTTPRequest?
    /// One of ours is awaited.
    private var isAnswering = false
    /// Requests in Hummingbird's hands.
    private var handedOn = 0
    /// What came behind the request that is awaited.
    private var held: [Arrival] = []
    /// A wish to close that waits for the answer.
    private var closing: (mode: CloseMode, promise: EventLoopPromise<Void>?)?
    private var isReleasing = false
    private var isReadWanted = false
    private var isInRead = false
    private var isUnflushed = false

    init(_ responder: Responder, logger: Logger) {
        self.responder = responder
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        executor = LoopExecutor(context.eventLoop)
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        held = []
        closing?.promise?.succeed()
        closing = nil
        context.fireChannelInactive()
    }

    // MARK: Coming in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isInRead = true
        take(.part(unwrapInboundIn(data)), context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isInRead = false
        flush(context)
        context.fireChannelReadComplete()
    }

    /// The end of input or the server's wish to stop must not overtake what is awaited.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) { take(.event(event), context) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { take(.fault(error), context) }

    func read(context: ChannelHandlerContext) {
        if isAnswering, !held.isEmpty {
            isReadWanted = true
        } else {
            context.read()
        }
    }

    private func take(_ arrival: Arrival, _ context: ChannelHandlerContext) {
        if isAnswering {
            held.append(arrival)
            return
        }
        switch arrival {
        case .event(let event): context.fireUserInboundEventTriggered(event)
        case .fault(let error): context.fireErrorCaught(error)
        case .part(.head(let head)) where handedOn == 0 && context.channel.isWritable && isPrompt(head):
            request = head
        case .part(let part):
            if let request {
                guard case .end = part else { return }
                self.request = nil
                answer(request, context)
            } else {
                if case .head = part { handedOn += 1 }
                context.fireChannelRead(wrapInboundOut(part))
            }
        }
    }

    private func isPrompt(_ head: HTTPRequest) -> Bool {
        guard head.method == .get || head.method == .head else { return false }
        for field in head.headerFields {
            switch field.name {
            case .contentLength where field.value != "0", .transferEncoding, .upgrade, .expect: return false
            case .connection where field.value.lowercased() != "keep-alive": return false
            default: break
            }
        }
        let path = head.path ?? ""
        let end = path.utf8.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
        return !RouteTable.streams(String(path[..<end]))
    }

    // MARK: Answering

    private func answer(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
        isAnswering = true
        let channel = context.channel
        // Everything here happens on the loop, on which the task begins and to which it comes back.
        nonisolated(unsafe) let handler = self
        Task.immediate(executorPreference: executor) { [responder, logger] in
            let (response, body) = await Self.response(responder, head, channel, logger)
            channel.eventLoop.assertInEventLoop()
            handler.end(response, body)
        }
    }

    private static func response(
        _ responder: Responder, _ head: HTTPRequest, _ channel: any Channel, _ logger: Logger
    ) async -> (HTTPResponse, ByteBuffer) {
        do {
            let response = try await responder.respond(
                to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
                context: SiteContext(source: .init(channel: channel, logger: logger)))
            return (response.head, try await response.body.collected())
        } catch {
            logger.error("A request failed", metadata: ["reason": "\(error)"])
            return (HTTPResponse(status: .internalServerError, headerFields: [.contentLength: "0"]), ByteBuffer())
        }
    }

    private func end(_ response: HTTPResponse, _ body: ByteBuffer) {
        isAnswering = false
        guard let context else { return }
        var response = response
        response.headerFields.append(HTTPField(name: .date, value: date.text()))
        response.headerFields.append(server)
        context.write(wrapOutboundOut(.head(response)), promise: nil)
        if body.readableBytes > 0 { context.write(wrapOutboundOut(.body(body)), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        isUnflushed = true
        // Before what was held: that may be the wish to close.
        if !isInRead || !held.isEmpty || closing != nil { flush(context) }
        if !isReleasing { release(context) }
        if let closing, !isAnswering {
            self.closing = nil
            context.close(mode: closing.mode, promise: closing.promise)
        }
    }

    /// Takes what was held, until the next answer is awaited.
    private func release(_ context: ChannelHandlerContext) {
        guard !held.isEmpty || isReadWanted else { return }
        isReleasing = true
        var hasArrived = false
        while !isAnswering, !held.isEmpty {
            take(held.removeFirst(), context)
            hasArrived = true
        }
        isReleasing = false
        if hasArrived, handedOn > 0 { context.fireChannelReadComplete() }
        if isReadWanted, !isAnswering {
            isReadWanted = false
            context.read()
        }
    }

    private func flush(_ context: ChannelHandlerContext) {
        guard isUnflushed else { return }
        isUnflushed = false
        context.flush()
    }

    // MARK: Going out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data), handedOn > 0 { handedOn -= 1 }
        context.write(data, promise: promise)
    }

    /// When the server ends, Hummingbird closes what it believes to be idle.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if isAnswering, mode != .input, closing == nil {
            closing = (mode, promise)
        } else {
            context.close(mode: mode, promise: promise)
        }
    }
}

/// Runs the parts of tasks on one event loop, in the order in which they come.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
