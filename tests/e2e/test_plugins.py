"""What a plain handout does not need is not loaded for it; what is needed and is not there is said."""

import os
import re
import shutil
import subprocess

import pytest
from PIL import Image

import installed
import program

# Linked to the main program, with what these bring along (Debian 12).
MOST_LIBRARIES = 28

PLAIN = "---\nkind: article\nlang: en\n---\n# Sleep\n\nRest is good for you.\n"
THAI = "---\nkind: article\nlang: th\n---\n# การนอนหลับ\n\nการพักผ่อนเป็นสิ่งที่ดี\n"

LONG = PLAIN.replace("lang: en", "lang: de").replace("Rest", "Kraftfahrzeughaftpflichtversicherungsbestätigungsbehörde")

SHOWN = PLAIN + "\n![A dark square](square.png)\n"

# What needs each plug-in: an article and a format.
NEEDING = {
    "braille": (PLAIN, "braille"),
    "fontconfig": (PLAIN, "standard"),
    "hyphenation": (LONG, "giant"),
    "image": (SHOWN, "standard"),
    "json": (PLAIN, "html"),
    "png": (PLAIN, "screen"),
    "qr": (PLAIN, "standard"),
    "unparted": (THAI, "screen"),
}
NO_ADDRESS = re.sub("url: .*\n", "", program.CLINIC)


@pytest.fixture
def handout(tmp_path):
    return installed.install(tmp_path / "root")


def plugin(handout, name):
    return handout.parents[1] / f"libexec/handout/handout-{name}.so"


def render(handout, tmp_path, article, product, clinic=program.CLINIC):
    content = program.write_content(tmp_path / "content", {"sleep": article}, clinic)
    Image.new("RGB", (300, 300), "navy").save(content / "square.png")
    return installed.run(handout, "render", "--content", content, "--out", tmp_path / "out", "--format", product)


def test_the_table_is_whole(handout):
    found = {path.name for path in (handout.parents[1] / "libexec/handout").glob("*.so")}
    assert found == {f"handout-{name}.so" for name in NEEDING}


def test_few_libraries_are_loaded_at_start():
    told = subprocess.run(["ldd", program.HANDOUT], capture_output=True, text=True, check=True).stdout
    libraries = [line for line in told.splitlines() if not re.search(r"lib[a-z]*san\.so", line)]
    assert len(libraries) <= MOST_LIBRARIES, told


def test_a_plain_handout_needs_no_plugin(handout, tmp_path):
    """Once fontconfig has told of the fonts."""
    render(handout, tmp_path, PLAIN, "standard", NO_ADDRESS)
    for name in NEEDING:
        plugin(handout, name).unlink()
    shutil.rmtree(tmp_path / "out")
    done = render(handout, tmp_path, PLAIN, "standard", NO_ADDRESS)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out/print/sleep.pdf").exists()


@pytest.mark.parametrize("name", NEEDING)
def test_a_plugin_is_found(handout, tmp_path, name):
    done = render(handout, tmp_path, *NEEDING[name])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", NEEDING)
def test_a_missing_plugin_is_said(handout, tmp_path, name):
    plugin(handout, name).unlink()
    done = render(handout, tmp_path, *NEEDING[name])
    assert done.returncode == 3
    assert re.search(rf"^handout: this program was installed without .*handout-{name}\.so", done.stderr, re.M)


@pytest.mark.parametrize("name", NEEDING)
def test_a_plugin_of_another_version_is_refused(handout, tmp_path, name):
    version = installed.run(handout, "--version").stdout.split()[1].encode()
    path = plugin(handout, name)
    assert path.read_bytes().count(version + b"\0") == 1
    path.write_bytes(path.read_bytes().replace(version + b"\0", b"9" * len(version) + b"\0"))
    done = render(handout, tmp_path, *NEEDING[name])
    assert done.returncode == 3
    assert re.search(rf"handout-{name}\.so' is of another version$", done.stderr, re.M)


def test_faces_are_found_without_threads(tmp_path):
    content = program.write_content(tmp_path / "content", {"sleep": THAI}, program.CLINIC)
    command = ["strace", "-f", "-qq", "-e", "trace=clone,clone3", "-o", tmp_path / "trace", program.HANDOUT]
    env = dict(os.environ)
    env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":detect_leaks=0"  # it cannot work beside strace
    subprocess.run(
        [*command, "render", "--content", content, "--out", tmp_path / "out", "--format", "standard"], env=env, check=True
    )
    assert "clone" not in (tmp_path / "trace").read_text()
