"""How well a page is seen and hit: each text against what is painted behind it, and how large what is touched is."""

import geometry

# WCAG 2.2, 1.4.3: how much brighter the lighter of two colours is.
CONTRASTS = geometry.LINES + """
const least = LEAST;
const colour = (text) => {
    const [red, green, blue, alpha = 1] = text.match(/[\\d.]+/g).map(Number);
    return { rgb: text.startsWith('color(') ? [red, green, blue].map((part) => 255 * part) : [red, green, blue], alpha };
};
const bright = ({ rgb }) => rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
const over = (one, two) => ({ rgb: one.rgb.map((part, i) => part * one.alpha + two.rgb[i] * (1 - one.alpha)), alpha: 1 });
/* What is painted at the place, from the words' own box down to the window's white. */
function ground(holder, x, y) {
    const stack = document.elementsFromPoint(x, y), from = stack.indexOf(holder);
    let found = { rgb: [0, 0, 0], alpha: 0 };
    for (const one of from < 0 ? [holder] : stack.slice(from)) {
        if (one !== holder && one.matches('img, picture'))
            return null;
        const below = colour(getComputedStyle(one).backgroundColor);
        if (below.alpha === 0)
            continue;
        found = found.alpha ? over(found, below) : below;
        if (found.alpha === 1)
            return found;
    }
    return over(found, { rgb: [255, 255, 255], alpha: 1 });
}
const poor = [];
const all = document.querySelector('dialog[open]') ? lines.filter(({ text }) => text.parentElement.closest('dialog')) : lines;
for (const { text, words } of all) {
    const holder = text.parentElement;
    if (holder.closest(':disabled, [aria-disabled="true"]'))
        continue;
    holder.scrollIntoView({ block: 'center', behavior: 'instant' });
    range.selectNodeContents(text);
    const box = [...range.getClientRects()].find((one) => one.width > 1);
    if (!box)
        continue;
    const behind = ground(holder, box.left + box.width / 2, box.top + box.height / 2);
    if (!behind) {
        poor.push([words, 'on a picture']);
        continue;
    }
    const ink = over(colour(getComputedStyle(holder).color), behind), [dark, light] = [bright(ink), bright(behind)].sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < least)
        poor.push([words, Math.round(ratio * 100) / 100, ink.rgb, behind.rgb]);
}
return poor.slice(0, 8);
"""
# What can be touched and is smaller than a finger, in pixels of the page. Links within words are as high as those (WCAG 2.5.8).
SMALL = """
const touched = document.querySelector('dialog[open]') ?? document.body;
const isInWords = (one) => one.matches('a') && one.closest('p, li, td, h1, h2, h3, figcaption') && getComputedStyle(one).display === 'inline';
return [...touched.querySelectorAll('button, a[href], input, select, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isInWords(one))
    .map((one) => [one.id || one.className || one.textContent.trim(), one.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && Math.min(width, height) < 48)
    .map(([name, { width, height }]) => [name, width, height]);
"""


def contrasts(engine, least=7):
    return engine.js(CONTRASTS.replace("LEAST", str(least)))


def small(engine):
    return engine.js(SMALL)
