import Testing

@testable import Reports

@Suite struct ChartTests {
    @Test func rangeChartInPercentAndPixels() {
        let scale = MoneyScale.chart([2e6], MoneyFormat(currency: "USD"))
        let svg = RangeChart.svg(
            id: "x", title: "Cost", rows: [.init(label: "Pune & co", kind: "pick", p10: 1e6, p50: 1.5e6, p90: 2e6)],
            scale: scale)
        #expect(
            svg == """
                <svg class="plot" role="img" aria-labelledby="x-t x-d" width="100%" height="68">
                <title id="x-t">Cost</title>
                <desc id="x-d">Median with P10 to P90, $ million. Pune &amp; co: 1.50 (1.00 to 2.00).</desc>
                <g class="axis" aria-hidden="true">
                <line class="zero" x1="0%" x2="0%" y1="0" y2="46"/>
                <text class="tick mid" x="0%" y="62">0</text>
                <line class="grid" x1="24.04%" x2="24.04%" y1="0" y2="46"/>
                <text class="tick mid" x="24.04%" y="62">0.5</text>
                <line class="grid" x1="48.08%" x2="48.08%" y1="0" y2="46"/>
                <text class="tick mid" x="48.08%" y="62">1.0</text>
                <line class="grid" x1="72.12%" x2="72.12%" y1="0" y2="46"/>
                <text class="tick mid" x="72.12%" y="62">1.5</text>
                <line class="grid" x1="96.15%" x2="96.15%" y1="0" y2="46"/>
                <text class="tick mid" x="96.15%" y="62">2.0</text>
                </g>
                <g class="pick">
                <text class="label strong" x="0" y="16">Pune &amp; co</text>
                <text class="value" x="100%" y="16"><tspan class="strong">1.50</tspan> (1.00–2.00)</text>
                <rect class="range" x="48.08%" y="22" width="48.08%" height="14"/>
                <line class="median" x1="72.12%" x2="72.12%" y1="19" y2="39"/>
                </g>
                </svg>

                """)
    }

    @Test func futuresAlwaysAddUpToAHundred() {
        #expect(FuturesChart.marks([0.83, 0.168, 0.002, 0])?.reduce(0, +) == 100)
        #expect(FuturesChart.marks(Array(repeating: 1.0 / 12, count: 12))?.reduce(0, +) == 100)
        #expect(FuturesChart.marks([.nan, 1]) == nil)
        #expect(FuturesChart.marks([]) == nil)
    }

    @Test func scalesHoldZeroAndFewRoundTicks() {
        for values in [[0.0], [3.2, 9.1], [-4, -2], [-1, 700], [1e-9], [1e14, -3e14]] {
            let scale = Scale(values)
            #expect(scale.low <= 0 && scale.high >= 0 && scale.high > scale.low)
            #expect((2...8).contains(scale.ticks.count), "\(values) \(scale.ticks)")
            #expect(scale.ticks.contains(0))
        }
        #expect(Scale([5, .nan]).x(.nan) == 0)
    }

    @Test func costsBelowZeroStandLeftOfZero() {
        let scale = MoneyScale.chart([100], MoneyFormat(currency: "USD"))
        let svg = PartsChart.svg(
            id: "p", title: "Parts",
            rows: [.init(label: "A", kind: "other", parts: [100, 0, 0, 0, 0, 0, -50], total: 50)], scale: scale)
        #expect(svg.contains("class=\"seg k7\" x=\"3.7%\""))
    }

    @Test func shiftsAcrossMidnightAreTwoPieces() {
        #expect(HoursChart.pieces(1320, 1860).map { [$0.0, $0.1] } == [[0, 420], [1320, 1440]])
        #expect(HoursChart.pieces(-60, 480).map { [$0.0, $0.1] } == [[0, 480], [1380, 1440]])
        #expect(HoursChart.pieces(0, 1440).map { [$0.0, $0.1] } == [[0, 1440]])
        #expect(HoursChart.pieces(60, 60).isEmpty)
    }
}
