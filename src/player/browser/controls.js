/*
 * What a viewer can do: the buttons (in the order of the APG carousel pattern, the rotation button
 * first), the keys, a finger on the slide, and who stops the slides and what starts them again.
 *
 * The bar appears when somebody moves the pointer, touches the screen or presses a key, in rows of
 * its own so that it covers no text. A touch or a key holds the show. A pointer that merely lies
 * there does nothing: browsers send pointer events for it whenever the page beneath changes. On a
 * display for all, the show begins again when nobody is there any more (idle.js); elsewhere only
 * the viewer starts it again.
 */
'use strict';

const controls = (() => {
    const MOST_NAMES = 6; /* of languages, for the choice of all of them */
    const LEAST_MOVE = 6; /* of a pointer, in px of CSS */

    const $ = (id) => document.getElementById(id);
    const root = document.documentElement;
    const section = $('show');
    let words = null;
    let pointer = null; /* where it last moved to, on the screen */
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
        $('size').setAttribute('aria-pressed', look.size > 1);
        setText('palette', words[`colors_${look.palette}`], '.value');
        $('palette').setAttribute('aria-pressed', look.isChosen);
        setText('transcript', reading.isOpen ? words.back : words.read_all);
        $('transcript').setAttribute('aria-pressed', reading.isOpen);
    }

    function makeChoice(tag, text, chosen) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = text;
        button.lang = tag;
        button.setAttribute('aria-pressed', tag === chosen);
        button.addEventListener('click', () => choose(tag));
        return button;
    }

    function choose(tag) {
        $('languages').close();
        player.setLanguage(tag || null);
        closeReading();
    }

    function fillLanguages(show, languages, chosen) {
        const names = programme.languageNames(show, languages);
        const some = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '\u2026'] : names;
        const all = makeChoice('', some.join(', '), chosen || '');
        $('language').hidden = languages.length < 2;
        $('languages-name').textContent = words.language;
        $('languages').querySelector('.choices').replaceChildren(all,
            ...languages.map((tag, i) => makeChoice(tag, names[i], chosen)));
    }

    function label(show, language) {
        const labels = programme.labelsFor(show, language);
        words = labels.words;
        root.lang = labels.lang;
        root.dir = words.dir;
        section.setAttribute('aria-roledescription', words.carousel);
        $('name').textContent = programme.fill(words.show, { name: show.title });
        $('controls').setAttribute('aria-label', words.controls);
        setText('previous', words.previous);
        setText('next', words.next);
        setText('size', words.larger);
        setText('palette', words.colors);
        setText('language', words.language);
        setText('again', words.start_again);
        setText('topics', words.topics);
        $('topics').hidden = !show.topics;
        $('topics').href = show.topics || '';
        $('topics').hreflang = language || '';
        fillLanguages(show, programme.languages(show), language);
        idle.label(words, 'slides_again');
        addresses.label(words);
        missing.label(words);
        refresh();
    }

    function setAttended(value) {
        const state = value ? 'shown' : 'away';
        if (state === root.dataset.controls)
            return;
        root.dataset.controls = state;
        player.fit();
    }

    function noteInput() {
        idle.note();
        setAttended(true);
    }

    /* Whoever comes by keys goes on from the show, never from the top of the page. */
    function keepFocus() {
        const place = document.querySelector('dialog[open] button') || section;
        if (document.activeElement === document.body && !section.hidden)
            place.focus({ preventScroll: true });
    }

    function closeReading() {
        reading.close();
        refresh();
        player.fit();
    }

    /* The next viewer finds the show as the clinic set it. */
    function rest() {
        document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
        idle.forget();
        memory.forgetVisitor();
        setAttended(false);
        ignoresPointer = false;
        section.focus({ preventScroll: true });
        look.reset(new Date());
        player.setHeld(false);
        player.setStopped(false);
        closeReading();
        player.restart();
    }

    /* Something that does not wait has to be seen; whoever was asked has time again. */
    function giveWay() {
        if (idle.isAsking)
            idle.note();
        document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
        closeReading();
    }

    function countIdle(now) {
        keepFocus();
        idle.count(now);
    }

    function toggle() {
        const starts = player.isStopped;
        ignoresPointer = starts;
        if (starts) {
            closeReading();
            player.setHeld(false);
        }
        player.setStopped(!starts);
    }

    function turn(move) {
        player.setStopped(true);
        closeReading();
        move();
    }

    async function readAll() {
        player.setStopped(true);
        if (reading.isOpen)
            closeReading();
        else if (await reading.open())
            refresh();
    }

    /* A sensor that trembles where it lies would hold the show for ever. */
    function hasMoved({ screenX, screenY }) {
        const before = pointer;
        if (before && Math.hypot(screenX - before.screenX, screenY - before.screenY) < LEAST_MOVE)
            return false;
        pointer = { screenX, screenY };
        return Boolean(before);
    }

    function onPointer(event) {
        const moved = hasMoved(event);
        if (idle.isAsking || (!moved && event.type === 'pointermove'))
            return;
        noteInput();
        if (event.pointerType === 'mouse' && !ignoresPointer)
            player.setHeld(true);
    }

    function onPointerLeave() {
        ignoresPointer = false;
        if (!idle.beginning)
            player.setHeld(false);
    }

    function onStage() {
        ignoresPointer = false;
        player.setStopped(true);
    }

    /* Keyboard focus stops the slides; only the viewer starts them again. */
    function onFocus({ target }) {
        if (target === section)
            return;
        noteInput();
        if (target.matches(':focus-visible'))
            player.setStopped(true);
    }

    const reads = { ltr: { ArrowLeft: -1, ArrowRight: 1 }, rtl: { ArrowLeft: 1, ArrowRight: -1 } };

    /* In the language that was chosen, where they are there still. */
    async function goToTopics() {
        const { href, hreflang } = $('topics');
        const own = hreflang ? [href.replace('.html', `.${hreflang}.html`)] : [];
        const page = await files.findPage(...own, href);
        if (page)
            location.assign(page + memory.search);
        else
            missing.tell();
    }

    function onTopics(event) {
        memory.set('visitor', 'here');
        event.preventDefault();
        goToTopics();
    }

    /* Who does not see gets the topics, which speak, or what is urgent. */
    function speak() {
        memory.set('visitor', 'here');
        memory.set('spoken', 'yes');
        if (player.isUrgent)
            player.sayMessage();
        else
            goToTopics();
    }

    /* Before a dialog takes the key: a headset is plugged in once. */
    function onHeadset(event) {
        if (!player.canSpeak || !headset.wanted(event.key, false))
            return;
        speak();
        event.preventDefault();
    }

    /* Letters and page keys only while the focus is on a part of the show (WCAG 2.1.4). */
    function onKey(event) {
        const { key, target } = event;
        noteInput();
        if (event.ctrlKey || event.altKey || event.metaKey || target.closest('dialog'))
            return;
        const isInside = section.contains(target) && target !== section;
        const step = reads[root.dir === 'rtl' ? 'rtl' : 'ltr'][key];
        if (!isInside)
            player.setStopped(true);
        if (step)
            turn(() => player.turn(step));
        else if (isInside && !reading.isOpen && key === 'Home')
            turn(() => player.turnTo(0));
        else if (isInside && !reading.isOpen && key === 'End')
            turn(() => player.turnTo(-1));
        else if (isInside && key.toLowerCase() === 'p')
            toggle();
        else
            return;
        event.preventDefault();
    }

    function onSize() {
        look.nextSize();
        idle.needLonger();
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
    $('transcript').addEventListener('click', readAll);
    $('size').addEventListener('click', onSize);
    $('palette').addEventListener('click', onPalette);
    $('language').addEventListener('click', () => $('languages').showModal());
    $('languages').addEventListener('click', ({ target, currentTarget }) => target === currentTarget && target.close());
    $('again').addEventListener('click', rest);
    $('topics').addEventListener('click', onTopics);
    $('stage').addEventListener('pointerdown', onStage);
    swipe.turns($('stage'), (step) => turn(() => player.turn(step)));
    section.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onHeadset, true);
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointermove', onPointer);
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('wheel', noteInput, { passive: true });
    root.addEventListener('pointerleave', onPointerLeave);
    idle.start(rest);
    /* Of a browser that was started anew while somebody stood there. */
    if (look.size > 1)
        idle.needLonger();
    else if (look.isChosen)
        idle.note();

    return {
        label, refresh, countIdle, keepFocus, giveWay,
        height: () => (root.dataset.controls === 'shown' ? $('controls').offsetHeight : 0),
    };
})();

player.start();
