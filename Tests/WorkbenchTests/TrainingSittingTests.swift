import Foundation
import Testing

@testable import Workbench

@Suite struct `A sitting at a training` {
  private static let ours = "answers: quay\nchoices:\n  group: late\n"

  private func request(_ session: String? = nil, _ transcript: String? = nil) -> TrainingRequest {
    var request = TrainingRequest(Quay.file(Quay.scenario))
    request.session = file(session, "mine.yaml")
    request.transcript = transcript.map { file($0, "mine.txt") }
    return request
  }

  private func file(_ text: String?, _ name: String) -> InputFile {
    text.map { Quay.file($0, name: name) } ?? InputFile(name: name, content: .missing)
  }

  private func sitting(_ request: TrainingRequest) -> TrainingSitting { TrainingSitting(request, judging: Harbour.request) }

  /// Everything that is shown when these lines are typed, and the last files that are written.
  private func heard(_ lines: [String?], by sitting: inout TrainingSitting) -> (text: String, files: [String: String]) {
    var turns = [sitting.begin()]
    for line in lines { turns.append(sitting.hear(line, .unseen)) }
    let files = turns.flatMap(\.files).map { ($0.path, $0.text) }
    return (turns.map(\.text).joined(), Dictionary(files) { $1 })
  }

  // MARK: What is refused

  @Test(arguments: ["history: a\ntitle: A\n", "# Notes\nanswers to give\n", "- answers\n", "", "scenario: quay\n", "{unclosed"])
  func `What is no session is never written over, from the start or not`(text: String) {
    for beginning in [TrainingRequest.Beginning.fromTheStart, .whereItWasLeft] {
      for existing in [ConversionRequest.Existing.kept, .replaced] {
        var request = request(text)
        (request.beginning, request.existing) = (beginning, existing)
        let sitting = sitting(request)
        #expect(!sitting.isReady)
        #expect(
          sitting.messages.contains("mine.yaml: error PL7623")
            && sitting.messages.contains("mend: Name another file with --session"))
      }
    }
  }

  @Test func `A session of another scenario is written over only where that is asked for`() {
    var request = request("answers: pier\nchoices: {}\n")
    for beginning in [TrainingRequest.Beginning.fromTheStart, .whereItWasLeft] {
      (request.beginning, request.existing) = (beginning, .kept)
      let refused = sitting(request)
      #expect(!refused.isReady && refused.messages.contains("mine.yaml:1:10: error PL7611"), "\(refused.messages)")
      #expect(refused.messages.contains("write --replace"))
      request.existing = .replaced
      var taken = sitting(request)
      #expect(taken.isReady)
      let files = heard(["1"], by: &taken).files
      #expect(files["mine.yaml"] == "answers: quay\nchoices:\n  group: soon\n")
    }
  }

  @Test(arguments: [ours, "answers: quay\nchoices: {group: gone}\n", "answers: quay\nchoices: {{\n"])
  func `A session of the scenario is begun anew, also one that is faulty further down`(text: String) {
    var request = request(text)
    request.beginning = .fromTheStart
    var sitting = sitting(request)
    #expect(sitting.isReady, "\(sitting.messages)")
    let (shown, files) = heard(["quit"], by: &sitting)
    // Until something is decided, the session stays what it was.
    #expect(files.isEmpty && shown.hasSuffix("\nLeft; nothing was decided, and the session is as it was.\n"))
  }

  @Test func `The scenario is never written over, nor the session or the answers by the transcript`() {
    func told(_ change: (inout TrainingRequest) -> Void) -> String {
      var request = request(nil, "")
      request.existing = .replaced
      change(&request)
      // As where a link leads to the scenario.
      return TrainingSitting(request, judging: Harbour.request) { one, other in
        one == other || Set([one, other]) == ["quay.yaml", "link.yaml"]
      }.messages
    }
    #expect(told { $0.session = $0.scenario }.contains("quay.yaml: error PL7625: The file is to be written with --session"))
    #expect(told { $0.session = file("", "link.yaml") }.contains("link.yaml: error PL7625"))
    #expect(told { $0.transcript = $0.scenario }.contains("with --transcript, and is the scenario"))
    #expect(told { $0.transcript = file("", "link.yaml") }.contains("link.yaml: error PL7625"))
    #expect(told { $0.transcript = $0.session }.contains("mine.yaml: error PL7625: The file is to be written with --transcript"))
    #expect(told { _ in }.isEmpty)
  }

  // MARK: The transcript

  @Test func `A transcript is added to when its session goes on, and says so`() throws {
    var first = sitting(request(nil, ""))
    let one = heard(["late", "quit"], by: &first)
    #expect(one.files["mine.txt"] == one.text && first.isLeft)
    let (session, transcript) = (try #require(one.files["mine.yaml"]), try #require(one.files["mine.txt"]))
    #expect(session == Self.ours)
    var second = sitting(request(session, transcript))
    let other = heard(["back", nil], by: &second)
    #expect(other.text.hasPrefix("\nThe transcript goes on in mine.txt.\n\nAt the quay\n"))
    #expect(other.files["mine.txt"] == transcript + other.text)
  }

  @Test func `What was typed at a terminal stands in the transcript only, and colours do not`() {
    var request = request(nil, "")
    request.transcript = InputFile(name: "mine.txt", content: .missing)
    var sitting = TrainingSitting(request, judging: Harbour.request, options: OutputOptions(output: .colour))
    let shown = sitting.begin().text
    let turn = sitting.hear("1", .seen)
    #expect(shown.contains("\u{1B}[") && !turn.text.hasPrefix("1\n"))
    let transcript = turn.files.first { $0.path == "mine.txt" }?.text ?? ""
    #expect(transcript.contains("quit > 1\n") && !transcript.contains("\u{1B}"))
  }

  @Test func `A file that no session goes on with is a transcript only where it is to be replaced`() {
    let transcript = "At the quay\n===========\nWhat a plan asks for.\n\nMuch was said.\n"
    let cases: [(String?, String, TrainingRequest.Beginning)] = [
      (nil, transcript, .whereItWasLeft), (Self.ours, transcript, .fromTheStart), (Self.ours, "Notes\n", .whereItWasLeft),
    ]
    for (session, text, beginning) in cases {
      var request = request(session, text)
      request.beginning = beginning
      let refused = sitting(request)
      #expect(!refused.isReady && refused.messages.contains("mine.txt: error PL7624"), "\(refused.messages)")
      #expect(refused.messages.contains("mend: Name another file with --transcript, or write --replace."))
      request.existing = .replaced
      var taken = sitting(request)
      let (shown, files) = heard([nil], by: &taken)
      #expect(taken.isReady && files["mine.txt"] == shown)
    }
    #expect(sitting(request(Self.ours, transcript)).isReady)
  }

  @Test func `With answers a transcript is written only where they are sound, and over nothing unasked`() {
    func step(_ answers: String, _ transcript: String?, _ change: (inout TrainingRequest) -> Void = { _ in }) -> (
      answer: Answer, files: [OutputFile]
    ) {
      var request = TrainingRequest(Self.returnHome)
      request.answers = file(answers, "answers.yaml")
      request.transcript = file(transcript, "mine.txt")
      change(&request)
      return Answer.step(request)
    }
    let sound = "answers: return_home\nchoices: {plan: with_everyone}\n"
    let told = step(sound, nil)
    #expect(told.answer.status == .clean && told.files == [OutputFile(path: "mine.txt", text: told.answer.output)])
    let faulty = step("answers: return_home\nchoices: {plan: nobody}\n", nil)
    #expect(faulty.answer.status == .badInput && faulty.files.isEmpty && faulty.answer.messages.contains("PL7612"))
    let kept = step(sound, "Notes\n")
    #expect(kept.files.isEmpty && kept.answer.messages.contains("mine.txt: error PL7624"))
    #expect(step(sound, "Notes\n") { $0.existing = .replaced }.files.count == 1)
    let same = step(sound, nil) {
      ($0.transcript, $0.existing) = ($0.answers, .replaced)
    }
    #expect(same.files.isEmpty && same.answer.messages.contains("answers.yaml: error PL7625"))
    for (option, change) in Self.idle {
      let refused = step(sound, nil) { request in
        request.transcript = nil
        change(&request)
      }
      #expect(refused.answer.status == .badInput && refused.answer.messages.contains("\(option): error PL6033"))
      #expect(refused.answer.messages.contains("mend: Leave out \(option), or --answers."))
    }
  }

  private static var idle: [(String, (inout TrainingRequest) -> Void)] {
    [
      ("--session", { $0.session = InputFile(name: "mine.yaml", content: .missing) }),
      ("--from-the-start", { $0.beginning = .fromTheStart }), ("--replace", { $0.existing = .replaced }),
    ]
  }

  private static let returnHome = InputFile(
    name: "return-home.yaml",
    content: .bytes(
      (try? Array(Data(contentsOf: Harbour.repository.appending(path: "simulations/training/return-home.yaml")))) ?? []))

  @Test func `What cannot be written is told with the option that named it`() {
    let sitting = sitting(request(nil, ""))
    for (path, code, option) in [("mine.txt", "PL7622", "--transcript"), ("mine.yaml", "PL7621", "--session")] {
      let answer = sitting.unwritten(OutputFile(path: path, text: ""))
      #expect(answer.status == .badInput)
      #expect(answer.messages.contains("\(path): error \(code)") && answer.messages.contains("another place with \(option),"))
    }
  }

  // MARK: After the last decision

  @Test func `After the debrief the last decision can be taken back`() {
    var sitting = sitting(request())
    let (shown, files) = heard(["1", "1", "back", "2", "perhaps", "quit"], by: &sitting)
    #expect(shown.components(separatedBy: "Looking back on").count == 3)
    #expect(shown.contains("\nback, again or quit > back\n\nSat 20 Apr 2019: decision 2\n"))
    #expect(shown.contains("quit > perhaps\nThere is no such choice: everything is decided.\n\nback, again or quit > quit\n"))
    #expect(files["mine.yaml"] == "answers: quay\nchoices:\n  group: soon\n  visit: wait\n")
    #expect(sitting.isLeft)
  }

  @Test func `A session that is over shows its debrief again, offers to go back, and ends with the input`() {
    var sitting = sitting(request("answers: quay\nchoices: {group: soon, visit: go}\n"))
    let shown = heard([nil], by: &sitting).text
    #expect(shown.contains("Everything was decided; back takes the last decision back"))
    #expect(shown.contains("Looking back on") && shown.hasSuffix("\nback, again or quit > \n"))
    #expect(sitting.isLeft)
  }
}
