import Diagnostics
import Testing

@testable import Workbench

@Suite struct `Two versions of a procedure` {
  /// The harbour without a profile, and with a calmer one.
  static var calmer: ComparisonRequest {
    var request = ComparisonRequest()
    (request.old, request.new) = (Harbour.request, Harbour.request)
    request.new.profile = .named("calm")
    return request
  }

  /// Documents of comparisons in which everything occurs that one can hold: a hole that opens and one that closes, findings
  /// gained, lost and told otherwise, more work, and what no history shows.
  static func documents(_ options: OutputOptions) throws -> [String] {
    let history = try Harbour.history("dated")
    let watched =
      "rules:\n  letter_soon:\n    says: Soon.\n    every: 4 weeks\n    while: legal_planning\n"
      + "    expect: letter_sent\n    source: guidance\n"
    let watching = Self().harbour("court", replacing: "rules:\n", with: watched)
    let stricter = Self().harbour("plan", replacing: "every: 4 weeks", with: "every: 2 weeks")
    let pairs = [(Harbour.request, watching), (watching, Harbour.request), (Harbour.request, stricter)]
    let requests = pairs.map { old, new in
      var request = ComparisonRequest()
      (request.old, request.new) = (old, new)
      return request
    }
    let requested = [calmer] + requests
    return requested.flatMap { request in
      [
        Answer.compare(request, on: [history], options: options).answer.output,
        Answer.compare(request, on: [], options: options).answer.output,
      ]
    }
  }

  /// The harbour without a profile and with a calmer one, and histories.
  private func compare(
    on names: [String] = ["dated"], _ change: (inout ComparisonRequest) -> Void = { _ in },
    _ format: OutputOptions.Format = .text, isThere: (String) -> Bool = { _ in false }
  ) throws -> (answer: Answer, files: [OutputFile]) {
    var request = ComparisonRequest()
    request.old = Harbour.request
    request.new = Harbour.request
    request.new.profile = .named("calm")
    change(&request)
    return Answer.compare(
      request, on: try names.map(Harbour.history), options: OutputOptions(format: format), isThere: isThere)
  }

  /// The harbour with some of a file replaced.
  private func harbour(_ file: String, replacing old: String, with new: String) -> ReplayRequest {
    var request = ReplayRequest()
    request.procedure = .files(
      Harbour.workflows.map { input in
        guard input.name.hasSuffix("/\(file).yaml"), let text = input.decoded().source?.text else { return input }
        precondition(text.contains(old), "the fixture no longer holds what is to be replaced")
        return InputFile(name: input.name, content: .bytes(Array(text.replacing(old, with: new).utf8)))
      })
    return request
  }

  @Test func `What is written otherwise is told in a designer's words, with the rules that hang on a figure`() throws {
    let output = try compare().answer.output
    #expect(output.contains("- rule court.plan_beside\n    A child before the court is on a plan.\n"))
    #expect(output.contains("~ figure first_group_within\n    Value        15 working days from 1 Jan 2010 to 30 Jun 2018;"))
    #expect(output.contains("→ 20 working days\n"))
    #expect(output.contains("With a figure, these rules change as well: plan.first_group."))
  }

  @Test func `A finding that is no longer made is lost, and the rest are alike`() throws {
    let output = try compare().answer.output
    // Ann and Ben's first group came on the fourteenth working day.
    #expect(output.contains("- Thu 18 Apr 2019, Ann: certain late (plan.first_group)"))
    #expect(output.contains("dated: no findings gained, 3 lost, 0 told otherwise, "))
    #expect(!output.contains("+ Thu 18 Apr 2019"))
  }

  @Test func `A finding whose day moves tells by how many days, in both directions`() throws {
    let stricter = harbour("procedure", replacing: "2018-07-01: 10 working days", with: "2018-07-01: 8 working days")
    let earlier = try compare { $0.new = stricter }.answer.output
    #expect(earlier.contains("~ Tue 16 Apr 2019, Ann: certain late (plan.first_group)"))
    #expect(earlier.contains("2 days earlier than before (Thu 18 Apr 2019)."))
    let later = try compare { ($0.old, $0.new) = (stricter, Harbour.request) }.answer.output
    #expect(later.contains("2 days later than before (Tue 16 Apr 2019)."))
  }

  @Test(arguments: [
    ("plan", "on_plan: {title: On a plan}", "on_plan: {title: On a plan}\n  paused: {}", "+ state plan.paused"),
    ("plan", "from: on_plan, to: closed}", "from: on_plan, to: none}", "Leads to     closed → none"),
    (
      "plan", "from: on_plan, to: closed}", "from: on_plan, to: none}",
      "~ transition plan: Plan ended, from on_plan to none\n"
    ),
    (
      "plan", "  - {on: plan_ended, from: on_plan, to: closed}\n", "",
      "- transition plan: Plan ended, from on_plan to closed\n"
    ),
    (
      "plan", "  - {on: plan_ended, from: on_plan,",
      "  - {on: plan_ended, from: none, to: closed}\n  - {on: plan_ended, from: on_plan,",
      "+ transition plan: Plan ended, from none to closed\n"
    ),
    (
      "plan", "  - {on: group_held, from: on_plan, optional: true}\n", "", "- transition plan: Group held, staying in on_plan\n"
    ),
    ("plan", "finds: absent", "finds: missed", "Found as     absent → missed"),
    ("plan", "every: 4 weeks", "every: 2 weeks", "Every        4 weeks, each counted from the last time"),
    ("vocabulary", "attributes: {agreed: boolean}", "attributes: {agreed: boolean, by: role}", "~ event plan_made"),
    ("plan", "at: chapter 1", "at: chapter 9", "Source       Harbour Guidance, chapter 1"),
  ])
  func `Every part of a procedure is compared`(file: String, old: String, new: String, told: String) throws {
    let output = try compare { request in
      request.new = harbour(file, replacing: old, with: new)
      request.isSearching = false
    }.answer.output
    #expect(output.contains(told), "\(output)")
  }

  @Test func `What no history shows is shown by a made-up case that the two judge otherwise`() throws {
    let (answer, files) = try compare(on: []) { $0.folder = "differences" }
    #expect(answer.output.contains("What differs, and no history shows"))
    #expect(answer.output.contains("\ncourt.plan_beside\n  Example    "))
    #expect(answer.output.contains("\nplan.first_group\n  Example    "))
    #expect(files.map(\.path) == ["differences/difference-1.yaml", "differences/difference-2.yaml"])
    for file in files {
      let input = InputFile(name: file.path, content: .bytes(Array(file.text.utf8)))
      var (old, new) = (Harbour.request, Harbour.request)
      old.profile = .withoutProfile
      new.profile = .named("calm")
      let (before, after) = (Answer.replay([input], old), Answer.replay([input], new))
      #expect(before.status != .badInput && after.status != .badInput)
      #expect(before.output.split(separator: "\n").dropFirst(8) != after.output.split(separator: "\n").dropFirst(8))
    }
  }

  @Test func `A made-up case that moves a child otherwise names the states before and after, on each side`() throws {
    let reopened = harbour("plan", replacing: "from: on_plan, to: closed}", with: "from: on_plan, to: none}")
    let output = try compare(on: []) { $0.new = reopened }.answer.output
    let shown = try #require(output.split(separator: "What differs, and no history shows").last)
    #expect(shown.contains("\nplan: Plan ended, from on_plan to none\n"))
    let moves = """
        The plan and its group, in other states or at other times:
          Before     "On a plan" from Tue 3 Jul 2018, then "closed" from Wed 4 Jul 2018 to the end of the
                     record
          After      "On a plan" from Tue 3 Jul 2018, then "none" from Wed 4 Jul 2018 to the end of the
                     record

      """
    #expect(shown.contains(moves), "\(shown)")
    let page = try compare(on: [], { $0.new = reopened }, .html).answer.output
    let told = #/<dt>Before<\/dt><dd>[^<]*On a plan[^<]* from Tue 3 Jul 2018, then [^<]*closed[^<]* from Wed 4 Jul 2018 to/#
    #expect(page.replacing(#/>\s+</#, with: "><").contains(told))
    let document = try compare(on: [], { $0.new = reopened }, .json).answer.output
    let move = #/"workflow": "plan",\s*"old": \[\s*\{\s*"state": "on_plan"/#
    #expect(document.contains(move))
  }

  // MARK: - What a change is told with

  @Test func `How long a breach ran is told of what is gained, and of what moves also how long it ran before`() throws {
    let gained = try compare { ($0.old, $0.new) = ($0.new, $0.old) }.answer.output
    #expect(gained.contains("+ Thu 18 Apr 2019, Ann: certain late"))
    #expect(gained.contains("    Breach     for 3 working days after it was due\n"))
    #expect(gained.contains("    Breach     still running when the record ends, 30 days after it began\n"))
    let stricter = harbour("procedure", replacing: "2018-07-01: 10 working days", with: "2018-07-01: 8 working days")
    let moved = try compare(on: ["dated", "relative"]) { $0.new = stricter }.answer.output
    let told = "    Breach     for 5 working days after it was due; before, for 3 working days after it was due\n"
    #expect(moved.contains(told))
    #expect(moved.contains("Breach     for up to 16 working days after it was due; before, for up to 14 working days"))
    let page = try compare(on: ["dated"], { $0.new = stricter }, .html).answer.output
    #expect(page.contains("<dd>for 5 working days after it was due; before, for 3 working days after it was due</dd>"))
    let document = try compare(on: ["dated"], { $0.new = stricter }, .json).answer.output
    #expect(document.contains("\"breach\": \"for 5 working days after it was due\""))
  }

  @Test(arguments: [
    ("", "still running when the record ends, 70 working days after it was due"),
    (
      "  - {id: e6, event: plan_ended, when: 2019-07-01}\n",
      "until the rule ceased to apply, 48 working days after it was due"
    ),
  ])
  func `A breach that nobody mends runs to the end of the record, or until the rule no longer applies`(
    ending: String, told: String
  ) throws {
    let text = """
      history: unheld
      title: Nobody meets
      procedure: harbour
      children: {ann: {}}
      complete for: everything
      observed until: 2019-07-31
      events:
        - {id: e1, event: plan_made, agreed: true, when: 2019-04-04}

      """
    var request = Self.calmer
    (request.old, request.new) = (request.new, request.old)
    request.isSearching = false
    let file = InputFile(name: "unheld.yaml", content: .bytes(Array((text + ending).utf8)))
    let output = Answer.compare(request, on: [file]).answer.output
    #expect(output.contains("\n    Breach     \(told)"), "\(output)")
  }

  @Test func `A changed figure stands with its source under what a finding rests on`() throws {
    let told = "figure first_group_within: 10 working days before, 20 working days after; Harbour"
    let output = try compare().answer.output
    #expect(
      output.contains("               e3: Group held, Thu 25 Apr 2019; cited at 2.3\n               \(told)\n"), "\(output)")
    #expect(output.contains("\n               Guidance, chapter 2 (statutory guidance; read second-hand)\n"))
    // The rule of the other finding has no figure.
    #expect(output.matches(of: #/figure first_group_within: /#).count == 2)
    let page = try compare({ _ in }, .html).answer.output
    #expect(page.contains("<li>\(told) Guidance, chapter 2"))
    let document = try compare({ _ in }, .json).answer.output
    let figure = #/"figure": "first_group_within",\s*"old": "10 working days",\s*"new": "20 working days",\s*"source": "Harbour/#
    #expect(document.contains(figure))
    let revised = harbour("procedure", replacing: "2018-07-01: 10 working days", with: "2018-07-01: 8 working days")
    let unchanged = try compare(on: ["dated"]) { ($0.old, $0.new) = (revised, revised) }.answer.output
    #expect(!unchanged.contains("figure first_group_within"))
  }

  @Test(arguments: [
    ("old/harbour", "new/harbour", "Before: harbour (old/harbour) without a profile. After: harbour (new/harbour) without"),
    ("/home/ann/old/harbour/", "/home/ann/new/harbour", "Before: harbour (old/harbour) without a profile. After: harbour (new/"),
    ("harbour", "./old/harbour", "Before: harbour (harbour) without a profile. After: harbour (old/harbour) without"),
    (".", "../harbour", "Before: harbour (.) without a profile. After: harbour (harbour) without"),
    (nil, "new/harbour", "Before: harbour (built in) without a profile. After: harbour (harbour) without"),
    ("harbour", "./harbour/", "Before: harbour without a profile. After: harbour without a profile\n"),
  ])
  func `Two folders of one name are told apart by the ends of their paths, and by no more`(
    old: String?, new: String?, title: String
  ) throws {
    func change(_ request: inout ComparisonRequest) {
      request.new = Harbour.request
      (request.old.procedurePath, request.new.procedurePath) = (old, new)
      request.isSearching = false
    }
    let output = try compare(on: [], change).answer.output
    #expect(output.contains(title), "\(output)")
    #expect(!output.contains("/home"))
    let page = try compare(on: [], change, .html).answer.output
    #expect(page.contains(title.replacing("Before: ", with: "").prefix(20)) && !page.contains("/home"))
    let document = try compare(on: [], change, .json).answer.output
    #expect(document.contains("\"title\": \"\(try #require(title.wholeMatch(of: #/Before: (.*?)\. After(?s:.*)/#)).output.1)\""))
  }

  @Test func `Two histories of one name are told apart by the ends of their paths`() throws {
    let paths = ["/home/ann/old/dated.yaml", "/home/ann/new/dated.yaml", "kept.yaml"]
    let histories = try zip(paths, ["dated", "dated", "kept"]).map { path, name in
      InputFile(name: path, content: try Harbour.history(name).content)
    }
    func output(_ format: OutputOptions.Format) -> String {
      Answer.compare(Self.calmer, on: histories, options: OutputOptions(format: format)).answer.output
    }
    let text = output(.text)
    #expect(text.contains("\ndated (old/dated.yaml): no findings gained, 3 lost"))
    #expect(text.contains("\ndated (new/dated.yaml): no findings gained, 3 lost"))
    #expect(text.contains("\nkept: no findings gained"))
    #expect(output(.html).contains("data-case=\"dated (old/dated.yaml)\""))
    #expect(output(.json).contains("\"title\": \"dated (new/dated.yaml)\""))
    for format in [OutputOptions.Format.text, .html, .json] { #expect(!output(format).contains("/home")) }
  }

  @Test func `Two files of a profile of one name are told apart, those of two names are not`() throws {
    func profile(_ path: String, _ name: String = "calm") -> ReplayRequest {
      var request = Harbour.request
      request.profile = .file(
        InputFile(name: path, content: .bytes(Array("profile: \(name)\ntitle: C\nextends: harbour\n".utf8))))
      return request
    }
    func title(_ old: ReplayRequest, _ new: ReplayRequest) throws -> String {
      let output = try compare(on: []) { request in
        (request.old, request.new) = (old, new)
        request.isSearching = false
      }.answer.output
      return String(try #require(output.split(separator: "===").first)).replacing("\n", with: " ")
    }
    let alike = try title(profile("old/calm.yaml"), profile("new/calm.yaml"))
    #expect(alike == "Before: harbour with calm (old/calm.yaml). After: harbour with calm (new/calm.yaml) ")
    let other = try title(profile("old/calm.yaml"), profile("new/calm.yaml", "calmer"))
    #expect(other == "Before: harbour with calm. After: harbour with calmer ")
  }

  @Test func `A change that only words a source otherwise asks for no example`() throws {
    let output = try compare(on: []) { $0.new = harbour("plan", replacing: "at: chapter 1", with: "at: chapter 9") }.answer.output
    #expect(!output.contains("no history shows"))
  }

  @Test func `A drift hole that closes is told with its example and the clock that watches it now`() throws {
    let watched =
      "  letter_soon:\n    says: Soon.\n    every: 4 weeks\n    while: legal_planning\n    expect: letter_sent\n    source: guidance\n"
    let rules = "rules:\n" + watched
    let closed = try compare(on: []) { $0.new = harbour("court", replacing: "rules:\n", with: rules) }.answer.output
    #expect(closed.contains("- court.legal_planning\n    Now: watched by court.letter_soon.\n    Example    "))
    let opened = try compare(on: []) { request in
      (request.old, request.new) = (harbour("court", replacing: "rules:\n", with: rules), Harbour.request)
    }.answer.output
    #expect(opened.contains("+ court.legal_planning\n    Before: watched by court.letter_soon.\n    Example    "))
  }

  @Test func `What falls due is counted for each child-year, by what is expected`() throws {
    let output = try compare { request in
      request.new = harbour("plan", replacing: "every: 4 weeks", with: "every: 2 weeks")
      request.isSearching = false
    }.answer.output
    let line = output.split(separator: "\n").first { $0.hasPrefix("  Visit made ") }
    #expect(line?.contains("(") == true && line?.contains("+") == true)
  }

  @Test func `A procedure differs in nothing from itself`() throws {
    let (answer, files) = try compare(on: ["dated", "kept"]) { $0.new = Harbour.request }
    #expect(answer.output.contains("Nothing is written or judged otherwise."))
    #expect(!answer.output.contains("drift hole"))
    #expect(files.isEmpty)
  }

  @Test func `A program is told the same, and twice the same`() throws {
    let first = try compare({ $0.isSearching = true }, .json).answer.output
    #expect(first.contains("\"schema\": \"plumbline.compare/2\""))
    #expect(first.contains("\"change\": \"lost\""))
    #expect(try compare({ $0.isSearching = true }, .json).answer.output == first)
  }

  @Test func `A name that is nothing is told as the argument that it is, with all that may be named`() throws {
    let told = try compare { request in
      request.new.profile = .named("nosuchfolder")
      request.new.typed = .loneArgument("NEW")
    }.answer
    #expect(told.status == .badInput && told.output == "")
    #expect(
      told.messages.hasPrefix(
        "NEW: error PL6002: There is no folder, file, built-in procedure or profile \"nosuchfolder\".\n"), "\(told.messages)")
    #expect(
      told.messages.contains("mend: Name a folder, a file, a built-in procedure (england), or a profile (ava-city-then, calm, "))
    let near = try compare { request in
      request.old.profile = .named("clam")
      request.old.typed = .loneArgument("OLD")
    }.answer.messages
    #expect(near.contains("OLD: error") && near.contains("mend: Did you mean \"calm\"? Name a folder"))
  }

  @Test func `An option that has no effect is refused`() throws {
    let unsearched = try compare {
      ($0.isSearching, $0.folder) = (false, "differences")
    }
    #expect(unsearched.answer.status == .badInput && unsearched.files.isEmpty)
    #expect(unsearched.answer.messages.contains("--save: error PL6033"))
    #expect(unsearched.answer.messages.contains("mend: Leave out --save, or --without-search."))
    func judged(_ typed: ReplayRequest.Typed) throws -> String {
      try compare {
        $0.procedurePath = "workflows"
        $0.isSearching = false
        ($0.old.typed, $0.new.typed) = (.inArgument("OLD"), typed)
      }.answer.messages
    }
    #expect(try judged(.inArgument("NEW")).contains("--procedure: error PL6033"))
    #expect(try judged(.loneArgument("NEW")) == "")
  }

  @Test func `What is wrong is told with its mend, and nothing is printed`() throws {
    let unknown = try compare { $0.new.profile = .named("clam") }.answer
    #expect(unknown.status == .badInput && unknown.output.isEmpty)
    #expect(unknown.messages.contains("calm"))
    let taken = try compare(on: [], { $0.folder = "differences" }, isThere: { $0.hasSuffix("-1.yaml") })
    #expect(taken.answer.status == .badInput && taken.files.isEmpty)
    #expect(taken.answer.messages.contains("PL6041") && taken.answer.messages.contains("--replace"))
  }
}
