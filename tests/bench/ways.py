"""How the bench has folders made anew."""

import shutil


def way_for(out):
    """A function that makes way for a first build. What was made is put aside, not removed: file systems
    seek long for room beside files that have just gone."""
    made = out.with_name(f"{out.name}-made")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()

    def clear():
        if out.exists():
            out.rename(made / str(len(list(made.iterdir()))))

    return clear
