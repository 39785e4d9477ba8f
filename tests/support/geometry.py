"""What of a page's words cannot be seen: cut off by a box, beside the window, under other words."""

# Words of what is shown, each line with the boxes that hold it. A box that scrolls hides nothing along
# its way; where the whole page scrolls it does so downwards alone.
LINES = """
/* For the ear alone. */
const isUnseen = (node) => node !== document.body && (getComputedStyle(node).clipPath.startsWith('inset(50%') || isUnseen(node.parentElement));
/* Of a box what those that scroll or cut leave. */
function inSight(text, { left, right, top, bottom }) {
    for (let at = text.parentElement; at !== document.documentElement; at = at.parentElement) {
        if (getComputedStyle(at).overflowY === 'visible')
            continue;
        const edge = at.getBoundingClientRect();
        [left, right, top, bottom] = [Math.max(left, edge.left), Math.min(right, edge.right), Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, right, top, bottom };
}
const lines = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
while (texts.nextNode()) {
    const text = texts.currentNode, holder = text.parentElement;
    if (!text.data.trim() || holder.closest('script, style, option') || isUnseen(holder) || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects())
        if (box.width > 1)
            lines.push({ text, box, seen: inSight(text, box), words: text.data.trim().slice(0, 40) });
}
"""
LOST = LINES + """
const lost = [];
/* A table may be wider than a narrow window (WCAG 1.4.10). */
const isBeside = (one) => !one.closest('table') && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1);
const isWide = (place) => [...place.querySelectorAll('*')].some(isBeside);
for (const { text, box, words } of lines) {
    let [left, right] = [0, innerWidth];
    for (let at = text.parentElement; at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at), edge = at.getBoundingClientRect();
        if (style.display === 'inline')
            continue;
        const cuts = (way) => ['hidden', 'clip'].includes(way);
        if (cuts(style.overflowX) && (box.left < edge.left - 2 || box.right > edge.right + 2) ||
            cuts(style.overflowY) && (box.top < edge.top - box.height / 4 || box.bottom > edge.bottom + box.height / 4))
            lost.push(['cut off', words, at.id || at.className]);
        if (style.overflowX === 'auto' && at.scrollWidth > at.clientWidth + 1 && isWide(at))
            lost.push(['to be scrolled to', words, at.id || at.className, at.scrollWidth, at.clientWidth, innerWidth]);
        if (style.position === 'fixed')
            break;
    }
    if (box.left < left - 2 || box.right > right + 2)
        lost.push(['beside the window', words]);
}
/* Words that stand still over those that scroll by are no loss: both are seen in turn. */
const still = (node) => { for (let at = node.parentElement; at; at = at.parentElement) {
    if (getComputedStyle(at).position === 'fixed' || at.matches('dialog')) return at; } };
/* Boxes of lines have room above and below their letters. */
const inked = ({ box, seen }) => ({ top: Math.max(seen.top, box.top + 0.3 * box.height), bottom: Math.min(seen.bottom, box.bottom - 0.25 * box.height) });
for (const one of lines) for (const other of lines) {
    const wide = Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left);
    const high = Math.min(inked(one).bottom, inked(other).bottom) - Math.max(inked(one).top, inked(other).top);
    if (one.text !== other.text && wide > 3 && high > 0.2 * Math.min(one.box.height, other.box.height) && still(one.text) === still(other.text))
        lost.push(['over each other', one.words, other.words]);
}
/* A picture never lies on words; plates of the player's slides lie below them. */
const pictures = [...document.querySelectorAll('main :is(img, svg)')].filter((one) => one.checkVisibility() && !one.closest('.slide'));
for (const picture of pictures) for (const { text, box, seen, words } of lines) {
    const edge = inSight(picture, picture.getBoundingClientRect());
    const wide = Math.min(seen.right, edge.right) - Math.max(seen.left, edge.left);
    const high = Math.min(seen.bottom, edge.bottom) - Math.max(seen.top, edge.top);
    if (wide > 3 && high > 0.4 * box.height && still(text) === still(picture))
        lost.push(['under a picture', words]);
}
if (document.documentElement.scrollWidth > innerWidth + 1 && isWide(document.body))
    lost.push(['page', document.documentElement.scrollWidth, innerWidth]);
return lost.slice(0, 8);
"""
# All texts that are seen, and all that there are.
SEEN = LINES + "return [...new Set(lines.map((line) => line.text))].map((text) => text.data.trim());"
ALL = """
const all = document.createTreeWalker(document.getElementById('read'), NodeFilter.SHOW_TEXT), found = [];
while (all.nextNode())
    found.push(all.currentNode.data.trim());
return found.filter((text) => text);"""
