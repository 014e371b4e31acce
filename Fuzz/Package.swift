// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "itaparse", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz", dependencies: [.product(name: "Invariants", package: "itaparse")],
            swiftSettings: [.treatAllWarnings(as: .error)],
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
    ]
)
