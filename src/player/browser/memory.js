/*
 * What is remembered between two pages, or two loads of one.
 *
 * What a visitor has chosen goes along in the address of each page that is next. A browser's store
 * would not do: Chromium has what pages from a disk remember in a process of its own, and may tell the
 * next page when that has long been painted. And nothing of it is there for whoever comes next.
 *
 * The display's own (the slide, its colours, the last whole show) stays in the store. A browser may
 * forbid that or be full; the player then forgets, and nothing else changes.
 */
'use strict';

const memory = (() => {
    const CHOICES = ['visitor', 'topics', 'palette', 'size', 'low', 'spoken', 'rate', 'volume'];
    const address = new URLSearchParams(location.search);

    /* Browsers give all pages of a disk, or of a server, one store: what is kept bears the names of the
     * show's folder, of the show, since another may be put there (a stick in a socket), and of the
     * display, of which one computer may have several: what it begins with, and whatever else its
     * address calls it (?wall=1&display=left). */
    const { src, dataset } = document.currentScript;
    const display = ['wall', 'kiosk', 'display'].map((key) => address.get(key) ?? '').join();
    const shelf = `handout:${new URL('.', src).pathname}:${dataset.show ?? ''}:${display}:`;

    const search = () => (address.size ? `?${address}` : '');

    /* The page's own address, too, for a load of the same page. */
    function note() {
        try {
            history.replaceState(null, '', location.pathname + search() + location.hash);
        } catch {
            /* Links carry it all the same. */
        }
        document.dispatchEvent(new Event('chosen'));
    }

    function choose(key, value) {
        if (value === null)
            address.delete(key);
        else
            address.set(key, value);
        note();
    }

    function read(key) {
        try {
            return localStorage.getItem(shelf + key);
        } catch {
            return null;
        }
    }

    function keep(key, value) {
        try {
            if (value === null)
                localStorage.removeItem(shelf + key);
            else
                localStorage.setItem(shelf + key, value);
        } catch {
            /* Forgotten. */
        }
    }

    /* null: nothing. */
    const get = (key) => (CHOICES.includes(key) ? address.get(key) : read(key));

    return {
        get,

        /* An object that was kept as JSON; null when there is none. */
        getObject(key) {
            try {
                return JSON.parse(get(key));
            } catch {
                return null;
            }
        },

        /* null forgets. */
        set(key, value) {
            (CHOICES.includes(key) ? choose : keep)(key, value);
        },

        /* The next visitor finds nothing that this one chose. */
        forgetVisitor() {
            CHOICES.forEach((key) => address.delete(key));
            note();
        },

        /* What the address of a page of the show ends with, for the same visitor at the same display. */
        get search() { return search(); },
    };
})();
