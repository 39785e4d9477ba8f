/*
 * What the player remembers between two loads of the page: the slide, the colours, the last whole
 * show. A browser may forbid that or be full; the player then forgets, and nothing else changes.
 */
'use strict';

/* Browsers give all pages of a disk one store: what is kept bears the name of the show's folder. */
const SHELF = `handout:${new URL('.', document.currentScript.src).pathname}:`;

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
        for (const key of ['visitor', 'palette', 'size', 'spoken', 'rate', 'volume'])
            this.set(key, null);
    },
};

/* Chromium may give a page that follows what another process of its own remembers of files on disk,
 * so the page that begins afresh forgets, too, before anything asks. */
if (location.hash === AFRESH) {
    memory.forgetVisitor();
    history.replaceState(null, '', location.pathname + location.search);
}
