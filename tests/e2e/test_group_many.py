"""A group of many clinics costs its first build, and next to nothing while nothing changes."""

import pathlib
import resource

import groups
import program
import soak

CLINICS = soak.times(12, 500)
SHARE = 0.02 if soak.WHOLE else 0.1  # of a few clinics, starting the program is the larger part


def seconds(work):
    """What the program's processor time was, and what the call gave."""
    usage = lambda: resource.getrusage(resource.RUSAGE_CHILDREN)
    before = usage()
    result = work()
    after = usage()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, result


def test_a_build_in_which_nothing_has_changed(tmp_path):
    group = groups.make(tmp_path / "group", CLINICS)
    full, first = seconds(lambda: groups.render(group, "--quiet"))
    assert first.returncode == 0
    before = groups.kept(group / "out")
    idle, again = seconds(lambda: groups.render(group, "--quiet"))
    assert again.stdout == first.stdout and again.stderr == first.stderr
    assert groups.kept(group / "out") == before
    assert idle <= SHARE * full, (idle, full)

    changed = groups.name(CLINICS // 2)
    (group / "clinics" / changed / "clinic.yaml").write_text("name: Another\ntelephone: +1 503 234 9999\n")
    one, _ = seconds(lambda: groups.render(group, "--quiet"))
    after = groups.kept(group / "out")
    assert {pathlib.Path(name).parts[0] for name in after if after[name] != before.get(name)} == {changed}
    assert groups.gather(group).returncode == 0
    soak.figure(f"a group of {CLINICS} clinics in {len(groups.ARTICLES)} languages, {len(after)} files: "
                f"built in {full:.1f} s of processor time, without a change {idle / full:.1%} of that, with one telephone {one / full:.1%}")
