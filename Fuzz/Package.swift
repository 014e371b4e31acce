// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "itaparse", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz", dependencies: [.product(name: "Invariants", package: "itaparse")],
            swiftSettings: [.treatAllWarnings(as: .error)],
            // Without nostart-stop-gc, the counters of what is executed are taken for dead and the fuzzer is blind.
            linkerSettings: [.unsafeFlags(["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "nostart-stop-gc"])])
    ]
)
