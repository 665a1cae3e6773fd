/// What a search looks for.
protocol Goal {
  /// How far a situation is from it; zero is reached.
  func distance(of situation: Situation) -> Int
  /// Events that may bring it nearer.
  func moves(in situation: Situation, by explorer: Explorer) -> [Move]
}
