"""A copy of a lobby whose pages note, from before their first script on, what their policy refuses and when the focus
is nowhere; their timers run when a test says so. The same in all browsers, of which not each begins pages by a script."""

import re
import shutil

SCRIPT = """
window.refused = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => window.refused.push(`${effectiveDirective} ${blockedURI}`));
window.lost = [];
window.timers = [];
const later = window.later = window.setTimeout;
window.setTimeout = (step) => { window.timers.push(step); }; /* a number might be one of a real timer, too */
/* Where the focus has gone is known once what took it from there is over. */
document.addEventListener('focusout', ({ target }) => later(() => {
    if (document.hasFocus() && document.activeElement === document.body)
        window.lost.push(target.id || target.className || target.localName);
}));
"""
# Not while a driver waits for an answer of a page that one of them may leave.
RUN_TIMERS = "window.later(() => window.timers.splice(0).forEach((step) => step()), 300);"


def record(lobby, place):
    shutil.copytree(lobby, place)
    (place / "record.js").write_text(f"{{{SCRIPT}}}")
    for page in place.glob("*.html"):
        text, count = re.subn("<head>", '<head><script src="record.js"></script>', page.read_text(), count=1)
        assert count == 1, page.name
        page.unlink()  # it may be one file with another of the same name
        page.write_text(text)
    return place


def forget(page, number):
    """Browsers take files that they have read once from their memory: now they have other addresses."""
    page.write_text(re.sub(r'\.(css|js)(\?\d+)?"', rf'.\1?{number}"', page.read_text()))
