import CivilTime
public import Conditions
public import Procedures

/// One machine run by itself in virtual time: what it sends itself arrives when its delay is over, and no clock ticks.
///
/// It takes the steps that a case takes, by the same tables.
///
/// **Source:** W3C SCXML 1.0, Appendix D: `interpret`, `mainEventLoop`.
public struct VirtualRun {
  /// What the machine said with an action.
  public struct LogEntry: Hashable, Sendable {
    public let label: String
    public let text: String
  }

  private let chart: Statechart
  /// `nil` where the machine's own states decide.
  private let guardHolds: ((Int) -> Truth)?
  private var configuration: ConfigurationIndex = 0
  private var waiting = WaitingSignals()
  /// How much virtual time has passed.
  public private(set) var now = Milliseconds.zero
  public private(set) var log: [LogEntry] = []
  /// Whether some event led to more steps or signals than a chart that comes to rest makes, and was cut off there.
  public private(set) var isCutOff = false
  /// The states entered and left by the last event, in order.
  private(set) var changes: [StateChange] = []

  /// - Parameters:
  ///   - number: the number of the workflow, by which conditions name its states.
  ///   - guardHolds: the truth of a transition's guard. Without it the machine's own states decide, and a guard that
  ///     asks for anything else does not hold.
  public init(_ workflow: Workflow, number: WorkflowIndex = 0, guardHolds: ((Int) -> Truth)? = nil) {
    chart = Statechart(workflow, number: number)
    self.guardHolds = guardHolds
  }

  /// Enters the start, and takes what follows by itself.
  public mutating func begin() {
    apply(chart.enterStart(guardHolds ?? chart.ownTruth))
  }

  /// Lets the machine hear an event under a name, after all that has arrived before it.
  public mutating func hear(_ name: String) {
    deliver(through: now)
    take(chart.word(named: name))
  }

  /// Lets the machine hear an event of the vocabulary, after all that has arrived before it.
  public mutating func hear(event: EventIndex) {
    deliver(through: now)
    take(chart.word(for: .event(event)))
  }

  /// Lets time pass, and delivers what arrives meanwhile; what is due at the end arrives, too.
  public mutating func pass(_ time: Milliseconds) {
    deliver(through: now + time)
  }

  /// Lets time pass until the machine has stopped or waits for nothing more.
  ///
  /// A machine that sends itself signals forever is cut off.
  public mutating func runOut() {
    for _ in 0..<Self.mostSignals {
      guard !isFinished, !isCutOff, let due = waiting.nextDue else { return }
      deliverNext(due: due)
    }
    isCutOff = true
  }

  /// How many signals arrive at most in one stretch of time, and how many wait at most, before the machine is cut off.
  static let mostSignals = 10_000
}

// MARK: - Where it is

extension VirtualRun {
  /// Whether the machine has stopped in a top-level end state.
  public var isFinished: Bool { chart.configurations[configuration].isFinished }

  /// All states it is in, in document order.
  public var activeStates: [StateIndex] { chart.configurations[configuration].active.members }

  /// The innermost states it is in, in document order.
  public var atomicStates: [StateIndex] { activeStates.filter(chart.isAtomic) }
}

// MARK: - Steps

extension VirtualRun {
  private mutating func deliver(through time: Milliseconds) {
    var count = 0
    while !isFinished, let due = waiting.nextDue, due <= time {
      count += 1
      isCutOff = isCutOff || count > Self.mostSignals
      if isCutOff { break }
      deliverNext(due: due)
    }
    now = max(now, time)
  }

  private mutating func deliverNext(due: Milliseconds) {
    now = max(now, due)
    guard let signal = waiting.takeFirst() else { return }
    take(chart.signalWords[signal])
  }

  private mutating func take(_ word: Word) {
    changes = []
    guard !isFinished else { return }
    let step =
      if let guardHolds { chart.hear(word, in: configuration, guardHolds: guardHolds) } else {
        chart.hearAlone(word, in: configuration)
      }
    if let step { apply(step) }
  }

  private mutating func apply(_ number: StepNumber) {
    let step = chart.madeSteps[number]
    configuration = step.configuration
    changes = step.changes
    isCutOff = isCutOff || step.isCutOff
    for send in step.sends { wait(for: send.signal, after: send.after.shortest, identifier: nil) }
    for effect in step.effects {
      switch effect {
      case .post(let signal, let after, let identifier):
        // What is sent without delay has arrived at once, and cannot be taken back.
        wait(for: signal, after: after, identifier: after > .zero ? identifier : nil)
      case .cancel(let identifier): waiting.cancel(identifier)
      case .log(let label, let text): log.append(LogEntry(label: label, text: text))
      }
    }
  }

  private mutating func wait(for signal: Int, after time: Milliseconds, identifier: String?) {
    isCutOff = isCutOff || waiting.count >= Self.mostSignals
    guard waiting.count < Self.mostSignals else { return }
    waiting.add(signal, due: now + time, identifier: identifier)
  }
}

extension Period {
  /// The least virtual time that a period of the calendar can take.
  fileprivate var shortest: Milliseconds {
    let hours = unit == .hour ? count : shortestDays.multipliedReportingOverflow(by: 24).partialValue
    return Milliseconds(max(0, hours.multipliedReportingOverflow(by: 3_600_000).partialValue))
  }
}
