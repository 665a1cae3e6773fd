import Conditions
import Procedures
public import Replay

/// Holds a file of expectations against a replay.
public struct ExpectationTrial {
  private let judged: JudgedCase
  private let found: [Found]
  private let standing: Standing

  public init(_ judged: JudgedCase) {
    self.judged = judged
    found = Found.all(in: judged)
    standing = Standing(judged)
  }

  /// What became of every claim, in the order of the file.
  public func outcomes(of file: ExpectationFile) -> [ExpectationOutcome] {
    file.expected.map { ExpectationOutcome(claim: .expected($0), shortfall: shortfall(of: $0)) }
      + file.forbidden.map { ExpectationOutcome(claim: .never($0), shortfall: shortfall(of: $0)) }
      + [file.closure].compactMap(\.self).map { closure in
        ExpectationOutcome(claim: .nothingElse(closure), shortfall: shortfall(of: closure, besides: file.expected))
      }
  }
}

// MARK: - What must be so

extension ExpectationTrial {
  private func shortfall(of expectation: Expectation) -> Shortfall? {
    if case .state(let state, let time) = expectation.subject { return shortfall(of: expectation, state, at: time) }
    let candidates = found.filter { isAbout(expectation.subject, $0) }
    let matching = candidates.filter { differences(of: expectation, $0).isEmpty }
    if let times = expectation.times, !matching.isEmpty {
      return matching.count == times ? nil : .count(matching, expected: times)
    }
    guard matching.isEmpty else { return nil }
    return nearest(to: expectation, among: candidates).map { .differs($0, differences(of: expectation, $0)) } ?? .nothingFound
  }

  private func isAbout(_ subject: ExpectedSubject, _ found: Found) -> Bool {
    switch (subject, found) {
    case (.rule(let scope), .judgement): scope.takes(found, in: judged)
    case (.workflow(let workflow), .departure(let departure, _)): departure.workflow == workflow
    case (.rule, .departure), (.workflow, .judgement), (.state, _): false
    }
  }

  /// The traits as stated that something found has otherwise.
  private func differences(of expectation: Expectation, _ found: Found) -> [Trait] {
    expectation.traits.filter { stated in !(found.trait(stated.name, in: judged).map(stated.isMet) ?? false) }
  }

  /// What has the fewest things otherwise; another child or member weighs most, another opening event more than the rest.
  private func nearest(to expectation: Expectation, among candidates: [Found]) -> Found? {
    candidates.min { weight(of: expectation, $0) < weight(of: expectation, $1) }
  }

  private func weight(of expectation: Expectation, _ found: Found) -> Int {
    differences(of: expectation, found).reduce(0) { sum, trait in
      switch trait {
      case .child, .member: sum + 100
      case .openedBy, .shownBy: sum + 10
      default: sum + 1
      }
    }
  }
}

// MARK: - Where a child stands

extension ExpectationTrial {
  private func shortfall(
    of expectation: Expectation, _ state: StateReference, at time: ExpectedSubject.Time
  ) -> Shortfall? {
    let there = stays(of: expectation, at: time).filter { $0.stay.state == state }
    guard let certainty = expectation.certainty else {
      return there.isEmpty ? standsElsewhere(expectation, at: time) : nil
    }
    if there.contains(where: { $0.certainty == certainty }) { return nil }
    return there.first.map { .standsWith($0.certainty) } ?? standsElsewhere(expectation, at: time)
  }

  private func stays(
    of expectation: Expectation, at time: ExpectedSubject.Time
  ) -> [(stay: Stay, certainty: Certainty)] {
    standing.stays(at: time).filter { stay, _ in expectation.child.map { stay.child == $0 } ?? true }
  }

  /// The innermost states of the workflow in which the child stands then.
  private func standsElsewhere(_ expectation: Expectation, at time: ExpectedSubject.Time) -> Shortfall {
    guard case .state(let state, _) = expectation.subject else { return .nothingFound }
    let stays = stays(of: expectation, at: time).map(\.stay).filter { $0.state.workflow == state.workflow }
    let states = judged.procedure.workflows[state.workflow].states
    return .standsElsewhere(
      stays.filter { outer in
        !stays.contains { $0.child == outer.child && states[$0.state.state].parent == outer.state.state }
      })
  }
}

// MARK: - What must not be found

extension ExpectationTrial {
  private func shortfall(of prohibition: Prohibition) -> Shortfall? {
    switch prohibition {
    case .finding(let scope, _):
      let flags = found.filter { $0.isFlag && scope.takes($0, in: judged) }
      return flags.isEmpty ? nil : .foundAfterAll(flags)
    case .such(let expectation):
      if case .state(let state, let time) = expectation.subject { return standsAfterAll(expectation, state, at: time) }
      let such = found.filter { found in
        isAbout(expectation.subject, found) && (expectation.saysHow || found.isFlag)
          && differences(of: expectation, found).isEmpty
      }
      guard !such.isEmpty else { return nil }
      if let times = expectation.times { return such.count == times ? .foundAfterAll(such) : nil }
      return .foundAfterAll(such)
    }
  }

  private func standsAfterAll(
    _ expectation: Expectation, _ state: StateReference, at time: ExpectedSubject.Time
  ) -> Shortfall? {
    let there = stays(of: expectation, at: time).filter { stay, certainty in
      stay.state == state && (expectation.certainty.map { $0 == certainty } ?? true)
    }
    return there.isEmpty ? nil : .standsAfterAll(there.map(\.stay))
  }

  /// Findings that nothing expected tells.
  private func shortfall(of closure: ExpectationFile.Closure, besides expected: [Expectation]) -> Shortfall? {
    let others = found.filter { found in
      found.isFlag && (closure.scopes?.contains { $0.takes(found, in: judged) } ?? true)
        && !expected.contains { isAbout($0.subject, found) && differences(of: $0, found).isEmpty }
    }
    return others.isEmpty ? nil : .foundAfterAll(others)
  }
}

extension Expectation {
  var child: Int? {
    for case .child(let child) in traits { return child }
    return nil
  }

  var certainty: Certainty? {
    for case .certainty(let certainty) in traits { return certainty }
    return nil
  }

  /// Whether it states how something is judged or told.
  var saysHow: Bool { traits.contains { $0.name == .verdict || $0.name == .kind } }
}
