import Foundation
import Testing

@testable import Economics

@Suite struct NormalDistributionTests {
    /// Check values printed in Wichura, Algorithm AS 241, Applied Statistics 37(3) (1988), for PPND16.
    @Test(arguments: [
        (0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_814), (1e-20, -9.262_340_089_798_408),
    ])
    func wichurasOwnValues(_ p: Double, _ z: Double) {
        #expect(abs(NormalDistribution.quantile(p) / z - 1) < 2e-15)
    }

    /// SciPy 1.17, scipy.stats.norm.ppf.
    @Test(arguments: [
        (0.75, 0.674_489_750_196_081_7), (0.9, 1.281_551_565_544_600_4), (0.95, 1.644_853_626_951_472_2),
        (0.975, 1.959_963_984_540_054), (0.99, 2.326_347_874_040_840_8), (0.999, 3.090_232_306_167_813),
        (1e-10, -6.361_340_902_404_056), (1e-100, -21.273_453_560_965_322),
    ])
    func anotherImplementation(_ p: Double, _ z: Double) {
        #expect(abs(NormalDistribution.quantile(p) / z - 1) < 1e-14)
    }

    @Test func middleAndSymmetry() {
        #expect(NormalDistribution.quantile(0.5) == 0)
        for step in 1..<500 {
            let p = Double(step) / 1024
            #expect(NormalDistribution.quantile(p) == -NormalDistribution.quantile(1 - p))
            #expect(NormalDistribution.upperQuantile(p) == -NormalDistribution.quantile(p))
        }
    }

    @Test func cumulativeUndoesTheQuantile() {
        for exponent in stride(from: -80.0, through: -0.02, by: 0.37) {
            let p = pow(10, exponent)
            let z = NormalDistribution.quantile(p)
            #expect(abs(NormalDistribution.cumulative(z) / p - 1) < 1e-12, "\(p)")
        }
    }

    @Test func densityIsTheSlopeOfTheCumulative() {
        for z in stride(from: -5.0, through: 5, by: 0.25) {
            let h = 1e-4
            let slope = (NormalDistribution.cumulative(z + h) - NormalDistribution.cumulative(z - h)) / (2 * h)
            #expect(abs(slope - NormalDistribution.density(z)) < 1e-8)
        }
    }
}
