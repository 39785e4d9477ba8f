"""`handout new` sets up a clinic's folder with a starter that renders at once and cannot be mistaken for the clinic's own."""

import os

import pytest

import pdf
import png
import program

FILES = ["README.md", "content/before-your-visit.md", "content/clinic.yaml", "content/style.yaml"]


@pytest.fixture(scope="module")
def starter(tmp_path_factory):
    directory = tmp_path_factory.mktemp("new") / "starter"
    done = program.run("new", directory)
    assert done.returncode == 0, done.stderr
    return directory


@pytest.fixture(scope="module")
def sample(starter):
    return program.render(starter / "content", starter.parent / "out")


def marks(path):
    """For each page: whether the word stands on it, as decoration, below all other words."""
    return [
        bool(page.runs) and page.runs[0].text == "SAMPLE" and page.runs[0].artifact is not None
        for page in pdf.Document(path).pages
    ]


def test_the_starter_is_whole(starter):
    written = sorted(str(p.relative_to(starter)) for p in starter.rglob("*") if p.is_file())
    assert written == FILES
    assert list((starter / "out").iterdir()) == []
    assert (starter / "content/style.yaml").read_bytes() == (program.ROOT / "content/style.yaml").read_bytes()


def test_it_renders_at_once(sample):
    assert sample.status == 0, sample.err
    assert sample.rules("error") == []
    assert "sample" in sample.rules("warning")
    assert sample.pdfs and sample.screens


def test_every_page_is_marked(sample):
    for path in sample.pdfs:
        assert all(marks(path)), path


def test_screens_are_marked(sample, starter, tmp_path):
    clean = program.render(unmarked(starter, tmp_path), tmp_path / "out", "--format", "screen")
    assert len(clean.screens) == len(sample.screens)
    for marked, plain in zip(sample.screens, clean.screens):
        assert png.description(marked) == "SAMPLE\n" + png.description(plain)
        assert (png.pixels(marked) != png.pixels(plain)).any()


def unmarked(starter, directory):
    clinic = (starter / "content/clinic.yaml").read_text()
    assert "\nsample: yes\n" in clinic
    return program.write_content(
        directory / "content",
        {"before-your-visit": (starter / FILES[1]).read_text()},
        clinic=clinic.replace("\nsample: yes\n", "\n"),
    )


def test_the_mark_goes_with_its_line(starter, tmp_path):
    result = program.render(unmarked(starter, tmp_path), tmp_path / "out")
    assert "sample" not in result.rules()
    for path in result.pdfs:
        assert not any(marks(path)), path


def test_nothing_is_written_over(starter, tmp_path):
    (tmp_path / "mine").write_text("mine")
    for path in (starter, tmp_path, tmp_path / "mine"):
        done = program.run("new", path)
        assert done.returncode == 1
        assert "[file-exists]" in done.stderr and done.stdout == ""
    assert os.listdir(tmp_path) == ["mine"]


@pytest.mark.parametrize("args", [(), ("a", "b"), ("--force",)])
def test_a_command_line_without_sense(args, tmp_path):
    done = program.run("new", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert os.listdir(tmp_path) == []
