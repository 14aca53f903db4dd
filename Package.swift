// swift-tools-version: 6.2
import PackageDescription

/// The strict features that every room of the house is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The month-by-month arithmetic: no overflow checks, because it holds nothing but floating point.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-Ounchecked"], .when(configuration: .release))]

let package = Package(
    name: "Shoreline",
    products: [
        .executable(name: "shoreline", targets: ["shoreline"]),
        .library(name: "Economics", targets: ["Economics"]),
        .library(name: "Selection", targets: ["Selection"]),
        .library(name: "Atlas", targets: ["Atlas"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Ground floor: facts and notation. No rules of the field.
        .target(name: "Notation", swiftSettings: strict),
        .target(
            name: "AtlasData", exclude: ["Data"],
            cSettings: [.unsafeFlags(["-std=c2x", "-Wno-c23-extensions"])]),
        .target(name: "Atlas", dependencies: ["AtlasData", "Notation"], swiftSettings: strict),

        // Declares the one function of libyaml that Yams hides and safety needs.
        .target(name: "YAMLLimits"),

        // The vocabulary.
        .target(
            name: "Sourcing",
            dependencies: ["Atlas", "Notation", "YAMLLimits", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),

        // Engines: pure, no I/O, no clock.
        .target(name: "TrialKernels", swiftSettings: hot),
        .target(
            name: "Economics", dependencies: ["Atlas", "Notation", "Sourcing", "TrialKernels"], swiftSettings: strict),
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .target(name: "SelectionKernels", dependencies: ["TrialKernels"], swiftSettings: hot),
        .target(
            name: "Selection", dependencies: ["CClp", "Notation", "SelectionKernels", "TrialKernels"],
            swiftSettings: strict),

        // Questions that take more than one engine: the partner, with its cost; the place, from the facts.
        .target(
            name: "Choosing",
            dependencies: ["Atlas", "Economics", "Notation", "Selection", "Sourcing", "TrialKernels"],
            swiftSettings: strict),

        // Workbooks, written and read.
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "Spreadsheet", dependencies: ["CXlsxWriter", "CXML2", "CZip", "Notation"], swiftSettings: strict),

        // Score sheets that go out to evaluators and come back, and the log that keeps them as evidence.
        .target(
            name: "Scorecards",
            dependencies: ["Notation", "Sourcing", "Spreadsheet", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),

        // What people see.
        .target(
            name: "Reports",
            dependencies: [
                "Atlas", "Choosing", "Economics", "Notation", "Scorecards", "Sourcing", "Spreadsheet",
            ],
            resources: [.embedInCode("Templates")], swiftSettings: strict),
        .target(
            name: "Compute", dependencies: ["Atlas", "Choosing", "Economics", "Notation", "Selection", "Sourcing"],
            swiftSettings: strict),
        .executableTarget(
            name: "shoreline",
            dependencies: [
                "Atlas", "Choosing", "Compute", "Economics", "Notation", "Reports", "Scorecards", "Sourcing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "economics-bench", dependencies: ["Economics", "TrialKernels", "Notation"],
            path: "Benchmarks/Economics", exclude: ["run.py"],
            swiftSettings: hot),

        .executableTarget(
            name: "selection-bench", dependencies: ["Selection", "TrialKernels"],
            path: "Benchmarks/Selection", exclude: ["run.py"],
            swiftSettings: hot),

        .testTarget(name: "NotationTests", dependencies: ["Notation"], swiftSettings: strict),
        .testTarget(name: "AtlasTests", dependencies: ["Atlas", "Notation"], swiftSettings: strict),
        .testTarget(name: "SourcingTests", dependencies: ["Sourcing", "Atlas", "Notation"], swiftSettings: strict),
        .testTarget(
            name: "EconomicsTests",
            dependencies: ["Economics", "TrialKernels", "Sourcing", "Atlas", "Notation", "economics-bench"],
            swiftSettings: strict),
        .testTarget(
            name: "SelectionTests",
            dependencies: ["Selection", "SelectionKernels", "TrialKernels", "Notation"],
            swiftSettings: strict),
        .testTarget(
            name: "ChoosingTests",
            dependencies: ["Choosing", "Atlas", "Economics", "Notation", "Selection", "Sourcing"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Choosing", "Economics", "Sourcing", "Spreadsheet", "Atlas", "Notation"],
            swiftSettings: strict),
        .testTarget(
            name: "SpreadsheetTests", dependencies: ["Spreadsheet", "CZip", "Notation"], swiftSettings: strict),
        .testTarget(
            name: "ScorecardsTests", dependencies: ["Scorecards", "Spreadsheet", "Sourcing", "Notation"],
            swiftSettings: strict),
        .testTarget(
            name: "ShorelineTests",
            dependencies: ["Compute", "Economics", "Notation", "Reports", "Sourcing", "shoreline"],
            exclude: ["ComputeExamples"], swiftSettings: strict),
    ]
)
