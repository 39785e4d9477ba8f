/*
 * What the player remembers between two loads of the page: the slide, the colours, the last whole
 * show. A browser may forbid that or be full; the player then forgets, and nothing else changes.
 */
'use strict';

/* Browsers give all pages of a disk, or of a server, one store: what is kept bears the names of the
 * show's folder and of the display, of which one computer may have several: what it begins with, and
 * whatever else its address calls it (?wall=1&display=left). */
const DISPLAY = ['wall', 'kiosk', 'display'].map((key) => new URLSearchParams(location.search).get(key) ?? '').join();
const SHELF = `handout:${new URL('.', document.currentScript.src).pathname}:${DISPLAY}:`;

/* At the end of a page's address: the next visitor begins here. */
const AFRESH = '#afresh';

const memory = {
    get(key) {
        try {
            return localStorage.getItem(SHELF + key);
        } catch {
            return null;
        }
    },

    /* An object that was kept as JSON; null when there is none. */
    getObject(key) {
        try {
            return JSON.parse(this.get(key));
        } catch {
            return null;
        }
    },

    /* null forgets. */
    set(key, value) {
        try {
            if (value === null)
                localStorage.removeItem(SHELF + key);
            else
                localStorage.setItem(SHELF + key, value);
        } catch {
            /* Forgotten. */
        }
    },

    /* The next visitor finds nothing that this one chose. */
    forgetVisitor() {
        for (const key of ['visitor', 'topics', 'palette', 'size', 'low', 'spoken', 'rate', 'volume'])
            this.set(key, null);
    },
};

/* Chromium may give a page that follows what another process of its own remembers of files on disk,
 * so the page that begins afresh forgets, too, before anything asks. */
if (location.hash === AFRESH) {
    memory.forgetVisitor();
    history.replaceState(null, '', location.pathname + location.search);
}
