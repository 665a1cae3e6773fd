import Procedures
import Replay
import Testing

/// A smallest chart and events of which the last was once told otherwise.
struct SmallDifference: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let chart: SmallChart
  let events: [ToldEvent]
  let kind: Departure.Kind
  var isCertain = true

  private typealias Arrow = SmallChart.Arrow

  static let all = [
    // Once told as out of order, though a step passed over leads to where it is followed.
    SmallDifference(
      testDescription: "two ways after a step passed over, and the word is not recorded",
      chart: SmallChart(
        nodes: SmallChartFamily.flat(),
        arrows: [
          Arrow(cue: .events([1]), from: 0, to: [1]),
          Arrow(cue: .events([0]), from: 1, to: [0], condition: .word(0)),
          Arrow(cue: .events([0]), from: 1, to: [0], condition: .word(1)),
        ]), events: [ToldEvent(event: 0, word: nil)], kind: .undecided),
    // Once told as out of order after the end, though the start hears it.
    SmallDifference(
      testDescription: "two ways from the start of the next episode, and the word is not recorded",
      chart: SmallChart(
        nodes: SmallChartFamily.flat([2]),
        arrows: [
          Arrow(cue: .events([0]), from: 0, to: [2], condition: .word(0)),
          Arrow(cue: .events([0]), from: 0, to: [1], condition: .word(1)),
        ]), events: [ToldEvent(event: 0, word: 0), ToldEvent(event: 0, word: nil)], kind: .undecided),
    // Once told as certain, though without the word nothing shows that the step was passed over.
    SmallDifference(
      testDescription: "one way after a step passed over, and its word is not recorded",
      chart: SmallChart(
        nodes: SmallChartFamily.flat(),
        arrows: [
          Arrow(cue: .events([1]), from: 0, to: [1]),
          Arrow(cue: .events([0]), from: 1, to: [0], condition: .word(0)),
        ]), events: [ToldEvent(event: 0, word: nil)], kind: .jumped, isCertain: false),
  ]
}
