"""`make install` into a fresh root: the program works from any folder, wherever the root is moved, and
what comes with it tells the truth about it."""

import re
import shutil
import subprocess

import pytest

import installed
import program


@pytest.fixture(scope="module")
def handout(tmp_path_factory):
    return installed.install(tmp_path_factory.mktemp("root"))


@pytest.fixture(scope="module")
def commands(handout):
    listed = installed.run(handout, "--help").stdout.split("Commands:")[1].split("Formats:")[0]
    return re.findall(r"^  ([a-z]+) ", listed, re.M)


@pytest.fixture(scope="module")
def folder(handout, tmp_path_factory):
    """A clinic's folder, as `handout new` sets it up."""
    directory = tmp_path_factory.mktemp("clinic") / "our clinic"
    done = installed.run(handout, "new", directory)
    assert done.returncode == 0, done.stderr
    return directory


def products(out):
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file() and "build" not in p.parts}


def test_it_renders_from_anywhere(handout, folder, tmp_path):
    """The same bytes as the program that was built makes with the fonts named."""
    out = tmp_path / "out"
    done = installed.run(handout, "render", "--content", folder / "content", "--out", out)
    assert done.returncode == 0, done.stderr
    assert program.render(folder / "content", tmp_path / "built").status == 0
    assert products(out) == products(tmp_path / "built") and (out / "print/before-your-visit.pdf").exists()


def test_the_fonts_are_the_installed_ones(folder, tmp_path):
    handout = installed.install(tmp_path / "root")
    shutil.rmtree(tmp_path / "root/usr/share/handout/fonts")
    done = installed.run(handout, "check", "--content", folder / "content")
    assert done.returncode == 3 and "fonts/fonts.conf" in done.stderr + done.stdout


def test_a_clinics_own_fonts_come_first(handout, folder, tmp_path):
    """A set that is not one is an error: so it was read."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/fonts.conf").write_text("<none")
    done = installed.run(handout, "render", "--content", folder / "content", cwd=tmp_path)
    assert done.returncode == 3 and "fontconfig cannot read this font set" in done.stderr


def test_the_whole_tree_may_be_moved(folder, tmp_path):
    installed.install(tmp_path / "first", "/opt/handout")
    (tmp_path / "first").rename(tmp_path / "second")
    moved = tmp_path / "second/opt/handout/bin/handout"
    done = installed.run(moved, "render", "--content", folder / "content", "--out", tmp_path / "out", "--format", "standard")
    assert done.returncode == 0, done.stderr


def test_nothing_names_the_root(handout):
    root = handout.parents[2]
    named = [p for p in root.rglob("*") if p.is_file() and p != handout and str(root).encode() in p.read_bytes()]
    assert not named


def test_the_menu_of_the_desktop_leads_to_the_desk(handout):
    entry = handout.parents[1] / "share/applications/handout.desktop"
    assert subprocess.run(["desktop-file-validate", entry]).returncode == 0
    assert "handout desk --open" in entry.read_text()
    for name in ("handout-import", "handout-print", "handout-desk", "handout-push", "handout-speak"):
        assert (handout.parents[1] / "libexec/handout" / name).stat().st_mode & 0o111


def test_units_start_what_is_installed(handout):
    root = handout.parents[2]
    units = list(root.rglob("*.service"))
    assert units
    for unit in units:
        for path in re.findall(r"^ExecStart=(\S+)", unit.read_text(), re.M):
            assert (root / path.lstrip("/")).stat().st_mode & 0o111, path


def test_every_command_has_a_page(handout, commands):
    pages = handout.parents[1] / "share/man/man1"
    assert sorted(p.name for p in pages.iterdir()) == sorted([f"handout-{name}.1" for name in commands] + ["handout.1"])
    for name in commands:
        page = pages / f"handout-{name}.1"
        assert subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page]).returncode == 0
        shown = subprocess.run(["mandoc", "-T", "utf8", page], capture_output=True, text=True, check=True).stdout
        words = re.sub(r"\s+", " ", re.sub(".\b", "", shown))
        told = installed.run(handout, "--help").stdout
        assert re.search(rf"^  {name} +(.*)$", told, re.M)[1] in words
        for option in re.findall(r"^ +(--[a-z-]+)", installed.run(handout, name, "--help").stdout, re.M):
            assert option == "--help" or re.search(rf"{option}\b", words) or "options are those of" in words, option


def complete(handout, *words, cwd="/"):
    """What bash offers for the last word."""
    script = f"""
        . {handout.parents[1]}/share/bash-completion/completions/handout
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _handout
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(handout), *words], cwd=cwd, capture_output=True, text=True, check=True
    )
    assert not done.stderr
    return done.stdout.split()


def test_bash_completes_commands_options_formats_and_articles(handout, folder, commands):
    assert complete(handout, "") == commands
    assert complete(handout, "re") == ["render"]
    assert complete(handout, "render", "--art") == ["--article"]
    assert complete(handout, "render", "--format", "la") == ["large"]
    assert complete(handout, "print", "b", cwd=folder) == ["before-your-visit"]
    assert complete(handout, "print", "before-your-visit", "--for", "boo") == ["booklet"]
    assert complete(handout, "render", "--article", "b", cwd=folder) == ["before-your-visit"]


def test_the_readme_for_staff_shows_what_works(handout, folder, tmp_path):
    """Every command in it, in a copy of the folder; and the files that it names are there after them."""
    copy = shutil.copytree(folder, tmp_path / "copy")
    text = (copy / "README.md").read_text()
    commands = "".join(re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S))
    assert "handout render" in commands and "`handout desk --open`" in text
    env = program.environment(PATH=f"{handout.parent}:/usr/bin:/bin")
    done = subprocess.run(["sh", "-euc", commands], cwd=copy, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for path in re.findall(r"`((?:content|out)/[^`]*)`", text):
        assert (copy / path).exists() or "blood-test" in path, path
