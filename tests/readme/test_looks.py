"""Contact sheets: of every product, in colour and as a grey printer has it."""

import numpy
from PIL import Image

import looks
import program


def test_every_product_has_a_sheet_in_colour_and_in_grey(tmp_path):
    content = program.write_content(tmp_path / "content", {"sample": program.article("Words.")})
    made = program.render(content, tmp_path / "out")
    assert made.status == 0, made.err
    sheets = tmp_path / "looks"
    sheets.mkdir()
    looks.look_at(made.directory, "own", sheets)
    products = {path.stem for path in made.directory.glob("print/*.pdf") if not path.stem.endswith("-reading")}
    wanted = {f"own-{product}" for product in products | {"screens"}}
    assert {path.stem for path in sheets.glob("*.png")} == wanted | {f"{stem}-grey" for stem in wanted}
    for stem in wanted:
        colour, grey = (numpy.asarray(Image.open(sheets / f"{stem}{kind}.png").convert("RGB")).astype(int) for kind in ("", "-grey"))
        assert colour.shape == grey.shape
        assert numpy.ptp(colour, axis=-1).max() > 30 and numpy.ptp(grey, axis=-1)[20:-20, 20:-20].max() <= 12
