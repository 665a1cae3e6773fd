/// HTML under way: text is escaped where it is put in, so that nothing of a case can become markup.
struct HTMLText {
  private(set) var text = ""
  /// The parts that ``section(_:_:_:)`` wrote, for a list of contents.
  private(set) var parts: [(name: String, title: String)] = []

  /// An element with what the body puts into it.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ body: (inout HTMLText) -> Void = { _ in }
  ) {
    open(name, attributes)
    body(&self)
    text += "</\(name)>"
  }

  /// An element that holds one text.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    element(name, attributes) { $0.write(text) }
  }

  mutating func write(_ text: String) { self.text += HTMLText.escaped(text) }

  /// Markup that was made elsewhere in this package, such as a drawing.
  mutating func raw(_ markup: String) { text += markup }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(HTMLText.escaped(value))\"" }
    text += ">"
  }

  /// The same escapes as in drawings, without what would steer a reader, and safe in quotes of either kind.
  static func escaped(_ text: String) -> String {
    XMLText.escaped(TextPage.clean(text)).replacing("'", with: "&#39;")
  }
}

extension HTMLText {
  /// What may be wider than the window, and then scrolls alone, by keys too.
  mutating func scrolling(_ name: String, _ body: (inout HTMLText) -> Void) {
    element("div", [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)], body)
  }

  /// A part of a page with its heading.
  mutating func section(_ name: String, _ title: String, _ body: (inout HTMLText) -> Void) {
    parts.append((name, title))
    element("section", [("aria-labelledby", name)]) { html in
      html.element("h2", [("id", name)], text: title)
      body(&html)
    }
  }

  /// Links to the parts of another text of the same page.
  mutating func contents(of other: HTMLText) {
    element("nav", [("aria-label", "On this page")]) { html in
      html.element("ul") { html in
        for part in other.parts {
          html.element("li") { $0.element("a", [("href", "#\(part.name)")], text: part.title) }
        }
      }
    }
  }

  /// Choices that narrow what stands in a list to the items whose `data-` attributes hold the words chosen; hidden where no
  /// script runs.
  mutating func filter(
    of list: String, named name: String, _ choices: [(attribute: String, title: String, words: [String])],
    told: (_ attribute: String, _ word: String) -> String = { $1 }
  ) {
    element("form", [("class", "filter"), ("data-list", list), ("hidden", ""), ("aria-label", name)]) { html in
      for (attribute, title, words) in choices {
        html.element("label") { html in
          html.write(title)
          html.element("select", [("name", attribute)]) { html in
            html.element("option", [("value", "")], text: "all")
            for word in words { html.element("option", [("value", word)], text: told(attribute, word)) }
          }
        }
      }
      html.element("button", [("type", "reset")], text: "Show all")
      html.element("output", [("aria-live", "polite")])
    }
  }

  /// A table with a caption and the headings of its columns, those of numbers set flush right, and rows that the body writes.
  mutating func table(
    _ caption: String, _ headings: [String], numbersFrom first: Int = .max, _ body: (inout HTMLText) -> Void
  ) {
    scrolling(caption) { html in
      html.element("table") { html in
        html.element("caption", text: caption)
        html.element("thead") { html in
          html.element("tr") { html in
            for (place, heading) in headings.enumerated() {
              html.element("th", [("scope", "col")] + (place >= first ? [("class", "number")] : []), text: heading)
            }
          }
        }
        html.element("tbody") { body(&$0) }
      }
    }
  }

  /// The same of texts alone: the first cell of a row names it.
  mutating func table(_ caption: String, _ headings: [String], numbersFrom first: Int = .max, rows: [[String]]) {
    table(caption, headings, numbersFrom: first) { html in
      for row in rows {
        html.element("tr") { html in
          for (place, cell) in row.enumerated() {
            if place == 0 {
              html.element("th", [("scope", "row")], text: cell)
            } else {
              html.element("td", place >= first ? [("class", "number")] : [], text: cell)
            }
          }
        }
      }
    }
  }
}
