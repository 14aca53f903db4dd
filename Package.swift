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
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
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

        // What is kept: one set of SQL, two databases.
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Storage",
            dependencies: [
                "CPostgreSQL", "Notation", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // Two versions of a case: what differs, and what both changes together make.
        .target(name: "Revisions", dependencies: ["Notation", "Sourcing"], swiftSettings: strict),

        // The team's workspace: people, cases, scores and their history, over the storage.
        .target(
            name: "Workspace",
            dependencies: [
                "Choosing", "Economics", "Notation", "Revisions", "Scorecards", "Sourcing", "Storage",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // The engine that runs the work: who does which item next, by when, and that none is lost or done twice.
        .target(
            name: "Operations",
            dependencies: [
                "Notation", "Storage", "Workspace", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // What the words mean: the glossary and the guide, in plain words.
        .target(
            name: "Guide", dependencies: ["Notation"], resources: [.embedInCode("Text")], swiftSettings: strict),

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
        .target(
            name: "Web",
            dependencies: [
                "Atlas", "Choosing", "Compute", "Economics", "Guide", "Notation", "Reports", "Revisions", "Scorecards",
                "Sourcing", "Spreadsheet", "Storage", "Workspace",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Assets")], swiftSettings: strict),
        .executableTarget(
            name: "shoreline",
            dependencies: [
                "Atlas", "Choosing", "Compute", "Economics", "Notation", "Reports", "Scorecards", "Sourcing",
                "Storage", "Web", "Workspace", .product(name: "Logging", package: "swift-log"),
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

        .executableTarget(
            name: "queue-bench",
            dependencies: [
                "Operations", "Storage", "Workspace", .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/Operations/Queue", swiftSettings: strict),

        .executableTarget(
            name: "duetimes-bench", dependencies: ["Sourcing"], path: "Benchmarks/Operations/DueTimes",
            swiftSettings: strict),

        // Killed by Tests/Crash/kill.py.
        .executableTarget(
            name: "crash-floor",
            dependencies: [
                "Operations", "Storage", "Workspace", .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Crash/Floor", swiftSettings: strict),

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
            name: "StorageTests",
            dependencies: ["Storage", "Notation", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict),
        .testTarget(name: "GuideTests", dependencies: ["Guide", "Notation"], swiftSettings: strict),
        .testTarget(
            name: "RevisionsTests", dependencies: ["Revisions", "Sourcing", "Notation"], swiftSettings: strict),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: [
                "Workspace", "Storage", "Scorecards", "Sourcing", "Notation",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Workspace", "Storage", "Notation", .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Workspace", "Storage", "Reports", "Choosing", "Economics", "Scorecards", "Sourcing", "Notation",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ShorelineTests",
            dependencies: ["Compute", "Economics", "Notation", "Reports", "Sourcing", "shoreline"],
            exclude: ["ComputeExamples"], swiftSettings: strict),
    ]
)
