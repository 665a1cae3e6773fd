import Anonymising
import CaseWriting
import Diagnostics

/// One case that was made anonymous, as one thread hands it on.
enum MadeAnonymous: Sendable {
  case written(AnonymousCase, bytes: [UInt8], combination: [String])
  case withheld(String)
  /// It cannot be written.
  case refused(Diagnostic)
}

/// Makes cases anonymous and writes them in a form, on one thread.
final class AnonymousMaker {
  private let anonymiser: CaseAnonymiser
  private let writer: AnonymousWriter
  private let combinations: CombinationCounts

  init(_ anonymiser: CaseAnonymiser, _ writer: AnonymousWriter, _ combinations: CombinationCounts) {
    (self.anonymiser, self.writer, self.combinations) = (anonymiser, writer, combinations)
  }

  func make(_ subject: AnonymousSubject, _ random: @escaping () -> UInt64) -> MadeAnonymous {
    switch anonymiser.anonymise(subject.tree, subject.history, random) {
    case .anonymous(let anonymous):
      var bytes: [UInt8] = []
      do {
        try writer.write(anonymous, to: &bytes)
      } catch {
        return .refused(error.diagnostic(of: anonymous.name, at: subject.place))
      }
      return .written(anonymous, bytes: bytes, combination: combinations.combination(of: anonymous))
    case .withheld(let name, _): return .withheld(name)
    case .collision: return .refused(.pseudonymTwice(at: subject.place))
    }
  }
}

/// The form in which anonymous cases are written.
struct AnonymousWriter: Sendable {
  let form: AnonymousForm
  private let bulk: BulkText?

  /// - Parameter attributes: those that events may state.
  init(_ form: AnonymousForm, attributes: [String]) {
    self.form = form
    bulk =
      switch form {
      case .csv: BulkText(.csv, attributes: attributes)
      case .jsonl: BulkText(.jsonLines, attributes: attributes)
      case .yaml: nil
      }
  }

  var head: String { bulk?.head ?? "" }

  func write(_ anonymous: AnonymousCase, to bytes: inout [UInt8]) throws(BulkText.Fault) {
    guard let bulk else {
      bytes += HistoryText.yaml(anonymous.tree).utf8
      return
    }
    try bulk.write(anonymous.tree, to: &bytes)
  }
}

extension BulkText.Fault {
  fileprivate func diagnostic(of name: String, at place: Place) -> Diagnostic {
    let what =
      switch self {
      case .startingStates: "states in which a child starts"
      case .perChild: "what is said of one child of an event alone"
      case .partOfSet: "a set of which a part is known"
      case .completeness: "different stretches for which it is complete"
      case .freeOrder: "an event whose place says nothing about its time"
      case .order: "events in an order that rows would lose"
      }
    return Diagnostic(
      .bulkFormCannotSay, "The case (\(name)) has \(what), for which the bulk form has no word.", at: place,
      mend: "Write --format yaml, with a folder behind --to.")
  }
}

extension Diagnostic {
  static func pseudonymTwice(at place: Place) -> Diagnostic {
    Diagnostic(
      .pseudonymTwice, "Two cases, or two children of this case, come to one pseudonym.", at: place,
      mend: "See that no two cases have one name; where none have, take another key.")
  }
}

/// Anonymous cases on the way to where they are written, in their order.
final class AnonymousOutput {
  /// How many bytes are given out together.
  private static let portion = 1 << 16

  private let writer: AnonymousWriter
  private let request: AnonymiseRequest
  private let isThere: (String) -> Bool
  private let write: (GeneratedPart) -> Bool
  private var bytes: [UInt8] = []
  /// The pseudonyms that were given, each as its 64 bits.
  private var given: Set<UInt64> = []
  private(set) var tally: AnonymisingTally
  /// Where the cases that were withheld stand in what was read, in the order of the tally.
  private(set) var withheldAt: [Place] = []
  private(set) var faults: [Diagnostic] = []
  private(set) var faultCount = 0
  /// Whether nothing more can be written.
  private(set) var isStopped = false

  init(
    _ writer: AnonymousWriter, _ combinations: CombinationCounts, _ request: AnonymiseRequest,
    isThere: @escaping (String) -> Bool, write: @escaping (GeneratedPart) -> Bool
  ) {
    self.writer = writer
    self.request = request
    self.isThere = isThere
    self.write = write
    tally = AnonymisingTally(combinations)
  }

  /// - Parameter place: of the case in what was read.
  func take(_ made: MadeAnonymous, at place: Place) {
    switch made {
    case .refused(let fault): tell(fault)
    case .withheld(let name):
      guard isNew(name, at: place) else { return }
      tally.withhold(name)
      withheldAt.append(place)
    case .written(let anonymous, let text, let combination):
      guard !isStopped, isNew(anonymous.name, at: place), put(text, of: anonymous.name) else { return }
      tally.add(anonymous, combination: combination)
    }
  }

  private func isNew(_ name: String, at place: Place) -> Bool {
    guard let bits = UInt64(name.suffix(Pseudonyms.length), radix: 16), !given.insert(bits).inserted else { return true }
    tell(.pseudonymTwice(at: place))
    return false
  }

  private func put(_ text: [UInt8], of name: String) -> Bool {
    guard writer.form == .yaml else {
      if tally.written == 0 { bytes.append(contentsOf: writer.head.utf8) }
      bytes += text
      return bytes.count < AnonymousOutput.portion || give()
    }
    let file = OutputFile(path: request.path(of: name), text: String(decoding: text, as: UTF8.self))
    if request.existing == .kept, isThere(file.path) {
      tell(
        Diagnostic(
          .anonymousExists, "The file is already there, and the case was not written.", at: .whole(file.path),
          mend: "Name another folder with --to, or write --replace."))
      return false
    }
    return written(.file(file), to: file.path)
  }

  /// Gives out what is left.
  func end() { if !bytes.isEmpty, !isStopped { _ = give() } }

  private func give() -> Bool {
    defer { bytes.removeAll(keepingCapacity: true) }
    return written(.bytes(bytes), to: request.place ?? "standard output")
  }

  private func written(_ part: GeneratedPart, to path: String) -> Bool {
    guard !write(part) else { return true }
    isStopped = true
    tell(OutputFile(path: path, text: "").unwritten(.anonymousNotWritten, option: "--to"))
    return false
  }

  func tell(_ fault: Diagnostic) {
    faultCount += 1
    if faults.count < BulkOutcome.mostFaults { faults.append(fault) }
  }
}

extension AnonymiseRequest {
  /// The file of a case below the folder.
  func path(of name: String) -> String {
    let folder = place ?? ""
    return (folder.hasSuffix("/") ? folder : folder + "/") + name + ".yaml"
  }
}
