/*
 * Has the browser keep what a web server gives (worker.js). Pages from a disk need no such thing;
 * browsers that allow it to nobody, or not here, go on without.
 */
'use strict';

const offline = (() => {
    const worker = location.protocol.startsWith('http') && navigator.serviceWorker;
    if (worker)
        worker.register('worker.js').catch(() => {});

    /* Once all of a show is there: what of older ones is kept may go. */
    function forgetOthers(show) {
        const drawn = [...show.fonts, ...show.slides.flatMap((slide) => [slide, ...slide.images])];
        const names = [...drawn.map(({ src }) => src), ...(show.speech || [])];
        worker?.controller?.postMessage(names);
    }

    return { forgetOthers };
})();
