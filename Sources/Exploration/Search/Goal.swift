/// What a search looks for.
protocol Goal {
  /// How far a situation is from it; zero is reached.
  func distance(of situation: Situation, by explorer: Explorer) -> Int
  /// What a reader of the example would stumble over on the way, beside the goal itself.
  func flaws(of situation: Situation) -> Int
  /// Events that may bring it nearer.
  func moves(in situation: Situation, by explorer: Explorer) -> [Move]
}

extension Goal {
  func flaws(of situation: Situation) -> Int { situation.flaws }
}
