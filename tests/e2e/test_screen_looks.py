"""Contact sheets of both clinics' shows in four languages, on panels of all kinds, for people to look at."""

import sys

import pytest

import lobby_show
import program
import soak

sys.path.insert(0, str(program.ROOT / "tests/readme"))

import looks  # noqa: E402
from PIL import Image  # noqa: E402

LANGUAGES = {"en", "es", "ar", "zh"}
NIGHT = "landscape by night"
PANELS = ["landscape", NIGHT, *looks.PANELS]
ALL = [(panel, clinic) for panel in PANELS for clinic in ("own-languages", "languages")]


def write_content(clinic, directory):
    if clinic == "languages":
        looks.write_lobby(directory)
    else:
        looks.write_own(program.ROOT / "content", directory)


@pytest.mark.parametrize("panel, clinic", soak.sample(ALL, 1))
def test_no_panel_refuses_a_show_and_its_sheet_has_every_screen(tmp_path, panel, clinic):
    write_content(clinic, tmp_path / "words")
    keys = looks.NIGHT if panel == NIGHT else looks.keys_of(panel) if panel in looks.PANELS else ""
    made = looks.show(program.HANDOUT, tmp_path / "words", keys, tmp_path / "made")
    assert made.returncode == 0 and " error: " not in made.stderr, made.stderr
    lobby = tmp_path / "made/lobby"
    names = set(lobby_show.names(lobby))
    said = {slide["lang"].split("-")[0] for slide in lobby_show.manifest(lobby)["slides"]}
    assert said == LANGUAGES, "every article is shown"
    stem = program.ROOT / f"out/looks/{clinic}-screens-{panel.replace(' ', '-')}"
    stem.parent.mkdir(parents=True, exist_ok=True)
    assert looks.save_screens(lobby / "night" if panel == NIGHT else lobby, stem) == len(names)
    columns = looks.SCREENS[1]
    with Image.open(f"{stem}.png") as sheet:
        assert sheet.height >= -(-len(names) // columns) * looks.SCREENS[0]
