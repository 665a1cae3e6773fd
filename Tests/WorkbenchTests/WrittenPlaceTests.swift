import Foundation
import Testing

@Suite struct `What is written is never what is read` {
  private static let cases = "case,event,when\nc1,child_protection_plan_started,2024-03-11\nc1,core_group_held,2024-06-20\n"

  /// A folder with every kind of file that a command reads, which a command must leave as it is.
  private static func withFiles(_ body: (URL) throws -> Void) throws {
    try BuiltCommand.withFolder { folder in
      try write(cases, "cases.csv", in: folder)
      try write(String(repeating: "5a", count: 32), "secret.key", in: folder)
      let process = try BuiltCommand.run(["generate", "--cases", "1", "--format", "yaml", "--to", "load"], in: folder)
      try #require(process.status == 0, "\(process.messages)")
      for link in ["link.csv": "cases.csv", "key.csv": "secret.key"] {
        try FileManager.default.createSymbolicLink(
          at: folder.appending(path: link.key), withDestinationURL: folder.appending(path: link.value))
      }
      try FileManager.default.linkItem(at: folder.appending(path: "cases.csv"), to: folder.appending(path: "hard.csv"))
      try write("kind: profile\n", "mine.yaml", in: folder)
      try write("kind: mapping\n", "map.yaml", in: folder)
      try write("statistics: mine\n", "figures.yaml", in: folder)
      try FileManager.default.createDirectory(at: folder.appending(path: "parts"), withIntermediateDirectories: true)
      try write(cases, "parts/a.csv", in: folder)
      for name in ["cases.csv.unfinished", "f.manifest.json"] { try write(cases, name, in: folder) }
      try body(folder)
    }
  }

  private static func write(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// All that lies in a folder, but for what the test itself keeps there.
  private static func content(of folder: URL) -> [String: Data] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let kept = names.filter { !$0.hasPrefix(".output") && !$0.hasPrefix(".messages") && !$0.hasPrefix(".input") }
    return Dictionary(uniqueKeysWithValues: kept.map { ($0, (try? Data(contentsOf: folder.appending(path: $0))) ?? Data()) })
  }

  @Test(arguments: [
    ["replay", "cases.csv", "--format", "csv", "--to", "cases.csv"],
    ["replay", "cases.csv", "--format", "csv", "--to", "./parts/../cases.csv"],
    ["replay", "cases.csv", "--format", "csv", "--to", "link.csv"],
    ["replay", "link.csv", "--format", "jsonl", "--to", "cases.csv"],
    ["replay", "cases.csv", "--format", "csv", "--to", "hard.csv"],
    ["replay", "cases.csv", "--format", "csv", "--to", "hard.csv", "--manifest"],
    ["replay", "parts/a.csv", "cases.csv", "--format", "csv", "--to", "hard.csv", "--resume"],
    ["replay", "-", "--extract", "csv", "--format", "csv", "--to", ".input"],
    ["replay", "cases.csv", "--profile", "mine.yaml", "--format", "csv", "--to", "mine.yaml"],
    ["replay", "cases.csv", "--procedure", "load", "--format", "csv", "--to", "load/case-1.yaml"],
    ["replay", "cases.csv", "--mapping", "map.yaml", "--format", "csv", "--to", "map.yaml"],
    ["replay", "cases.csv.unfinished", "--extract", "csv", "--format", "csv", "--to", "cases.csv"],
    ["replay", "f.manifest.json", "--extract", "csv", "--format", "csv", "--to", "f", "--manifest"],
    ["gather", "parts", "--of", "parts", "--to", "parts/a.csv"],
    ["generate", "--like", "figures.yaml", "--to", "figures.yaml"],
    ["test", "--record", "load/case-1.yaml", "--output", "load/case-1.yaml"],
    ["draw", "load/case-1.yaml", "--output", "load/case-1.yaml"],
    ["convert", "mine.yaml", "--output", "./mine.yaml"],
  ])
  func `A file that is read is refused as the place of what is written, by whatever name`(arguments: [String]) throws {
    try Self.withFiles { folder in
      let before = Self.content(of: folder)
      for end in [[], ["--replace"]] {
        let run = try BuiltCommand.run(arguments + end, in: folder, input: Data(Self.cases.utf8))
        #expect(run.status == 2 && run.output == "", "\(run.messages)")
        #expect(run.messages.contains(": error PL6034: This is a file that is read, and it would be written over"))
        #expect(run.messages.contains("\n  mend: Name another place with --"), "\(run.messages)")
        #expect(Self.content(of: folder) == before)
      }
    }
  }

  @Test(arguments: [
    (["cases.csv", "--to", "hard.csv"], "PL8611"), (["cases.csv", "--to", "link.csv"], "PL8611"),
    (["cases.csv", "--to", "a.csv", "--key-file", "secret.key", "--report", "key.csv"], "PL8611"),
    (["cases.csv", "--to", "mine.yaml", "--profile", "mine.yaml"], "PL8611"),
    (["cases.csv", "--report", "map.yaml", "--mapping", "map.yaml"], "PL8611"),
    (["cases.csv", "--to", "a.csv", "--report", "./a.csv"], "PL6035"),
  ])
  func `What is made anonymous is written over nothing that is read, and the report is a file of its own`(
    arguments: [String], code: String
  ) throws {
    try Self.withFiles { folder in
      let before = Self.content(of: folder)
      let run = try BuiltCommand.run(["anonymise", "--replace"] + arguments, in: folder)
      #expect(
        run.status == 2 && run.messages.contains(" error \(code): ") && run.messages.contains("\n  mend: "), "\(run.messages)")
      #expect(Self.content(of: folder) == before)
    }
  }

  @Test func `No page and no example takes the place of a history that is read`() throws {
    try Self.withFiles { folder in
      let history = folder.appending(path: "load/case-1.yaml")
      let pages = folder.appending(path: "pages")
      try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
      try FileManager.default.linkItem(at: history, to: pages.appending(path: "index.html"))
      let before = Self.content(of: folder)
      let run = try BuiltCommand.run(["replay", "load/case-1.yaml", "--pages", "pages", "--replace"], in: folder)
      #expect(run.status == 2 && run.messages.contains("pages/index.html: error PL6034"), "\(run.messages)")
      #expect(Self.content(of: folder) == before)
    }
  }

  @Test(arguments: [[], ["--manifest"]], ["there.csv", "folder/not-there.csv"])
  func `A link as the place of what is written leads to where that is, and stays a link`(options: [String], target: String) throws
  {
    try BuiltCommand.withFolder { folder in
      try Self.write(Self.cases, "cases.csv", in: folder)
      try Self.write("earlier", "there.csv", in: folder)
      let link = folder.appending(path: "links/out.csv")
      try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "../" + target)
      let run = try BuiltCommand.run(
        ["replay", "cases.csv", "--format", "csv", "--to", "links/out.csv", "--replace", "--fail-on", "none"] + options,
        in: folder)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "../" + target)
      let written = try String(contentsOf: folder.appending(path: target), encoding: .utf8)
      #expect(try written == BuiltCommand.run(["replay", "cases.csv", "--format", "csv"], in: folder).output)
      let besides = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: target).deletingLastPathComponent().path)
      #expect(besides.allSatisfy { !$0.hasSuffix(".unfinished") && !$0.hasSuffix(".checkpoint") })
    }
  }
}

@Suite struct `A report that is under way` {
  private static let arguments = [
    "replay", "cases.csv", "--format", "csv", "--table", "brief", "--fail-on", "none", "--to", "out.csv",
  ]

  @Test func `Two runs at once never meet: the second is refused, also with --replace, and takes nothing away`() throws {
    try BuiltCommand.withFolder { folder in
      let load = try BuiltCommand.run(["generate", "--cases", "200", "--seed", "7"], in: folder).output
      let (cases, draft) = (folder.appending(path: "cases.csv"), folder.appending(path: "out.csv.unfinished"))
      // Through a pipe, so that the first waits in the middle.
      try #require(mkfifo(cases.path, 0o600) == 0)
      let descriptor = open(cases.path, O_RDWR)
      try #require(descriptor >= 0)
      let bytes = Array(load.utf8)
      try #require(Foundation.write(descriptor, bytes, 30_000) == 30_000)
      let first = BuiltCommand.process(Self.arguments, in: folder)
      first.standardError = FileHandle.nullDevice
      try first.run()
      var unread: Int32 = 1
      while first.isRunning, unread > 0, ioctl(descriptor, UInt(FIONREAD), &unread) == 0 { sched_yield() }
      for end in [[], ["--replace"], ["--resume"]] {
        let second = try BuiltCommand.run(Self.arguments + end, in: folder)
        #expect(
          second.status == 2 && second.messages.contains("out.csv: error PL8204: Another run is writing"), "\(second.messages)")
        #expect(second.messages.contains("\n  mend: Wait until it has ended, or name another file with --to."))
        #expect(FileManager.default.fileExists(atPath: draft.path))
      }
      let pipe = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      try pipe.write(contentsOf: Data(bytes[30_000...]))
      try pipe.close()
      first.waitUntilExit()
      #expect(first.terminationStatus == 0)
      try FileManager.default.removeItem(at: cases)
      try Data(load.utf8).write(to: cases)
      let whole = try BuiltCommand.run(Self.arguments.dropLast(2), in: folder).output
      #expect(try String(contentsOf: folder.appending(path: "out.csv"), encoding: .utf8) == whole)
      #expect(!FileManager.default.fileExists(atPath: draft.path))
    }
  }

  @Test func `What is left of a run is gone on with only as it was written, and a link is no draft`() throws {
    try BuiltCommand.withFolder { folder in
      let load = try BuiltCommand.run(["generate", "--cases", "50", "--seed", "7"], in: folder).output
      try Data(load.utf8).write(to: folder.appending(path: "cases.csv"))
      let draft = folder.appending(path: "out.csv.unfinished")
      try Data("{}".utf8).write(to: folder.appending(path: "out.csv.checkpoint"))
      try Data("half".utf8).write(to: draft)
      let resumed = try BuiltCommand.run(Self.arguments + ["--resume"], in: folder)
      #expect(resumed.status == 2 && resumed.messages.contains("--resume: error PL8194"), "\(resumed.messages)")
      #expect(try String(contentsOf: draft, encoding: .utf8) == "half")
      try FileManager.default.removeItem(at: draft)
      try FileManager.default.createSymbolicLink(atPath: draft.path, withDestinationPath: "cases.csv")
      let linked = try BuiltCommand.run(Self.arguments + ["--replace"], in: folder)
      #expect(linked.status == 2 && linked.messages.contains("error PL6034"), "\(linked.messages)")
      try FileManager.default.removeItem(at: draft)
      try FileManager.default.createSymbolicLink(atPath: draft.path, withDestinationPath: "elsewhere")
      #expect(try BuiltCommand.run(Self.arguments + ["--replace"], in: folder).messages.contains("error PL8193"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "elsewhere").path))
      try FileManager.default.removeItem(at: draft)
      #expect(try BuiltCommand.run(Self.arguments + ["--replace"], in: folder).status == 0)
      // As a run leaves it that is killed after its report was put in its place.
      try Data("{}".utf8).write(to: folder.appending(path: "out.csv.checkpoint"))
      #expect(try BuiltCommand.run(Self.arguments + ["--resume"], in: folder).messages.contains("error PL8191"))
    }
  }
}
