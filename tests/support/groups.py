"""Folders of groups, and what is in them once they are made."""

import hashlib
import pathlib

import program

ARTICLES = {
    "scan": ("en", "Your scan", "About the scan", "You lie on a flat table. It takes 20 minutes. You can talk to us at any time."),
    "scan.es": ("es", "Su examen", "Sobre el examen", "Usted se acuesta en una mesa. Dura 20 minutos. Puede hablar con nosotros."),
    "scan.fr": ("fr", "Votre examen", "À propos de l’examen", "Vous êtes couché sur une table. Cela dure 20 minutes. Vous pouvez nous parler."),
    "scan.pt": ("pt", "O seu exame", "Sobre o exame", "Você fica deitado em uma mesa. Demora 20 minutos. Pode falar conosco."),
}
STYLE = "accent: '#0b4a5e'\nproducts: [standard, large, html, text, braille, screen]\nshow:\n  speech: no\n"
WRITTEN = "---\ntitle: {1}\nlang: {0}\n---\n\n## {2}\n\n{3}\n"


def facts(number):
    return f"name: Clinic {number:03}\ntelephone: +1 503 234 {5000 + number}\n"


def name(number):
    return f"clinic-{number:03}"


def make(directory, count, articles=ARTICLES):
    """A group of that many clinics, which differ in their facts."""
    shared = directory / "content"
    shared.mkdir(parents=True)
    for stem, words in articles.items():
        (shared / f"{stem}.md").write_text(WRITTEN.format(*words))
    (shared / "style.yaml").write_text(STYLE)
    for number in range(count):
        own = directory / "clinics" / name(number)
        own.mkdir(parents=True)
        (own / "clinic.yaml").write_text(facts(number))
    return directory


def render(group, *arguments, **kwargs):
    return program.run("render", "--group", group, "--fonts", program.ROOT / "fonts/fonts.conf", *arguments, **kwargs)


def kept(out):
    """Path -> which file it is, and when it was written, of all that readers get."""
    return {name: ((out / name).stat().st_ino, (out / name).stat().st_mtime_ns) for name in published(out)}


def gather(group, *arguments):
    return program.run("gather", "--group", group, *arguments)


def published(out):
    """Name -> digest of all that readers get, and of the lists of it; what builds remember is their own."""
    out = pathlib.Path(out)
    names = [path.relative_to(out) for path in out.rglob("*") if path.is_file()]
    hidden = lambda name: any(part.startswith(".") for part in name.parts)
    for_all = [name for name in names if not hidden(name) and ("build" not in name.parts or name.name == "made-of")]
    return {str(name): hashlib.sha256((out / name).read_bytes()).hexdigest() for name in for_all}
