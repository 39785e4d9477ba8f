/*
 * All words of the show on one page inside the player (the transcript), with the structure that its
 * documents have. It is read from a script when somebody asks for it, since pages opened from a disk
 * may not fetch files.
 */
'use strict';

const reading = (() => {
    const page = document.getElementById('reading');
    const stage = document.getElementById('stage');

    function show(isShown) {
        page.hidden = !isShown;
        stage.hidden = isShown;
    }

    async function open() {
        const transcript = await files.read('transcript.js', 'handoutTranscript');
        if (!transcript)
            return false;
        const parsed = new DOMParser().parseFromString(transcript.html, 'text/html');
        page.replaceChildren(...parsed.body.childNodes);
        page.firstElementChild.id = 'reading-name';
        days.hideOthers(page.querySelectorAll('[data-from], [data-to]'), new Date());
        idle.holdLinks(page);
        show(true);
        page.scrollTop = 0;
        page.focus({ preventScroll: true });
        return true;
    }

    function close() {
        show(false);
        page.replaceChildren();
    }

    return {
        open, close,
        get isOpen() { return !page.hidden; },
    };
})();
