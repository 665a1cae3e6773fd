import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `Pages for a browser` {
  private func page(_ names: [String], _ change: (String) -> String = { $0 }) throws -> String {
    let files = try names.map { name in
      InputFile(name: "\(name).yaml", content: .bytes(Array(change(try Harbour.text(name)).utf8)))
    }
    let answer = Answer.replay(files, Harbour.request, options: OutputOptions(format: .html))
    #expect(answer.status == .findings)
    return answer.output
  }

  /// Every element that is opened is closed in its order, and nothing is called by one name twice.
  private func hold(_ page: String) {
    let empty: Set<Substring> = ["meta", "!DOCTYPE"]
    var open: [Substring] = []
    for tag in page.matches(of: #/<(/?)([A-Za-z!][A-Za-z0-9]*)[^<>]*>/#) {
      let (isEnd, name) = (!tag.output.1.isEmpty, tag.output.2)
      if empty.contains(name) || tag.output.0.hasSuffix("/>") { continue }
      if isEnd { #expect(open.popLast() == name) } else { open.append(name) }
    }
    #expect(open.isEmpty)
    let names = page.matches(of: #/ id="([^"]+)"/#).map(\.output.1)
    #expect(Set(names).count == names.count)
    for target in page.matches(of: #/href="#([^"]+)"/#).map(\.output.1) { #expect(names.contains(target), "\(target)") }
  }

  @Test(arguments: [["dated"], ["relative"], ["dated", "relative"]])
  func `A page is whole, and asks nothing of the network`(names: [String]) throws {
    let page = try page(names)
    hold(page)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("@import"))
    #expect(try self.page(names) == page)
  }

  @Test func `The page of a case has a timeline for each child, and each finding under its number`() throws {
    let page = try page(["dated"])
    #expect(page.contains("aria-label=\"Timeline of ann; everything in it stands in the lists below\""))
    #expect(page.contains("aria-label=\"Timeline of ben;"))
    #expect(page.contains("<h3>1. Late: ann and ben, certain, severity medium</h3>"))
    #expect(page.contains("href=\"#finding-1\""))
    #expect(page.contains("data-child=\"ann|ben\""))
    #expect(page.contains("<dd>plan.first_group</dd>"))
  }

  @Test func `Nothing of a case can become markup`() throws {
    let page = try page(["dated"]) {
      $0.replacing("title: A case with dates", with: "title: \"<script>alert(1)</script> & 'x'\"")
    }
    hold(page)
    #expect(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;x&#39;</h1>"))
    #expect(!page.contains("<script>alert"))
  }

  @Test func `The page of several cases counts by rule, with what each share is of`() throws {
    let page = try page(["dated", "relative"])
    #expect(page.contains("<h1>2 cases</h1>"))
    #expect(page.contains("<td>plan.first_group</td>"))
    #expect(page.contains("<th scope=\"row\">dated</th>"))
    #expect(page.contains("Half have left after"))
  }

  /// By hand: of four, one leaves on day 10 with four there, one is watched no longer after 20, one leaves on day 30 of two.
  @Test func `The share still in a state counts those who are watched no longer as long as they are`() {
    let curve = SurvivalCurve([
      CorpusFigures.Stretch(days: 30, isCensored: false), CorpusFigures.Stretch(days: 10, isCensored: false),
      CorpusFigures.Stretch(days: 20, isCensored: true), CorpusFigures.Stretch(days: 45, isCensored: true),
    ])
    #expect(curve.steps.map(\.days) == [10, 30] && curve.steps.map(\.thousandths) == [750, 375])
    #expect(curve.median == 30 && curve.longest == 45 && curve.count == 4 && curve.censored == 2)
    #expect(SurvivalCurve([CorpusFigures.Stretch(days: 9, isCensored: true)]).median == nil)
  }
}
