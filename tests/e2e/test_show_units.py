"""The systemd units that keep the display running: systemd itself reads them and finds no fault, the
browser fills the display and opens nothing but the show."""

import os
import re
import subprocess

import pytest

import mounts
import program

UNITS = program.ROOT / "src/publish/units"
# What the units start; stood in for, because neither need be installed where the tests run.
PROGRAMS = {"/usr/local/bin/handout-kiosk": "/bin/true", "/usr/local/bin/handout": "/bin/true"}
KIOSK = UNITS / "handout-kiosk"
# From 0 (nothing can be reached) to 10; the manual of systemd-analyze calls less than 4 OK or better.
MOST_EXPOSED = 4.0


def verify(directory):
    paths = sorted(directory.glob("*.service"))
    return paths, subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", *paths],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(directory), "HOME": str(directory)},
    )


def copy(directory):
    for path in UNITS.glob("*.service"):
        text = path.read_text()
        for name, stand_in in PROGRAMS.items():
            text = text.replace(name, stand_in)
        (directory / path.name).write_text(text)


def test_systemd_takes_the_units(tmp_path):
    copy(tmp_path)
    paths, result = verify(tmp_path)
    assert len(paths) == 2
    assert result.returncode == 0, result.stderr
    assert not [line for line in result.stderr.splitlines() if str(tmp_path) in line], result.stderr


def test_a_fault_would_be_found(tmp_path):
    copy(tmp_path)
    unit = tmp_path / "handout-watch.service"
    unit.write_text(unit.read_text().replace("Restart=always", "Restart=sometimes"))
    _, result = verify(tmp_path)
    assert "sometimes" in result.stderr


@pytest.mark.parametrize("unit", ["handout-watch", "handout-kiosk"])
def test_units_start_again_for_ever(unit):
    text = (UNITS / f"{unit}.service").read_text()
    assert "Restart=always" in text and "StartLimitIntervalSec=0" in text


def options(unit):
    text = (UNITS / f"{unit}.service").read_text()
    return {line.split("=")[0] for line in text.splitlines() if re.match(r"[A-Z]\w+=", line)}


def exposure(path, directory):
    """As systemd judges the unit."""
    result = subprocess.run(
        ["systemd-analyze", "security", "--user", "--offline=yes", "--no-pager", path],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(directory), "HOME": str(directory), "LANG": "C.UTF-8"},
    )
    return float(re.search(r"Overall exposure level.*: ([\d.]+)", result.stdout)[1])


def test_the_program_is_kept_in_a_sandbox(tmp_path):
    path = UNITS / "handout-watch.service"
    assert exposure(path, tmp_path) < MOST_EXPOSED
    bare = tmp_path / path.name
    bare.write_text(re.sub(r"(?m)^(Private|Protect|Restrict|SystemCall|Capab)\w+=.*\n", "", path.read_text()))
    assert exposure(bare, tmp_path) > MOST_EXPOSED


# What Chromium's sandbox is made of: namespaces, helpers that gain rights, its own filters.
TAKEN_BY_CHROMIUM = {
    "NoNewPrivileges", "PrivateUsers", "RestrictNamespaces", "RestrictSUIDSGID", "CapabilityBoundingSet",
    "SystemCallFilter", "SystemCallArchitectures", "RestrictAddressFamilies", "MemoryDenyWriteExecute",
    "PrivateDevices", "PrivateTmp", "ProtectKernelTunables", "ProtectProc",
}


def test_the_browser_keeps_its_own_sandbox():
    assert not options("handout-kiosk") & TAKEN_BY_CHROMIUM
    text = (UNITS / "handout-kiosk.service").read_text()
    assert all(re.search(rf"\b{name}\b", text) for name in TAKEN_BY_CHROMIUM)
    assert "no-sandbox" not in KIOSK.read_text()


@pytest.mark.parametrize("unit", ["handout-watch", "handout-kiosk"])
def test_units_say_who_may_read_what_they_write(unit):
    assert "UMask" in options(unit)


def stand_in(directory):
    """Tells what it would open."""
    script = directory / "handout-kiosk"
    script.write_text(KIOSK.read_text().replace("/usr/bin/chromium", "printf '%s\\n'"))
    return script


@pytest.mark.parametrize("size", [None, 0, -7])
def test_the_unit_waits_for_a_whole_page(tmp_path, size):
    """The browser would stay before its own error, or before half a page."""
    page = write_page(tmp_path, "the show") / "index.html"
    whole = page.read_text()
    if size is None:
        page.unlink()
    else:
        page.write_text(whole[:size])
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    with subprocess.Popen(["sh", stand_in(tmp_path)], env=environment, stdout=subprocess.PIPE, text=True) as kiosk:
        with pytest.raises(subprocess.TimeoutExpired):
            kiosk.wait(1)
        page.write_text(whole)
        assert kiosk.stdout.read().endswith(f"file://{page}?wall=1\n")


@pytest.mark.parametrize("settings, said", [
    ({}, "index.html?wall=1"), ({"HANDOUT_BEGINNING": "kiosk"}, "index.html?kiosk=1"),
    ({"HANDOUT_BEGINNING": "kiosk", "HANDOUT_PRINTER": "1"}, "index.html?kiosk=1&printer=1"),
    ({"HANDOUT_BEGINNING": "kiosk", "HANDOUT_PRINTER": "0"}, "index.html?kiosk=1"), ({"HANDOUT_PRINTER": "no"}, "index.html?wall=1"),
])
def test_the_unit_opens_what_the_install_sheet_says(tmp_path, settings, said):
    """And prints without asking where it has a printer alone."""
    assert f"| `{said}` |" in (program.ROOT / "src/player/install.md").read_text()
    script = stand_in(tmp_path)
    write_page(tmp_path, "the show")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **settings}
    opened = subprocess.run(["sh", script], env=environment, capture_output=True, text=True, check=True).stdout.split("\n")
    assert opened[-2] == f"file://{tmp_path}/handout/out/lobby/{said}"
    assert ("--kiosk-printing" in opened) == ("printer=1" in said)


def write_page(home, words):
    lobby = home / "handout/out/lobby"
    lobby.mkdir(parents=True)
    size = "<script>setInterval(() => { document.title = `page ${innerWidth}x${innerHeight}`; }, 100)</script>"
    (lobby / "index.html").write_text(f"<!doctype html><p>{words}</p>{size}</html>")
    return lobby


# Ends as soon as the page itself covers the display, or never did.
FILLED = """
"$KIOSK" --no-sandbox --test-type >/dev/null 2>&1 &
kiosk=$!
status=1
for try in $(seq 120); do
    xwininfo -root -tree | grep -q '"page 1280x721.* 1280x721+0+0 ' && status=0 && break
    sleep 0.5
done
xwininfo -root -tree
kill $kiosk
wait $kiosk
exit $status
"""


def test_the_browser_fills_a_display_without_a_window_manager(tmp_path):
    """As root, which tests in a container are, Chromium starts in no other way than without its
    sandbox."""
    write_page(tmp_path, "the show")
    result = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "sh", "-c", FILLED],
        env={**os.environ, "HOME": str(tmp_path), "KIOSK": str(KIOSK)},
        capture_output=True, text=True, timeout=180,
    )
    assert result.returncode == 0, result.stdout + result.stderr


# What each page calls itself, as the window's title tells when it has one (the show's, after a moment); a
# page that is kept back is called by its address. On a busy machine a browser may end while it starts.
POLICED = r"""
set -eu
mount -t tmpfs tmpfs "$OUT"
mkdir -p "$OUT/policies/managed"
sed "s|%h|$HOME|" "$POLICY" >"$OUT/policies/managed/handout.json"
xvfb-run -a sh -c '
open_browser() {
    chromium --no-sandbox --no-first-run --user-data-dir="$HOME/profile" "file://$HOME/$page" >/dev/null 2>&1 &
    browser=$!
}
for page in handout/out/lobby/index.html private.html; do
    open_browser
    for try in $(seq 120); do
        kill -0 $browser 2>/dev/null || open_browser
        title=$(xwininfo -root -tree | sed -n "s/.*\"\(.*\) - Chromium\".*/\1/p")
        case $title in "" | Untitled | *index.html) sleep 0.5 ;; *) break ;; esac
    done
    echo "$title"
    kill $browser
    wait $browser || true
done'
"""


def test_the_browser_opens_nothing_but_the_show(tmp_path):
    write_page(tmp_path, "the show")
    (tmp_path / "private.html").write_text("<!doctype html><title>a secret</title>")
    names = {"HOME": tmp_path, "OUT": "/etc/chromium", "POLICY": UNITS / "handout-policy.json"}
    env = {**os.environ, **{key: str(value) for key, value in names.items()}}
    result = mounts.run(POLICED, env)
    show, private = result.stdout.splitlines()
    assert show.startswith("page "), result.stderr
    assert private == f"file://{tmp_path}/private.html"
