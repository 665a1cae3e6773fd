import Testing

@testable import Workbench

@Suite struct `Which procedure a history is judged by` {
  private func replay(_ history: InputFile, _ change: (inout ReplayRequest) -> Void = { _ in }) -> Answer {
    var request = Harbour.request
    change(&request)
    return .replay([history], request)
  }

  @Test func `The profile is the one the history names`() throws {
    #expect(replay(try Harbour.history("relative")).output.contains("Profile         calm\n"))
  }

  @Test func `A profile that is asked for takes its place`() throws {
    let plain = replay(try Harbour.history("relative")) { $0.profile = .withoutProfile }
    #expect(plain.output.contains("Profile         none\n"))
    let calm = replay(try Harbour.history("dated")) { $0.profile = .named("calm") }
    #expect(calm.output.contains("Profile         calm\n"))
    #expect(!calm.output.contains("court.plan_beside/"))
  }

  @Test(arguments: [
    ("profile: calm", "profile: clam", "PL6002", "Did you mean \"calm\"?"),
    ("profile: calm", "profile: stormy", "PL6002", "Known: ava-city-then, calm"),
  ])
  func `A profile that is nowhere is refused at its place`(
    old: String, new: String, code: String, mend: String
  ) throws {
    let answer = replay(try Harbour.history("relative", replacing: old, with: new))
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("histories/relative.yaml:5:10"))
    #expect(answer.messages.contains(code))
    #expect(answer.messages.contains(mend))
  }

  @Test func `A history that names no procedure is refused unless one is given`() throws {
    let nameless = try Harbour.history("dated", replacing: "procedure: harbour\n", with: "")
    #expect(replay(nameless).status == .findings)
    let answer = Answer.replay([nameless], ReplayRequest())
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6004"))
  }

  @Test func `A procedure that is not built in is refused`() throws {
    let answer = Answer.replay([try Harbour.history("dated")], ReplayRequest())
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6001"))
  }

  @Test func `Observation ends on the day that is asked for`() throws {
    let answer = replay(try Harbour.history("dated")) { $0.asOf = "2019-04-20" }
    #expect(answer.output.contains("Observed until  Sat 20 Apr 2019"))
    #expect(answer.output.contains("\"Group held\" had not come by the end of the record"))
    #expect(!answer.output.contains("e5"))
  }

  @Test(arguments: [
    ("2019-01-01", "nothing had yet happened, and the first event is \"Plan made\" (e1)"),
    ("2019-12-31", "where the record ends (as of Tue 31 Dec 2019 was asked for, and adds nothing)"),
  ])
  func `A day before or after all that is recorded is told in the head`(day: String, told: String) throws {
    let answer = replay(try Harbour.history("dated")) { $0.asOf = day }
    #expect(answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(told))
  }

  @Test func `The head names the files that were typed`() throws {
    let profile = try #require(Harbour.workflows.first { $0.name.hasSuffix("calm.yaml") })
    let answer = replay(try Harbour.history("dated")) { request in
      request.procedurePath = "my/harbour"
      request.profile = .file(profile)
    }
    #expect(answer.output.contains("Procedure       Harbour procedures (harbour), from my/harbour\n"))
    #expect(answer.output.contains("Profile         calm, from \(profile.name)\n"))
  }

  @Test(arguments: [
    ("source: own_figures", "first group within, profile mine): a figure of this profile, which no source gives"),
    ("source: ours", "first group within, profile mine): My own figures (a figure of the profile mine)"),
  ])
  func `A figure that a profile sets is told as the profile's`(source: String, told: String) throws {
    let text = """
      profile: mine
      title: Mine
      extends: harbour
      sources:
        ours: {title: My own figures, force: ours}
      parameters:
        first_group_within: {value: 5 working days, \(source)}

      """
    let profile = InputFile(name: "my.yaml", content: .bytes(Array(text.utf8)))
    let answer = replay(try Harbour.history("dated")) { $0.profile = .file(profile) }
    let figure = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(figure.contains("Figure 5 working days (\(told)"), "\(answer.messages)")
    #expect(!answer.output.contains("Plumbline's own"))
  }

  @Test(arguments: ["calm.yaml", "plan.yaml", "vocabulary.yaml"])
  func `A file of another kind is told for what it is`(name: String) throws {
    let file = try #require(Harbour.workflows.first { $0.name.hasSuffix(name) })
    let answer = replay(file)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6008"))
    #expect(answer.messages.contains(", not a history."))
    #expect(answer.messages.contains("mend: "))
  }

  @Test(arguments: ["2019-02-30", "yesterday", "2019", ""])
  func `What is not a day is refused`(text: String) throws {
    let answer = replay(try Harbour.history("dated")) { $0.asOf = text }
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("--as-of: error PL6005"))
  }

  @Test func `A faulty history does not keep the others from being told`() throws {
    let faulty = try Harbour.history("relative", replacing: "event: group_held", with: "event: group_hold")
    let answer = Answer.replay([faulty, try Harbour.history("kept")], Harbour.request)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL4101"))
    #expect(answer.output.contains("A case in which all was kept"))
  }

  @Test func `In a folder only histories are read`() throws {
    let other = InputFile(name: "notes.yaml", content: .bytes(Array("notes: none\n".utf8)), origin: .foundInFolder)
    let answer = Answer.replay([other, try Harbour.history("kept")], Harbour.request)
    #expect(answer.status == .clean)
    let nothing = Answer.replay([other], Harbour.request)
    #expect(nothing.status == .badInput)
    #expect(nothing.messages.contains("PL6007"))
  }
}
