import Foundation
import Testing

@Suite struct `The command line as it is built` {
  /// A new folder with small files in it, which is taken away afterwards.
  private static func withFolder(_ body: (URL) throws -> Void) throws { try BuiltCommand.withFolder(body) }

  private static func run(_ arguments: [String], in folder: URL, input: Data? = nil) throws -> BuiltCommand.Run {
    try BuiltCommand.run(arguments, in: folder, input: input)
  }

  @Test(arguments: [
    ([], 0, "USAGE"), (["--help"], 0, "EXAMPLE"), (["replay", "--help"], 0, "EXAMPLES"),
    (["check", "--help"], 0, "EXAMPLES"), (["explain", "--help"], 0, "EXAMPLE"), (["schema", "--help"], 0, "EXAMPLE"),
    (["score", "--help"], 0, "EXAMPLES"), (["coverage", "--help"], 0, "EXAMPLES"), (["schema", "findings"], 0, "not seen"),
    (["document", "--help"], 0, "EXAMPLE"), (["rules", "--help"], 0, "EXAMPLES"),
    (["test", "--help"], 0, "EXAMPLES"), (["schema", "expectations"], 0, "nothing else"),
    (["convert", "--help"], 0, "EXAMPLES"), (["convert", "core_group"], 0, "<scxml"),
    (["explain", "PL5003"], 0, "PL5003, error"), (["explain", "claims"], 0, "PL2308"),
    (["schema", "workflow"], 0, "$schema"), (["schema", "plumbline.replay/1"], 0, "\"const\": \"plumbline.replay/1\""),
    (["check", "--format", "sarif"], 0, "\"version\": \"2.1.0\""),
    (["replay", "--help"], 0, "text, json, html, csv, jsonl, junit or"),
    (["check"], 0, "workflows"), (["--version"], 0, "plumbline"),
  ])
  func `Help, schemas and a check of what is built in work in any folder`(
    arguments: [String], status: Int, told: String
  ) throws {
    try Self.withFolder { folder in
      let run = try Self.run(arguments, in: folder)
      #expect(run.status == Int32(status), "\(run.messages)")
      #expect(run.output.contains(told))
    }
  }

  @Test(arguments: [
    (["replay", "missing.yaml"], "missing.yaml: error PL1010"),
    (["explain", "missing.yaml", "x"], "missing.yaml: error PL1010"),
    (["explain", "missing.yaml"], "explain: error PL6003"), (["explain", "PL9999"], "explain: error PL6010"),
    (["check", "missing"], "missing: error PL1010"),
    (["explain", "folder", "x"], "folder: error PL1011"),
    (["replay", "folder"], "folder: error PL6007"),
    (["test", "folder"], "folder: error PL6007"), (["test", "missing.yaml"], "missing.yaml: error PL1010"),
    (["test", "kept.yaml"], "error PL6008"), (["test", "--record", "missing.yaml"], "missing.yaml: error PL1010"),
    (["test", "folder", "--at-least", "status=3"], "--at-least: error PL7531"),
    (["replay", "empty.yaml"], "empty.yaml: error PL1002"),
    (["check", "empty.yaml"], "empty.yaml: error PL1002"),
    (["replay", "random.yaml"], "error PL1001"),
    (["check", "random.yaml"], "error PL1001"),
    (["replay", "large.yaml"], "large.yaml: error PL1003"),
    (["check", "large.yaml"], "large.yaml: error PL1003"),
    (["replay", "-"], "-: error PL1002"),
    (["replay", "list.yaml"], "list.yaml"),
    (["replay", "kept.yaml", "--procedure", "nowhere/at/all"], "nowhere/at/all: error PL1010"),
    (["replay", "kept.yaml", "--procedure", "nowhere"], "--procedure: error PL6001"),
    (["replay", "kept.yaml", "--procedure", "workflows", "--profile", "nowhere"], "--profile: error PL6002"),
    (["replay", "kept.yaml", "--procedure", "workflows", "--profile", "no/where.yaml"], "no/where.yaml: error PL1010"),
    (["replay", "kept.yaml", "--procedure", "workflows", "--as-of", "soon"], "--as-of: error PL6005"),
    (["replay", "kept.yaml", "--procedure", "workflows", "--profile", "folder"], "folder: error PL1011"),
    (["replay", "workflows/profiles/calm.yaml"], "This is a profile, not a history."),
    (["replay"], "history"), (["replay", "kept.yaml", "--format", "pdf"], "--format: error PL6031"),
    (["replay", "kept.yaml", "--format", "sarif"], "It is one of check."),
    (["check", "workflows", "--format", "csv"], "Write text, json, sarif or github."),
    (["test", "--format", "jnuit"], "Did you mean \"junit\"?"), (["rules", "--format", "csv"], "Write text or json."),
    (["replay", "kept.yaml", "--format", "csv", "--table", "clock"], "--table: error PL6032"),
    (["replay", "kept.yaml", "--table", "clocks"], "--table: error PL6032"), (["frobnicate"], "frobnicate"),
    (["schema", "novel"], "schema: error PL2004"),
    (["coverage", "missing"], "missing: error PL1010"), (["coverage", "kept.yaml"], "coverage: error PL6007"),
    (["coverage", "--against", "missing.md"], "missing.md: error PL1010"),
    (["convert", "missing.scxml"], "missing.scxml: error PL1010"), (["convert", "core_gruop"], "convert: error PL9401"),
    (["convert", "core_group", "--to", "yaml"], "--to: error PL9403"), (["convert", "kept.yaml"], "kept.yaml: error PL9404"),
    (["convert", "empty.yaml"], "empty.yaml: error PL1002"), (["convert", "random.yaml"], "error PL1001"),
    (["convert", "folder/"], "folder/: error PL1011"), (["convert", "large.yaml"], "large.yaml: error PL1003"),
    (["convert", "list.yaml"], "list.yaml"), (["convert", "core_group", "--output", "kept.xml"], "kept.xml: error PL9402"),
    (["convert", "faulty.scxml"], "faulty.scxml:1:35: error PL9111"), (["convert", "core_group", "--to", "pdf"], "pdf"),
    (["convert", "core_group", "--output", "kept.xml/inside"], "kept.xml/inside/core_group.scxml: error PL9407"),
    (["convert", "core_group", "--output", "new.yaml"], "--output: error PL9406"),
    (["convert", "lone/plan.yaml"], "lone/plan.yaml: error PL9405"), (["convert", "-"], "-: error PL1002"),
    (["convert", "quick.scxml"], "quick.scxml:1:45: error PL9302"), (["convert"], "file-or-workflow"),
    (["score"], "simulations: error PL1010"), (["score", "folder"], "folder: error PL6007"),
    (["compare", "none", "nosuchfolder"], "NEW: error PL6002"), (["compare", "nosuch", "none"], "OLD: error PL6002"),
    (["compare", "nosuch:none", "none"], "OLD: error PL6001"), (["compare", "none", "england:nosuch"], "NEW: error PL6002"),
    (["compare", "folder", "none"], "OLD: error PL6007"),
    (["compare", "none", "none", "--without-search", "--save", "new"], "--save: error PL6033"),
    (["compare", "england", "england", "--procedure", "workflows"], "--procedure: error PL6033"),
    (["check", "workflows", "--drift", "none", "--save", "new"], "--save: error PL6033"),
    (["check", "workflows/profiles/calm.yaml", "--profile", "theo-county-then"], "--profile: error PL6033"),
    (["check", "workflows", "--replace"], "--replace: error PL6033"), (["paths", "--replace"], "--replace: error PL6033"),
    (["generate", "--replace"], "--replace: error PL6033"), (["generate", "--cases", "0"], "--cases: error PL8521"),
    (["generate", "--closeness", "--to", "x"], "--to: error PL6033"),
    (["generate", "--format", "yaml"], "--format: error PL8525"),
    (["generate", "--closeness", "--format", "csv"], "--format: error PL8522: Cases are written as csv"),
    (["generate", "--like", "none.yaml"], "none.yaml: error PL1010"),
    (["anonymise", "none.csv", "--replace"], "--replace: error PL6033"),
    (["anonymise", "none.csv"], "none.csv: error PL8181"),
    (["anonymise", "none.csv", "--k", "0"], "--k: error PL8605"),
    (["anonymise", "none.yaml", "--to", "x", "--jobs", "2"], "--jobs: error PL6033"),
    (["anonymise", "simulations/theo.yaml"], "--to: error PL8604"),
    (["compare", "none", "none", "--replace"], "--replace: error PL6033"),
    (["replay", "kept.yaml", "--replace"], "--replace: error PL6033: Without --pages"),
    (["replay", "kept.yaml", "--manifest"], "--manifest: error PL6033: Without --to"),
    (["replay", "a.csv", "--format", "csv", "--to", "x", "--manifest", "--resume"], "--resume: error PL6033: With --manifest"),
    (["replay", "-", "--extract", "csv", "--to", "x", "--manifest"], "--manifest: error PL6033: With standard input"),
    (["replay", "-", "--extract", "xml"], "--extract is csv or jsonl."),
    (["gather", "folder", "--of", "folder", "--to", "new.csv"], "folder: error PL8198"),
    (["gather", "folder", "--of", "folder", "--to", "kept.yaml"], "kept.yaml: error PL8201"),
    (["convert", "core_group", "--replace"], "--replace: error PL6033: Without --output"),
    (["draw", "core_group", "--replace"], "--replace: error PL6033: Without --output"),
    (["test", "folder", "--replace"], "--replace: error PL6033: Without --output"),
    (["test", "folder", "--output", "new.yaml"], "--output: error PL6033: Without --record"),
    (["score", "kept.yaml"], "kept.yaml: error PL6007"), (["score", "list.yaml"], "list.yaml"),
  ])
  func `Bad input is told plainly, with paths as typed, and ends with 2`(arguments: [String], told: String) throws {
    try Self.withFolder { folder in
      try Self.fill(folder)
      let run = try Self.run(arguments, in: folder)
      #expect(run.status == 2)
      #expect(run.messages.contains(told), "\(run.messages)")
      #expect(!run.messages.contains(folder.path))
      #expect(run.output == "")
    }
  }

  @Test(arguments: [
    (["draw", "README.md"], "README.md: error PL6052: This is no workflow, no SCXML file and no history, but a text in"),
    (["convert", "README.md"], "README.md: error PL9404: This is no workflow and no SCXML file, but a text in Markdown."),
    (["check", "README.md"], "README.md: error PL2004: This is no file that can be checked, but a text in Markdown."),
    (["replay", "README.md"], "README.md: error PL6008: This is no history, but a text in Markdown."),
    (["explain", "README.md", "x"], "README.md: error PL6008: This is no history, but a text in Markdown."),
    (["step", "README.md"], "README.md: error PL7607: This is no training scenario, but a text in Markdown."),
    (["test", "README.md"], "README.md: error PL6008: This is no file of expectations, but a text in Markdown."),
    (["score", "README.md"], "README.md: error PL6008: This is no table of findings, but a text in Markdown."),
  ])
  func `What is no file of Plumbline has one error, and ends with 2`(arguments: [String], told: String) throws {
    try Self.withFolder { folder in
      let prose = "# The harbour\n\nSome words: more of them.\n**Replay a case.** It goes.\n*And* another.\n"
      try Data(prose.utf8).write(to: folder.appending(path: "README.md"))
      let run = try Self.run(arguments, in: folder)
      #expect(run.status == 2 && run.output == "")
      #expect(run.messages.hasPrefix(told), "\(run.messages)")
      #expect(run.messages.contains("\n  mend: Name a "))
      #expect(run.messages.hasSuffix("\n\n1 error, no warnings\n"))
    }
  }

  @Test(arguments: [["replay", "missing.yaml"], ["check", "missing"], ["replay", "empty.yaml"], ["convert", "empty.scxml"]])
  func `What is missing or empty is told with its mend`(arguments: [String]) throws {
    try Self.withFolder { folder in
      for name in ["empty.yaml", "empty.scxml"] { try Data().write(to: folder.appending(path: name)) }
      let run = try Self.run(arguments, in: folder)
      #expect(run.status == 2 && run.messages.contains("\n  mend: "), "\(run.messages)")
    }
  }

  @Test(arguments: ["1\n1\n1\n1\n", "3\n3\n3\n3\n3\n3\n", "9\nback\n1\nagain\nback\n2\nquit\n", "1\n", ""])
  func `A training that is answered from elsewhere looks as at a terminal, with one empty line between parts`(
    answers: String
  ) throws {
    try Self.withFolder { folder in
      let scenario = Harbour.repository.appending(path: "simulations/training/return-home.yaml").path
      let arguments = ["step", scenario, "--from-the-start", "--transcript", "transcript.txt"]
      let run = try Self.run(arguments, in: folder, input: Data(answers.utf8))
      #expect(run.status == 0, "\(run.messages)")
      #expect(!run.output.contains("\n\n\n"))
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where line.contains("quit >") {
        let after = try #require(lines.dropFirst(number + 1).first)
        #expect(after.isEmpty || after.contains("no such choice") || after.contains("No decision"), "\(line)\n\(after)")
      }
      let transcript = try String(contentsOf: folder.appending(path: "transcript.txt"), encoding: .utf8)
      #expect(transcript == run.output)
      for answer in answers.split(separator: "\n").prefix(3) { #expect(run.output.contains("quit > \(answer)\n")) }
    }
  }

  @Test(arguments: [
    (["--session", "notes.txt"], "notes.txt: error PL7623"), (["--session", "notes.txt", "--from-the-start"], "PL7623"),
    (["--session", "./case.yaml", "--from-the-start"], "./case.yaml: error PL7625"),
    (["--session", "link.yaml", "--from-the-start", "--replace"], "link.yaml: error PL7625"),
    (["--transcript", "link.yaml", "--replace"], "link.yaml: error PL7625"),
    (["--session", "new", "--transcript", "./new"], "./new: error PL7625"),
    (["--transcript", "notes.txt"], "notes.txt: error PL7624"),
    (["--transcript", "notes.txt/inside"], "notes.txt/inside: error PL7622"),
    (["--session", "notes.txt/inside", "--transcript", "new.txt"], "notes.txt/inside: error PL7621"),
    (["--answers", "faulty.yaml", "--transcript", "new.txt"], "faulty.yaml:2:17: error PL7612"),
    (["--answers", "faulty.yaml", "--transcript", "faulty.yaml", "--replace"], "faulty.yaml: error PL7625"),
  ])
  func `A training that is refused changes no file`(options: [String], told: String) throws {
    try Self.withFolder { folder in
      let scenario = Harbour.repository.appending(path: "simulations/training/return-home.yaml")
      try FileManager.default.copyItem(at: scenario, to: folder.appending(path: "case.yaml"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link.yaml").path, withDestinationPath: "case.yaml")
      try Data("Notes\n".utf8).write(to: folder.appending(path: "notes.txt"))
      let answers = "answers: return_home\nchoices: {plan: nobody}\n"
      try Data(answers.utf8).write(to: folder.appending(path: "faulty.yaml"))
      func files() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
      }
      let before = try files()
      let run = try Self.run(["step", "case.yaml"] + options, in: folder, input: Data("1\n".utf8))
      #expect(run.status == 2 && run.messages.contains(told) && run.messages.contains("mend: "), "\(run.messages)")
      #expect(run.output == "")
      #expect(try files() == before)
    }
  }

  @Test func `A second sitting with the same files goes on in both`() throws {
    try Self.withFolder { folder in
      let scenario = Harbour.repository.appending(path: "simulations/training/return-home.yaml").path
      let arguments = ["step", scenario, "--session", "mine.yaml", "--transcript", "mine.txt"]
      let outputs = try ["1\nquit\n", "1\n1\n1\n", "back\nquit\n"].map { typed in
        let run = try Self.run(arguments, in: folder, input: Data(typed.utf8))
        #expect(run.status == 0, "\(run.messages)")
        return run.output
      }
      #expect(outputs[1].hasPrefix("\nThe transcript goes on in mine.txt.\n") && outputs[2].contains("> back\n"))
      let transcript = try String(contentsOf: folder.appending(path: "mine.txt"), encoding: .utf8)
      #expect(transcript == outputs.joined())
    }
  }

  @Test(arguments: [
    (["replay", "kept.yaml"], 0), (["replay", "dated.yaml"], 1), (["replay", "dated.yaml", "--fail-on", "none"], 0),
    (["replay", "."], 1), (["replay", "dated.yaml", "--format", "csv", "--table", "states"], 1),
    (["replay", "dated.yaml", "--format", "junit"], 1), (["replay", "dated.yaml", "--format", "github", "--fail-on", "none"], 0),
    (["explain", "dated.yaml", "ann/plan.first_group"], 0),
  ])
  func `The status tells whether anything was found`(arguments: [String], status: Int) throws {
    try Self.withFolder { folder in
      try Self.fill(folder, onlyGood: true)
      let run = try Self.run(arguments + ["--procedure", "workflows"], in: folder)
      #expect(run.status == Int32(status), "\(run.messages)")
      #expect(run.messages == "")
      #expect(!run.output.contains("\u{1B}"))
    }
  }

  @Test func `Expectations are written down and tried`() throws {
    try Self.withFolder { folder in
      try Self.fill(folder, onlyGood: true)
      let record = ["test", "--record", "dated.yaml", "--output", "tries/dated.yaml", "--procedure", "workflows"]
      let written = try Self.run(record, in: folder)
      #expect(written.status == 0, "\(written.messages)")
      #expect(written.output == "wrote tries/dated.yaml\n")
      let file = folder.appending(path: "tries/dated.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("\nhistory: ../dated.yaml\n"))
      #expect(try Self.run(record, in: folder).status == 2)
      #expect(try Self.run(record + ["--replace"], in: folder).status == 0)
      for format in ["text", "json", "junit"] {
        let tried = try Self.run(["test", "tries", "--procedure", "workflows", "--format", format], in: folder)
        #expect(tried.status == 0, "\(tried.messages)\(tried.output)")
        #expect(tried.messages == "")
      }
      let tooLittle = ["test", "tries", "--procedure", "workflows", "--at-least", "rules=100,kept=100"]
      #expect(try Self.run(tooLittle, in: folder).status == 1)
      try Data(text.replacing("verdict: late", with: "verdict: met").replacing("kind: late, ", with: "").utf8).write(to: file)
      let failed = try Self.run(["test", "tries/dated.yaml", "--procedure", "workflows", "--coverage", "none"], in: folder)
      #expect(failed.status == 1, "\(failed.messages)")
      #expect(failed.output.contains("verdict: expected met, found late"))
      let nowhere = ["test", "--record", "dated.yaml", "--output", "dated.yaml/x.yaml", "--procedure", "workflows"]
      #expect(try Self.run(nowhere, in: folder).messages.contains("dated.yaml/x.yaml: error PL7522"))
    }
  }

  private static let lift = """
    <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" initial="Waiting">
      <state id="Waiting"><transition event="call.floor" target="moving"/></state>
      <state id="moving" initial="up">
        <onexit><raise event="arrived"/></onexit>
        <transition event="call.*" cond="In('up')" target="moving"/>
        <transition event="call" target="Waiting"/>
        <state id="up"><transition event="turned" target="down"/></state>
        <state id="down"/>
      </state>
    </scxml>
    """

  @Test func `An SCXML file becomes a folder that check reads, and nothing is written over unasked`() throws {
    try Self.withFolder { folder in
      try Data(Self.lift.utf8).write(to: folder.appending(path: "lift.scxml"))
      let written = try Self.run(["convert", "lift.scxml", "--output", "lift"], in: folder)
      #expect(written.status == 0, "\(written.messages)")
      #expect(written.output == "wrote lift/lift.yaml\nwrote lift/vocabulary.yaml\nwrote lift/procedure.yaml\n")
      let check = try Self.run(["check", "lift"], in: folder)
      #expect(check.status == 0, "\(check.messages)")
      #expect(check.output.contains("There are no rules, so that no clock runs") && !check.output.contains("Example"))
      #expect(try Self.run(["check", "lift", "--drift", "full"], in: folder).output.contains("Example"))
      let file = folder.appending(path: "lift/lift.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("#   waiting: Waiting\n"))
      #expect(text.contains("{on: [call_floor, call], from: moving, to: moving, when: 'lift.moving.up'}"))
      #expect(text.contains("{on: [call_floor, call], from: moving, to: waiting, when: 'not(lift.moving.up)'}"))
      try Data("mine".utf8).write(to: file)
      let again = try Self.run(["convert", "lift.scxml", "--output", "lift"], in: folder)
      #expect(again.status == 2 && again.messages.contains("lift/lift.yaml: error PL9402"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
      #expect(try Self.run(["convert", "lift.scxml", "--output", "lift", "--replace"], in: folder).status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }

  @Test func `A workflow becomes SCXML, and back again where its words need no procedure`() throws {
    try Self.withFolder { folder in
      try Data(Self.lift.utf8).write(to: folder.appending(path: "lift.scxml"))
      #expect(try Self.run(["convert", "lift.scxml", "--output", "lift"], in: folder).status == 0)
      let out = try Self.run(["convert", "lift/lift.yaml", "--output", "back.scxml"], in: folder)
      #expect(out.status == 0 && out.messages == "", "\(out.messages)")
      let back = try Self.run(["convert", "back.scxml"], in: folder)
      #expect(back.status == 0, "\(back.messages)")
      #expect(back.output.contains("workflow: lift\n"))
      let typed = try Self.run(["convert", "-"], in: folder, input: Data(Self.lift.utf8))
      #expect(typed.status == 0 && typed.output.contains("states:\n"))
    }
  }

  @Test func `What SCXML cannot say of a workflow is listed, each thing with its place`() throws {
    try Self.withFolder { folder in
      let run = try Self.run(["convert", "visits", "--output", "visits.scxml"], in: folder)
      #expect(run.status == 0 && run.output == "wrote visits.scxml\n")
      let file = "workflows/england/visits.yaml"
      #expect(run.messages.contains("\(file):2:11: warning PL9321"))
      #expect(run.messages.contains("the rule \"child_protection_visits\""))
      #expect(run.messages.contains("the parameter \"child_protection_visits_every\""))
      #expect(run.messages.contains("warning PL9322: Conditions that SCXML without data cannot say: 2."))
      #expect(run.messages.contains(": this.child_seen\n") && run.messages.contains(": not(this.child_seen)\n"))
    }
  }

  @Test(arguments: ["agreements", "core_group", "missing_child", "pre_proceedings"])
  func `A built-in workflow is converted, and converted back`(_ name: String) throws {
    try Self.withFolder { folder in
      let out = try Self.run(["convert", name, "--output", "out"], in: folder)
      #expect(out.status == 0 && out.output == "wrote out/\(name).scxml\n", "\(out.messages)")
      let written = try String(contentsOf: folder.appending(path: "out/\(name).scxml"), encoding: .utf8)
      #expect(try Self.run(["convert", name], in: folder).output == written)
      let back = try Self.run(["convert", "out/\(name).scxml"], in: folder)
      #expect(back.status == 0 && back.messages == "", "\(back.messages)")
      #expect(back.output.contains("\nworkflow: \(name)\n"))
    }
  }

  @Test func `The machine of a profile has the profile's transitions`() throws {
    try Self.withFolder { folder in
      let profile = """
        profile: shut
        title: No visits
        extends: p
        transitions:
          w.opens: off
        """
      let files = [
        "p/procedure.yaml": "procedure: p\ntitle: P\ncalendar: england_and_wales\nmonths: corresponding date\n",
        "p/vocabulary.yaml": "vocabulary: p\nevents:\n  opened: {}\n  closed: {}\n",
        "p/w.yaml": """
        workflow: w
        title: W
        states: {a: {start: true}, b: {}}
        transitions:
          - {on: opened, from: a, to: b, name: opens}
          - {on: closed, from: a, to: b}
          - {on: closed, from: b, to: a}
        """, "shut.yaml": profile,
      ]
      try FileManager.default.createDirectory(at: folder.appending(path: "p"), withIntermediateDirectories: true)
      for (path, text) in files { try Data((text + "\n").utf8).write(to: folder.appending(path: path)) }
      let plain = try Self.run(["convert", "p/w.yaml"], in: folder)
      #expect(plain.status == 0 && plain.output.contains("event=\"opened\""), "\(plain.messages)")
      let shut = try Self.run(["convert", "p/w.yaml", "--profile", "shut.yaml"], in: folder)
      #expect(shut.status == 0 && !shut.output.contains("event=\"opened\""), "\(shut.messages)")
      #expect(shut.output.contains("\"w\" with the profile \"shut\""))
      let builtIn = try Self.run(["convert", "visits", "--profile", "theo-county-then"], in: folder)
      #expect(builtIn.status == 0 && builtIn.output.contains("theo-county-then"), "\(builtIn.messages)")
      #expect(try Self.run(["convert", "visits", "--profile", "theo"], in: folder).messages.contains("--profile: error PL6002"))
      try Data(Self.lift.utf8).write(to: folder.appending(path: "lift.scxml"))
      let unneeded = try Self.run(["convert", "lift.scxml", "--profile", "shut.yaml"], in: folder)
      #expect(unneeded.status == 2 && unneeded.messages.contains("--profile: error PL9408"))
    }
  }

  @Test func `A mistyped workflow is told with all that are built in`() throws {
    try Self.withFolder { folder in
      let told = try Self.run(["convert", "nothing_like_it"], in: folder).messages
      let names = told.firstMatch(of: /Built in: (.*)\./)?.output.1.split(separator: ", ") ?? []
      #expect(names.count == 39, "\(told)")
    }
  }

  @Test(arguments: [["score", "reviewed"], ["score", "reviewed/pier.findings.yaml"], ["score", "reviewed/pier.yaml"]])
  func `A review is scored by its table, its history or its folder`(arguments: [String]) throws {
    try Self.withFolder { folder in
      let copy = folder.appending(path: "reviewed")
      try FileManager.default.copyItem(at: Harbour.folder.appending(path: "reviewed"), to: copy)
      let run = try Self.run(arguments + ["--procedure", "reviewed"], in: folder)
      #expect(run.status == 1, "\(run.messages)")
      #expect(run.messages == "")
      #expect(run.output.contains("The pier case (pier)"))
    }
  }

  @Test func `The pages of a procedure are written below a folder`() throws {
    try Self.withFolder { folder in
      let run = try Self.run(["document", "--to", "pages"], in: folder)
      #expect(run.status == 0)
      for file in ["Workflows/Workflows.md", "Workflows/core_group.md", "Resources/core_group.svg"] {
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "pages/\(file)").path))
      }
    }
  }

  @Test func `A history may come from standard input`() throws {
    try Self.withFolder { folder in
      try Self.fill(folder, onlyGood: true)
      let arguments = ["replay", "-", "--procedure", "workflows"]
      let piped = try Self.run(arguments, in: folder, input: Data(try Harbour.text("dated").utf8))
      let named = try Self.run(["replay", "dated.yaml", "--procedure", "workflows"], in: folder)
      #expect(piped.output == named.output)
      #expect(piped.status == 1)
    }
  }

  private static func fill(_ folder: URL, onlyGood: Bool = false) throws {
    let manager = FileManager.default
    try manager.copyItem(at: Harbour.folder.appending(path: "workflows"), to: folder.appending(path: "workflows"))
    for name in ["dated", "kept"] {
      try Data(try Harbour.text(name).utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    guard !onlyGood else { return }
    try manager.createDirectory(at: folder.appending(path: "folder"), withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "empty.yaml"))
    try Data("<scxml><state><transition target='away'/></state></scxml>\n".utf8).write(
      to: folder.appending(path: "faulty.scxml"))
    try Data("<scxml><state id='a'><transition event='e'><send event='e' delay='1s'/></transition></state></scxml>\n".utf8)
      .write(to: folder.appending(path: "quick.scxml"))
    try Data("kept".utf8).write(to: folder.appending(path: "kept.xml"))
    try manager.createDirectory(at: folder.appending(path: "lone"), withIntermediateDirectories: true)
    try Data("workflow: plan\n".utf8).write(to: folder.appending(path: "lone/plan.yaml"))
    try Data("- a\n- list\n".utf8).write(to: folder.appending(path: "list.yaml"))
    try Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 128) }).write(to: folder.appending(path: "random.yaml"))
    try Data(repeating: UInt8(ascii: "a"), count: 10_000_000).write(to: folder.appending(path: "large.yaml"))
  }
}
