/*
 * How people who do not see begin and end the speech: by a key of any keyboard, or by the plug of their
 * headset, of which keypads for kiosks tell as of a key (HID usages 6Ah, in, and 6Bh, out).
 */
'use strict';

const headset = (() => {
    const TOGGLE = 'F2';
    const PLUGGED = { F15: true, F16: false };

    /* Whether the page is to speak after that key, which it does or does not now. */
    function wanted(key, isSpoken) {
        return key === TOGGLE ? !isSpoken : PLUGGED[key] ?? isSpoken;
    }

    return { wanted };
})();
