/*
 * What the player remembers between two loads of the page: the slide, the colours, the last whole
 * show. A browser may forbid that or be full; the player then forgets, and nothing else changes.
 */
'use strict';

const memory = {
    get(key) {
        try {
            return localStorage.getItem(`handout.${key}`);
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
                localStorage.removeItem(`handout.${key}`);
            else
                localStorage.setItem(`handout.${key}`, value);
        } catch {
            /* Forgotten. */
        }
    },
};
