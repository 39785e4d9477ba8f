"""`handout push`: the show on an Anthias device, which stands for a stand-in that is held against the API
that Anthias publishes."""

import json
import threading

import pytest

import anthias
import program
import turned_clock

ARTICLES = {
    "breathing": "---\ntitle: Breathing\nlang: en\nkind: article\n---\n\n## In\n\nBreathe in.\n\n## Out\n\nBreathe out.\n",
    "walking": "---\ntitle: Walking\nlang: en\nkind: article\ndays: Mo, Tu\nhours: 08:00-12:30\nvalid_to: 2040-01-31\n---\n\n## Walk\n\nWalk each day.\n",
}


@pytest.fixture
def content(tmp_path):
    return program.write_content(tmp_path / "content", ARTICLES)


@pytest.fixture
def made(content, tmp_path):
    """Builds; the pictures of the show in their order."""

    def build(*more):
        result = program.render(content, tmp_path / "out", "--format", "screen", *more)
        assert result.status == 0, result.err
        lobby = tmp_path / "out/lobby"
        return [(lobby / slide["src"]).read_bytes() for slide in json.loads((lobby / "manifest.json").read_text())["slides"]]

    return build


def push(address, tmp_path, *more):
    return program.run("push", "--to", address, "--out", tmp_path / "out", *more)


def test_a_show_is_there_in_its_order(made, tmp_path):
    slides, device = made(), anthias.Device()
    with anthias.serve(device) as address:
        done = push(address + "/", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(slides)} screens are on the display: {len(slides)} sent, 0 changed, 0 old removed\n"
    assert device.shown() == slides
    walking = next(asset for asset in device.playing() if "walk" in asset["name"])
    assert walking["play_days"] == [1, 2] and (walking["play_time_from"], walking["play_time_to"]) == ("08:00:00", "12:30:00")
    assert walking["end_date"] == "2040-01-31T23:59:59Z" and walking["mimetype"] == "image" and walking["duration"] >= 10
    assert all(asset["is_enabled"] for asset in device.playing())


def test_the_same_again_changes_nothing(made, tmp_path):
    made()
    device = anthias.Device()
    with anthias.serve(device) as address:
        push(address, tmp_path)
        before, device.asked = json.dumps(device.playing()), []
        again = push(address, tmp_path)
    assert again.returncode == 0 and ": 0 sent, 0 changed, 0 old removed" in again.stdout
    assert set(device.asked) == {"GET /api/v2/assets"} and json.dumps(device.playing()) == before


def test_what_changed_is_sent_and_what_is_old_goes(content, made, tmp_path):
    first, device = made(), anthias.Device()
    with anthias.serve(device) as address:
        push(address, tmp_path)
        kept = {asset["uri"]: asset["name"] for asset in device.playing()}
        (content / "breathing.md").write_text(ARTICLES["breathing"].replace("Breathe out.", "Breathe out slowly."))
        (content / "walking.md").write_text(ARTICLES["walking"].replace("Mo, Tu", "We").replace("hours: 08:00-12:30\n", ""))
        slides = made()
        done = push(address, tmp_path)
    assert done.returncode == 0 and device.shown() == slides != first
    assert f": 1 sent, {sum('walk' in name for name in kept.values())} changed, 1 old removed" in done.stdout, done.stdout
    assert len(set(kept) & {asset["uri"] for asset in device.playing()}) == len(slides) - 1, "what is as it was stays"
    walking = next(asset for asset in device.playing() if "walk" in asset["name"])
    assert walking["play_days"] == [3] and walking["play_time_from"] is None
    assert set(device.files) == {asset["uri"] for asset in device.playing()}, "no file is left behind"


def test_assets_of_others_are_not_touched(content, made, tmp_path):
    slides, device = made(), anthias.Device()
    theirs = [anthias.foreign(number, order) for number, order in ((1, 0), (2, 4), (3, 2))]
    device.assets = {asset["asset_id"]: dict(asset) for asset in theirs}
    names = ["Their page 1", "Their page 3", "Their page 2"]
    with anthias.serve(device) as address:
        assert push(address, tmp_path).returncode == 0
        assert device.shown() == [*names, *slides]
        ours = [asset["asset_id"] for asset in device.playing()[3:]]
        device.order({"ids": ",".join(["theirs1", *ours, "theirs3", "theirs2"])})  # staff put the show where they want it
        (content / "breathing.md").write_text(ARTICLES["breathing"].replace("Breathe out.", "Breathe out slowly."))
        slides = made()
        assert push(address, tmp_path).returncode == 0
    assert device.shown() == [names[0], *slides, *names[1:]]
    for asset in theirs:
        assert device.assets[asset["asset_id"]] | {"play_order": 0} == asset | {"play_order": 0}
    touched = [line for line in device.asked if "theirs" in line]
    assert touched == []


def test_a_slide_that_only_moves_is_not_sent_again(content, made, tmp_path):
    made()
    device = anthias.Device()
    with anthias.serve(device) as address:
        push(address, tmp_path)
        (content / "style.yaml").write_text("show:\n  speech: no\n  order: [walking]\n")
        slides = made()
        done = push(address, tmp_path)
    assert ": 0 sent, 0 changed, 0 old removed" in done.stdout and device.shown() == slides


def test_a_list_with_addresses_is_sent_from_the_folder(content, made, tmp_path):
    (content / "style.yaml").write_text("show:\n  speech: no\n  base_url: https://lobby.example.org/show\n")
    slides, device = made(), anthias.Device()
    with anthias.serve(device) as address:
        assert push(address, tmp_path).returncode == 0
    assert device.shown() == slides


@pytest.mark.parametrize("refuses", ["GET /api/v2/assets", "POST /api/v2/file_asset", "POST /api/v2/assets/order"])
def test_a_refusal_is_told_and_nothing_is_taken_away(made, tmp_path, refuses):
    made()
    device = anthias.Device()
    device.assets["old"] = anthias.foreign(1, 0) | {"asset_id": "old", "name": "handout an-old-slide.0123"}
    device.refuses = refuses
    with anthias.serve(device) as address:
        done = push(address, tmp_path)
    assert done.returncode == 3 and done.stdout == "" and done.stderr.startswith("handout: the display did not ")
    assert len(done.stderr.splitlines()) == 1 and "old" in device.assets


@pytest.mark.parametrize("mumbles", ["POST /api/v2/file_asset", "POST /api/v2/assets"])
def test_an_answer_that_says_nothing_is_a_refusal(made, tmp_path, mumbles):
    made()
    device = anthias.Device()
    device.assets["old"] = anthias.foreign(1, 0) | {"asset_id": "old", "name": "handout an-old-slide.0123"}
    device.mumbles = mumbles
    with anthias.serve(device) as address:
        done = push(address, tmp_path)
    assert done.returncode == 3 and "its answer does not" in done.stderr and "old" in device.assets


def test_an_answer_without_end_is_a_refusal(made, tmp_path):
    made()
    device = anthias.Device()
    device.drips = 4 << 20
    with anthias.serve(device) as address:
        done = push(address, tmp_path)
    assert (done.returncode, done.stderr) == (3, "handout: the display did not say what it has: its answer has no end\n")


def test_an_answer_that_takes_for_ever_is_a_refusal(made, tmp_path):
    """Silence is noticed after a minute; what is said byte by byte, after five."""
    made()
    device = anthias.Device()
    device.drips = 1
    ahead, names = turned_clock.turned(tmp_path, "SECONDS_AHEAD")
    with anthias.serve(device) as address:
        turned = threading.Timer(1, lambda: ahead.write_text("301"))
        turned.start()
        done = program.run("push", "--to", address, "--out", tmp_path / "out", env=program.environment() | names)
    assert (done.returncode, done.stderr) == (3, "handout: the display did not say what it has: its answer did not end in 5 minutes\n")


def test_passwords(made, tmp_path):
    slides, device = made(), anthias.Device(password="clinic:s3cret word")
    with anthias.serve(device) as address:
        for user in ("", "clinic:wrong@", "clinic@"):
            done = push(address.replace("//", f"//{user}"), tmp_path)
            assert done.returncode == 3 and "http://NAME@" in done.stderr and not device.assets
        assert push(address.replace("//", "//clinic:s3cret%20word@"), tmp_path).returncode == 0
    assert device.shown() == slides


def test_a_password_of_the_environment(made, tmp_path):
    """Which nobody else on the computer reads; one in the address goes before it."""
    slides, device = made(), anthias.Device(password="clinic:s3cret @:/word")
    with anthias.serve(device) as address:
        for user, password, status in (("clinic:wrong@", "s3cret @:/word", 3), ("clinic@", "wrong", 3), ("clinic@", "s3cret @:/word", 0)):
            environment = program.environment(HANDOUT_PASSWORD=password)
            done = program.run("push", "--to", address.replace("//", f"//{user}"), "--out", tmp_path / "out", env=environment)
            assert done.returncode == status and password not in done.stdout + done.stderr
    assert device.shown() == slides


def test_a_refusal_without_words_is_told_by_its_number(made, tmp_path):
    made()
    device = anthias.Device()
    device.refuses, device.curt = "POST /api/v2/file_asset", True
    with anthias.serve(device) as address:
        done = push(address, tmp_path)
    assert (done.returncode, done.stderr) == (3, "handout: the display did not take a picture: it answers 500\n")


def test_what_is_no_such_display(made, tmp_path):
    made()
    device = anthias.Device()
    with anthias.serve(device) as address:
        done = push(address + "/elsewhere", tmp_path)
        assert done.returncode == 3 and "no Anthias device" in done.stderr
    assert push(address, tmp_path).returncode == 3, "nobody listens there"


def test_a_display_that_forgets_is_found_out(made, tmp_path):
    made()
    device = anthias.Device()
    device.forgets = True
    with anthias.serve(device) as address:
        done = push(address, tmp_path)
    assert done.returncode == 3 and done.stdout == ""


def test_usage(tmp_path):
    for words in ([], ["--to", "the display"], ["--to", "http://127.0.0.1", "lobby"]):
        assert program.run("push", *words).returncode == 2
    assert program.run("push", "--to", "http://127.0.0.1:1", "--out", tmp_path).returncode == 3, "there is no show"
