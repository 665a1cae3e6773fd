import Conditions
import Procedures

extension CaseRun {
  /// The cheapest way after which the event may be followed.
  func way(for slot: Int, from configuration: ConfigurationIndex, at occasion: Occasion) -> Way {
    for jump in jumps(to: slot, from: configuration) {
      switch offer(slot, from: jump.configuration) {
      case .step(let step, let isCertain):
        plannedJumps.append(jump)
        var move = PlannedMove(workflow: workflow, jump: plannedJumps.count - 1, step: step, isCertain: isCertain)
        if jump.required.contains(where: { wasShownPassedOver($0, by: occasion) }) {
          move.mayHaveComeOtherwise = mayHaveCome(slot, from: configuration, at: occasion)
        }
        return .move(move)
      case .undecided: return .undecided
      case .refused: continue
      }
    }
    return .none
  }

  /// What the machine at hand would do on the event at hand if it were in a configuration.
  func offer(_ slot: Int, from configuration: ConfigurationIndex) -> Offered {
    beginAsking()
    lookFrom(configuration)
    return tables.charts[workflow].offer(slot, to: configuration, guardHolds: { self.guardHolds($0) })
  }

  /// Whether steps of which the record shows none not done lead to where the event may be followed.
  private func mayHaveCome(_ slot: Int, from configuration: ConfigurationIndex, at occasion: Occasion) -> Bool {
    let open = supposed(to: slot, from: configuration) { !self.wasShownPassedOver($0, by: occasion) }
    return open.contains { jump in
      if case .refused = offer(slot, from: jump.configuration) { false } else { true }
    }
  }

  private func jumps(to slot: Int, from configuration: ConfigurationIndex) -> [Jump] {
    let chart = tables.charts[workflow]
    let known = chart.jumpPlaces[configuration * chart.slotCount + slot]
    if known >= 0 { return chart.jumps[Int(known)] }
    let found = supposed(to: slot, from: configuration)
    if tables.guardsAreLocal[workflow] {
      chart.jumpPlaces[configuration * chart.slotCount + slot] = Int32(chart.jumps.count)
      chart.jumps.append(found)
    }
    return found
  }

  /// The jumps by steps of which nothing is known, each of them open.
  private func supposed(
    to slot: Int, from configuration: ConfigurationIndex, isOpen: (Int) -> Bool = { _ in true }
  ) -> [Jump] {
    let thisEvent = event
    event = -1
    defer { event = thisEvent }
    return tables.charts[workflow].jumps(to: slot, from: configuration, isOpen: isOpen) { transition, reached in
      lookFrom(reached)
      return guardHolds(transition) != .no
    }
  }
}
