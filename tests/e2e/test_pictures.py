"""Pictures go out with what is seen on them and nothing else, and no larger than they are printed."""

import functools
import io
import subprocess
import sys

import numpy
import pikepdf
import pytest
from PIL import Image, ImageCms, ImageDraw

import program

SECRET = b"SecretPlace"
# Positions, cameras, comments, small copies, profiles: what PIL would tell of a file.
TOLD = {"exif", "comment", "photoshop", "xmp", "icc_profile", "mp", "mpoffset", "Author", "XML:com.adobe.xmp"}
FORMATS = ("--format", "standard,brochure,booklet,screen")
WIDE_GAMUT = (  # Display P3's primaries and white, close enough
    (0.3127, 0.3290), (0.680, 0.320), (0.265, 0.690), (0.150, 0.060))


def photo(size=(1200, 900), seed=1):
    """Soft shapes and a camera's grain."""
    rng = numpy.random.default_rng(seed)
    y, x = numpy.mgrid[0 : size[1], 0 : size[0]]
    waves = [numpy.sin(x / (60 + 40 * c) + y / (90 - 20 * c)) for c in range(3)]
    pixels = 128 + 80 * numpy.stack(waves, axis=-1) + rng.normal(0, 6, (size[1], size[0], 3))
    return Image.fromarray(pixels.clip(0, 255).astype("uint8"))


def private(orientation=1):
    """EXIF with a position, a camera's number, a name, a small copy's place."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = exif[0x0110] = exif[0x013B] = SECRET.decode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (51.0, 30.0, 26.0)
    gps[29] = SECRET.decode()
    return exif


def jpeg(image, orientation=1, **options):
    data = io.BytesIO()
    image.save(data, "JPEG", exif=private(orientation), comment=SECRET, quality=90, **options)
    # What some telephones append: a film of the moment before.
    return data.getvalue() + SECRET * 40


def png(image):
    from PIL.PngImagePlugin import PngInfo

    facts = PngInfo()
    facts.add_text("Author", SECRET.decode())
    facts.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    data = io.BytesIO()
    image.save(data, "PNG", pnginfo=facts, exif=private())
    return data.getvalue()


def objects(pdf):
    """The picture objects of a PDF, its own marks aside."""
    with pikepdf.open(pdf) as file:
        for found in file.objects:
            if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image":
                yield found


def coding(picture):
    """The one filter of its stream."""
    (name,) = picture.Filter if isinstance(picture.Filter, pikepdf.Array) else [picture.Filter]
    return str(name)


def embedded(pdf):
    """Every picture of a PDF: width, the raw stream, and how readers see it."""
    return [(int(o.Width), o.read_raw_bytes(), pikepdf.PdfImage(o).as_pil_image().convert("RGB")) for o in objects(pdf)]


def published(result):
    """All files that hold pictures, as bytes by name."""
    found = {}
    for pdf in result.pdfs:
        for n, (_, raw, _) in enumerate(embedded(pdf)):
            found[f"{pdf.name} {n}"] = raw
    for path in sorted((result.directory / "lobby").rglob("*")):
        if path.suffix in (".png", ".jpg"):
            found[path.name] = path.read_bytes()
    return found


def assert_nothing_private(result):
    files = published(result)
    assert len(files) > 4
    for name, data in files.items():
        assert SECRET not in data and b"Exif" not in data and b"GPS" not in data, name
        if data[:2] == b"\xff\xd8" or data[1:4] == b"PNG":
            with Image.open(io.BytesIO(data)) as image:
                assert not TOLD & set(image.info), (name, image.info.keys())
                assert not image.getexif()


KINDS = {
    "small.jpg": functools.partial(jpeg, photo((400, 300))),
    "grey.jpg": functools.partial(jpeg, photo((400, 300)).convert("L")),
    "stepwise.jpg": functools.partial(jpeg, photo((400, 300)), progressive=True),
    "turned.jpg": functools.partial(jpeg, photo((600, 400)), 6),
    "large.jpg": functools.partial(jpeg, photo((2400, 1600))),
    "drawing.png": functools.partial(png, photo((200, 100))),
}


@pytest.mark.parametrize("name", KINDS)
def test_nothing_private_goes_out(make, name):
    result = make(f"![Words]({name})", *FORMATS[:2], files={name: KINDS[name]()})
    assert result.status == 0, result.err
    assert_nothing_private(result)


def test_a_small_photograph_keeps_its_samples(make):
    source = jpeg(photo((400, 300)))
    result = make("![Words](p.jpg)", "--format", "standard", files={"p.jpg": source})
    [(width, _, seen)] = embedded(result.pdf("sample"))
    with Image.open(io.BytesIO(source)) as before:
        assert width == 400 and numpy.array_equal(numpy.asarray(before), numpy.asarray(seen))


def test_a_turned_photograph_stands_upright(make):
    image = Image.new("RGB", (640, 480), "white")
    image.paste("black", (0, 0, 320, 480))
    result = make("![Words](p.jpg)", "--format", "standard", files={"p.jpg": jpeg(image, 6)})
    [(_, _, seen)] = embedded(result.pdf("sample"))
    assert seen.size == (480, 640)
    assert max(seen.getpixel((240, 100))) < 8 and min(seen.getpixel((240, 540))) > 247


def profile(primaries):
    """An ICC profile with these corners. PIL can make that of sRGB alone, so that one's
    colour tags are set anew."""
    import struct

    white, *corners = primaries
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    columns = numpy.array([[x / y, 1, (1 - x - y) / y] for x, y in corners]).T
    target = numpy.array([white[0] / white[1], 1, (1 - sum(white)) / white[1]])
    matrix = columns * numpy.linalg.solve(columns, target)
    bradford = numpy.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d50 = bradford @ [0.9642, 1, 0.8249]
    adapt = numpy.linalg.inv(bradford) @ numpy.diag(d50 / (bradford @ target)) @ bradford
    for column, tag in zip((adapt @ matrix).T, (b"rXYZ", b"gXYZ", b"bXYZ")):
        at = struct.unpack(">I", data[(i := data.index(tag)) + 4 : i + 8])[0]
        data[at + 8 : at + 20] = struct.pack(">3i", *(round(v * 65536) for v in column))
    return bytes(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_colours_of_another_profile_are_kept(make, kind):
    """The red of a wide gamut is a stronger red in sRGB; without its profile it would be a weaker one."""
    image = Image.new("RGB", (320, 320), (200, 120, 90))
    data = io.BytesIO()
    image.save(data, kind, icc_profile=profile(WIDE_GAMUT), **({"quality": 95} if kind == "JPEG" else {}))
    name = f"p.{kind.lower()}"
    result = make(f"![Words]({name})", "--format", "standard,screen", files={name: data.getvalue()})
    wanted = ImageCms.profileToProfile(
        image, io.BytesIO(profile(WIDE_GAMUT)), ImageCms.createProfile("sRGB"), renderingIntent=1
    ).getpixel((9, 9))
    assert wanted[0] > 205
    [(_, _, seen)] = embedded(result.pdf("sample"))
    assert max(abs(a - b) for a, b in zip(seen.getpixel((160, 160)), wanted)) <= 3
    colours = [c for path in result.screens for _, c in Image.open(path).convert("RGB").getcolors(1 << 24)]
    assert min(max(abs(a - b) for a, b in zip(c, wanted)) for c in colours) <= 3
    assert_no_profile(published(result))


def assert_no_profile(files):
    for name, data in files.items():
        assert b"ICC_PROFILE" not in data and b"iCCP" not in data, name


def test_a_profile_of_srgb_changes_no_sample(make):
    data = io.BytesIO()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo((400, 300)).save(data, "JPEG", icc_profile=srgb)
    result = make("![Words](p.jpg)", "--format", "standard", files={"p.jpg": data.getvalue()})
    [(_, raw, seen)] = embedded(result.pdf("sample"))
    with Image.open(data) as before:
        assert numpy.array_equal(numpy.asarray(before), numpy.asarray(seen))
    assert b"ICC_PROFILE" not in raw


@pytest.fixture(scope="module")
def telephone():
    """Twelve million pixels."""
    return jpeg(photo((4032, 3024)))


def test_a_telephones_photograph_makes_a_small_file(make, telephone):
    assert len(telephone) > 2_000_000
    result = make("![Words](p.jpg)", "--format", "standard,large,brochure,screen", files={"p.jpg": telephone})
    assert result.status == 0, result.err
    for pdf in result.pdfs:
        assert pdf.stat().st_size < 400_000, pdf
    for path in result.directory.glob("lobby/images/*"):
        assert path.suffix == ".jpg" and path.stat().st_size < 400_000


@pytest.mark.parametrize("grey", [False, True], ids=["colour", "grey"])
def test_a_photograph_saved_as_png_makes_a_small_file(make, grey):
    taken = photo((4032, 3024)).convert("L") if grey else photo((4032, 3024))
    result = make("![Words](p.png)", "--format", "standard,large", files={"p.png": png(taken)})
    assert result.status == 0, result.err
    for pdf in result.pdfs:
        assert pdf.stat().st_size < 400_000, pdf
        assert [coding(found) for found in objects(pdf)] == ["/DCTDecode"], pdf


def drawn(holed):
    """Areas that flow from one colour to the other, lines, words and round edges."""
    y, x = numpy.mgrid[0:900, 0:1200]
    image = Image.fromarray(numpy.stack([255 - y // 5, 250 - y // 9, 230 - x // 60], axis=-1).astype("uint8"))
    pen = ImageDraw.Draw(image)
    pen.ellipse((300, 200, 700, 600), fill=(20, 90, 110), outline=(0, 0, 0), width=5)
    pen.text((350, 350), "Where to press", fill=(255, 255, 255), font_size=48)
    if holed:
        image = photo((1200, 900)).convert("RGBA")
        image.putalpha(Image.fromarray(numpy.where(x < 600, 255, 0).astype("uint8")))
    return image


@pytest.mark.parametrize("holed", [False, True], ids=["drawing", "cut-out"])
def test_drawings_lose_nothing(make, holed):
    result = make("![Words](d.png)", "--format", "standard", files={"d.png": png(drawn(holed))})
    (found,) = objects(result.pdf("sample"))
    assert coding(found) == "/FlateDecode"


def test_no_more_dots_than_paper_shows(make, telephone):
    """300 an inch of the place where the picture is printed, by the page's own matrix."""
    result = make("![Words](p.jpg)", "--format", "standard,brochure", files={"p.jpg": telephone})
    for pdf in result.pdfs:
        dots = []
        with pikepdf.open(pdf) as file:
            for page in file.pages:
                for operands, operator in pikepdf.parse_content_stream(page):
                    if str(operator) == "cm":
                        width_in = abs(float(operands[0])) / 72
                    if str(operator) == "Do":
                        shown = page.Resources.XObject[operands[0]]
                        dots += [int(shown.Width) / width_in] if shown.Subtype == "/Image" else []
        assert dots and all(250 < each <= 301 for each in dots), dots


def decodes(content):
    """How often the program opens the picture's file, to show it; a build that is published keeps a copy, too."""
    command = ["strace", "-f", "-e", "trace=openat", program.HANDOUT, "check", "--words-only"]
    command += ["--content", content]
    env = program.environment()
    env["ASAN_OPTIONS"] += ":detect_leaks=0"
    done = subprocess.run(command, cwd=program.ROOT, env=env, capture_output=True, text=True)
    return done.stderr.count("p.jpg")


def test_a_file_is_read_once_for_all_its_mentions(tmp_path):
    body = "\n\n".join(["![Words](p.jpg)", "![More words](./p.jpg)"] * 20)
    content = program.write_content(tmp_path / "content", {"one": program.article(body)}, files={"p.jpg": jpeg(photo())})
    assert decodes(content) == 1


def huge(width, height):
    """A JPEG of one flat colour: few bytes, many pixels."""
    data = io.BytesIO()
    Image.new("RGB", (width, height), (90, 120, 150)).save(data, "JPEG", quality=30)
    return data.getvalue()


# Of a process of its own: what the tests take counts for those that they start themselves. [KB]
MEASURED = """import os, sys
_, status, used = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]), 0)
print(used.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))"""


def test_pictures_keep_within_their_budget(tmp_path):
    """As many as an article may show, and five: those are refused, by name."""
    files = {f"p{n}.jpg": huge(2400, 1800 + n % 2) for n in range(35)}
    body = "\n\n".join(f"![Words]({name})" for name in files)
    content = program.write_content(tmp_path / "content", {"one": program.article(body)}, files=files)
    command = [program.HANDOUT, "render", "--content", content, "--out", tmp_path / "out", "--format", "standard"]
    result = subprocess.run([sys.executable, "-c", MEASURED, *command], cwd=program.ROOT, env=program.environment(),
                            stderr=subprocess.PIPE, text=True, check=False)
    *said, memory = result.stderr.splitlines()
    refused = [line for line in said if "400 MB" in line and "[image-file]" in line]
    assert result.returncode == 1 and len(refused) == 5
    assert int(memory) * 1024 < 1_500_000_000


def test_huge_sizes_are_refused_by_name(make):
    result = make("![Words](p.jpg)", files={"p.jpg": huge(9000, 9000)})
    assert result.status == 1
    assert [f["message"] for f in result.findings if f["rule"] == "image-file"] == [
        "the picture 'p.jpg' has more than 50 million pixels: make it smaller"
    ]


def without_store(out):
    """But for the store, which tells of times."""
    return {p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file() and "store" not in p.parts}


def test_the_same_pictures_give_the_same_bytes(tmp_path, telephone):
    files = {"p.jpg": telephone, "t.jpg": jpeg(photo((3000, 2000)), 8), "d.png": png(photo((500, 400)))}
    body = "\n\n".join(f"![Words]({name})" for name in files)
    content = program.write_content(tmp_path / "content", {"one": program.article(body)}, files=files)
    first, second = (program.render(content, tmp_path / out, *FORMATS[:1], "standard,screen") for out in "ab")
    made = [without_store(result.directory) for result in (first, second)]
    assert made[0] == made[1] and made[0]
