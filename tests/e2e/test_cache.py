"""What is kept between runs in the user's own folder: it spares time, and changes nothing."""

import os
import pathlib
import shutil
import subprocess

import pytest

import installed
import program
import typeface

CLINIC = "name: Riverside Sleep Clinic\ntelephone: +1 212 736 5000\n"
ANDIKA = pathlib.Path("/usr/share/fonts/truetype/andika")
HINDI = program.article("शब्द", "शब्द", "hi")


class Home:
    """Of a user whose clinic has one handout, with a slip to type into."""

    def __init__(self, base, article=None, style=None, name="content"):
        articles = {"one": article or program.article("Words.")}
        self.content = program.write_content(base / name, articles, clinic=CLINIC, style=style)
        self.base, self.folder = base, base / "cache/handout"
        self.env = program.environment(XDG_CACHE_HOME=str(base / "cache"))
        self.fonts = program.ROOT / "fonts/fonts.conf"

    def render(self, run=program.run):
        """The PDF of a first build."""
        out = self.base / "out"
        shutil.rmtree(out, ignore_errors=True)
        words = ("--content", self.content, "--out", out, "--fonts", self.fonts, "--format", "standard")
        done = run("render", *words, env=self.env)
        assert done.returncode == 0 and "cache" not in done.stdout + done.stderr, done.stderr
        return (out / "print/one.pdf").read_bytes()

    def letters(self):
        """The files with letters to type, which are far longer than answers about faces."""
        return [path for path in self.folder.iterdir() if path.stat().st_size > 20_000]

    def kept(self):
        """Those, each with what tells whether it was written anew."""
        return {path.name: path.stat().st_ino for path in self.letters()}


def test_the_letters_to_type_are_drawn_once(tmp_path):
    home = Home(tmp_path)
    first, kept = home.render(), home.kept()
    assert home.render() == first and home.kept() == kept and len(kept) == 1


def test_what_is_damaged_is_made_anew(tmp_path):
    home = Home(tmp_path)
    first = home.render()
    paths = list(home.folder.iterdir())
    assert len(paths) == 3
    for path in paths:
        whole = path.read_bytes()
        for damaged in (b"", whole[:20], whole[:-1], whole[:999] + b"#" + whole[1000:]):
            path.write_bytes(damaged)
            assert home.render() == first and len(path.read_bytes()) == len(whole)


def test_another_program_has_its_own(tmp_path):
    """Of the same version, linked of something else."""
    home, handout, note = Home(tmp_path), installed.install(tmp_path / "root"), tmp_path / "note"
    first, kept = home.render(), home.kept()

    def run(*words, env):
        return subprocess.run([handout, *words], env=env, capture_output=True, text=True)

    assert home.render(run) == first and home.kept() == kept
    section = ".note.gnu.build-id"
    subprocess.run(["objcopy", "--dump-section", f"{section}={note}", handout, tmp_path / "same"], check=True)
    note.write_bytes(note.read_bytes()[:-1] + b"#")
    subprocess.run(["objcopy", "--update-section", f"{section}={note}", handout], check=True)
    assert home.render(run) == first and kept.items() < home.kept().items()


def test_other_letters_and_faces_are_others(tmp_path):
    """In whatever order they come."""
    kinds = ({}, {"article": HINDI}, {"style": "font: Noto Sans\n"})
    alone = [Home(tmp_path / f"alone-{i}", **kind).render() for i, kind in enumerate(kinds)]
    for _ in range(2):
        assert [Home(tmp_path, name=f"content-{i}", **kind).render() for i, kind in enumerate(kinds)] == alone
    assert len(Home(tmp_path).kept()) == len(kinds)


def test_a_face_that_was_updated_is_another(tmp_path):
    """The list of its tables has another sum for the outlines, as whoever draws a letter anew writes it."""
    home, faces = Home(tmp_path), tmp_path / "andika"
    home.fonts = tmp_path / "fonts.conf"
    home.fonts.write_text((program.ROOT / "fonts/fonts.conf").read_text().replace(str(ANDIKA), str(faces)))
    shutil.copytree(ANDIKA, faces)
    home.render()
    before = home.kept()
    file = faces / "Andika-Regular.ttf"
    data = file.read_bytes()
    at = data.index(b"glyf") + 4
    file.write_bytes(data[:at] + b"\0\0\0\0" + data[at + 4 :])
    home.render()
    assert before.items() < home.kept().items()


def test_letters_are_those_of_the_file_that_was_opened(tmp_path):
    """A program that runs on while a face is updated knows the letters of the one before."""
    home, faces = Home(tmp_path), tmp_path / "andika"
    home.fonts, out, new = tmp_path / "fonts.conf", tmp_path / "out", tmp_path / "new.ttf"
    home.fonts.write_text((program.ROOT / "fonts/fonts.conf").read_text().replace(str(ANDIKA), str(faces)))
    shutil.copytree(ANDIKA, faces)
    other = pathlib.Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf").read_bytes()
    new.write_bytes(typeface.renamed(other, {1: "Andika", 2: "Regular", 4: "Andika", 6: "Andika"}))
    words = ("--content", home.content, "--out", out, "--fonts", home.fonts)
    with subprocess.Popen([program.HANDOUT, "watch", *words], env=home.env, stdout=subprocess.PIPE, text=True) as watch:
        assert " files in " in watch.stdout.readline()
        os.replace(new, faces / "Andika-Regular.ttf")
        watch.terminate()
    assert watch.returncode == 0
    after = home.render()
    shutil.rmtree(home.folder)
    assert home.render() == after


def test_it_does_not_grow_for_ever(tmp_path):
    """Of what is there, the oldest goes."""
    home = Home(tmp_path)
    home.folder.mkdir(parents=True)
    for day in range(32):
        path = home.folder / f"{day:032}"
        path.touch()
        os.utime(path, (day * 86400, day * 86400))
    home.render()
    left = {path.name for path in home.folder.iterdir()}
    assert f"{2:032}" not in left and f"{3:032}" in left and len(left) == 32


def test_faces_that_come_later_are_seen(tmp_path):
    """What fontconfig has told of a set of fonts holds on its folders."""
    home, faces = Home(tmp_path), tmp_path / "andika"
    home.fonts = tmp_path / "fonts.conf"
    home.fonts.write_text((program.ROOT / "fonts/fonts.conf").read_text().replace(str(ANDIKA), str(faces)))
    faces.mkdir()
    shutil.copy(ANDIKA / "Andika-Regular.ttf", faces)
    without = home.render()
    assert home.render() == without
    shutil.copy(ANDIKA / "Andika-Bold.ttf", faces)
    bold = home.render()
    shutil.rmtree(home.folder)
    assert bold != without and home.render() == bold


def test_nobody_needs_it(tmp_path):
    home = Home(tmp_path)
    first = home.render()
    shutil.rmtree(home.folder)
    home.folder.write_text("in the way")
    assert home.render() == first
