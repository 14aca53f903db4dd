import Notation
import Testing

@Suite struct JSONWriterTests {
    /// `next` of a page of jobs is a moment in microseconds; with “.0” the server refused its own cursor.
    @Test(arguments: [
        (1_795_580_182_122_834.0, "1795580182122834"), (-1_795_580_182_122_834.0, "-1795580182122834"),
        (9_007_199_254_740_991.0, "9007199254740991"), (3.0, "3"), (0.1, "0.1"),
    ])
    func wholeNumbersHaveNoPoint(_ value: Double, _ expected: String) {
        #expect(JSONWriter.number(value) == expected)
    }
}
