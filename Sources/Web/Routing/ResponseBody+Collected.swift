import HTTPTypes
import Hummingbird
import NIOCore

extension ResponseBody {
    /// All of a body that has an end.
    consuming func collected() async throws -> ByteBuffer {
        let sink = Sink()
        try await write(sink)
        return sink.buffer
    }

    private final class Sink: ResponseBodyWriter {
        var buffer = ByteBuffer()

        func write(_ buffer: ByteBuffer) async throws {
            // The first part is mostly the only one, and need not be copied.
            if self.buffer.readableBytes == 0 {
                self.buffer = buffer
            } else {
                self.buffer.writeImmutableBuffer(buffer)
            }
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
