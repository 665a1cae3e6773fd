/// A problem and where in the text it was met.
struct Fault: Error {
  let problem: Problem
  let start: Int
  let end: Int

  init(_ problem: Problem, from start: Int, to end: Int) {
    self.problem = problem
    self.start = start
    self.end = end
  }

  init(_ problem: Problem, at token: Token) {
    self.init(problem, from: token.start, to: token.end)
  }
}
