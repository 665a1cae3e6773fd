#if canImport(Checking)
  import Checking
  import Diagnostics
  import Procedures
  import Testing

  @testable import Notation

  @Suite struct ProcedureCheckerTests {
    private func read(_ workflow: String) throws -> Procedure {
      let text = "# with: procedure vocabulary\n=== w.yaml\nworkflow: w\ntitle: W\n" + workflow
      let (procedure, diagnostics) = ProcedureReader.read(FixtureFiles(name: "checked", text: text).files)
      #expect(diagnostics.map(\.message) == [])
      return try #require(procedure)
    }

    private func unreachable(_ workflow: String) throws -> [String] {
      let told = ProcedureChecker.check(try read(workflow)).filter { $0.code == .unreachableState }
      return told.compactMap { $0.message.split(separator: "\"").dropFirst().first.map(String.init) }
    }

    private let states = """
      states:
        none: {start: true}
        outer: {start: first, states: {first: {}, second: {}, done: {end: true}, back: {history: deep, otherwise: second}}}
        both: {parallel: true, states: {left: {start: x, states: {x: {}, y: {end: true}}}, right: {start: z, states: {z: {}}}}}
        last: {end: true}

      """

    @Test func `Of states that nothing leads to, the outermost is told`() throws {
      #expect(try unreachable(states) == ["outer", "both", "last"])
    }

    @Test func `A state is reached with the first states inside it`() throws {
      let found = try unreachable(
        states + "transitions:\n  - {on: opened, from: none, to: [outer]}\n  - {on: met, from: outer, to: both}\n")
      #expect(found == ["outer.second", "outer.done", "outer.back", "both.left.y", "last"])
    }

    @Test func `A target inside reaches the states around it and beside it, and not their first ones`() throws {
      let found = try unreachable(
        states + "transitions:\n  - {on: opened, from: none, to: second}\n  - {on: met, from: none, to: y}\n")
      #expect(found == ["outer.first", "outer.done", "outer.back", "both.left.x", "last"])
    }

    @Test func `A history state leads where it says`() throws {
      #expect(
        try unreachable(states + "transitions:\n  - {on: opened, from: none, to: back}\n") == [
          "outer.first", "outer.done", "both", "last",
        ])
    }

    /// SCION, history2: left with `near` active, which was entered past its first state, it comes back to that.
    @Test(arguments: [("shallow", []), ("deep", ["outer.near.first"])])
    func `What a shallow history state remembers is entered by its own start`(_ depth: String, _ untouched: [String]) throws {
      let workflow = """
        states:
          none: {start: true}
          outer:
            start: near
            states:
              back: {history: \(depth), otherwise: second}
              near: {start: first, states: {first: {}, second: {}}}
        transitions:
          - {on: opened, from: none, to: back}
          - {on: met, from: second, to: none}

        """
      #expect(try unreachable(workflow) == untouched)
    }

    @Test func `A completion is reached only by an end`() throws {
      let transitions = "transitions:\n  - {on: opened, from: none, to: outer}\n  - {completed: outer, from: outer, to: last}\n"
      #expect(try unreachable(states + transitions).contains("last"))
      #expect(try !unreachable(states + transitions + "  - {on: met, from: first, to: done}\n").contains("last"))
    }

    @Test func `A signal is heard only if something raises it`() throws {
      let transitions = "transitions:\n  - {signal: s, from: none, to: last}\n"
      #expect(try unreachable("signals: [s]\n" + states + transitions).contains("last"))
      #expect(
        try !unreachable("signals: [s]\n" + states + transitions + "  - {on: opened, from: none, do: [{raise: s}]}\n").contains(
          "last"))
    }

    @Test func `No rule and no transition of the repository's procedures reads an event that only gives context`() {
      let files = RepositoryFiles.all.filter { $0.name.hasPrefix("workflows/england/") }
      #expect(files.contains { $0.text.contains("context: true") })
      #expect(ProcedureReader.read(files).diagnostics.map(\.message) == [])
    }

    @Test func `What no rule and no transition uses is told as a warning`() throws {
      let procedure = try read(
        """
        sources: {unused: {title: Unused, force: ours}}
        parameters: {used: 2 weeks, unused: 3 weeks}
        states: {none: {start: true}}
        transitions:
          - {on: decided, from: none, when: this.urgent}
        rules:
          r: {says: A sentence., source: guide, within: used, of: opened, expect: 'met[list contains(attended, "social_worker")]'}
        """)
      let usual = ProcedureChecker.check(procedure)
      #expect(usual.map(\.severity) == [.warning, .warning, .warning])
      #expect(
        usual.map(\.message) == [
          "Nothing uses the event \"closed\".", "Nothing uses the source \"unused\".", "Nothing uses the parameter \"unused\".",
        ])
      let thorough = ProcedureChecker.check(procedure, depth: .thorough).map(\.message)
      #expect(thorough.contains("Nothing uses the role \"health_visitor\"."))
      #expect(!thorough.contains("Nothing uses the role \"social_worker\"."))
      #expect(thorough.contains("Nothing uses the attribute \"decided.outcome\"."))
      #expect(!thorough.contains("Nothing uses the attribute \"decided.urgent\"."))
    }
  }
#endif
