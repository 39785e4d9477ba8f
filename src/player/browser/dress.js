/*
 * The colours and the size of letters that the visitor has chosen, on pages to read. The player has
 * its own (look.js) and remembers the same.
 */
'use strict';

const dress = (() => {
    const PALETTES = ['light', 'night', 'contrast'];
    /* As the player knows them, with how large letters are then: those to read are large already. */
    const SCALES = new Map([[1, 1], [1.5, 1.25], [2, 1.5]]);
    const SIZES = [...SCALES.keys()];
    const root = document.documentElement;

    const known = (list, value) => (list.includes(value) ? value : list[0]);
    const following = (list, value) => list[(list.indexOf(value) + 1) % list.length];

    let palette = known(PALETTES, memory.get('palette'));
    let size = known(SIZES, Number(memory.get('size')));

    function show() {
        root.dataset.palette = palette;
        root.dataset.size = size;
        root.style.setProperty('--size', SCALES.get(size));
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

    show();

    return {
        nextPalette, nextSize,
        get size() { return size; },
        get palette() { return palette; },
    };
})();
