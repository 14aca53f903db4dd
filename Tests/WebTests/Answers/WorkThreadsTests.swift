import Foundation
import Synchronization
import Testing

@testable import Web

@Suite struct WorkThreadsTests {
    /// How many run now, and the most there were.
    private final class Watch: Sendable {
        private let state = Mutex((now: 0, most: 0))
        var most: Int { state.withLock { $0.most } }

        func work() {
            state.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            usleep(2000)
            state.withLock { $0.now -= 1 }
        }
    }

    @Test func aFewAtOnceAndAllInTheEnd() async {
        let threads = WorkThreads(atOnce: 2)
        let watch = Watch()
        await withTaskGroup { group in
            for _ in 0..<40 {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        threads.start {
                            watch.work()
                            continuation.resume()
                        }
                    }
                }
            }
        }
        #expect(watch.most == 2)
    }

    @Test func whoWaitsLongestIsNext() {
        let threads = WorkThreads(atOnce: 1)
        let order = Mutex<[Int]>([])
        let done = DispatchSemaphore(value: 0)
        let hold = DispatchSemaphore(value: 0)
        threads.start { hold.wait() }
        for number in 0..<20 {
            threads.start {
                order.withLock { $0.append(number) }
                done.signal()
            }
        }
        hold.signal()
        for _ in 0..<20 { done.wait() }
        #expect(order.withLock { $0 } == Array(0..<20))
    }
}
