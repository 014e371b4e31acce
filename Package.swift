// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode is the tools version's default; what follows is stricter still.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    // Scanners of ThaiText are called from ReportParser byte by byte: without this they are not inlined.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// Debian's ld.gold breaks static links and hides the real message of a failing one.
let linking: [LinkerSetting] = [.unsafeFlags(["-use-ld=lld"])]

let package = Package(
    name: "itaparse",
    products: [
        .executable(name: "itaparse", targets: ["itaparse"]),
        .library(name: "ThaiText", targets: ["ThaiText"]),
        .library(name: "ReportParser", targets: ["ReportParser"]),
        .library(name: "ReportFormats", targets: ["ReportFormats"]),
        .library(name: "ReportOutput", targets: ["ReportOutput"]),
        // For the package in Fuzz alone.
        .library(name: "Invariants", targets: ["Invariants"]),
    ],
    targets: [
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("stdc++")]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLeptonica", pkgConfig: "lept", providers: [.apt(["libleptonica-dev"])]),
        .target(name: "CTesseract", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CProcess"),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "ThaiText", dependencies: ["CICU"], resources: [.embedInCode("Words/Data/terms.txt")],
            swiftSettings: strict),
        .target(
            name: "ReportParser", dependencies: ["ThaiText"],
            resources: [
                "headings", "statuses", "unit_heads", "agency_kinds", "provinces", "signatures", "indicators",
                "oit_items",
            ]
            .map {
                .embedInCode("Vocabulary/Data/\($0).tsv")
            } + ["districts", "subdistricts"].map { .embedInCode("Audit/Data/\($0).tsv") },
            swiftSettings: strict),
        // Optimised in debug builds as well: the tests of the net take minutes otherwise.
        .target(name: "CDigitModel", cSettings: [.unsafeFlags(["-O2"])]),
        .target(
            name: "ReportFormats",
            dependencies: [
                "ReportParser", "ThaiText", "CDigitModel", "CLeptonica", "CProcess", "CTesseract", "CXML", "CZip",
            ],
            resources: [
                "HTML/Data/landmarks.tsv", "Requirements/requirements.tsv", "Sniffing/Data/signatures.tsv",
            ].map { .embedInCode($0) },
            swiftSettings: strict),
        .target(
            name: "ReportOutput", dependencies: ["ReportParser", "ThaiText", "CCrypto", "CSQLite", "CXLSXWriter"],
            resources: [
                "Schema/report.schema.json", "SQLite/Data/schema.sql", "Review/Data/phrases.tsv",
                "Review/Assets/review.css", "Review/Assets/common.js", "Review/Assets/report.js",
                "Review/Assets/overview.js",
            ].map { .embedInCode($0) },
            swiftSettings: strict),
        .executableTarget(
            name: "itaparse",
            dependencies: ["ReportFormats", "ReportOutput", "ReportParser", "ThaiText", "CCrypto", "CProcess"],
            swiftSettings: strict, linkerSettings: linking),
        .executableTarget(
            name: "bench", dependencies: ["CProcess", "ReportFormats", "ReportOutput", "ReportParser", "ThaiText"],
            swiftSettings: strict, linkerSettings: linking),
        .target(
            name: "Invariants", dependencies: ["ReportOutput", "ReportParser", "ThaiText"], path: "Tests/Invariants",
            swiftSettings: strict),
        .testTarget(
            name: "ThaiTextTests", dependencies: ["Invariants", "ThaiText"], swiftSettings: strict,
            linkerSettings: linking),
        .testTarget(
            name: "ParserTests", dependencies: ["Invariants", "ReportParser", "ReportOutput", "ThaiText"],
            swiftSettings: strict, linkerSettings: linking),
        .testTarget(
            name: "FormatTests", dependencies: ["Invariants", "ReportFormats", "ReportOutput", "ReportParser"],
            swiftSettings: strict, linkerSettings: linking),
        .testTarget(
            name: "CommandTests", dependencies: ["Invariants", "itaparse"], exclude: ["Snapshots"],
            swiftSettings: strict,
            linkerSettings: linking),
    ]
)
