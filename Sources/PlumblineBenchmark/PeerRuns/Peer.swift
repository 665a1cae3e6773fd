/// What is measured beside Plumbline.
struct Peer: Sendable {
  /// As the table names it.
  let name: String
  /// The file among the scripts.
  let script: String
  /// What the script is told beside the tables and the number of runs.
  var arguments: [String] = []

  /// Those that answer the twelve rules.
  static let ofRules = [Peer(name: "DuckDB", script: "duckdb_rules.py"), Peer(name: "Polars", script: "polars_rules.py")]

  /// Those that hold a log against what is usual in it, each from the CSV file on.
  static let ofLogs = [
    Peer(name: "pm4py, temporal profile", script: "pm4py_checks.py", arguments: ["temporal-profile"]),
    Peer(name: "pm4py, token replay", script: "pm4py_checks.py", arguments: ["token-replay"]),
  ]

  /// The same with the log in memory.
  static let ofLogsInMemory = ofLogs.map {
    Peer(name: $0.name, script: $0.script, arguments: $0.arguments + ["--in-memory"])
  }

  /// Runs the script, which measures itself: without the start of the interpreter, and as often as told in one process.
  func measured(_ table: PeerTable, in environment: PeerEnvironment) throws -> TrialReport {
    Progress.tell("\(name), \(table.threads) threads")
    var child = ChildProcess(
      program: environment.python,
      arguments: ["\(PeerScripts.folder)/\(script)"] + arguments + [
        table.path, table.holidays, "--runs", String(table.runs), "--threads", String(table.threads),
      ])
    child.environment = ["POLARS_MAX_THREADS": String(table.threads), "PYTHONDONTWRITEBYTECODE": "1"]
    return try child.report()
  }
}

/// What a peer is given.
struct PeerTable: Sendable {
  let path: String
  /// The table of bank holidays.
  let holidays: String
  let threads: Int
  let runs: Int
}
