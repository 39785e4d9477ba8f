/*
 * Reads an urgent message aloud to who does not see: when it comes, and again as often as its key asks for
 * it. Escape ends it. A message has one file of sound; nobody else hears it, on a wall neither.
 */
'use strict';

const message = (() => {
    let audio = null;

    const isSpoken = () => memory.get('spoken') === 'yes';

    function stop() {
        if (audio)
            audio.pause();
        audio = null;
    }

    function say(show) {
        stop();
        if (!show.urgent || !show.speech || !isSpoken())
            return;
        audio = new Audio(show.speech[0]);
        audio.volume = 0.8;
        audio.play().catch(() => {}); /* a browser may want a touch first */
    }

    /* The key that begins it has it said anew (controls.js). */
    function onKey({ key }) {
        const goesOn = headset.wanted(key, true);
        if (key === 'Escape' || !goesOn)
            stop();
        if (!goesOn)
            memory.set('spoken', null);
    }

    document.addEventListener('keydown', onKey, true);

    return {
        say, stop,
        get audio() { return audio; },
    };
})();
