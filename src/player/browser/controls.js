/*
 * What a viewer can do: the buttons (in the order of the APG carousel pattern, the rotation button
 * first), the keys, and the rules for who stops the slides and what starts them again.
 *
 * The bar appears when somebody moves the pointer, touches the screen or tabs into it, in a row of
 * its own so that it covers no text. A pointer that merely lies there does nothing: browsers send
 * pointer events for it whenever the page beneath changes. When nobody has done anything for IDLE_S
 * seconds the bar leaves and the slides go on; the bar says so.
 */
'use strict';

const controls = (() => {
    const IDLE_S = 120;

    const $ = (id) => document.getElementById(id);
    const root = document.documentElement;
    const section = $('show');
    const wall = matchMedia('(display-mode: fullscreen)');
    let words = null;
    let isAttended = false; /* somebody is there */
    let lastInput = 0;
    let pointer = null; /* where it was last, on the screen */
    let ignoresPointer = false; /* the viewer started the slides with the pointer over them */

    function setText(id, text, part = '.words') {
        $(id).querySelector(part).textContent = text;
    }

    function percent(number) {
        return new Intl.NumberFormat(root.lang, { style: 'percent' }).format(number);
    }

    /* What changes while the show runs. */
    function refresh() {
        if (!words)
            return;
        $('rotation').dataset.stopped = player.isStopped;
        setText('rotation', player.isStopped ? words.play : words.pause);
        setText('size', percent(look.size), '.value');
        setText('palette', words[`colors_${look.palette}`], '.value');
    }

    function fillLanguages(languages, chosen) {
        const select = $('language');
        select.hidden = languages.length < 2;
        select.setAttribute('aria-label', words.language);
        const all = new Option(languages.map(programme.languageName).join(', '), '');
        const each = languages.map((tag) => new Option(programme.languageName(tag), tag));
        each.forEach((option) => { option.lang = option.value; });
        select.replaceChildren(all, ...each);
        select.value = chosen || '';
    }

    function label(show, language) {
        const labels = programme.labelsFor(show, language);
        words = labels.words;
        root.lang = labels.lang;
        root.dir = words.dir;
        section.setAttribute('aria-roledescription', words.carousel);
        $('name').textContent = programme.fill(words.show, { name: show.title });
        $('controls').setAttribute('aria-label', words.controls);
        $('note').textContent = programme.fill(words.resumes, { seconds: IDLE_S });
        setText('previous', words.previous);
        setText('next', words.next);
        setText('size', words.text_size);
        setText('palette', words.colors);
        $('transcript').textContent = words.read_all;
        $('transcript').href = show.transcript;
        fillLanguages(programme.languages(show), language);
        refresh();
    }

    function setAttended(value) {
        if (value === isAttended)
            return;
        isAttended = value;
        root.dataset.controls = value ? 'shown' : 'away';
        player.fit();
    }

    function noteInput() {
        lastInput = performance.now();
        setAttended(true);
    }

    /* Nobody is there any more. On a wall the next viewer finds the show as the clinic set it. */
    function rest() {
        setAttended(false);
        ignoresPointer = false;
        if (section.contains(document.activeElement))
            document.activeElement.blur();
        if (wall.matches)
            look.reset(new Date());
        player.setHeld(false);
        player.setStopped(false);
        player.fit();
    }

    function countIdle(now) {
        if ((isAttended || player.isStopped) && now - lastInput >= IDLE_S * 1000)
            rest();
    }

    function toggle() {
        const starts = player.isStopped;
        ignoresPointer = starts;
        if (starts)
            player.setHeld(false);
        player.setStopped(!starts);
    }

    function turn(move) {
        player.setStopped(true);
        move();
    }

    function hasMoved({ screenX, screenY }) {
        const before = pointer;
        pointer = { screenX, screenY };
        return Boolean(before) && (before.screenX !== screenX || before.screenY !== screenY);
    }

    function onPointer(event) {
        if (!hasMoved(event) && event.type === 'pointermove')
            return;
        noteInput();
        if (!ignoresPointer)
            player.setHeld(true);
    }

    function onPointerLeave() {
        ignoresPointer = false;
        player.setHeld(false);
    }

    /* Keyboard focus stops the slides; only the viewer starts them again. */
    function onFocus({ target }) {
        noteInput();
        if (target.matches(':focus-visible'))
            player.setStopped(true);
    }

    const reads = { ltr: { ArrowLeft: -1, ArrowRight: 1 }, rtl: { ArrowLeft: 1, ArrowRight: -1 } };

    /* Letters and page keys only while the focus is in the show (WCAG 2.1.4). */
    function onKey(event) {
        const { key, target } = event;
        noteInput();
        if (event.ctrlKey || event.altKey || event.metaKey || target.matches('select'))
            return;
        const isInside = section.contains(target);
        const step = reads[root.dir === 'rtl' ? 'rtl' : 'ltr'][key];
        if (step)
            turn(() => player.turn(step));
        else if (isInside && key === 'Home')
            turn(() => player.turnTo(0));
        else if (isInside && key === 'End')
            turn(() => player.turnTo(-1));
        else if (isInside && key.toLowerCase() === 'p')
            toggle();
        else
            return;
        event.preventDefault();
    }

    function onSize() {
        look.nextSize();
        player.setStopped(true);
        player.fit();
    }

    function onPalette() {
        look.nextPalette(new Date());
        refresh();
    }

    $('rotation').addEventListener('click', toggle);
    $('previous').addEventListener('click', () => turn(() => player.turn(-1)));
    $('next').addEventListener('click', () => turn(() => player.turn(1)));
    $('size').addEventListener('click', onSize);
    $('palette').addEventListener('click', onPalette);
    $('language').addEventListener('change', ({ target }) => player.setLanguage(target.value || null));
    section.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointermove', onPointer);
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('wheel', noteInput, { passive: true });
    root.addEventListener('pointerleave', onPointerLeave);

    return {
        label, refresh, countIdle,
        height: () => (isAttended ? $('controls').offsetHeight : 0),
    };
})();

player.start();
