// swift-tools-version: 6.2
import PackageDescription

// Fuzzes Tabular with libFuzzer; see fuzz.sh. Apart from the main package because it needs unsafe flags, and with
// links to Tabular's sources because they must be compiled with the fuzzer's instruments.
let instruments: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]

// As in the main package.
#if arch(x86_64)
  let instructionFlags = [SwiftSetting.unsafeFlags(["-Xcc", "-msha", "-Xcc", "-msse4.1"], .when(platforms: [.linux]))]
#else
  let instructionFlags: [SwiftSetting] = []
#endif

let package = Package(
  name: "fuzzing",
  targets: [
    .target(name: "ProcessorInstructions", swiftSettings: instructionFlags),
    .target(name: "Tabular", dependencies: ["ProcessorInstructions"], swiftSettings: instruments),
    .executableTarget(
      name: "SheetFuzzer", dependencies: ["Tabular"],
      swiftSettings: instruments + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ],
  swiftLanguageModes: [.v6]
)
