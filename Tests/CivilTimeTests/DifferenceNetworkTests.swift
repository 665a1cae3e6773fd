import CivilTime
import Testing

@Suite struct DifferenceNetworkTests {
  @Test func `What is known of two events bounds the one between them`() throws {
    var network = DifferenceNetwork()
    let (birth, visit, conference) = (network.addNode(), network.addNode(), network.addNode())
    network.require(birth, within: Span(try day("2024-03-01")), label: 1)
    network.require(from: birth, to: visit, days: (3, 10), label: 2)
    network.require(from: visit, to: conference, days: (0, nil), label: 3)
    network.require(conference, earliest: nil, latest: try day("2024-03-08"), label: 4)
    let solution = try network.solve().get()
    #expect(solution.span(of: birth)?.description == "2024-03-01")
    #expect(solution.span(of: visit)?.description == "2024-03-04 to 2024-03-08")
    #expect(solution.span(of: conference)?.description == "2024-03-04 to 2024-03-08")
    #expect(solution.difference(from: visit, to: conference) == (lo: 0, hi: 4))
    #expect(solution.difference(from: conference, to: visit) == (lo: -4, hi: 0))
    #expect(solution.difference(from: birth, to: conference) == (lo: 3, hi: 7))
    #expect(solution.difference(from: visit, to: visit) == (lo: 0, hi: 0))
    #expect(solution.difference(from: DifferenceNetwork.origin, to: visit) == (lo: 19_786, hi: 19_790))
    #expect(solution.nominal?.map(\.description) == ["2024-03-01", "2024-03-06", "2024-03-06"])
  }

  @Test func `An event bounded on one side has no span but has that side`() throws {
    var network = DifferenceNetwork()
    let (first, second, third) = (network.addNode(), network.addNode(), network.addNode())
    network.require(first, within: Span(try day("2024-03-01")), label: 1)
    network.require(from: first, to: second, days: (2, nil), label: 2)
    network.require(from: third, to: first, days: (2, nil), label: 3)
    let solution = try network.solve().get()
    #expect(solution.span(of: second) == nil && solution.span(of: third) == nil)
    #expect(solution.earliest(of: second)?.description == "2024-03-03")
    #expect(solution.latest(of: second) == nil)
    #expect(solution.earliest(of: third) == nil)
    #expect(solution.latest(of: third)?.description == "2024-02-28")
    #expect(solution.difference(from: third, to: second) == (lo: 4, hi: nil))
    #expect(solution.nominal == nil)
  }

  @Test func `Differences follow without any date, but no dating does`() throws {
    var network = DifferenceNetwork()
    let (first, second, third) = (network.addNode(), network.addNode(), network.addNode())
    network.require(from: first, to: second, days: (7, 7), label: 1)
    network.require(from: second, to: third, days: (1, 3), label: 2)
    let solution = try network.solve().get()
    #expect(solution.difference(from: first, to: third) == (lo: 8, hi: 10))
    #expect(solution.span(of: first) == nil)
    #expect(solution.nominal == nil)
  }

  @Test func `A contradiction names the statements along its loop, in order`() throws {
    var network = DifferenceNetwork()
    let (tenth, eleventh, twelfth) = (network.addNode(), network.addNode(), network.addNode())
    network.require(tenth, within: Span(try day("2024-03-01")), label: 10)
    network.require(from: tenth, to: eleventh, days: (0, nil), label: 11)
    network.require(from: tenth, to: twelfth, days: (3, 3), label: 12)
    network.require(from: eleventh, to: twelfth, days: (5, nil), label: 13)
    guard case .failure(let contradiction) = network.solve() else {
      Issue.record("solved")
      return
    }
    // The twelfth is at most 3 days after the tenth, but the eleventh is not before the tenth and 5 days before the twelfth.
    #expect(contradiction.labels == [12, 13, 11])
    #expect(contradiction.links.map(\.from) == [tenth, twelfth, eleventh])
    #expect(contradiction.links.map(\.to) == [twelfth, eleventh, tenth])
    #expect(contradiction.links.map(\.most) == [3, -5, 0])
    #expect(contradiction.excess == 2)
  }

  @Test func `Dates that cannot both be are a loop through the origin`() throws {
    var network = DifferenceNetwork()
    let (earlier, later) = (network.addNode(), network.addNode())
    network.require(earlier, within: Span(try day("2024-03-02")), label: 1)
    network.require(later, within: Span(try day("2024-03-01")), label: 2)
    network.require(from: earlier, to: later, days: (0, nil), label: 3)
    guard case .failure(let contradiction) = network.solve() else {
      Issue.record("solved")
      return
    }
    #expect(contradiction.links.first?.from == DifferenceNetwork.origin)
    #expect(contradiction.labels == [2, 3, 1])
    #expect(contradiction.excess == 1)
  }

  @Test func `A statement that contradicts itself is its own loop`() {
    var network = DifferenceNetwork()
    let (first, second) = (network.addNode(), network.addNode())
    network.require(from: first, to: second, days: (3, 2), label: 7)
    guard case .failure(let contradiction) = network.solve() else {
      Issue.record("solved")
      return
    }
    #expect(contradiction.labels == [7, 7])
    #expect(contradiction.excess == 1)
    var own = DifferenceNetwork()
    own.addNode()
    own.require(from: 0, to: 0, days: (1, nil), label: 8)
    #expect(throws: DifferenceNetwork.Contradiction.self) { try own.solve().get() }
  }

  @Test func `Where an event has no latest day the earliest dating is the nominal one`() throws {
    var network = DifferenceNetwork()
    let (first, second) = (network.addNode(), network.addNode())
    network.require(first, earliest: Day(number: 0), latest: Day(number: 10), label: 1)
    network.require(second, earliest: Day(number: 9), latest: Day(number: 10), label: 2)
    network.require(from: first, to: second, days: (0, 3), label: 3)
    // Spans 6...10 and 9...10, middles 8 and 9.
    #expect(try network.solve().get().nominal == [Day(number: 8), Day(number: 9)])
    network.require(network.addNode(), earliest: Day(number: 20), latest: nil, label: 4)
    #expect(try network.solve().get().nominal == [Day(number: 6), Day(number: 9), Day(number: 20)])
  }

  @Test func `A network without nodes, and one without statements, is solved`() throws {
    let empty = DifferenceNetwork()
    #expect(try empty.solve().get().nominal == [])
    var silent = DifferenceNetwork()
    silent.addNode()
    silent.addNode()
    let solution = try silent.solve().get()
    #expect(solution.difference(from: 0, to: 1) == (lo: nil, hi: nil))
    #expect(solution.nominal == nil)
  }

  @Test func `Bounds further out than any two days lie apart are no trouble`() throws {
    var network = DifferenceNetwork()
    let (first, second) = (network.addNode(), network.addNode())
    network.require(first, within: Span(Day(number: 0)), label: 1)
    network.require(from: first, to: second, days: (.min, .max), label: 2)
    network.require(second, earliest: Day.earliest, latest: Day.latest, label: 3)
    #expect(try network.solve().get().span(of: second) == Span(earliest: .earliest, latest: .latest))
    network.require(from: first, to: second, days: (.max, nil), label: 4)
    #expect(throws: DifferenceNetwork.Contradiction.self) { try network.solve().get() }
  }
}
