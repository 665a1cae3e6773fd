import CivilTime
import Conditions
import Histories

extension ReferenceContext {
  /// Whether a child is born at the time at hand: on the day of its birth it is.
  func isBorn(_ owner: Int) -> Bool {
    if let supposed = dating?.isBorn[owner] { return supposed }
    guard let born = run.history.children[owner].born else { return true }
    return isCertainlyBorn(born) ?? (run.history.times.nominal[born] <= run.day)
  }

  /// Whether every dating puts a birth on or before the time at hand, or every dating after it; `nil` where they differ.
  private func isCertainlyBorn(_ born: TimePoint) -> Bool? {
    let time = time ?? .date(run.day, run.day)
    let answers = run.datings(of: time).flatMap { dating -> [Bool] in
      let birth = run.range(of: .point(born), root: run.root(of: time), dating)
      return [birth.least <= dating.day, birth.most <= dating.day]
    }
    return Set(answers).count == 1 ? answers.first : nil
  }

  /// The children of whom some datings say that they are born and others that they are not.
  var uncertainBirths: [Int] {
    run.history.children.indices.filter { owner in
      run.history.children[owner].born.map { isCertainlyBorn($0) == nil } ?? false
    }
  }
}
