"""Whether visitors reach what they are to touch, and the sheet that tells who puts up the display."""

import re
import subprocess

import pikepdf
import pytest

import program

# ADA 308.2.1 and EN 301 549 8.3: 15 to 48 in. [mm]
LOWEST, HIGHEST = 380, 1220
PANELS = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
SENTENCE = "You sit in a chair, awake, and can go home right after the visit. "


def render(base, style, *formats):
    content = program.write_content(base / "content", {"visit": program.article(SENTENCE * 9, front="kind: article\n")}, style=style)
    return program.render(content, base / "out", "--format", ",".join(["screen", *formats]))


def style_of(mounting, shape="landscape", inches=43):
    width, height = PANELS[shape]
    return f"screen:\n  width: {width}\n  height: {height}\n  diagonal_in: {inches}\n  mounting_m: {mounting}\n"


def words_of(result):
    done = subprocess.run(["pdftotext", "-layout", result.directory / "lobby/install.pdf", "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", done.stdout)


@pytest.mark.parametrize(
    "mounting, shape, advice",
    [(1, "landscape", None), (1, "portrait", None), (1.1, "landscape", None), (1.5, "landscape", "lower"), (2, "portrait", "lower"), (0.3, "portrait", "higher")],
)
def test_a_bar_out_of_reach_is_told(tmp_path, mounting, shape, advice):
    result = render(tmp_path, style_of(mounting, shape))
    found = [f for f in result.findings if f["rule"] == "reach"]
    sheet = words_of(result)
    if not advice:
        assert found == [] and "Everybody reaches them." in sheet
        return
    (warning,) = found
    assert warning["severity"] == "warning" and warning["line"] == "5" and f"hang the display {advice}, or give it a keypad" in warning["message"]
    assert "to be reached from a wheelchair" in sheet and f"hang the panel {advice}" in sheet


def test_who_says_no_height_is_told_none(tmp_path):
    result = render(tmp_path, "screen:\n  diagonal_in: 110\n")
    assert "reach" not in result.rules()


def test_the_sheet_has_the_heights_of_this_panel(tmp_path):
    """A panel of 43 in is 535 mm high; a twentieth of it lies below the lowest line of text."""
    sheet = words_of(render(tmp_path, style_of(1.1)))
    assert "Its lower edge is 1.07 m (42 in) above the floor, its upper edge 1.61 m (63 in)" in sheet
    for address in ("index.html?wall=1", "index.html?kiosk=1", "index.html?kiosk=1&printer=1", "&display=left"):
        assert address in sheet
    for fact in ("F15", "F16", "F2", "--kiosk-printing", "PrintingEnabled", "build.js", "data-build", "handout-kiosk.service", "HANDOUT_PRINTER=1"):
        assert fact in sheet, fact
    assert "{" not in sheet


def test_the_sheet_is_a_handout_like_any_other(tmp_path):
    result = render(tmp_path, "")
    sheet = result.directory / "lobby/install.pdf"
    program.MADE_PDFS.append(sheet)  # the validator measures it
    with pikepdf.open(sheet) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Putting up the display" and "/StructTreeRoot" in pdf.Root
    before = sheet.read_bytes()
    again = render(tmp_path, "")
    assert again.status == 0 and sheet.read_bytes() == before
    assert not list((result.directory).glob("print/install*")), "it is for staff alone"


@pytest.mark.parametrize("shape", PANELS)
def test_the_bar_is_where_the_sheet_says(tmp_path, player, shape):
    """Its two rows as a browser draws them, in the show and on the pages of the topics."""
    result = render(tmp_path, style_of(1, shape))
    sheet = words_of(result)
    lower, upper = [float(found) for found in re.search(r"keys of its bar are between ([\d.]+) m .*? and ([\d.]+) m", sheet).groups()]
    width, height = PANELS[shape]
    panel_m = 43 * 0.0254 * height / (width**2 + height**2) ** 0.5
    player.window(width, height)
    for page in ("index.html?wall=1", "read-visit.html?kiosk=1"):
        player.driver.get(f"{(result.directory / 'lobby').as_uri()}/{page}")
        player.until("return document.readyState === 'complete' && document.getElementById('controls') !== null")
        player.js("document.documentElement.dataset.controls = 'shown'")
        tops = player.js("return [...document.querySelectorAll('#controls :is(button, a)')].map((b) => b.getBoundingClientRect().top).filter(Boolean)")
        bar_m = (height - min(tops)) / height * panel_m
        assert 0.04 < bar_m and lower + bar_m <= upper + 0.006, page
    assert LOWEST <= lower * 1000 and upper * 1000 <= HIGHEST
