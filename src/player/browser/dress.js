/*
 * The colours and the size of letters that the visitor has chosen, on pages to read, and how high they
 * stand. The player has its own (look.js) and remembers the same.
 */
'use strict';

const dress = (() => {
    const PALETTES = ['light', 'night', 'contrast'];
    /* As the player knows them, with how large letters are then: those to read are large already. */
    const SCALES = new Map([[1, 1], [1.5, 1.25], [2, 1.5], [3, 2]]);
    const SIZES = [...SCALES.keys()];
    const MOST_ARRANGED = 2; /* the style sheets place larger ones as those */
    const ZOOMED = matchMedia('(max-width: 60em)');
    const NARROW = matchMedia('(max-width: 40em)');
    const LEAST_ROOM = 22; /* in letters, of the window's shorter side */
    const root = document.documentElement;

    const known = (list, value) => (list.includes(value) ? value : list[0]);
    const following = (list, value) => list[(list.indexOf(value) + 1) % list.length];

    let palette = known(PALETTES, memory.get('palette'));
    let size = known(SIZES, Number(memory.get('size')));
    let isLow = Boolean(root.dataset.reach) && memory.get('low') === 'yes';

    /* Whether the page is a column that flows: in a window that is zoomed or held in a hand, and on a panel that
     * is too small for such letters. */
    function flow(letter) {
        const room = Math.min(window.innerWidth, window.innerHeight) / letter;
        const kind = NARROW.matches ? 'narrow' : ZOOMED.matches ? 'page' : room < LEAST_ROOM ? 'panel' : '';
        root.toggleAttribute('data-flows', Boolean(kind));
        if (kind)
            root.dataset.flows = kind;
    }

    function fit() {
        const letter = letters.px(Number(root.dataset.letter));
        flow(letter * SCALES.get(size));
        root.style.setProperty('--letter', `${letter}px`);
    }

    function show() {
        root.dataset.palette = palette;
        root.dataset.size = Math.min(size, MOST_ARRANGED);
        root.dataset.low = isLow;
        root.style.setProperty('--size', SCALES.get(size));
        fit();
    }

    function nextPalette() {
        palette = following(PALETTES, palette);
        memory.set('palette', palette);
        show();
    }

    function nextSize() {
        size = following(SIZES, size);
        memory.set('size', String(size));
        show();
    }

    /* What is touched comes down to where everybody reaches it, or goes back. */
    function toggleLow() {
        isLow = !isLow;
        memory.set('low', isLow ? 'yes' : null);
        show();
    }

    if (root.dataset.reach)
        root.style.setProperty('--reach', root.dataset.reach);
    show();
    window.addEventListener('resize', fit);

    return {
        nextPalette, nextSize, toggleLow,
        get size() { return size; },
        get isLow() { return isLow; },
        get palette() { return palette; },
    };
})();
