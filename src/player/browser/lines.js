/*
 * What has no room in its line: facts that are kept together stand in two then, long words are parted where
 * their language parts them (parting.c).
 */
'use strict';

const lines = (() => {
    const SOFT_HYPHEN = '\u00ad';
    const LETTERS = /\p{L}+/gu;
    const TOKEN = /\S+/gu; /* what stands between blanks */
    const ADDRESS = /[@/]|\p{L}\.\p{L}/u; /* of which a hyphen would make another */
    const KEPT = ':is(.nb, .long):not(thead *)';

    /* The word in an element, with places to part it. */
    function elementOf(parted) {
        const word = document.createElement('span');
        word.className = 'long';
        parted.split(SOFT_HYPHEN).forEach((part, i) => {
            if (i > 0) {
                const hyphen = document.createElement('span');
                hyphen.className = 'hyphen';
                word.append(hyphen);
            }
            word.append(part);
        });
        return word;
    }

    const isBreak = (node) => node instanceof Element && node.matches('wbr'); /* addresses alone have such */

    /* The words of what is no address, and where they begin. */
    function wordsIn(text) {
        const tokens = [...text.data.matchAll(TOKEN)].filter(({ 0: token, index }) => !ADDRESS.test(token) &&
            !(index === 0 && isBreak(text.previousSibling)) &&
            !(index + token.length === text.length && isBreak(text.nextSibling)));
        return tokens.flatMap(({ 0: token, index }) =>
            [...token.matchAll(LETTERS)].map(({ 0: word, index: at }) => ({ word, index: index + at })));
    }

    function markIn(text, long) {
        const found = wordsIn(text).filter(({ word }) => long.has(word));
        for (const { word, index } of found.reverse()) {
            text.splitText(index + word.length);
            text.splitText(index).replaceWith(elementOf(long.get(word)));
        }
    }

    /* Before anybody counts the texts of the page. */
    function mark(read) {
        const source = document.getElementById('long-words');
        const long = new Map(JSON.parse(source.textContent).map((parted) => [parted.replaceAll(SOFT_HYPHEN, ''), parted]));
        const walker = document.createTreeWalker(read, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode())
            texts.push(walker.currentNode);
        texts.forEach((text) => markIn(text, long));
    }

    function hasRoom(kept, read) {
        const { left, right, width } = kept.getBoundingClientRect();
        const block = kept.closest('p, ul, ol, li, pre, table, td, th, figure, aside, blockquote, h1, h2, h3, h4, h5, h6');
        const { paddingLeft, paddingRight } = getComputedStyle(block);
        const room = read.getBoundingClientRect();
        return width <= block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) &&
            left >= room.left && right <= room.right;
    }

    function free(read) {
        read.querySelectorAll('.wide').forEach((kept) => kept.classList.remove('wide'));
    }

    /* While all of it is shown. */
    function fit(read) {
        free(read);
        const all = [...read.querySelectorAll(KEPT)];
        const wide = all.filter((kept) => !hasRoom(kept, read));
        wide.forEach((kept) => kept.classList.add('wide'));
    }

    return { mark, free, fit };
})();
