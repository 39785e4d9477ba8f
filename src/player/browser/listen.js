/*
 * Has the page read aloud. Listen reads from the first sentence in sight, and is Stop while it speaks; a
 * row above the bar then pauses, repeats and sets pace and loudness. The sentence that is heard is lit;
 * a touch on a sentence goes on from there.
 *
 * Who does not see has the page speak by a key or by plugging in a headset: every control then says its
 * name when the focus comes to it, every page what it is about (EN 301 549 5.1.3). The row is there all
 * the time then; who comes to it by keys has the reading wait, and any key of it goes on. On a wall,
 * where a voice would reach all who wait, Listen is there for them alone.
 */
'use strict';

(() => {
    const RATES = [0.6, 0.8, 1, 1.25, 1.5];
    const VOLUMES = [0.2, 0.4, 0.6, 0.8, 1];

    const $ = (id) => document.getElementById(id);
    const words = JSON.parse($('words').textContent);
    const read = $('read');
    const places = read ? [read, $('cover')].filter(Boolean) : [$('main')];
    const isThere = Boolean(voice.src);
    const taken = voice.asides(document.querySelectorAll('#take :is(h2, figcaption, .tongue, .desk)'));
    let own = isThere ? voice.utterances(places) : []; /* of the article or the list, one after another */
    let all = [...own, ...taken];
    let current = -1; /* index of the utterance that is heard; -1: none */
    let paused = false;
    let isInterrupted = false; /* what is read, by the name of a key of the row */
    let rate = RATES.indexOf(1);
    let volume = VOLUMES.indexOf(0.8);
    let isSpoken = memory.get('spoken') === 'yes';

    const isListening = () => current >= 0;
    const setWords = (button, text) => { button.querySelector('.words').textContent = text; };

    /* A key that does nothing now keeps the focus: who does not see would have to look for its row anew. */
    const setIdle = (id, isIdle) => $(id).setAttribute('aria-disabled', isIdle);

    function refresh() {
        $('listen').hidden = idle.beginning === 'wall' && !isSpoken;
        $('listen').setAttribute('aria-pressed', isListening());
        setWords($('listen'), isListening() ? words.listen_stop : words.listen);
        $('listen-pause').setAttribute('aria-pressed', paused);
        setIdle('listen-pause', !isListening());
        setIdle('listen-slower', rate === 0);
        setIdle('listen-faster', rate === RATES.length - 1);
        setIdle('listen-softer', volume === 0);
        setIdle('listen-louder', volume === VOLUMES.length - 1);
        const hasRow = isListening() || isSpoken;
        if ($('speaking').hidden === hasRow) {
            const isLeft = $('speaking').contains(document.activeElement);
            $('speaking').hidden = !hasRow;
            if (isLeft)
                $('listen').focus({ preventScroll: true });
            if (read)
                parts.fit();
        }
    }

    function show(index) {
        current = index;
        const range = index < 0 ? null : all[index].range;
        if (range && read && index < own.length)
            parts.showWith(range.startContainer);
        if (range)
            range.startContainer.parentElement.scrollIntoView({ block: 'nearest' });
        voice.light(range);
    }

    function hush() {
        voice.stop();
        paused = isInterrupted = false;
        show(-1);
    }

    /* To the eyes, and to the ears where there is a sound at all. */
    function tellLost() {
        stop();
        $('lost').textContent = words.spoken_lost;
        voice.say([words.spoken_lost], () => {});
    }

    function say(...all) {
        $('lost').replaceChildren();
        voice.say(all, tellLost);
    }

    function stop() {
        if (!isListening())
            return;
        hush();
        refresh();
    }

    /* The row above the bar goes or stays once the next part is there: without it the article has other
     * parts, and their numbers would lead past words. */
    function onWalked() {
        if (isSpoken)
            introduce();
        refresh();
    }

    /* A topic that is not there today (days.js), or another number of them. */
    const isOff = ({ range }) => (range ? Boolean(range.startContainer.parentElement.closest('.all a[hidden]')) : !read);

    /* Another number of topics may be on the page then. */
    function onDay() {
        own = voice.utterances(places);
        all = [...own, ...taken];
    }

    /* A long sentence may stand in several parts. */
    function turnWith(utterance, time) {
        if (read && utterance?.range)
            parts.showWith(voice.textAt(utterance, time));
    }

    function onTime(time) {
        const index = own.findLastIndex(({ from }) => from <= time + 0.01);
        if (index === current)
            turnWith(own[index], time);
        if (index === current || index < 0)
            return;
        const next = own.findIndex((one, i) => i >= index && !isOff(one));
        if (next === index)
            show(index);
        else if (next < 0)
            stop();
        else
            start(next);
    }

    function start(index) {
        $('lost').replaceChildren();
        paused = isInterrupted = false;
        current = index;
        refresh();
        show(index);
        const { src, from, until } = all[index];
        if (index < own.length)
            voice.play(voice.src, from, own.at(-1).until, { tell: onTime, end: stop, lost: tellLost });
        else
            voice.play(src, from, until, { end: goOn, lost: tellLost });
    }

    const isSeen = ({ range }) => Boolean(range) && range.getClientRects().length > 0;
    const nextTaken = (from) => all.findIndex((one, i) => i >= from && isSeen(one));

    /* Of what can be taken home each sentence is a sound by itself. */
    function goOn() {
        const next = nextTaken(current + 1);
        if (next < 0)
            stop();
        else
            start(next);
    }

    /* The first that begins on the part in sight or later, -1 when none does; the title and headings stand
     * on later parts, too. */
    function firstSeen() {
        if (read && parts.isTaking)
            return nextTaken(own.length);
        const isAhead = (one) => read ? parts.partWith(one.range.startContainer) >= parts.current : isSeen(one);
        return own.findIndex((one) => one.range && isAhead(one));
    }

    /* What it is of, and the address. */
    function sayAddresses(addresses) {
        say(...addresses.flatMap((address) => [...address.querySelectorAll('figcaption > *')]).map(nameOf));
    }

    /* Not what stands before: addresses behind an article are heard by who does not see alone. */
    function readOn(first = firstSeen()) {
        if (first >= 0)
            start(first);
        else if (isSpoken)
            sayAddresses([...document.querySelectorAll('#read .address')].filter((address) => address.checkVisibility()));
    }

    function toggle() {
        idle.needLonger();
        if (isListening())
            stop();
        else
            start(Math.max(0, firstSeen()));
    }

    function pause() {
        if (!isListening())
            return;
        paused = !paused;
        if (voice.audio && !isInterrupted)
            voice.hold(paused);
        else if (!paused)
            start(current);
        refresh();
    }

    /* As it is read from now on. */
    function goOnAfter(id) {
        if (isInterrupted)
            start(current);
        else if (isSpoken && !isListening())
            say(nameOf($(id)));
    }

    function again() {
        if (isListening())
            start(current);
        else if (read)
            readOn();
        else
            introduce();
    }

    function setPace(step) {
        rate = Math.min(Math.max(rate + step, 0), RATES.length - 1);
        voice.set({ rate: RATES[rate] });
        memory.set('rate', rate);
        refresh();
        goOnAfter(step < 0 ? 'listen-slower' : 'listen-faster');
    }

    function setVolume(step) {
        volume = Math.min(Math.max(volume + step, 0), VOLUMES.length - 1);
        voice.set({ volume: VOLUMES[volume] });
        memory.set('volume', volume);
        refresh();
        goOnAfter(step < 0 ? 'listen-softer' : 'listen-louder');
    }

    /* A touch on a sentence. */
    function onTouch({ clientX, clientY }) {
        if (!isListening())
            return;
        const holds = ({ left, right, top, bottom }) =>
            clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
        const index = all.findIndex(({ range }) => range && [...range.getClientRects()].some(holds));
        if (index >= 0)
            start(index);
    }

    /* ---- For those who do not see ---- */

    function nameOf(element) {
        const name = document.getElementById(element.getAttribute('aria-labelledby')) || element.querySelector('.words');
        return element.getAttribute('aria-label') || (name || element).textContent;
    }

    /* A finger has no need of the name. */
    function interrupt(key) {
        if (!key.matches(':focus-visible'))
            return;
        paused = isInterrupted = true;
        refresh();
        say(nameOf(key));
    }

    /* Of a dialog that has just come, too. */
    function sayName(target, before) {
        const dialog = target.closest('dialog:has(> h2)');
        const isNew = dialog && !dialog.contains(before);
        say(isNew ? nameOf(dialog.querySelector('h2')) : '', nameOf(target), target.querySelector('.pages')?.textContent ?? '');
    }

    /* Whatever keys come to: controls, and what scrolls by them. The page itself has the focus where nothing else has it. */
    function onFocus({ target, relatedTarget }) {
        if (!isSpoken || target.matches('main, dialog'))
            return;
        if (isListening() && $('speaking').contains(target)) {
            interrupt(target);
            return;
        }
        stop();
        if (target === read)
            readOn();
        else if (target.id === 'take')
            readOn(nextTaken(own.length));
        else if (target.matches('.address'))
            sayAddresses([target]);
        else if (target.matches('.hello'))
            introduce();
        else
            sayName(target, relatedTarget);
    }

    /* What stands on a page that has just come. */
    function introduce() {
        if (!read)
            say(...[...document.querySelectorAll('.hello h1, .hello h1 + p')].map(nameOf));
        else if (!parts.isTaking)
            readOn();
    }

    function setSpoken(value) {
        isSpoken = value;
        memory.set('spoken', value ? 'yes' : null);
        stop();
        idle.needLonger();
        refresh();
        if (value)
            say(words.spoken_on, nameOf(document.querySelector('h1')));
        else
            say(words.spoken_off);
    }

    /* The question of idle.js: what is asked, the number each time that it is told, and what Enter does then. */
    function onQuestion([change]) {
        const sentence = change.target.textContent;
        if (isSpoken && sentence)
            say(words.still_there, sentence, nameOf(document.activeElement));
    }

    function onKey(event) {
        const { key } = event;
        if (key === 'Escape') {
            stop();
            voice.stop();
            return;
        }
        const wanted = headset.wanted(key, isSpoken);
        if (wanted === isSpoken)
            return;
        setSpoken(wanted);
        event.preventDefault();
    }

    /* While it speaks somebody listens: to the page, or to names and addresses. */
    function attend() {
        const isReading = isListening() && !paused;
        if ((isReading || voice.audio?.paused === false) && !idle.isAsking)
            idle.note();
    }

    function begin() {
        rate = Number(memory.get('rate') ?? rate);
        volume = Number(memory.get('volume') ?? volume);
        voice.set({ rate: RATES[rate], volume: VOLUMES[volume] });
        $('listen').addEventListener('click', toggle);
        $('listen-pause').addEventListener('click', pause);
        $('listen-again').addEventListener('click', again);
        $('listen-slower').addEventListener('click', () => setPace(-1));
        $('listen-faster').addEventListener('click', () => setPace(1));
        $('listen-softer').addEventListener('click', () => setVolume(-1));
        $('listen-louder').addEventListener('click', () => setVolume(1));
        [...places, $('take')].forEach((place) => place?.addEventListener('click', onTouch));
        $('print')?.addEventListener('click', ({ currentTarget }) => isSpoken && say(nameOf(currentTarget)));
        document.addEventListener('walk', () => isListening() && hush());
        document.addEventListener('walked', onWalked); /* the focus may have been there */
        document.addEventListener('day', onDay);
        document.addEventListener('keydown', onKey, true);
        document.addEventListener('focusin', onFocus);
        new MutationObserver(onQuestion).observe($('idle').querySelector('.spoken'), { childList: true });
        setInterval(attend, 250);
        refresh();
        if (isSpoken) {
            idle.needLonger();
            introduce();
        }
    }

    if (isThere)
        begin();
    document.documentElement.dataset.listens = 'true';
})();
