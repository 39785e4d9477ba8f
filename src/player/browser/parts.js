/*
 * An article in parts, so that nobody at the display has to scroll: as many of its blocks, list
 * items and rows as there is room for below its title, a heading never last. What is too high by
 * itself scrolls. The last part is the way to take it home. Where the page flows (topics.css), and
 * without this script, it shows all.
 */
'use strict';

const parts = (() => {
    const read = document.getElementById('read');
    const root = document.documentElement;
    const HEADINGS = 'h1, h2, h3, h4, h5, h6';
    const FLOWS = matchMedia('(max-width: 60em)');
    let units = [];
    let begins = []; /* index of the first unit of each part */
    let current = 0;

    /* What can stand in a part by itself. Items keep the numbers that they have together. */
    function unitsOf(parent) {
        return [...parent.children].flatMap((child) => {
            if (child.matches('ol'))
                [...child.children].forEach((item, i) => { item.value = child.start + i; });
            return child.matches('ul, ol, section, div, tbody') ? unitsOf(child) :
                child.matches('table') ? [...child.querySelectorAll('tbody > tr')] : [child];
        });
    }

    /* Shows those from `from` up to `to`, with what is around them. */
    function reveal(from, to) {
        const shown = new Set(units.slice(from, to));
        const holds = (element) => units.some((unit, i) => i >= from && i < to && element.contains(unit));
        units.forEach((unit) => { unit.hidden = !shown.has(unit); });
        read.querySelectorAll('ul, ol, section, div, table').forEach((holder) => {
            if (!units.some((unit) => unit.contains(holder)))
                holder.hidden = !holds(holder);
        });
    }

    const isFull = () => read.scrollHeight > read.clientHeight + 1;

    /* The end of the shortest part from there: headings and what follows them. */
    function leastFrom(from) {
        let to = from;
        while (to < units.length - 1 && units[to].matches(HEADINGS))
            to++;
        return to + 1;
    }

    function endOf(from) {
        const least = leastFrom(from);
        let to = least;
        do {
            reveal(from, ++to);
        } while (to <= units.length && !isFull());
        to = Math.max(least, to - 1);
        while (to < units.length && to > least && units[to - 1].matches(HEADINGS))
            to--;
        return to;
    }

    function divide() {
        begins = [];
        if (FLOWS.matches) {
            begins = [0];
            return;
        }
        for (let from = 0; from < units.length; from = endOf(from))
            begins.push(from);
    }

    const count = () => begins.length + (FLOWS.matches ? 0 : 1);
    const isTaking = () => current >= begins.length;

    function show(number) {
        current = number;
        root.dataset.part = isTaking() ? 'take' : 'read';
        if (!isTaking())
            reveal(begins[current], begins[current + 1] ?? units.length);
        read.scrollTop = 0;
        read.dispatchEvent(new Event('turned'));
    }

    /* The part with a node of the article in it; with what follows a head of a table, which is in all. */
    function showWith(node) {
        const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
        const unit = units.findIndex((one) => one.contains(node) || (node.compareDocumentPosition(one) & FOLLOWING));
        const part = begins.findLastIndex((begin) => begin <= unit);
        if (unit >= 0 && part !== current)
            show(part);
    }

    /* The part in which the element begins. */
    function open(element) {
        const unit = units.findIndex((one) => one.contains(element) || element.contains(one));
        if (unit < 0)
            return;
        show(begins.findLastIndex((begin) => begin <= unit));
        element.scrollIntoView({ block: 'nearest' });
    }

    /* Anew, with what was read first still in sight. */
    function fit() {
        const first = isTaking() ? Infinity : begins[current];
        root.dataset.part = 'read';
        divide();
        show(first === Infinity ? count() - 1 : begins.findLastIndex((begin) => begin <= first));
    }

    function start() {
        const all = unitsOf(read);
        units = all.length > 1 ? all.filter((unit) => !unit.matches('h1')) : all;
        divide();
        show(0);
    }

    return {
        start, show, showWith, open, fit, count,
        get current() { return current; },
        get isLast() { return current === count() - 1; },
        get isTaking() { return isTaking(); },
        showAll: () => reveal(0, units.length),
    };
})();
