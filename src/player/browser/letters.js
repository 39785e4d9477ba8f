/*
 * How large the letters are of whatever is read by who touches the panel (reach.h).
 */
'use strict';

const letters = (() => {
    const SHARE = 32 / 1080; /* of the window's shorter side */
    const LEAST_PX = 18;

    /* In pixels of the window. `least`: in shares of the panel's width, which the window fills. */
    function px(least) {
        const { innerWidth, innerHeight } = window;
        return Math.max(LEAST_PX, SHARE * Math.min(innerWidth, innerHeight), (least || 0) * innerWidth);
    }

    return { px };
})();
