/**
 * The page as Typst draws it. All text comes as data through `sys.inputs` and is set as text, never read as markup;
 * `fallback: false` keeps to the typefaces that are named, so that every machine makes the same pages.
 */
export const template = String.raw`
#let page-content = json(bytes(sys.inputs.content))
#let forest = rgb("#0f3d33")
#let ink = rgb("#15211c")
#let soft = rgb("#4a5751")
#let hairline = rgb("#d8ded9")
#let amber = rgb("#f2c14e")
#let tones = (
  good: (fill: rgb("#dcefe4"), ink: rgb("#0a5236"), bar: rgb("#1a7f56")),
  wait: (fill: rgb("#fdf0cd"), ink: rgb("#5c3d00"), bar: amber),
  bad: (fill: rgb("#fae0da"), ink: rgb("#86200f"), bar: rgb("#c4351c")),
  plain: (fill: rgb("#e9ece9"), ink: rgb("#3d4944"), bar: rgb("#c4ccc7")),
)
#let d = page-content.date

#set document(
  title: page-content.documentTitle,
  author: page-content.organisation,
  date: datetime(year: d.year, month: d.month, day: d.day, hour: d.hour, minute: d.minute, second: d.second),
)
#set text(
  font: json(bytes(sys.inputs.fonts)),
  fallback: false,
  size: 10pt,
  lang: "en",
  region: "gb",
  fill: ink,
)
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 22mm, x: 20mm),
  header: context if counter(page).get().first() > 1 {
    set text(8.5pt, fill: soft)
    [#page-content.documentTitle #h(1fr) #page-content.organisation]
    v(-4pt)
    line(length: 100%, stroke: 0.5pt + hairline)
  },
  footer: context {
    set text(8.5pt, fill: soft)
    [#page-content.reference page #counter(page).display() of #counter(page).final().first() #h(1fr) #page-content.status]
  },
)
#show heading: set text(fill: forest)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(23pt, weight: 700)
#show heading.where(level: 2): it => {
  v(22pt, weak: true)
  block(it, below: 11pt, sticky: true)
}
#show heading.where(level: 2): set text(14pt, weight: 700)

#let tag(tone, words) = box(
  fill: tones.at(tone).fill,
  radius: 7pt,
  inset: (x: 7pt, y: 3pt),
  outset: (y: 1pt),
  text(8.5pt, weight: 700, fill: tones.at(tone).ink, words),
)

#let facts(rows) = table(
  columns: (auto, 1fr),
  stroke: none,
  inset: (x: 0pt, y: 3pt),
  column-gutter: 14pt,
  ..rows.map(((name, value)) => (text(fill: soft, name), value)).flatten(),
)

#let width-of(width) = if width == "auto" { auto } else { float(width.trim("fr")) * 1fr }

// A row stays together unless it could fill a page by itself.
#let long(words) = words.len() > 1500

#let data-table(part) = {
  set text(9pt)
  table(
    columns: part.columns.map(column => width-of(column.width)),
    stroke: (_, y) => if y > 0 { (bottom: 0.5pt + hairline) },
    fill: (_, y) => if y == 0 { forest },
    inset: (x: 6pt, y: 5pt),
    table.header(..part.columns.map(column => text(fill: white, weight: 700, column.title))),
    ..part.rows.map(row => row.map(cell => table.cell(breakable: long(row.join()), cell))).flatten(),
  )
}

#let requirements(items) = {
  set text(9.5pt)
  table(
    columns: (auto, 1fr, auto),
    stroke: (x, y) => if y > 0 { (bottom: 0.5pt + hairline) },
    fill: (_, y) => if y == 0 { forest },
    inset: (x: 6pt, y: 7pt),
    table.header(..("No.", "What is asked, and what the record says", "State").map(title => text(fill: white, weight: 700, title))),
    ..items
      .map(item => (
        text(fill: soft, weight: 700, item.id),
        table.cell(breakable: long(item.fact + item.findings.map(finding => finding.text + finding.fix).join(default: "")), {
          set par(spacing: 0.55em)
          text(weight: 700, item.title)
          if item.fact != "" { parbreak(); item.fact }
          for finding in item.findings {
            parbreak()
            text(fill: if finding.blocks { tones.bad.ink } else { tones.wait.ink }, weight: 700)[#if finding.blocks [To put right:] else [Worth knowing:] ]
            finding.text
            if finding.fix != "" { parbreak(); [Ways: #finding.fix.] }
          }
          parbreak()
          text(8pt, fill: soft, item.source)
        }),
        tag(item.tone, item.status),
      ))
      .flatten(),
  )
}

#let part-of(part) = {
  if part.kind == "text" { par(part.text) }
  if part.kind == "facts" { facts(part.rows) }
  if part.kind == "table" { data-table(part) }
  if part.kind == "requirements" { requirements(part.items) }
}

#pdf.attach(
  "session-record.json",
  bytes(sys.inputs.record),
  relationship: "source",
  mime-type: "application/json",
  description: "The session record that this document was made from",
)

#pdf.artifact(place(top, dy: -24mm, dx: -20mm, rect(width: 210mm, height: 12mm, fill: forest, stroke: (bottom: 3pt + amber), inset: (x: 20mm, y: 3.4mm))[
  #box(baseline: -0.5pt, circle(radius: 3.2pt, fill: amber)) #h(4pt) #text(11pt, weight: 700, fill: white)[Greenroom]
]))
#v(-2mm)
#tag(page-content.tone, page-content.status)
#v(-4pt)
= #page-content.heading
#v(2pt)
#text(fill: soft, page-content.notice)
#v(4pt)
#facts(page-content.facts)

== Readiness
#block(width: 100%, inset: 12pt, radius: 8pt, stroke: 0.75pt + hairline, breakable: false)[
  #text(11pt, weight: 700, page-content.summary.sentence)
  #pdf.artifact(block(width: 100%, height: 8pt, radius: 4pt, clip: true, grid(
    columns: page-content.summary.counts.map(entry => entry.count * 1fr),
    column-gutter: 1.5pt,
    ..page-content.summary.counts.map(entry => rect(width: 100%, height: 8pt, fill: tones.at(entry.tone).bar)),
  )))
  #page-content.summary.counts.map(entry => [*#entry.count* #entry.words]).join([ #sym.dot.c ])
]

#for section in page-content.sections {
  heading(level: 2, section.title)
  for part in section.blocks { part-of(part) }
}
`;
