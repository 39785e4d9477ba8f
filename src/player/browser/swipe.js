/*
 * A finger that goes along the lines turns what it is on as it would a page.
 */
'use strict';

const swipe = (() => {
    const LEAST = 0.04; /* of the window's width */

    /* `turn` is told 1 for what is next, -1 for what was before. */
    function turns(element, turn) {
        let touch = null; /* where the finger came down */
        element.addEventListener('pointerdown', ({ clientX, clientY }) => { touch = { x: clientX, y: clientY }; });
        element.addEventListener('pointerup', ({ clientX, clientY }) => {
            const root = document.documentElement;
            const [x, y] = touch ? [clientX - touch.x, clientY - touch.y] : [0, 0];
            touch = null;
            if (Math.abs(x) >= Math.max(LEAST * root.clientWidth, 2 * Math.abs(y)))
                turn((x < 0) === (root.dir !== 'rtl') ? 1 : -1);
        });
    }

    return { turns };
})();
