// swift-tools-version: 6.2
import PackageDescription

#if arch(x86_64)
  let instructionFlags = [SwiftSetting.unsafeFlags(["-Xcc", "-msha", "-Xcc", "-msse4.1"], .when(platforms: [.linux]))]
#else
  let instructionFlags: [SwiftSetting] = []
#endif

// Data flows one way: bytes → sheet (Tabular) → ledger (LedgerKit, Ledgers) → findings and figures
// → document (Documents) → files (Houqin). Each target may import only what is listed here.
let package = Package(
  name: "houqin",
  // Mutex, Atomic and InlineArray; Linux has them with the toolchain.
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "houqin", targets: ["HouqinCommand"]),
    .executable(name: "houqin-bench", targets: ["HouqinBench"]),
    .library(name: "Houqin", targets: ["Houqin"]),
  ],
  targets: [
    // The system: FoundationEssentials on Linux, Foundation on macOS. Whatever touches files imports it; the reading of tables does not.
    .target(name: "Platform"),
    // The processor's own instructions for SHA-256, asked for before use. The flags let the compiler write them and concern this target alone.
    .target(name: "ProcessorInstructions", swiftSettings: instructionFlags),
    .target(name: "Tabular", dependencies: ["ProcessorInstructions"]),
    .target(name: "LedgerKit", dependencies: ["Tabular"]),
    .target(name: "Ledgers", dependencies: ["LedgerKit"]),
    .target(name: "Documents"),
    .target(name: "Houqin", dependencies: ["Ledgers", "LedgerKit", "Tabular", "Documents", "Platform"]),
    .executableTarget(name: "HouqinCommand", dependencies: ["Houqin", "Platform"]),
    // Generates data and times the stages; beside it the same job in pandas, Polars and DuckDB.
    .executableTarget(name: "HouqinBench", dependencies: ["Houqin", "Platform"], exclude: ["Peers"]),
    // What the tests of several targets share; in no product.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "TestSupport"]),
    .testTarget(name: "LedgerKitTests", dependencies: ["LedgerKit", "Tabular", "TestSupport"]),
    .testTarget(name: "LedgersTests", dependencies: ["Ledgers", "LedgerKit", "Tabular", "Houqin"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Tabular"]),
    .testTarget(name: "HouqinTests", dependencies: ["Houqin", "Ledgers", "LedgerKit", "Tabular", "Documents", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
