/// A page for a browser in one file: it asks nothing of the network, and is whole without its script.
struct WebPage {
  let title: String
  private var body = HTMLText()

  init(title: String) { self.title = title }

  /// The head of the page, a list of its contents, and the contents.
  mutating func write(head: (inout HTMLText) -> Void, contents: (inout HTMLText) -> Void) {
    var main = HTMLText()
    contents(&main)
    body.element("header") { html in
      head(&html)
      html.contents(of: main)
    }
    body.element("main", [("id", "content")]) { $0.raw(main.text) }
  }

  /// The document.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(WebPage.style)
    </style>
    </head>
    <body>
    <a class="skip" href="#content">To the content</a>
    \(body.text)
    <script>
    \(WebPage.script)
    </script>
    </body>
    </html>

    """
  }

  /// Colours keep a contrast of 4.5 to 1 or more for text and of 3 to 1 for what is drawn, on light and on dark; none is the
  /// only carrier of a meaning.
  private static let style = ownStyle + TimelineStyle.sheet.css(within: ".timeline")

  private static let ownStyle = """
    :root { --ground: #ffffff; --text: #1a1a1a; --quiet: #565656; --line: #8a8a8a; --faint: #e4e6ea; --link: #0b4f8a;
      --alarm: #a30000; --bar: #5b8fc4; --clock: #5c5c5c; }
    @media (prefers-color-scheme: dark) { :root { --ground: #16181c; --text: #e9e9e9; --quiet: #b4b4b4; --line: #8c8c8c;
      --faint: #2b3036; --link: #93c6ff; --alarm: #ff9d8c; --bar: #4f83b8; --clock: #b9b9b9; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 88rem; padding: 0 1rem 3rem; background: var(--ground); color: var(--text);
      font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.2rem 0 .3rem; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .5rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 0 0 .3rem; }
    p { margin: .4rem 0; max-width: 60rem; }
    p, li, h1, h2, h3 { overflow-wrap: anywhere; }
    a { color: var(--link); }
    a:focus-visible, select:focus-visible, .wide:focus-visible, summary:focus-visible, button:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; padding: 0; margin: .6rem 0; list-style: none; }
    nav a { display: inline-block; padding: .2rem 0; }
    td p { margin: 0 0 .2rem; min-width: 12rem; max-width: 34rem; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .3rem .6rem; }
    .quiet { color: var(--quiet); }
    .wide { overflow-x: auto; }
    .filter { display: flex; flex-wrap: wrap; align-items: flex-end; gap: .6rem 1.2rem; border: 1px solid var(--line); padding: .6rem 1rem; margin: .6rem 0; }
    .filter label { display: flex; flex-direction: column; font-size: .9rem; max-width: 100%; }
    .filter[hidden] { display: none; }
    select, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); padding: .3rem .5rem;
      min-height: 2.2rem; max-width: 100%; }
    article { border: 1px solid var(--line); border-left: .4rem solid var(--line); padding: .7rem 1rem; margin: .8rem 0; }
    article.high { border-left-color: var(--alarm); }
    article:target { outline: 3px solid var(--link); }
    dl { display: grid; grid-template-columns: 8rem 1fr; gap: .15rem .8rem; margin: .5rem 0 0; font-size: .93rem; }
    dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
    dd ul { margin: 0; padding-left: 1.1rem; }
    table { border-collapse: collapse; font-size: .9rem; margin: .5rem 0; }
    caption { text-align: left; color: var(--quiet); padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid var(--faint); font-weight: normal; }
    thead th { font-weight: 600; border-bottom-color: var(--line); }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    svg text { font: 12px system-ui, "Segoe UI", Roboto, Arial, sans-serif; fill: var(--text); }
    svg .quiet { fill: var(--quiet); } svg .scale { text-anchor: end; } svg .at { text-anchor: middle; }
    svg .axis { stroke: var(--line); fill: none; } svg .censored { stroke: var(--text); fill: none; } svg .curve { stroke: var(--clock); stroke-width: 1.5; fill: none; }
    svg .ink { stroke: var(--text); stroke-width: 1.6; } svg .blot { fill: var(--text); }
    svg .part { stroke: var(--text); stroke-width: 1; } svg .met { fill: var(--bar); } svg .late { fill: url(#slanted); }
    svg .missed { fill: var(--text); } svg .running { fill: url(#dotted); } svg .part.lapsed { fill: none; stroke-dasharray: 2 2; }
    svg .unknown { fill: none; } svg .change { stroke: var(--link); stroke-width: 1.5; stroke-dasharray: 5 3; }
    svg.fillings { position: absolute; } .legend span { margin-right: 1.2rem; white-space: nowrap; }
    .legend svg { vertical-align: -2px; } .rule { min-width: 16rem; max-width: 30rem; }
    .rule code { display: block; color: var(--quiet); font-size: .85em; overflow-wrap: anywhere; }
    .mark:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .mark { scroll-margin: 1rem 1rem 5rem; } .told:empty { display: none; }
    .away { opacity: .2; }
    .told { border: 1px solid var(--line); padding: .3rem .6rem; min-height: 2.2rem; max-width: none;
      position: sticky; bottom: 0; background: var(--ground); }
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .3rem; } body { padding: 0 .6rem 2rem; } }
    @page { size: A4 landscape; margin: 12mm; }
    @media print { .filter, .skip, .onscreen, nav { display: none; }
      .rule { min-width: 12rem; } tr { break-inside: avoid; } thead { display: table-header-group; }
      article { break-inside: avoid; } body { max-width: none; font-size: .85rem; }
      .wide { overflow: visible; } .wide > svg { width: 100%; height: auto; } .timeline .heading { transform: none !important; }
      a { color: inherit; text-decoration: none; } }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

    """

  /// Narrows what is listed to what the filters say and tells how much is shown, pales what belongs to nothing that is shown,
  /// keeps the names of lanes in sight where a timeline is scrolled, and tells what a mark stands for to whoever points at it or
  /// comes to it by the arrow keys.
  private static let script = """
    for (const form of document.querySelectorAll("form.filter")) {
      const list = document.getElementById(form.dataset.list), told = form.querySelector("output");
      const items = [...list.querySelectorAll("[data-item]")];
      const narrow = () => {
        const asked = [...form.querySelectorAll("select")].filter(s => s.value);
        let shown = 0;
        for (const item of items) {
          const fits = asked.every(s => (item.dataset[s.name] || "").split("|").includes(s.value));
          item.hidden = !fits;
          if (fits) shown += 1;
        }
        told.textContent = shown + " of " + items.length + " shown";
        for (const part of document.querySelectorAll(".child"))
          part.hidden = asked.some(s => s.name === "child" && s.value !== part.dataset.child);
        for (const lane of document.querySelectorAll("g[data-workflow]"))
          lane.classList.toggle("away", asked.some(s => s.name === "workflow" && s.value !== lane.dataset.workflow));
        for (const mark of document.querySelectorAll("a.mark"))
          mark.classList.toggle("away", document.getElementById(mark.getAttribute("href").slice(1))?.hidden ?? true);
      };
      form.hidden = false;
      form.addEventListener("change", narrow);
      form.addEventListener("reset", () => setTimeout(narrow));
      form.addEventListener("submit", event => event.preventDefault());
      narrow();
    }
    const keys = [...document.querySelectorAll("details.key")].filter(key => !key.open);
    addEventListener("beforeprint", () => { for (const key of keys) key.open = true; });
    addEventListener("afterprint", () => { for (const key of keys) key.open = false; });
    for (const wide of document.querySelectorAll(".wide")) {
      const headings = wide.querySelectorAll(".heading");
      const follow = () => { for (const one of headings) one.style.transform = `translateX(${wide.scrollLeft}px)`; };
      if (headings.length) wide.addEventListener("scroll", follow, { passive: true });
    }
    for (const part of document.querySelectorAll(".child")) {
      const told = part.querySelector(".told"), marks = [...part.querySelectorAll(".mark")];
      const tell = event => {
        const mark = event.target.closest(".mark");
        if (!mark) return;
        const workflow = mark.closest("[data-workflow]")?.dataset.workflow;
        told.textContent = (workflow ? workflow + ". " : "") + mark.querySelector("title").textContent;
      };
      const come = mark => {
        for (const other of marks) other.setAttribute("tabindex", other === mark ? "0" : "-1");
        mark.focus();
        mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      };
      for (const [place, mark] of marks.entries()) {
        mark.setAttribute("tabindex", place === 0 ? "0" : "-1");
        mark.addEventListener("keydown", event => {
          const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: marks.length - 1 }[event.key];
          if (next === undefined || !marks[next]) return;
          event.preventDefault();
          come(marks[next]);
        });
      }
      part.addEventListener("pointerover", tell);
      part.addEventListener("focusin", tell);
    }
    """
}
