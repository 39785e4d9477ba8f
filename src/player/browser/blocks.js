/*
 * What an article is made of: what can stand in a part by itself, and what may be parted within (pieces.js).
 */
'use strict';

const blocks = (() => {
    const HEADINGS = 'h1, h2, h3, h4, h5, h6';
    const CARD = '.cards > tbody > tr';
    const BLOCKS = 'p, ul, ol, pre, table, figure, aside, blockquote';
    const HOLDERS = `ul, ol, section, div, tbody, li:has(${BLOCKS}), :is(aside, blockquote):has(ul, ol)`;

    /* What an item says before, between and behind the blocks in it, in elements of its own. */
    function holdWords(item) {
        let held = null;
        for (const node of [...item.childNodes]) {
            const isBlock = node instanceof Element && node.matches(BLOCKS);
            if (!isBlock && !held && node.textContent.trim()) {
                held = document.createElement('span');
                held.className = 'own';
                node.before(held);
            }
            held = isBlock ? null : held;
            held?.append(node);
        }
    }

    /* What can stand in a part by itself. Items keep the numbers that they have together; one with blocks in
     * it is its words, and what these are. */
    function allIn(parent) {
        return [...parent.children].flatMap((child) => {
            if (child.matches('ol'))
                [...child.children].forEach((item, i) => { item.value = child.start + i; });
            if (child.matches('li') && child.querySelector(BLOCKS))
                holdWords(child);
            return child.matches(HOLDERS) ? allIn(child) :
                child.matches('table') ? [...child.querySelectorAll('tbody > tr')] : [child];
        });
    }

    /* Without the title, which stands above every part, where there is more. */
    function of(read) {
        const all = allIn(read);
        return all.length > 1 ? all.filter((block) => !block.matches('h1')) : all;
    }

    /* What a cell holds beside the name of its column, in an element. */
    function valueOf(cell) {
        const label = cell.querySelector('.label');
        const value = cell.querySelector('.value') || document.createElement('span');
        if (!value.isConnected) {
            value.append(...[...cell.childNodes].filter((node) => node !== label));
            cell.append(value);
        }
        return value;
    }

    /* Of these, and of the cells of cards, what may be parted between its lines and sentences. */
    function partedIn(read, all) {
        const cells = [...read.querySelectorAll(`${CARD} > td`)].map(valueOf);
        const parted = all.filter((block) => !block.matches(`${HEADINGS}, tr, figure, pre, .number`));
        return [...parted, ...cells].filter((block) => !block.querySelector('img, svg, table, pre, ul, ol'));
    }

    /* Whether both stand in one that is such. */
    function areInOne(before, next, isSuch) {
        for (let holder = before; holder; holder = holder.parentElement)
            if (isSuch(holder) && holder.contains(next))
                return true;
        return false;
    }

    return { CARD, HEADINGS, areInOne, of, partedIn };
})();
