import Anonymising
import Diagnostics
import Extracts
import Histories
import Procedures

/// A case that is to be made anonymous.
struct AnonymousSubject {
  let tree: PlacedNode
  let history: CaseHistory
  /// Where a message finds it.
  let place: Place

  init(_ tree: PlacedNode, _ history: CaseHistory) { (self.tree, self.history, place) = (tree, history, tree.place) }
}

/// Makes the cases of extracts anonymous as they stream by.
struct BulkAnonymising: Sendable {
  let reader: ExtractedCaseReader
  let steps: ExtractSteps
  let procedureName: String
  let pseudonyms: Pseudonyms
  let options: AnonymisingOptions
  let writer: AnonymousWriter
  let combinations: CombinationCounts
  let request: AnonymiseRequest

  /// What came of one part of an extract.
  struct Outcome: Sendable {
    var reading: BulkOutcome
    var made: [(MadeAnonymous, Place)] = []
  }

  /// Goes through all extracts; what is written comes in the order of the cases.
  func run(_ inputs: [ExtractInput], into output: AnonymousOutput, progress: @escaping (Int) -> Void) -> BulkOutcome {
    let total = Total(reading: BulkOutcome(reader.procedure))
    let pipeline = OrderedPipeline<(first: Int, steps: [ExtractStep]), Outcome>(
      jobs: request.extracts.jobs,
      makeWorker: {
        let maker = AnonymousMaker(CaseAnonymiser(reader.procedure, pseudonyms, options), writer, combinations)
        return { part in outcome(of: part.steps, from: part.first, maker) }
      },
      emit: { _, outcome in
        total.reading.add(outcome.reading)
        for (made, place) in outcome.made { output.take(made, at: place) }
        total.done += outcome.made.count
        progress(total.done)
      })
    for group in steps.groups(of: inputs) where !output.isStopped {
      steps.read(group) { step in
        total.waiting.append(step)
        if total.waiting.count >= BulkAnonymising.enoughSteps { pipeline.submit(total.taken()) }
        return !output.isStopped
      }
    }
    pipeline.submit(total.taken())
    pipeline.finish()
    output.end()
    return total.reading
  }

  /// Each case is replayed many times, so that few are worth a turn of a thread.
  private static let enoughSteps = 16

  private func outcome(of steps: [ExtractStep], from first: Int, _ maker: AnonymousMaker) -> Outcome {
    var outcome = Outcome(reading: BulkOutcome(reader.procedure))
    for (place, step) in steps.enumerated() {
      switch step {
      case .fault(let fault): outcome.reading.passOver(fault)
      case .brokenOff(let fault): outcome.reading.breakOff(fault)
      case .gathered(let extracted):
        guard let subject = subject(extracted, &outcome.reading) else { continue }
        outcome.made.append((maker.make(subject, request.random(ofCase: first + place)), subject.place))
      }
    }
    return outcome
  }

  private func subject(_ extracted: ExtractedCase, _ outcome: inout BulkOutcome) -> AnonymousSubject? {
    let reading = reader.read(extracted)
    guard let history = outcome.history(of: reading), let tree = reading.tree else { return nil }
    return AnonymousSubject(tree.judged(by: procedureName), history)
  }
}

/// What has come of the extracts so far; touched by one thread at a time.
private final class Total {
  var reading: BulkOutcome
  var done = 0
  var waiting: [ExtractStep] = []
  private var given = 0

  init(reading: BulkOutcome) { self.reading = reading }

  /// The steps that wait, with the number of the first.
  func taken() -> (first: Int, steps: [ExtractStep]) {
    defer {
      given += waiting.count
      waiting = []
    }
    return (given, waiting)
  }
}

extension PlacedNode {
  /// The history with the procedure that judges it, where it names none.
  fileprivate func judged(by procedure: String) -> PlacedNode {
    guard self["procedure"] == nil, let entries else { return self }
    let named = Entry(key: "procedure", keyPlace: place, value: PlacedNode(.scalar(procedure, quoted: false), at: place))
    return PlacedNode(.entries(entries + [named]), at: place)
  }
}
