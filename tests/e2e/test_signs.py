"""No sign of an author is eaten: random paragraphs of digits, signs and units are printed sign for sign,
or an error names the place."""

import collections
import random
import re

import pytest

import program
import soak

SEED = 20240229
NUMBERS = ["5", "12", "250", "1,250.7", "0.5", "½", "38", "2024", "1/2", "50-100", "36.6", "7", "1000", "24"]
UNITS = ["mg", "mL", "°C", "%", "mcg", "mg/dL", "kg", "IU", "mmol/L", "h", "x", "times", "tablets", "µg", "min"]
PLAIN = ["+", "±", "≤", "≥", "×", "=", "/", "<", ">", "~", "–", "&", "$", "(", ")", ":", ";", ",", "!", "?", "·"]
# What the parser or a rule may take for something else.
RISKY = ["*", "_", "#", "- -", "> ", "[", "]", "`", "**", "__", "\\", "~~", "{", "}", "^", "|", "1.", "+ ", "=="]


def paragraph(draw, signs):
    words = []
    for _ in range(draw.randint(3, 12)):
        number, unit, sign = draw.choice(NUMBERS), draw.choice(UNITS), draw.choice(signs)
        blank = draw.choice(["", " "])
        words.append(draw.choice([f"{number} {unit}", f"{sign}{blank}{number} {unit}", f"{number}{blank}{sign}{blank}{number}"]))
    return " ".join(words)


# Two of them around words set these off, a dash before words makes an item of them: all markup, not
# eaten signs.
MARKUP = "*_`~\\-"


def signs_of(text, without=""):
    return collections.Counter(re.sub(rf"[\s{re.escape(without)}]", "", text))


def printed(path):
    """The words of the article's body, and the numbers of its items."""
    body = re.search(r"^  H1 [^\n]*\n(.*?)(?=^  Sect$)", path.read_text(), re.M | re.S)[1]
    body = re.sub(r' (?:actual|alt|uri|title)="(?:[^"\\]|\\.)*"', "", body)
    return "".join(re.sub(r"\\(.)", r"\1", text) for text in re.findall(r'"((?:[^"\\]|\\.)*)"', body))


@pytest.mark.parametrize(
    ("signs", "markup", "least"), [(PLAIN, "", 0.95), (PLAIN + RISKY, MARKUP, 0.3)], ids=["plain", "risky"]
)
def test_every_sign_is_printed_or_named(tmp_path, signs, markup, least):
    draw, count = random.Random(SEED), soak.times(150, 3000)
    sources = {f"p{n:04d}": paragraph(draw, signs) for n in range(count)}
    articles = {name: program.article(text, lang="en") for name, text in sources.items()}
    content = program.write_content(tmp_path / "content", articles)
    made = program.render(content, tmp_path / "out", "--format", "standard", "--as", "tree")
    told = [f for f in made.findings if f["severity"] == "error" or f["rule"] == "heading-level"]
    named = {f["path"].rsplit("/", 1)[-1] for f in told if f["col"]}
    whole = 0
    for name, text in sources.items():
        path = made.directory / f"print/{name}.tree"
        if f"{name}.md" in named:
            continue
        assert path.exists(), text
        eaten = signs_of(text, markup) - signs_of(printed(path))
        assert not eaten, (text, printed(path), eaten)
        whole += 1
    assert whole >= least * count, f"{count - whole} of {count} were refused"
    soak.figure(f"signs: {whole} of {count} random paragraphs printed sign for sign, the others named")


FAULTS_OF_HTML = {
    "the fields of a form": ("<div><form><input><label>Name</label><select><option>a</option></select></form></div>", ["6:6"]),
    "films of one paragraph": ("See <video><source>it</video> and <video>more</video>.", ["6:5"]),
    "a form and a film": ("<form><input></form> <video></video>\n\nWords.", ["6:1", "6:22"]),
    "films of two paragraphs": ("One <video></video>.\n\nTwo <video></video>.", ["6:5", "8:5"]),
    "a table with an empty line": ("<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>", ["6:1"]),
    "a list with an empty line": ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", ["6:1"]),
    "bold over two paragraphs": ("<b>One\n\ntwo</b> three.", ["6:1"]),
}


@pytest.mark.parametrize("kind", FAULTS_OF_HTML)
def test_one_fault_of_html_is_one_error(tmp_path, kind):
    body, places = FAULTS_OF_HTML[kind]
    content = program.write_content(tmp_path / "content", {"sample": program.article(body)})
    made = program.render(content, tmp_path / "out", "--format", "html")
    assert [f"{f['line']}:{f['col']}" for f in made.findings if f["severity"] == "error"] == places, made.err
