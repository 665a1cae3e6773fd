import Foundation
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

  @Test func `Many cases have a page each, and one that leads to them`() throws {
    let files = try ["dated", "relative", "dated"].map(Harbour.history)
    var written: [OutputFile] = []
    let answer = Answer.replay(files, Harbour.request, into: PageFolder("report")) { file in
      written.append(file)
      return true
    }
    #expect(answer.status == .findings)
    #expect(answer.output == "wrote report/index.html and 3 pages of cases beside it\n")
    #expect(written.map(\.path) == ["dated", "relative", "dated-2", "index"].map { "report/\($0).html" })
    for file in written { hold(file.text) }
    let index = try #require(written.last)
    let links = index.text.matches(of: #/<a href="([^"#]+)"/#).map { String($0.output.1) }
    #expect(Set(links.map { "report/\($0)" }) == Set(written.dropLast().map(\.path)))
    let alone = try page(["dated"])
    #expect(written[0].text == alone && written[2].text == alone)
  }

  @Test func `Pages that are there stay, one that cannot be written is told, and no other format has them`() throws {
    let files = [try Harbour.history("dated")]
    func pages(
      _ format: OutputOptions.Format = .text, _ existing: ConversionRequest.Existing = .kept, canWrite: Bool = true
    ) -> (Answer, [String]) {
      var written: [String] = []
      let answer = Answer.replay(
        files, Harbour.request, into: PageFolder("report/", existing: existing), options: OutputOptions(format: format),
        isThere: { $0 == "report/index.html" },
        write: { file in
          written.append(file.path)
          return canWrite
        })
      return (answer, written)
    }
    let (kept, none) = pages()
    #expect(kept.status == .badInput && kept.messages.contains("PL6061") && none.isEmpty)
    let (replaced, all) = pages(.html, .replaced)
    #expect(replaced.status == .findings && all == ["report/dated.html", "report/index.html"])
    let (unwritten, first) = pages(.html, .replaced, canWrite: false)
    #expect(unwritten.status == .badInput && unwritten.messages.contains("PL6062") && first == ["report/dated.html"])
    let (refused, nothing) = pages(.csv)
    #expect(refused.status == .badInput && refused.messages.contains("PL6063") && nothing.isEmpty)
  }

  @Test func `A page with some findings leads only to those`() throws {
    let files = [try Harbour.history("dated")]
    let all = try page(["dated"])
    let some = Answer.replay(
      files, Harbour.request, filter: FindingFilter(only: ["missed"]), options: OutputOptions(format: .html))
    hold(some.output)
    func links(_ page: String) -> Int { page.matches(of: #/<a class="mark"/#).count }
    #expect(links(some.output) < links(all))
  }

  @Test func `Two versions of a procedure are compared on a page`() throws {
    for document in try `Two versions of a procedure`.documents(OutputOptions(format: .html)) {
      hold(document)
      #expect(document.hasPrefix("<!DOCTYPE html>\n"))
      #expect(!document.contains("http://") && !document.contains("https://"))
    }
    let pages = try `Two versions of a procedure`.documents(OutputOptions(format: .html))
    #expect(pages.contains { $0.contains(": gained, ") })
    #expect(pages.contains { $0.contains("<h3>Opened: ") } && pages.contains { $0.contains("<h3>Closed: ") })
    #expect(pages.contains { $0.contains(" before, ") && $0.contains("Clocks due, and in brackets for each child-year") })
  }

  /// The contrast of two colours by WCAG 2.2, in hundredths; 2100 at most.
  private func contrast(_ one: Substring, _ other: Substring) -> Int {
    func luminance(_ colour: Substring) -> Double {
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (a, b) = (luminance(one), luminance(other))
    return Int((max(a, b) + 0.05) / (min(a, b) + 0.05) * 100)
  }

  /// The accessibility checker leaves text over drawings undecided; here every colour is held against what it may lie on.
  @Test func `Text has a contrast of 4.5, and what is drawn one of 3, on light and on dark`() throws {
    let page = try page(["dated"])
    let grounds = page.matches(
      of: #/--ground: (#[0-9a-f]{6}).*?--text: (#[0-9a-f]{6}).*?--quiet: (#[0-9a-f]{6})/#.dotMatchesNewlines())
    #expect(grounds.count == 2)
    for match in grounds {
      #expect(contrast(match.output.1, match.output.2) >= 450)
      #expect(contrast(match.output.1, match.output.3) >= 450)
    }
    for (name, least) in [("link", 450), ("alarm", 450), ("line", 300), ("bar", 300), ("clock", 300)] {
      let colours = page.matches(of: try Regex("--\(name): (#[0-9a-f]{6})", as: (Substring, Substring).self)).map(\.output.1)
      #expect(colours.count == 2)
      for (colour, ground) in zip(colours, grounds) { #expect(contrast(colour, ground.output.1) >= least, "\(name)") }
    }
    for isDark in [false, true] {
      func colour(_ parts: String, _ name: String) throws -> Substring {
        let rule = try #require(TimelineStyle.sheet.rules.first { $0.parts == parts })
        let both = [rule.light] + (isDark ? [rule.dark].compactMap(\.self) : [])
        let colours = both.flatMap { $0.matches(of: #/(fill|stroke): (#[0-9a-f]{6})/#) }.filter { $0.output.1 == name }
        return Substring(String(try #require(colours.last).output.2))
      }
      let (ground, words) = (try colour(".ground", "fill"), try colour("text", "fill"))
      for (text, below) in [(words, ground), (try colour(".name", "fill"), ground), (words, try colour(".stay", "fill"))] {
        #expect(contrast(text, below) >= 450, "\(text) on \(below)")
      }
      for part in [".maybe", ".stay", ".span", ".undone", ".clockline", ".over", ".due", ".found", ".end"] {
        let line = try colour(part, "stroke")
        #expect(contrast(line, ground) >= 300, "\(part)")
      }
    }
  }

  @Test func `The page of a case has a timeline for each child, and each finding under its number`() throws {
    let page = try page(["dated"])
    #expect(page.contains("aria-label=\"Timeline of Ann; everything in it stands in the lists below\""))
    #expect(page.contains("aria-label=\"Timeline of Ben;"))
    #expect(page.contains("<h3>1. Late: Ann and Ben, certain, severity medium</h3>"))
    #expect(page.contains("href=\"#finding-1\""))
    #expect(page.contains("data-child=\"ann|ben\"") && page.contains("<option value=\"ann\">Ann</option>"))
    #expect(page.contains("<p>Children: Ann and Ben. "))
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
    #expect(page.contains("<code>plan.first_group</code>"))
    #expect(page.contains("<th scope=\"row\">dated</th>"))
    #expect(page.contains("Half have left after"))
  }

  @Test func `Rules of which the record decides nothing are folded away, and counted`() throws {
    var bench = Workbench(ReplayRequest())
    let theo = try #require(bench.reportedCase(try Harbour.simulation("theo")))
    let page = CorpusPage().html([theo])
    let rules = try #require(page.firstMatch(of: #/<h2 id="rules"(.*?)</section>/#.dotMatchesNewlines())).output.1
    // A row of a clock with nothing but what is not recorded.
    let silent = #/(<td class="number">0</td>){5}<td class="number">[1-9][0-9]*</td>/#
    let folded = rules.matches(of: #/<details><summary>([0-9]+) rules of which(.*?)</details>/#.dotMatchesNewlines())
    #expect(folded.count == 2)
    let clocks = try #require(folded.first).output
    #expect(Int(clocks.1) == clocks.2.matches(of: silent).count)
    #expect(rules.matches(of: silent).count == clocks.2.matches(of: silent).count)
  }

  @Test func `What changed in a month is told in words, and steps that were seldom taken stand apart`() throws {
    let page = try page(["dated", "relative"])
    #expect(page.contains("<caption>Steps taken fewer times: their middle says little of others"))
    #expect(page.contains("plumbline replay HISTORIES --pages FOLDER"))
    var figures = CorpusFigures()
    var bench = Workbench(ReplayRequest())
    figures.add(try #require(bench.reportedCase(try Harbour.simulation("theo"))), FindingSelection())
    let words = figures.changes.sorted { $0.key < $1.key }.flatMap { $0.value.sorted() }
    #expect(words.contains { $0.hasPrefix("A rule begins: ") && $0.hasSuffix("(serious_incident.rapid_review)") })
    #expect(words.contains { $0.hasPrefix("A rule is no longer in force: ") })
    #expect(words.contains { $0.hasPrefix("The figure \"") })
  }

  /// Two findings of the history in words may have begun in April or in May.
  @Test func `A finding that may have begun in another month is not counted as certain of one`() throws {
    let page = try page(["dated", "relative"])
    #expect(page.contains("<title>Apr 2019: 4 certain, 0 possible, 0 perhaps in another month</title>"))
    #expect(page.contains("<title>May 2019: 3 certain, 0 possible, 2 perhaps in another month</title>"))
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
    #expect([0, 10, 11, 30, 45, 46].map(curve.countThere(after:)) == [4, 4, 3, 2, 1, 0])
    #expect([0, 9, 10, 29, 30, 99].map(curve.thousandths(after:)) == [1_000, 1_000, 750, 750, 375, 375])
    #expect(curve.censoredDays == [20, 45])
    let drawn = CorpusCharts.survival(curve, "a state")
    #expect(drawn.contains("aria-label=\"Share still in a state; after 30 days 38%\""))
    #expect(drawn.contains("M147 14v8M270 29v8"))
  }
}
