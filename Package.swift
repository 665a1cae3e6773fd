// swift-tools-version: 6.2
import PackageDescription

/// The settings every target shares: strict imports, explicit existentials, and no warning let through.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target of the house: it sees only the targets above it that are named here.
func stage(_ name: String, sees: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: sees, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, of sees: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: sees, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "plumbline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "plumbline", targets: ["plumbline"]),
    .executable(name: "plumbline-benchmark", targets: ["PlumblineBenchmark"]),
    .library(name: "EnglandProcedure", targets: ["EnglandProcedure", "CaseRecords"]),
    .plugin(name: "TypeWorkflowsPlugin", targets: ["TypeWorkflowsPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    stage("CivilTime"),
    stage("Diagnostics"),
    stage("SeededNumbers"),
    stage("Conditions", sees: ["CivilTime", "Diagnostics"]),
    stage("Procedures", sees: ["CivilTime", "Diagnostics", "Conditions"]),
    stage(
      "Notation",
      sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures", .product(name: "Yams", package: "Yams")]),
    stage("Checking", sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures"]),
    stage("Histories", sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures"]),
    // The library of the system that undoes deflate: gzip and workbooks.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    stage("Extracts", sees: ["CivilTime", "Diagnostics", "CZlib"]),
    stage("BulkCases", sees: ["CivilTime", "Conditions", "Procedures", "Histories", "Extracts"]),
    stage("CaseWriting", sees: ["Diagnostics"]),
    stage("CaseLoads", sees: ["CivilTime", "Diagnostics", "SeededNumbers", "CaseWriting"]),
    stage("Replay", sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures", "Histories"]),
    stage(
      "Exploration", sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures", "Histories", "Replay"]),
    stage(
      "Comparison",
      sees: ["CivilTime", "Conditions", "Procedures", "Histories", "Replay", "Exploration"]),
    // The cryptography of the platform, behind one small door.
    stage("SecretKeys", sees: [.product(name: "Crypto", package: "swift-crypto")]),
    stage(
      "Anonymising", sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures", "Histories", "Replay"]),
    stage("Training", sees: ["CivilTime", "Diagnostics"]),
    stage("Scoring", sees: ["Diagnostics", "Conditions", "Procedures", "Histories", "Replay"]),
    stage("Expectations", sees: ["CivilTime", "Diagnostics", "Conditions", "Procedures", "Histories", "Replay"]),
    stage(
      "Reporting",
      sees: [
        "CivilTime", "Diagnostics", "Procedures", "Histories", "Replay", "Exploration", "Checking", "Scoring",
        "Expectations", "Comparison", "Training", "CaseLoads", "Anonymising",
      ]),
    stage(
      "Workbench",
      sees: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Checking", "Histories", "Replay",
        "Exploration", "Scoring", "Expectations", "Comparison", "Training", "Extracts", "BulkCases", "CaseLoads", "CaseWriting",
        "Anonymising", "SecretKeys", "SeededNumbers", "Reporting",
      ],
      plugins: ["EmbedWorkflowsPlugin"]),
    .executableTarget(name: "EmbedWorkflows", swiftSettings: strict),
    .plugin(
      name: "EmbedWorkflowsPlugin", capability: .buildTool(), dependencies: ["EmbedWorkflows"],
      path: "Sources/EmbedWorkflowsPlugin"),
    stage(
      "CaseRecords",
      sees: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "Reporting",
        "Workbench",
      ]),
    stage("EnglandProcedure", sees: ["CaseRecords"], plugins: ["TypeWorkflowsPlugin"]),
    .executableTarget(
      name: "TypeWorkflows", dependencies: ["Diagnostics", "Conditions", "Procedures", "Notation"],
      swiftSettings: strict),
    .plugin(
      name: "TypeWorkflowsPlugin", capability: .buildTool(), dependencies: ["TypeWorkflows"],
      path: "Sources/TypeWorkflowsPlugin"),
    .executableTarget(
      name: "TypedCaseExample", dependencies: ["CaseRecords", "EnglandProcedure"], swiftSettings: strict),
    .executableTarget(
      name: "plumbline",
      dependencies: ["Workbench", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "PlumblineBenchmark",
      dependencies: [
        "CivilTime", "Conditions", "Procedures", "Histories", "Extracts", "BulkCases", "CaseLoads", "Replay", "SeededNumbers",
        "Workbench", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.copy("Peers")], swiftSettings: strict),
    .executableTarget(
      name: "PlumblineFuzz",
      dependencies: [
        "CaseLoads", "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Checking", "Histories", "Replay",
        "Scoring",
      ],
      swiftSettings: strict),
    tests("CivilTimeTests", of: ["CivilTime", "SeededNumbers"], resources: [.copy("Vectors")]),
    tests("DiagnosticsTests", of: ["Diagnostics"]),
    tests("ConditionsTests", of: ["CivilTime", "Diagnostics", "Conditions", "SeededNumbers"], resources: [.copy("Suites")]),
    tests(
      "NotationTests", of: ["CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Checking", "SeededNumbers"],
      resources: [.copy("Fixtures")]),
    tests(
      "HistoriesTests", of: ["CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories"],
      resources: [.copy("Fixtures")]),
    tests(
      "ExtractsTests", of: ["CivilTime", "Diagnostics", "Notation", "Extracts", "SeededNumbers"], resources: [.copy("Fixtures")]),
    tests(
      "CaseLoadsTests",
      of: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "CaseLoads",
        "CaseWriting",
      ]),
    tests(
      "ExplorationTests",
      of: [
        "SeededNumbers", "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "Exploration",
      ]),
    tests(
      "ReplayTests",
      of: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "SeededNumbers",
      ],
      resources: [.copy("Suites")]),
    tests(
      "WorkbenchTests",
      of: [
        "CivilTime", "Diagnostics", "Procedures", "Notation", "Checking", "Histories", "Replay", "Exploration", "Scoring",
        "Expectations", "Training", "Extracts", "BulkCases", "SeededNumbers", "Reporting", "Workbench",
      ],
      resources: [.copy("Goldens"), .copy("Fixtures")]),
    tests(
      "CaseRecordsTests",
      of: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "Workbench",
        "CaseRecords", "EnglandProcedure", "TypeWorkflows",
      ], resources: [.copy("Fixtures")]),
    tests("PlumblineBenchmarkTests", of: ["PlumblineBenchmark", "Procedures", "Workbench"]),
    tests(
      "AnonymisingTests",
      of: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "Extracts", "CaseLoads",
        "CaseWriting", "Anonymising", "SecretKeys", "SeededNumbers", "Reporting", "Workbench",
      ]),
    tests("PlumblineFuzzTests", of: ["PlumblineFuzz"], resources: [.copy("Fixtures")]),
    tests(
      "SimulationTests",
      of: [
        "CivilTime", "Diagnostics", "Conditions", "Procedures", "Notation", "Histories", "Replay", "Workbench",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
