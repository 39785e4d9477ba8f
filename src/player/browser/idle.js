/*
 * Whether anybody is still there. A display that stands for all (?wall=1, ?kiosk=1 in its address)
 * asks when nobody has touched it for a while, counts down, and then goes back to its beginning as
 * the next visitor is to find it. Without either, nothing ends by itself.
 *
 * The question is a dialog of the browser's own, so that the page behind it rests. A touch or a key
 * answers it; Tab only moves between the two buttons and begins the count anew. The number that is
 * seen changes every second; what is spoken tells it three times, when the words of the show say so,
 * for which there are sounds (wording.c; WCAG 2.2.1: twenty seconds and one simple action).
 */
'use strict';

const idle = (() => {
    const PATIENCE_S = 60;
    const LONG_PATIENCE_S = 120; /* of who needs longer: larger letters, listening */
    const WARNING_S = 20;

    const address = new URLSearchParams(location.search);
    const beginning = ['kiosk', 'wall'].find((name) => address.get(name) === '1') || null;
    const dialog = document.getElementById('idle');
    const part = (name) => dialog.querySelector(`.${name}`);
    let words = null;
    let sentence = ''; /* with a place for the seconds */
    let goBack = null;
    let isAttended = false;
    let patience = PATIENCE_S;
    let lastInput = 0;
    let asked = 0; /* when the count began */
    let said = WARNING_S + 1; /* the number that was told last */

    /* `begin`: goes back to the beginning. */
    function start(begin) {
        goBack = begin;
    }

    /* The words of the dialog; `key`: of the sentence about what starts again. */
    function label(labels, key) {
        words = labels;
        sentence = words[key];
        part('question').textContent = words.still_there;
        part('stay').textContent = words.stay;
        part('leave').querySelector('.words').textContent = words.start_again;
    }

    function fill(seconds) {
        const [before, after] = sentence.split('{seconds}');
        return [before, String(seconds), after];
    }

    function show(seconds) {
        said = seconds;
        const [before, number, after] = fill(seconds);
        part('before').textContent = before;
        part('number').textContent = number;
        part('after').textContent = after;
        part('left').style.setProperty('--left', seconds / WARNING_S);
    }

    function tell(left) {
        const seconds = Math.ceil(left);
        if (seconds === said)
            return;
        show(seconds);
        if (words?.told_s?.includes(seconds)) /* an older show has none */
            part('spoken').textContent = fill(seconds).join('');
    }

    function ask(now) {
        asked = now;
        said = WARNING_S + 1;
        part('spoken').replaceChildren();
        tell(WARNING_S);
        dialog.showModal();
        part('stay').focus();
    }

    function close() {
        if (dialog.open)
            dialog.close();
    }

    /* Somebody did something. */
    function note() {
        lastInput = performance.now();
        isAttended = true;
        close();
    }

    function needLonger() {
        patience = LONG_PATIENCE_S;
        note();
    }

    function forget() {
        isAttended = false;
        patience = PATIENCE_S;
        close();
    }

    function leave() {
        forget();
        goBack();
    }

    /* What an article links to has no way back to the display: there, a link leads to its address
     * and code on the same page, where there are such (topics_addresses.c), or is words alone. */
    function holdLinks(element) {
        if (!beginning)
            return;
        const addresses = [...element.querySelectorAll('figure.address')];
        addresses.forEach((address, i) => { address.id = `address-${i + 1}`; });
        for (const link of element.querySelectorAll('a[href]:not([href^="#"])')) {
            const uri = link.getAttribute('href');
            const place = addresses.find((address) => address.dataset.uri === uri);
            if (place)
                link.setAttribute('href', `#${place.id}`);
            else
                link.removeAttribute('href');
        }
    }

    /* Called again and again. */
    function count(now) {
        if (!beginning || !isAttended)
            return;
        if (dialog.open) {
            const left = WARNING_S - (now - asked) / 1000;
            if (left <= 0)
                leave();
            else
                tell(left);
        } else if (now - lastInput >= patience * 1000) {
            ask(now);
        }
    }

    function onKey(event) {
        event.stopPropagation();
        if (event.key === 'Tab') {
            asked = performance.now();
            show(WARNING_S); /* not told again: the name of a button is */
        } else if (event.target !== part('leave') || !['Enter', ' '].includes(event.key)) {
            event.preventDefault();
            note();
        }
    }

    function onClick({ target }) {
        if (part('leave').contains(target))
            leave();
        else
            note();
    }

    /* What a browser offers beside its page leads away from it or stays for the next visitor: menus, other
     * windows, things to drag, its own zoom (by two fingers, too, which outlasts pages), keys for its history. */
    function keepToThePage() {
        document.documentElement.style.touchAction = 'pan-x pan-y';
        const refuse = (event) => event.preventDefault();
        const isForBrowser = ({ key, ctrlKey, altKey, metaKey }) => ctrlKey || altKey || metaKey || /^(F\d+|Browser\w+)$/.test(key);
        for (const kind of ['contextmenu', 'dragstart', 'auxclick'])
            document.addEventListener(kind, refuse);
        document.addEventListener('keydown', (event) => isForBrowser(event) && refuse(event), true);
        document.addEventListener('wheel', (event) => event.ctrlKey && refuse(event), { passive: false });
    }

    if (beginning)
        keepToThePage();
    dialog.addEventListener('keydown', onKey);
    dialog.addEventListener('click', onClick);
    dialog.addEventListener('cancel', note);

    return {
        start, label, count, note, needLonger, forget, holdLinks, beginning,
        get isAttended() { return isAttended; },
        get isAsking() { return dialog.open; },
    };
})();
