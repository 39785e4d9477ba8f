"""Units in one square of East Asian type: printed where a font has them, else told what to write."""

import measured
import pdf
import program

FONTS = (program.ROOT / "fonts/fonts.conf").read_text()


def render(tmp_path, conf):
    content = program.write_content(tmp_path / "content", {"sample": program.article("Take 5 ㎎ or 5 ㏄.")})
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(conf)
    done = program.run(
        "render", "--content", content, "--out", tmp_path / "out", "--fonts", fonts, "--format", "standard"
    )
    measured.later(*(tmp_path / "out").glob("print/*.pdf"))
    return program.Result(done.returncode, done.stdout, done.stderr, tmp_path / "out")


def test_a_font_that_has_them_prints_them(tmp_path):
    made = render(tmp_path, FONTS)
    assert made.status == 0, made.err
    assert "Take5㎎or5㏄." in pdf.squash(pdf.Document(made.pdf("sample")).root.text)


def test_without_one_the_message_is_true(tmp_path):
    without = FONTS.replace("CJK", "none of these")
    assert without != FONTS
    made = render(tmp_path, without)
    assert made.status == 1
    said = [f["message"] for f in made.findings if f["rule"] == "glyph-missing"]
    assert said and "write 'mg', or install the package fonts-noto-cjk" in said[0]
    assert "pictures" not in said[0]
