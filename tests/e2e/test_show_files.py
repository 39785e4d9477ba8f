"""The show that other players take: every file of it, read as its format's own programs would."""

import html.parser
import io
import json
import math
import os
import re
import subprocess
import xml.etree.ElementTree as ET

import pytest
from PIL import Image, ImageFont

import lobby_show
import png
import program

CLINIC = program.CLINIC + "handout_url: https://riverside-sleep.org/h\n"
STYLE = "screen:\n  width: 1280\n  height: 720\nshow:\n  order: [winter]\n"
AUTUMN = """\
---
title: "Falling leaves & days < nights"
lang: en-US
---

Words of autumn. ![A red leaf](leaf.png)

## Sleep early

Go to bed at the *same* hour. Keep the room dark and cool. Leave the telephone in the kitchen.

1. first
2. second
"""
WINTER = """\
---
title: Snow
lang: en-US
valid_from: 2026-12-01
valid_to: 2027-02-28
days: Mo-We,Su
hours: 09:00-12:00,13:00-17:30
---

Warm rooms make tired.
"""
PLAYER = {"index.html", "player.js", "player.css"}
SMIL = "{http://www.w3.org/ns/SMIL}"
MEDIA = "{http://search.yahoo.com/mrss/}"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("show")
    leaf = io.BytesIO()
    Image.new("RGB", (64, 48), (160, 30, 20)).save(leaf, "PNG")
    content = program.write_content(
        base / "content",
        {"autumn": AUTUMN, "winter": WINTER},
        clinic=CLINIC,
        style=STYLE,
        files={"leaf.png": leaf.getvalue()},
    )
    result = program.render(content, base / "out", "--format", "screen")
    assert result.status == 0, result.err
    return base / "out/lobby"


def show_slides(lobby):
    return lobby_show.manifest(lobby)["slides"]


def squash(text):
    return " ".join(text.split())


def test_show_is_whole(lobby):
    lobby_show.assert_whole(lobby)
    assert PLAYER <= {path.name for path in lobby.iterdir()}


def test_names_count_up(lobby):
    names = lobby_show.names(lobby)
    assert names == sorted(names)
    assert [int(lobby_show.NAME.match(name).group(1)) for name in names] == list(range(1, len(names) + 1))


def test_order_is_that_of_the_style(lobby):
    articles = [slide["id"].split("/")[0] for slide in show_slides(lobby)]
    articles = [name for name in articles if name != "contact"]
    assert articles == sorted(articles, key=["winter", "autumn"].index)
    assert set(articles) == {"winter", "autumn"}


def test_schedule_travels(lobby):
    for slide in show_slides(lobby):
        if slide["id"].startswith("winter/"):
            assert (slide["valid_from"], slide["valid_to"]) == ("2026-12-01", "2027-02-28")
            assert slide["days"] == [1, 2, 3, 7]
            assert slide["hours"] == [["09:00", "12:00"], ["13:00", "17:30"]]
        else:
            assert "valid_from" not in slide and slide["days"] == [] and slide["hours"] == []


def test_contacts_lead_where_those_on_paper_lead(lobby):
    led = [fact["href"] for fact in lobby_show.manifest(lobby)["contact"] if "href" in fact]
    assert led == ["tel:+12127365000", "mailto:desk@riverside-sleep.org", "https://riverside-sleep.org/"]


def test_unknown_article_in_the_order_is_an_error(make):
    result = make("Words.", "--format", "screen", style="show:\n  order: [sample, smaple]\n")
    assert result.status == 1
    assert [f["rule"] for f in result.findings if f["severity"] == "error"] == ["value"]


@pytest.mark.parametrize(
    "line", ["valid_from: tomorrow", "valid_to: 2026-02-30", "days: Mun", "hours: 9-99", "valid_from: 2027-01-01\nvalid_to: 2026-01-01"]
)
def test_schedule_that_makes_no_sense_is_an_error(tmp_path, line):
    article = f"---\ntitle: T\nlang: en-US\n{line}\n---\n\nWords.\n"
    content = program.write_content(tmp_path / "content", {"one": article})
    result = program.render(content, tmp_path / "out", "--format", "screen")
    assert result.status == 1 and result.rules("error") == ["value"]


def test_time_on_screen_follows_the_words(lobby):
    slides = show_slides(lobby)
    for slide in slides:
        words = [word for word in " ".join(lobby_show.seen_lines(slide)).split() if any(c.isalnum() for c in word)]
        assert slide["words"] == len(words)
        assert slide["dwell_s"] == max(10, 2 + math.ceil(60 * len(words) / 90))
    assert lobby_show.manifest(lobby)["loop_s"] == sum(slide["dwell_s"] for slide in slides)
    assert any(slide["dwell_s"] > 10 for slide in slides)


def test_slow_pace_is_a_word_a_second(make):
    words = "one two three four five six seven eight nine ten eleven twelve thirteen."
    times = []
    for pace in ("normal", "slow"):
        result = make(words, "--format", "screen", style=f"screen:\n  pace: {pace}\n")
        (slide,) = [s for s in lobby_show.manifest(result.directory / "lobby")["slides"] if "thirteen" in s["text"]]
        times.append((slide["words"], slide["dwell_s"]))
    (count, normal), (_, slow) = times
    assert normal == 2 + math.ceil(60 * count / 90) and slow == 2 + count


def test_long_round_is_a_warning(make):
    body = "\n\n".join(f"## Part {n}\n\nA few words that stand on a screen of their own." for n in range(61))
    result = make(body, "--format", "screen", style="screen:\n  width: 640\n  height: 360\n")
    assert result.status == 0
    assert "loop-long" in result.rules("warning")


def test_pictures_say_what_the_manifest_says(lobby):
    """The lines that a browser draws are the words of the PNG, line by line."""
    for slide in show_slides(lobby):
        assert slide["text"].split("\n") == lobby_show.heard_lines(slide)
        letters = "".join(png.description(lobby / slide["src"]).split())
        assert "".join(slide["alt"].split()).startswith(letters)
        if not slide["images"] and not any("alt" in mark for mark in slide["marks"]):
            assert slide["alt"] == squash(slide["text"]) and "".join(slide["alt"].split()) == letters
        caption = lobby / "captions" / f"{slide['src']}.txt"
        assert caption.read_text() == slide["alt"] + "\n"
        with Image.open(lobby / slide["src"]) as image:
            assert image.size == (slide["w"], slide["h"])


def test_lines_stand_where_the_picture_has_ink(lobby):
    """Each line's box, from its baseline up to the height of its capitals, holds marks; text stays in the safe area."""
    data = lobby_show.manifest(lobby)
    for slide in data["slides"]:
        pixels = png.pixels(lobby / slide["src"])
        margin = data["panel"]["overscan"] * data["panel"]["w"]
        for line in slide["lines"]:
            left, right = int(line["x"]), int(line["x"] + line["w"])
            assert margin - 1 <= line["x"] and line["x"] + line["w"] <= slide["w"] - margin + 1
            box = pixels[int(line["y"] - line["size"] / 2) : int(line["y"]), left:right].astype(int)
            assert abs(box - box[0, 0]).sum() > 1000, line


def test_fonts_are_cut_and_whole(lobby):
    fonts = lobby_show.manifest(lobby)["fonts"]
    assert {font["weight"] for font in fonts} == {400, 700}
    for font in fonts:
        assert (lobby / font["src"]).stat().st_size < 100_000
        ImageFont.truetype(str(lobby / font["src"]), 40).getmask("Sleep early é")


def test_fonts_do_not_go_by_a_name_that_is_reserved(lobby):
    """Parts of a face may not (OFL 1.1, clause 3); who made it and under which licence stays."""
    for font in lobby_show.manifest(lobby)["fonts"]:
        path = lobby / font["src"]
        assert ImageFont.truetype(str(path), 40).getname() == (None, None)
        rights = path.read_bytes()
        assert "SIL International".encode("utf-16-be") in rights and "Andika Bold".encode("utf-16-be") not in rights


def test_images_come_with_words(lobby):
    images = [image for slide in show_slides(lobby) for image in slide["images"]]
    (image,) = images
    assert image["alt"] == "A red leaf"
    with Image.open(lobby / image["src"]) as picture:
        assert picture.convert("RGB").getpixel((5, 5)) == (160, 30, 20)
    assert "A red leaf" in (lobby / "transcript.html").read_text()


def test_last_slide_has_a_code_that_opens_the_handout(lobby):
    marked = [(mark, slide) for slide in show_slides(lobby) for mark in slide["marks"] if "alt" in mark]
    (mark, last) = marked[-1]
    assert last["id"].startswith("contact/") and last in show_slides(lobby)[-2:]
    assert "https://riverside-sleep.org/h" in mark["alt"]
    assert "riverside-sleep.org/h" in show_slides(lobby)[-1]["text"]
    read = subprocess.run(["zbarimg", "--quiet", "--raw", lobby / last["src"]], capture_output=True, text=True)
    assert read.stdout.strip() == "https://riverside-sleep.org/h"


def test_playlists_name_the_slides_in_order(lobby):
    slides = show_slides(lobby)
    names = lobby_show.names(lobby)
    m3u = (lobby / "show.m3u8").read_text().splitlines()
    assert m3u[0] == "#EXTM3U"
    assert [line for line in m3u if not line.startswith("#")] == names
    times = [int(line.split("=")[1]) for line in m3u if line.startswith("#EXTVLCOPT:image-duration=")]
    assert times == [slide["dwell_s"] for slide in slides]
    concat = (lobby / "show.ffconcat").read_text().splitlines()
    files = [line[len("file '") : -1] for line in concat if line.startswith("file ")]
    assert concat[0] == "ffconcat version 1.0" and files == [*names, names[-1]]


def test_smil(lobby):
    root = ET.parse(lobby / "show.smil").getroot()
    assert root.tag == f"{SMIL}smil"
    refresh = [m for m in root.iter(f"{SMIL}meta") if m.get("http-equiv") == "Refresh"]
    assert int(refresh[0].get("content")) > 60
    (seq,) = root.iter(f"{SMIL}seq")
    assert seq.get("repeatCount") == "indefinite"
    (layout,) = root.iter(f"{SMIL}root-layout")
    assert (layout.get("width"), layout.get("height")) == ("1280", "720")
    region = next(root.iter(f"{SMIL}region")).get("{http://www.w3.org/XML/1998/namespace}id")
    for image, slide in zip(seq, show_slides(lobby), strict=True):
        assert (image.get("src"), image.get("alt"), image.get("region")) == (slide["src"], slide["alt"], region)
        assert image.get("dur") == f"{slide['dwell_s']}s"
    assert [p.get("src") for p in root.iter(f"{SMIL}prefetch")] == lobby_show.names(lobby)


def test_mrss(lobby):
    channel = ET.parse(lobby / "mrss.xml").getroot().find("channel")
    assert all(channel.find(name).text for name in ("title", "link", "description"))
    for item, slide in zip(channel.findall("item"), show_slides(lobby), strict=True):
        media = item.find(f"{MEDIA}content")
        assert media.get("url") == slide["src"] and int(media.get("fileSize")) == slide["bytes"]
        assert media.get("duration") == str(slide["dwell_s"])
        assert item.find("title").text == slide["title"]
        assert media.find(f"{MEDIA}description").text == slide["alt"]


def test_json_playlists(lobby):
    slides = show_slides(lobby)
    wanted = [(slide["src"], slide["dwell_s"]) for slide in slides]
    beamer = json.loads((lobby / "static-config.json").read_text())["playlist"]
    assert [(entry["file"]["asset_name"], entry["duration"]) for entry in beamer] == wanted
    signage = json.loads((lobby / "__lobby.json").read_text())
    assert [(a["filename"], a["duration"]) for a in signage["assets"] if a["selected"]] == wanted
    anthias = json.loads((lobby / "anthias.json").read_text())
    assert [(a["uri"], a["duration"]) for a in anthias] == wanted
    assert [a["play_order"] for a in anthias] == list(range(len(wanted)))
    winter = anthias[0]
    assert winter["start_date"] == "2026-12-01T00:00:00Z" and winter["play_days"] == [1, 2, 3, 7]
    assert (winter["play_time_from"], winter["play_time_to"]) == ("09:00:00", "17:30:00")
    assert all(a["start_date"] < a["end_date"] and a["mimetype"] == "image" for a in anthias)


def test_info_beamer_is_told_what_to_hold(lobby):
    assert (lobby / "MANIFEST").read_text().splitlines() == ["static-config.json", *dict.fromkeys(lobby_show.names(lobby))]


def test_lists_that_are_read_elsewhere_have_whole_addresses(make):
    base = "https://lobby.riverside-sleep.org/show"
    lobby = make("Sleep well.", "--format", "screen", style=f"show:\n  base_url: {base}\n  night_pictures: yes\n").directory / "lobby"
    for folder in ("", "night/"):
        urls = [media.get("url") for media in ET.parse(lobby / folder / "mrss.xml").getroot().iter(f"{MEDIA}content")]
        assert urls == [asset["uri"] for asset in json.loads((lobby / folder / "anthias.json").read_text())]
        assert urls and all(url.startswith(f"{base}/{folder}0") and (lobby / url.removeprefix(f"{base}/")).exists() for url in urls)
    assert (lobby / "show.m3u8").read_text().count(base) == 0


@pytest.mark.parametrize("base", ["here", "https://lobby.example.org/show?x=1", "https://lobby.example.org/show#b", "https://desk:word@lobby.example.org/"])
def test_an_address_that_is_none_is_an_error(make, base):
    assert "is no 'base_url'" in make("Sleep well.", "--format", "screen", style=f"show:\n  base_url: '{base}'\n").err


class Words(html.parser.HTMLParser):
    """The words below <body>, and the tags that were opened and not closed in turn."""

    def __init__(self):
        super().__init__()
        self.text, self.open, self.headings = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "img", "link", "br", "hr", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "body" in self.open:
            self.text.append(data)
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            self.headings.append((int(self.open[-1][1]), data))


def test_transcript_says_every_word_in_order(lobby):
    page = Words()
    page.feed((lobby / "transcript.html").read_text())
    assert page.open == []
    text = squash(" ".join(page.text))
    at = 0
    for words in ("Snow", "Warm rooms make tired.", "Falling leaves & days < nights", "Words of autumn.", "Sleep early", "Go to bed at the same hour.", "Leave the telephone in the kitchen.", "second", "Contact us", "12 Harbour Street"):
        at = text.find(words, at)
        assert at >= 0, words
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:]))


def test_addresses_that_were_broken_are_put_together(make):
    """Wherever the words of a screen are said again, and in the manifest beside its lines. The
    transcript also has what nobody types."""
    scheme, address = "https://", "riverside-sleep.org/what-to-expect/before-your-first-visit"
    mail = "appointments@riverside-sleep.org"
    result = make(f"Read {scheme}{address} or write to {mail} today.", "--format", "screen")
    lobby = result.directory / "lobby"
    slides = [s for s in lobby_show.manifest(lobby)["slides"] if "today" in s["text"]]
    assert address not in "".join(s["text"] for s in slides), "nothing was broken"
    wanted = f"Read {address} or write to {mail} today."
    texts = [
        " ".join(s["alt"] for s in slides),
        " ".join((lobby / "captions" / f"{s['src']}.txt").read_text() for s in slides),
        " ".join(image.get("alt") for image in ET.parse(lobby / "show.smil").getroot().iter(f"{SMIL}img")),
        " ".join(d.text for d in ET.parse(lobby / "mrss.xml").getroot().iter(f"{MEDIA}description")),
    ]
    for text in texts:
        assert wanted in squash(text)
    page = Words()
    page.feed((lobby / "transcript.html").read_text())
    assert wanted.replace(address, scheme + address) in squash("".join(page.text))
    for slide in slides:
        words = ""
        for line in slide["lines"]:
            words += "".join(run["text"] for run in line["runs"]) + ("" if line.get("goes_on") else " ")
        assert squash(words) == slide["alt"]
        assert slide["words"] == len([word for word in slide["alt"].split() if any(map(str.isalnum, word))])


def test_no_sound_of_the_clock(tmp_path):
    """SOURCE_DATE_EPOCH alone gives the show a date."""
    content = program.write_content(tmp_path / "content", {"one": program.article("Words.")})
    program.render(content, tmp_path / "a", "--format", "screen")
    env = program.environment(SOURCE_DATE_EPOCH="86400")
    program.render(content, tmp_path / "b", "--format", "screen", env=env)
    assert "created" not in lobby_show.manifest(tmp_path / "a/lobby")
    assert lobby_show.manifest(tmp_path / "b/lobby")["created"] == "1970-01-02T00:00:00Z"


def test_report_measures_every_screen(make):
    result = make("A few words.", "--format", "screen,json")
    report = json.loads(result.out)
    screens = [file["screen"] for file in report["files"]]
    assert report["loop_s"] == sum(screen["seconds"] for screen in screens)
    for screen in screens:
        assert 36.6 <= screen["cap_mm"] <= 2 * 37.6 and screen["binding"] == "distance"
        assert screen["arcmin"] == pytest.approx(math.degrees(math.atan(screen["cap_mm"] / 3000)) * 60, abs=0.1)
        assert screen["contrast"] >= 7 and screen["words"] > 0 and screen["lines"] > 0
        # Strokes are 10 to 30 % of a capital's height (ADA 703.5.7); 20/20 tells one minute of arc.
        assert 0.1 <= screen["d20_m"] * 1000 * math.tan(math.radians(1 / 60)) / screen["cap_mm"] <= 0.3


def test_letters_are_measured_in_every_script(make):
    for words in ("ดื่มน้ำทุกวัน", "נוחו היטב", "نم جيدا", "अच्छी नींद"):
        report = json.loads(make(words, "--format", "screen,json").out)
        assert all(36.6 <= file["screen"]["cap_mm"] <= 2 * 38 for file in report["files"])


def test_letters_bound_by_the_mounting_height(make):
    result = make("A few words.", "--format", "screen,json", style="screen:\n  mounting_m: 2\n")
    for file in json.loads(result.out)["files"]:
        assert file["screen"]["binding"] == "mounting" and file["screen"]["cap_mm"] >= 51


@pytest.mark.parametrize("size", [(1080, 1920), (3840, 2160)], ids=str)
def test_other_panels_are_laid_out(make, size):
    style = f"screen:\n  width: {size[0]}\n  height: {size[1]}\n"
    result = make("Portrait panels are laid out and never turned.", "--format", "screen", style=style)
    assert result.status == 0, result.err
    data = lobby_show.manifest(result.directory / "lobby")
    assert (data["panel"]["w"], data["panel"]["h"]) == size
    for slide in data["slides"]:
        assert (slide["w"], slide["h"]) == size
        assert all(line["x"] + line["w"] <= size[0] * 0.96 and line["y"] < size[1] * 0.96 for line in slide["lines"])


def play(command, **kwargs):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, **kwargs)
    return done.stdout + done.stderr


def in_order(output, names):
    """The names as they turn up in a program's log, each counted once."""
    found = re.findall(r"\d{3,}-[a-z0-9-]+\.[0-9a-f]{12}\.png", output)
    return list(dict.fromkeys(found)) == names


def test_mpv_plays_the_show(lobby):
    options = ["--no-config", "--vo=null", "--ao=null", "--image-display-duration=0.01"]
    output = play(["mpv", *options, str(lobby / "show.m3u8")])
    assert in_order(output, lobby_show.names(lobby)), output


def test_vlc_plays_the_show(lobby, tmp_path):
    """VLC will not run as root, so its environment says that it does not."""
    quick = lobby / "show.m3u8"
    options = ["-I", "dummy", "--vout", "dummy", "--no-video-title-show", "--image-duration=0.05", "-vv", "--play-and-exit"]
    listing = tmp_path / "quick.m3u8"
    text = re.sub(r"image-duration=\d+", "image-duration=0.05", quick.read_text())
    listing.write_text(re.sub(r"^(\d{3})", lambda m: f"{lobby}/{m.group(1)}", text, flags=re.M))
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    for path in (*lobby.parents, tmp_path):
        if path.stat().st_uid == os.getuid() and path != path.parent and "pytest" in str(path):
            path.chmod(0o755)
    output = play([*user, "cvlc", *options, str(listing)], env=dict(os.environ, HOME="/tmp"))
    opened = re.findall(r"creating access: file://\S*?(\d{3,}-[a-z0-9-]+\.[0-9a-f]{12}\.png)", output)
    assert list(dict.fromkeys(opened)) == lobby_show.names(lobby), output[-3000:]


def test_feh_plays_the_show(lobby):
    options = ["--slideshow-delay", "0.01", "--cycle-once", "--on-last-slide", "quit", "--verbose", "--auto-zoom"]
    output = play(["xvfb-run", "-a", "feh", *options, "-K", "captions", "--info", "echo %n >&2", "-f", "show.txt"], cwd=lobby)
    assert in_order(output, lobby_show.names(lobby)), output


def test_no_screen_stays_for_longer_than_a_minute(make):
    """On a panel large enough for a page of text, time parts the text, not the room."""
    body = "Go to bed at the same hour every night. " * 30
    style = "screen:\n  diagonal_in: 85\n  distance_m: 1.5\n"
    result = make(body, "--format", "screen", style=style)
    slides = lobby_show.manifest(result.directory / "lobby")["slides"]
    assert sum(slide["words"] for slide in slides) >= 270
    assert 40 < max(slide["dwell_s"] for slide in slides) <= 60
