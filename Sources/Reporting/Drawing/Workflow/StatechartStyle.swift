/// The looks of a statechart, for a light and for a dark ground.
enum StatechartStyle {
  static let sheet = """
    <style>
    text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1f2328; }
    .title, .hole { font-weight: 600; }
    .clock, .name { font-size: 12px; }
    .clock { fill: #0b4f9e; } .name { fill: #57606a; font-style: italic; } .hole { fill: #9a3412; }
    .ground { fill: #ffffff; }
    .state { stroke: #57606a; stroke-width: 1.3; }
    .depth0 { fill: #f3f5f8; } .depth1 { fill: #ffffff; } .depth2 { fill: #e9edf2; }
    .region { fill: none; stroke: none; }
    .divider { fill: none; stroke: #57606a; stroke-dasharray: 7 5; }
    .inner { fill: none; stroke: #57606a; }
    .drift { fill: #c2410c; stroke: none; }
    .dot, .head { fill: #1f2328; }
    .step { fill: none; stroke: #1f2328; stroke-width: 1.4; }
    .optional { stroke-dasharray: 5 4; }
    @media (prefers-color-scheme: dark) {
    text { fill: #e6e8eb; }
    .clock { fill: #8ec5ff; } .name { fill: #a0a8b2; } .hole { fill: #ffab70; }
    .ground { fill: #16181c; }
    .state, .inner, .divider { stroke: #8b949e; }
    .depth0 { fill: #22262c; } .depth1 { fill: #191c20; } .depth2 { fill: #2b3037; }
    .drift { fill: #f0883e; }
    .dot, .head { fill: #e6e8eb; } .step { stroke: #e6e8eb; }
    }
    </style>
    """

  /// The head of a line.
  static let arrows = """
    <defs>
    <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8Z"/></marker>
    </defs>
    """
}
