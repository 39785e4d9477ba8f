"""Documents as people and programs write them, put together at random of what is odd in each format."""

import random

WORDS = """take the pill with water before bed and call us if pain gets worse 5 mg 38.5 °C 1/2 10–20 mL 3x/day <5 >38 A&E
2*250 mg ~10 #1 C++ q.i.d. 1:30 e.g. b.i.d. $5 50% @home [sic] (see) {x} snake_case 5_000 a*b **b c** "so" it's “so” Ärztin 薬を飲む تناول
हर दिन 1. - + * | ` \\ ^ = ~ ! ? … &amp; &nbsp; &lt; &frac12; &#8211; &bogus; 😀 ⚠️ 👩‍⚕️ ✔ ☐ → • https://hill-sleep.org/a_b?c=d&e www.hill-sleep.org
desk@hill-sleep.org +1 503 234 5678""".split()
LONG = ["Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "x" * 90, "https://hill-sleep.org/" + "a/b-c_d" * 15]
UNSEEN = ["a\u200bb", "a\u202eb", "a\u00adb", "\ufeffa", "a\u2028b", "a\ufffeb", "a\u000bb", "a\u000cb", "a\u0092b", "a\u0001b"]


def words(r, most=8):
    chosen = [r.choice(WORDS) for _ in range(r.randint(1, most))]
    if r.random() < 0.08:
        chosen.insert(r.randint(0, len(chosen)), r.choice(LONG))
    if r.random() < 0.06:
        chosen.insert(r.randint(0, len(chosen)), r.choice(UNSEEN))
    return " ".join(chosen)


def block(text, first, rest):
    return first + text.replace("\n", "\n" + rest)


MARKS = ["**{}**", "*{}*", "__{}__", "_{}_", "`{}`", "``{}``", "~~{}~~", "~{}~", "^{}^", "=={}==", "++{}++", "* * {}", "* {} *",
         "** {} **", "[{}](https://hill-sleep.org)", "[{}](#place)", "[{}][ref]", "![{}](none.png)", "<u>{}</u>", "<b>{}", "{}</i>",
         "<span style='color:red'>{}</span>", "[{}]{{.smallcaps}}", "[{}]{{lang=es}}", "{{++{}++}}", "{{--{}--}}", "{{{{{}}}}}",
         "${}$", "$${}$$", "[[{}]]", "<!-- {} -->", "<!-- {}", "{}[^1]", "{}^[{}]", "***{}***", "**{}*", "*{}**", "**{}", "{}**",
         "<{}>", "<https://hill-sleep.org>{}", "{}\\", "\\{}", "{}  ", "<kbd>{}</kbd>", "<sup>{}</sup>", "<q>{}</q>", "H~2~O {}", "10^9^ {}",
         ":pill: {}", "`{} 😀`", "`😀`{}", "{{{{< note >}}}}{}", "{{% x %}}{}", "<abbr title='{}'>{}</abbr>", "<a name='x'></a>{}",
         "<img src='none.png'>{}", "<br>{}", "{}<br/>", "<font color=red>{}</font>", "<div>{}", "&copy; {}", "\\( {} \\)", "<{}",
         "@{} [@ref2020]", "{{{}}}", "{}{{#id}}", "| {} |", "{} | {}"]


def inline(r, most=8):
    text = words(r, most)
    for _ in range(r.choice([0, 0, 1, 1, 2])):
        mark = r.choice(MARKS)
        text = mark.replace("{{", "\x02").replace("}}", "\x03").replace("{}", text).replace("\x02", "{").replace("\x03", "}")
        if r.random() < 0.6:
            text = f"{words(r, 4)} {text} {words(r, 4)}"
    return text


def bulleted(r, depth):
    sign, gap = r.choice("-*+•"), r.choice(["", "", "\n"])
    items = [block(below(r, depth), sign + r.choice([" ", "   ", "\t"]), r.choice(["  ", "    ", ""])) for _ in range(r.randint(1, 4))]
    return f"\n{gap}".join(items)


def numbered(r, depth):
    starts = r.choice([[1, 2, 3], [9, 9, 9], [7, 8, 9, 10, 11], [3, 2, 1], [1, 1, 1], [0, 1], [100, 101], [1, 3, 2], [1999]])
    sign, lettered = r.choice([".", ")", "."]), r.random() < 0.2
    number = (lambda n: "abcdefghij"[n % 10]) if lettered else str
    return "\n".join(block(below(r, depth), f"{number(n)}{sign} ", r.choice(["   ", "    ", "  "])) for n in starts)


def tasks(r, depth):
    return "\n".join(f"- [{r.choice(' xX-')}] {inline(r)}" for _ in range(r.randint(1, 3)))


def quoted(r, depth):
    return block(below(r, depth), "> ", r.choice(["> ", ">", ""]))


def alert(r, depth):
    kind = r.choice(["NOTE", "WARNING", "TIP", "bogus", "CAUTION", "important"])
    return f"> [!{kind}]{r.choice(['', ' ' + inline(r, 3)])}\n> " + below(r, depth).replace("\n", "\n> ")


def admonition(r, depth):
    text = below(r, depth)
    forms = ["!!! {k}\n{i}", '!!! {k} "{w}"\n\n{i}', "??? {k}\n{i}", "::: {k}\n{t}\n:::", "::: {{.{k}}}\n{t}\n:::", ":::{k}\n{t}",
             "{{{{< {k} >}}}}\n{t}\n{{{{< /{k} >}}}}", "{{% hint style=\"{k}\" %}}\n{t}\n{{% endhint %}}", ".. {k}::\n\n{i}"]
    return r.choice(forms).format(k=r.choice(["warning", "note", "danger", "tip", "odd"]), t=text, w=words(r, 3), i="    " + text.replace("\n", "\n    "))


def rows(r, least=2):
    wide = r.randint(2, 4)
    return [[r.choice([words(r, 3), inline(r, 2), "5 mg", ""]).replace("\n", " ") for _ in range(wide)] for _ in range(r.randint(least, 4))]


def pipes(r, depth):
    cells = rows(r)
    if r.random() < 0.3:
        cells[-1].append("9 mg")
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    if r.random() < 0.8:
        lines.insert(1, "|" + "|".join(r.choice(["---", ":-:", "--:", "-"]) for _ in cells[0]) + "|")
    return "\n".join(line[2:] for line in lines) if r.random() < 0.2 else "\n".join(lines)


def widths(cells):
    return [max(3, *(len(row[i]) for row in cells)) for i in range(len(cells[0]))]


def grid(r, depth):
    cells = rows(r)
    wide = widths(cells)
    edge = lambda sign: "+" + "+".join(sign * (w + 2) for w in wide) + "+"
    line = lambda row: "|" + "|".join(f" {cell:{w}} " for cell, w in zip(row, wide)) + "|"
    return "\n".join([edge("-"), line(cells[0]), edge("="), *(f"{line(row)}\n{edge('-')}" for row in cells[1:])])


def simple(r, depth):
    cells = rows(r, 3)
    wide = widths(cells)
    line = lambda row: "  ".join(f"{cell:{w}}" for cell, w in zip(row, wide)).rstrip()
    dashes = "  ".join("-" * w for w in wide)
    form = r.choice(["simple", "headless", "multiline"])
    if form == "simple":
        return "\n".join([line(cells[0]), dashes, *map(line, cells[1:])]) + r.choice(["", "\n\nTable: " + words(r, 3), "\n\n: " + words(r, 3)])
    if form == "headless":
        return "\n".join([dashes, *map(line, cells), dashes])
    whole = "-" * len(dashes)
    return "\n".join([whole, line(cells[0]), dashes, "\n\n".join(map(line, cells[1:])), whole])


def heading(r, depth):
    text = inline(r, 4).replace("\n", " ")
    return r.choice(["# {}", "## {}", "### {} ###", "#### {}", "###### {}", "{}\n===", "{}\n---", "{}\n-", "#{}", "## {} {{#id}}", "##", "**{}**", "1. # {}",
                     "####### {}", "   ## {}"]).format(text)


def definitions(r, depth):
    return r.choice(["{a}\n: {b}", "{a}\n:   {b}\n:   {c}", "{a}\n\n:   {b}\n\n    {c}", "{a}\n~ {b}", "{a} ::\n    {b}", ": {b}"]).format(
        a=inline(r, 3), b=inline(r), c=inline(r))


def code(r, depth):
    text = f"{inline(r)}\n{words(r)}"
    return r.choice(["```\n{}\n```", "~~~ sh\n{}\n~~~", "    {0}\n    {0}", "```\n{}", "\t{}", "````\n```\n{}\n````", "```{{.python}}\n{}\n```"]).format(text)


def markup(r, depth):
    a, b = inline(r, 3), inline(r, 3)
    return r.choice(["<div class='x'>\n\n{a}\n\n</div>", "<details>\n<summary>{a}</summary>\n\n{b}\n\n</details>", "<details><summary>{a}</summary>{b}",
                     "<table><tr><th>{a}</th></tr><tr><td rowspan=2>{b}</td></tr></table>", "<p align=center>{a}</p>", "<center>{a}</center>",
                     "<ul><li>{a}<li>{b}</ul>", "<hr>", "<h2>{a}</h2>", "<iframe src='x'></iframe>", "<script>{a}</script>", "<style>p{{}}</style>",
                     "<!-- {a}\n\n{b} -->", "<br>\n{a}", "<dl><dt>{a}</dt><dd>{b}</dd></dl>", "<blockquote>{a}</blockquote>", "</div>", "<a id='x'>",
                     "<form><input value='3'></form>", "<pre>{a}\n  {b}</pre>", "<figure><img src=x alt=y><figcaption>{a}</figcaption></figure>",
                     "<svg><path d=''/></svg>", "<video src=x></video>", "<?php echo 1 ?>", "<![CDATA[{a}]]>", "<!DOCTYPE html>"]).format(a=a, b=b)


def odd(r, depth):
    return r.choice(["---", "***", "* * *", "- - -", "___", "_ _ _", "=====", "[TOC]", "[[_TOC_]]", "\\newpage", "{: .lead}", "*[CT]: scan", "[ref]: https://hill-sleep.org 'T'",
                     "[^1]: " + inline(r), "[^x]: " + inline(r) + "\n\n    " + inline(r), "* * double", "- - a\n  - b", "- 1. a", "1. - a", "-", "*", "1.", "> 9. a", "> 9. a\n> 9. b",
                     ">", "> > deep", ">>> deep", "> - a\n> - b", "+ + a", "* - + x", "- > q", "- # h", "- ---", "1. ```\n   x\n   ```", "|", "||", "|---|", "| a |\n|---|", "+---+",
                     "\\", "\\\\", "$$\nx^2\n$$", "\\begin{x}\n\\end{x}", "{{< figure src=x >}}", "{% include a.html %}", "a\n\n\n\nb", "\f", "-----\n", "--", "a\n--", "a\n=", "% Title\n% Author",
                     "Table: x", ": x", "!!!", "::: ", ":::", "```", "~~~", "<", "&", "**", "****", "__", "`", "[", "]", "[]", "[]()", "![]()", "![](x.png)", "[^1]", "#", "# #", "1986. A year", "- [ ]", "- [x]"])


BLOCKS = [inline, bulleted, numbered, tasks, quoted, alert, admonition, pipes, grid, simple, heading, definitions, code, markup, odd]
WEIGHTS = [8, 3, 3, 1, 2, 1, 2, 2, 1, 2, 3, 2, 1, 3, 4]


def one(r, depth):
    make = r.choices(BLOCKS, WEIGHTS)[0]
    return inline(r) if make is inline else make(r, depth + 1)


def below(r, depth):
    """What stands in an item or a quotation."""
    if depth > 3:
        return words(r)
    gap = r.choice(["\n", "\n\n"])
    return gap.join(one(r, depth) if r.random() < 0.4 else inline(r) for _ in range(r.choice([1, 1, 1, 2, 3])))


def markdown(seed):
    r = random.Random(seed)
    gap = lambda: r.choice(["\n\n"] * 5 + ["\n"])
    return f"# Page {seed}\n\n" + "".join(one(r, 0) + gap() for _ in range(r.randint(2, 9)))


def text(seed):
    r = random.Random(f"text {seed}")
    parts = [r.choice([one(r, 0), words(r, 30), "\t".join(words(r, 2) for _ in range(3)) + "\n" + "\t".join(words(r, 2) for _ in range(3)), simple(r, 0)])
             for _ in range(r.randint(2, 9))]
    return f"Page {seed}\n\n" + "\n\n".join(parts) + "\n"


TAGS = """p div span b i u s del ins sup sub em strong a ul ol li dl dt dd table tr td th thead tbody caption blockquote q cite abbr h1 h2 h3 h4 h5 h6
pre code kbd details summary figure figcaption section article aside header footer nav form label input button select option fieldset legend img br hr
small mark time address center font tt big ruby rt rp bdo bdi var samp dfn math mfrac mi iframe video embed object noscript svg main hgroup menu wbr""".split()
ATTRIBUTES = """class="hidden" class="accordion-button" class="footnote" class="sr-only" style="color:red" style="display:none" style="text-decoration:line-through"
style="vertical-align:super" lang="es" lang="ar" dir="rtl" hidden title="5 mg" role="heading" role="tab" role="tabpanel" role="note" aria-expanded="false" aria-label="so"
id="x1" href="#x1" href="https://hill-sleep.org" href="tel:+15032345678" href="mailto:desk@hill-sleep.org" href="javascript:x()" src="none.png" alt="A tick" colspan="2" rowspan="2" start="9"
reversed type="a" type="radio" checked value="7" cite="https://hill-sleep.org" data-toggle="collapse" data-bs-toggle="tab" data-target="#x1" align="right" open""".split(" ")


def element(r, depth):
    tag = r.choice(TAGS)
    given = "".join(f" {r.choice(ATTRIBUTES).strip()}" for _ in range(r.choice([0, 0, 1, 1, 2])))
    inside = " ".join(element(r, depth + 1) if depth < 5 and r.random() < 0.5 else words(r, 5) for _ in range(r.randint(0, 3)))
    return f"<{tag}{given}>{inside}" + (f"</{tag}>" if r.random() < 0.92 else "")


def page(seed):
    r = random.Random(f"page {seed}")
    body = "\n".join(element(r, 0) for _ in range(r.randint(3, 12)))
    return f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Page {seed}</title><main><h1>Page {seed}</h1>\n{body}\n</main></html>"
