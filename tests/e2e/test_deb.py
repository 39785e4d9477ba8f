"""`make deb`: a package that lintian has nothing against and whose program works."""

import hashlib
import pathlib
import re
import subprocess

import pytest

import groups
import installed
import program
import soak


def build(out, *settings, **options):
    """The package and its log; quickly compiled unless it is to be the real one."""
    command = ["make", "deb", f"OUT={out}", *settings]
    env = installed.make_environment(**options)
    done = subprocess.run(command, cwd=program.ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next((out / "build/deb").glob("handout_*.deb"))


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return build(tmp_path_factory.mktemp("deb"), DEB_BUILD_OPTIONS="noopt")


@pytest.fixture(scope="module")
def unpacked(package):
    root = package.parent / "root"
    subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    return root


def field(package, name):
    return subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, text=True, check=True).stdout.strip()


def is_updated_with_libc(package):
    """It names the oldest libc that it runs with and no newest: nothing of libc's own insides is linked in."""
    return re.findall(r"libc6 \(([<>=]+) ", field(package, "Depends")) == [">="]


def test_another_architecture_is_fetched_only_when_asked(tmp_path):
    """Into a folder of its own: nothing is added to apt's lists."""
    command = ["make", "-n", "deb", f"OUT={tmp_path}", "ARCH=arm64"]
    env = installed.make_environment()
    done = subprocess.run(command, cwd=program.ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 2 and "CROSS=yes" in done.stderr
    done = subprocess.run([*command, "CROSS=yes"], cwd=program.ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0 and f"Dir::State={tmp_path}/build/sysroot-arm64/apt" in done.stdout
    assert "--add-architecture" not in done.stdout and "-aarm64" in done.stdout


def test_the_package_names_who_makes_it(tmp_path):
    """By the variables of Debian's own tools; else it stays with the authors."""
    env = installed.make_environment(DEBFULLNAME="Clinic IT", DEBEMAIL="it@clinic.example")
    done = subprocess.run(["make", "-n", "deb", f"OUT={tmp_path}"], cwd=program.ROOT, env=env, capture_output=True, text=True)
    (names,) = re.findall(r"^sed -i .*Maintainer.*$", done.stdout, re.M)
    for path in re.findall(rf"{tmp_path}\S+", names):
        file = pathlib.Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((program.ROOT / "src/publish/debian" / file.name).read_text())
    subprocess.run(names, shell=True, check=True)
    control, changelog = (next(tmp_path.rglob(name)).read_text() for name in ("control", "changelog"))
    assert "\nMaintainer: Clinic IT <it@clinic.example>\n" in control
    assert re.search(r"^ -- Clinic IT <it@clinic\.example>  \w{3}, ", changelog, re.M) and "authors" not in changelog


# A package takes as long to make as a tenth of all tests.
if soak.WHOLE:

    def test_lintian_has_nothing_against_it(package):
        changes = next(package.parent.glob("*.changes"))
        done = subprocess.run(["lintian", "--fail-on", "error,warning", changes], capture_output=True, text=True)
        told = [line for line in done.stdout.splitlines() if "running with root privileges" not in line]
        assert done.returncode == 0, "\n".join(told)

    def test_it_is_the_version_that_the_program_tells(package, unpacked):
        told = installed.run(unpacked / "usr/bin/handout", "--version").stdout.split()[1]
        newest = re.match(r"handout \((\S+)\)", (program.ROOT / "src/publish/debian/changelog").read_text())[1]
        assert field(package, "Version") == told == newest

    def test_it_asks_for_what_no_library_brings(package):
        """Fonts, patterns and tables are opened by their names, which no linker sees."""
        needed = {word.split()[0] for word in field(package, "Depends").split(", ")}
        assert {"fonts-sil-andika", "fonts-noto-core", "fonts-noto-mono", "hyphen-es", "liblouis-data"} <= needed
        assert {"libhpdf-2.3.0", "libpango-1.0-0", "libcairo2"} <= needed
        assert not any(name.endswith("-dev") for name in needed)
        assert is_updated_with_libc(package)

    def test_its_program_renders(unpacked, tmp_path):
        handout = unpacked / "usr/bin/handout"
        assert installed.run(handout, "new", tmp_path / "clinic").returncode == 0
        done = installed.run(handout, "render", "--format", "large", cwd=tmp_path / "clinic")
        assert done.returncode == 0 and (tmp_path / "clinic/out/print/before-your-visit-large.pdf").exists()

    def test_the_same_sources_give_the_same_bytes(tmp_path):
        made = [build(tmp_path / name) for name in ("one", "two")]
        assert len({hashlib.sha256(path.read_bytes()).digest() for path in made}) == 1

    def test_the_package_for_another_processor_makes_the_same_bytes(tmp_path):
        """Its program under qemu, in the folder that it was built against."""
        one = build(tmp_path, "ARCH=arm64", "CROSS=yes", DEB_BUILD_OPTIONS="noopt")
        assert field(one, "Architecture") == "arm64" and "libsoup-3.0-0" in field(one, "Depends")
        assert is_updated_with_libc(one)
        subprocess.run(["dpkg-deb", "-x", one, tmp_path / "root"], check=True)
        emulated = ["qemu-aarch64-static", "-L", tmp_path / "build/sysroot-arm64/files", tmp_path / "root/usr/bin/handout"]
        made = []
        for name, command in (("own", [program.HANDOUT]), ("other", emulated)):
            folder = tmp_path / name
            render = ["render", "--quiet", "--out", folder, "--format", "standard,large,giant,booklet,html,text,braille"]
            done = subprocess.run([*command, *render], cwd=program.ROOT, env=program.environment(), capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            made.append(groups.published(folder))
        assert made[0] == made[1] and len(made[0]) > 5
        soak.figure(f"for arm64, under qemu: {len(made[0])} files byte for byte as here")
