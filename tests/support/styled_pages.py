"""Pages with style sheets of chance, each word a name of its own, and what a browser or a draft shows of each word."""

import random
import re

SELECTORS = [".a", ".b", ".c", "p.a", ".x .a", ".x > .b", "p:nth-child(2n)", "p:nth-last-child(2)", "span:first-of-type", ".a:not(.b)", "div:has(.c) .a", "p:has(> .b)", ":is(.a, .c)", ":where(.x) .b",
             ".a + .b", "p ~ p .c", "#i3", "[data-k]", "[data-k^=v]", "span:last-child", "span:only-child", ":root .a", "div p span", ".c:not(:first-child)", "p span.b.c", "div.x:nth-of-type(odd) .b",
             "p:has(+ .a) .c", "*"]  # fmt: skip
LOOKS = ["text-decoration:line-through", "text-decoration:none", "text-decoration-line:line-through", "text-decoration:var(--d)", "text-decoration:var(--e, line-through)", "--d:line-through", "--d:none", "--e:var(--d)",
         "--e:initial", "display:inline-block", "vertical-align:super", "vertical-align:sub", "vertical-align:baseline"]  # fmt: skip
UNSEEN = ["visibility:hidden", "opacity:0", "display:none", "font-size:0", "opacity:1", "visibility:var(--v, hidden)"]
COUNTS = ["counter-increment:n", "counter-increment:n 2", "counter-reset:n", "counter-reset:n 5", "counter-set:n 9"]
MADE = ["content:'g{n}x '", "content:'g{n}n' counter(n) ' '", "content:'g{n}m' counters(n,'z') ' '", "content:none", "content:'g{n}v' attr(data-k) ' '"]
AROUND = ["@media screen{%s}", "@layer one{%s}", "@layer two{%s}", "@supports (display:grid){%s}", "@media print{%s}", "@media (min-width:400px){%s}", "@media not all{%s}"]


def sheet(chance):
    rules = []
    for n in range(chance.randint(3, 14)):
        selector = chance.choice(SELECTORS)
        kind = chance.random()
        if kind < 0.2 and selector != "*":
            rule = f"{selector}::before{{{chance.choice(MADE).format(n=n)}}}"
        else:
            looks = [look for look in LOOKS if selector != "*" or not look.startswith("display")]  # the head is not to be seen
            some = chance.sample(looks, chance.randint(1, 2)) + (chance.sample(COUNTS, 1) if selector[0] in "pd" and chance.random() < 0.5 else [])
            if chance.random() < 0.1 and selector != "*":
                some.append(chance.choice(UNSEEN))
            rule = f"{selector}{{{';'.join(look + ('!important' if chance.random() < 0.1 else '') for look in some)}}}"
        rules.append(chance.choice(AROUND) % rule if chance.random() < 0.25 else rule)
    return "@layer two,one;" * chance.randint(0, 1) + "".join(rules)


def attributes(chance, n):
    names = " ".join(chance.sample("abc", chance.randint(0, 2)))
    own = chance.choice(LOOKS[:8])
    return (f" class='{names}'" if names else "") + f" id=i{n}" + (f" data-k=v{n}" if chance.random() < 0.3 else "") + (f" style='{own}'" if chance.random() < 0.1 else "")


def styled(seed):
    """The page and its words."""
    chance, words, parts = random.Random(seed), ["w0w"], []

    def run():
        words.append(f"w{len(words)}w")
        return words[-1]

    def inline(depth):
        if depth == 2 or chance.random() < 0.4:
            return run()
        inner = " ".join(inline(depth + 1) for _ in range(chance.randint(1, 2)))
        return f"<span{attributes(chance, len(words))}>{inner}</span>"

    for _ in range(chance.randint(2, 4)):
        lines = "".join(f"<p{attributes(chance, len(words))}>{' '.join(inline(0) for _ in range(chance.randint(2, 4)))}</p>" for _ in range(chance.randint(1, 4)))
        parts.append(f"<div class='{chance.choice(['x', 'x a', 'y', 'c'])}'>{lines}</div>")
    body = f"<main><h1>Iron</h1><p id=start>{words[0]}</p>{''.join(parts)}</main>"
    return f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Iron</title><style>{sheet(chance)}</style><body>{body}", words


# What a browser shows of each word: whether it is struck, raised, lowered, and seen.
SHOWN = r"""
const text = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), shown = {};
for (let node = text.nextNode(); node; node = text.nextNode())
    for (const word of node.data.match(/w\d+w/g) || []) {
        let struck = false, raised = false, lowered = false, seen = true, goes = true, line = true;
        for (let at = node.parentElement; at; at = at.parentElement) {
            const look = getComputedStyle(at);
            struck ||= goes && look.textDecorationLine.includes("line-through");
            goes &&= !look.display.startsWith("inline-");
            line &&= at.tagName == "SPAN" && look.display.startsWith("inline");
            raised ||= line && look.verticalAlign == "super";
            lowered ||= line && look.verticalAlign == "sub";
            seen &&= look.display != "none" && look.opacity != "0" && look.fontSize != "0px" && (at != node.parentElement || look.visibility == "visible");
        }
        shown[word] = {struck, raised, lowered, seen};
    }
return shown;
"""

MARKS = {"~~": "struck", "<del>": "struck", "</del>": "struck", "<sup>": "raised", "</sup>": "raised", "<sub>": "lowered", "</sub>": "lowered"}


def drafted(draft):
    """The same of a draft, but for what is seen."""
    now, shown = {"struck": False, "raised": False, "lowered": False}, {}
    for sign in re.findall(r"~~|</?(?:del|sup|sub)>|w\d+w", draft):
        if sign in MARKS:
            now[MARKS[sign]] = not now[MARKS[sign]]
        else:
            shown[sign] = dict(now)
    return shown


def names(text):
    """Of words, and of what sheets add."""
    return re.findall(r"w\d+w|g\d+(?:x|n\d*|m[\dz]*|vv\d+|v)", text)


def spoken(driver):
    """The words of the page with those that its sheet adds, as the browser tells them to those who hear it."""
    nodes = {node["nodeId"]: node for node in driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]}
    texts, waiting = [], [next(iter(nodes))]
    while waiting:
        node = nodes.get(waiting.pop(), {})
        role = node.get("role", {}).get("value")
        texts.append(node["name"]["value"] if role == "StaticText" else " " if role == "paragraph" else "")
        waiting += [] if role == "StaticText" else reversed(node.get("childIds", []))
    return names("".join(texts))
