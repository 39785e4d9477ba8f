"""What `make` installs for the words that it renders."""

import subprocess

import pytest

import program


@pytest.mark.parametrize(
    "title, needed",
    [("Sleep", False), ("النوم", False), ("Giấc ngủ", False), ("睡眠", True), ("すいみん", True), ("잠", True)],
)
def test_eastern_faces_are_installed_for_eastern_words(tmp_path, title, needed):
    program.write_content(tmp_path / "content", {"a": program.article("1.", title=title)})
    command = ["make", "-n", "fonts-cjk", f"CONTENT={tmp_path}/content", f"OUT={tmp_path}/out"]
    shown = subprocess.run(command, cwd=program.ROOT, capture_output=True, text=True, check=True)
    assert ("fonts-noto-cjk" in shown.stdout) == needed


def test_what_reads_aloud_is_there_before_anything_is_rendered(tmp_path):
    command = ["make", "-n", f"OUT={tmp_path}/out"]
    shown = subprocess.run(command, cwd=program.ROOT, capture_output=True, text=True, check=True).stdout
    assert shown.index("/handout-speak") < shown.index(" render --content")
