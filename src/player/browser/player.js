/*
 * The show itself: which slide stands on the wall, for how long, and what comes after it.
 *
 * Time is counted in small steps of a clock that nobody sets, and a step never counts for more than
 * LONGEST_STEP_MS: a computer that slept, a hidden tab and a corrected clock then cost a slide some
 * seconds at most. Whatever changes the show (a new build, a withdrawn slide, the time of day) waits
 * for a boundary: the moment when one slide makes way for another. Only an urgent message (a show
 * with `urgent`) comes and goes at once, whatever a viewer has stopped or chosen.
 */
'use strict';

const player = (() => {
    const STEP_MS = 250;
    const LONGEST_STEP_MS = 5000;
    const READ_EVERY_MS = 60000;
    const NEWS_EVERY_MS = 500; /* an urgent message is on the wall two seconds after it was saved */
    const FIRST_READ_EVERY_MS = 2000; /* while there is nothing to show */
    const BEAT_MS = 10000;
    const LEAST_CHANGE_MS = 500; /* two changes a second at most (WCAG 2.3.1) */
    const LEAST_SCREENFUL_MS = 10000;
    const STRIDE = 0.65; /* of a screenful: no line is too high to be seen whole in one of them */
    const FADE_MS = 400;
    const SHOW = 'index.html';
    const FALLBACK_ID = ''; /* the contact details, when no slide is on */

    const $ = (id) => document.getElementById(id);
    const slides = $('slides');
    const stage = $('stage');
    const page = document.documentElement; /* scrolls instead of the stage in hand-held windows */
    const bar = $('progress').firstElementChild;

    let show = null;
    let own = null; /* which files of the player this page runs */
    let pending = null; /* a newer show, all of it there and whole */
    let withdrawn = new Set(); /* ids that the newest manifest has no longer */
    let elements = new Map(); /* by id, of the slides that have been on */
    let language = null; /* that the viewer chose; null: all */
    let current = null; /* id */
    let round = 0;
    let screenfuls = 1; /* that the slide needs in this window; more than one only in flow */
    let screenful = 0;
    let remaining = 0; /* [ms] of the screenful */
    let dwell = 0; /* [ms] of the screenful */
    let stopped = false; /* by the viewer, until the viewer or nobody wants otherwise */
    let held = false; /* while the pointer is over the show */
    let isReading = false;
    let tried = null; /* id of the build that was looked at last */
    let lastStep = performance.now();
    let lastRead = lastStep;
    let lastNews = lastStep;
    let lastBeat = lastStep;
    let lastChange = -LEAST_CHANGE_MS;
    let beat = 0;

    const isRotating = () => Boolean(show) && !stopped && !held && !document.hidden;

    function words() {
        return programme.labelsFor(show, language).words;
    }

    function slidesOn() {
        return programme.slidesOn(show, new Date(), language, withdrawn);
    }

    function elementFor(slide, number, count) {
        const key = slide ? slide.id : FALLBACK_ID;
        if (!elements.has(key)) {
            const name = slide && programme.fill(words().slide_of, { slide: number, slides: count });
            const element = slide ? drawing.makeSlide(slide, show, words(), name) :
                drawing.makeContact(show, words());
            if (slide)
                addresses.hold(element, slide);
            idle.holdLinks(element);
            elements.set(key, element);
            slides.append(element);
        }
        return elements.get(key);
    }

    /* For a watchdog that looks into the page: which build it shows, and that it is alive. */
    function writeBeat() {
        document.title = show.title;
        page.dataset.build = show.build_id;
        page.dataset.beat = beat;
    }

    function drawProgress() {
        const done = screenful * dwell + dwell - remaining;
        bar.style.transform = `scaleX(${Math.min(1, done / (dwell * screenfuls))})`;
    }

    function startScreenful(slide) {
        const whole = (slide ? slide.dwell_s : 60) * 1000;
        dwell = remaining = screenfuls > 1 ? Math.max(LEAST_SCREENFUL_MS, whole / screenfuls) : whole;
        drawProgress();
    }

    /* Lays the current slide out anew; after anything that changes the window or the text size. */
    function fit() {
        const element = current !== null && elements.get(current);
        if (!element)
            return;
        look.fit(element, controls.height());
        if (page.dataset.layout === 'panel' && look.isCrowded(element)) {
            element.dataset.flows = 'true';
            look.fit(element, controls.height());
        }
        if (reading.isOpen)
            return;
        const strides = (box) => (box.scrollHeight - box.clientHeight) / (STRIDE * box.clientHeight);
        screenfuls = 1 + Math.ceil(Math.max(strides(stage), strides(page)) - 0.02);
        screenful = Math.min(screenful, screenfuls - 1);
        if (screenfuls > 1)
            element.tabIndex = 0; /* for scrolling by keys */
        else
            element.removeAttribute('tabindex');
    }

    function scrollTo(number) {
        screenful = number;
        for (const box of [stage, page])
            box.scrollTop = number * STRIDE * box.clientHeight;
    }

    function fadeIn(element) {
        if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
            element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-out' });
    }

    function present(slide, number, count) {
        const element = elementFor(slide, number, count);
        if (element.hidden) {
            for (const other of elements.values())
                other.hidden = other !== element;
            fadeIn(element);
        }
        current = slide ? slide.id : FALLBACK_ID;
        stage.dir = element.dir || page.dir; /* a panel narrower than the window stands at its start edge */
        scrollTo(0);
        look.refreshPalette(new Date());
        fit();
        startScreenful(slide);
        controls.refresh();
        memory.set('slide', current);
    }

    /* Every slide of the show as elements, for paper. */
    function drawAll() {
        const on = slidesOn();
        on.forEach((slide, i) => slides.append(elementFor(slide, i + 1, on.length)));
    }

    function forgetElements() {
        elements = new Map();
        slides.replaceChildren();
    }

    async function take(newShow) {
        const hasFonts = await files.useFonts(newShow);
        show = newShow;
        withdrawn = new Set();
        if (show.urgent) {
            stopped = held = false;
            controls.giveWay();
        }
        if (!programme.languages(show).includes(language))
            language = null;
        forgetElements();
        look.take(show, hasFonts);
        files.forgetOthers(show);
        offline.forgetOthers(show);
        memory.set('show', JSON.stringify(show));
        controls.label(show, language);
        refreshMode();
        writeBeat();
        message.say(show);
        leaveForTopics();
    }

    /* A display that begins with the topics has slides for what is urgent alone. */
    async function leaveForTopics() {
        const page = idle.beginning === 'kiosk' && show.topics && !show.urgent && await files.findPage(show.topics);
        if (page)
            location.replace(page + memory.search);
    }

    /* A player of which there are new files begins anew with them, where nobody is stopped by that. */
    async function renew() {
        const isFree = show.player !== own && !show.urgent && !idle.isAttended;
        if (!isFree || !await files.findPage(SHOW))
            return;
        history.replaceState({ slide: current }, ''); /* what the store tells may come too late (memory.js) */
        location.reload();
    }

    /* Where a page goes on that begins: a crash later asks the store, which knows of newer slides. */
    function slideBefore() {
        const slide = history.state?.slide ?? memory.get('slide');
        history.replaceState(null, '');
        return slide;
    }

    /* Where the slides `on` go on after the current one, which may have left them. */
    function indexAfter(on, ids, step) {
        const here = on.findIndex(({ id }) => id === current);
        if (here >= 0)
            return here + step;
        const place = ids.indexOf(current);
        const following = on.findIndex(({ id }) => ids.indexOf(id) > place);
        return (following < 0 ? on.length : following) + Math.min(0, step);
    }

    /* A boundary. `choose` gives the index of the slide to show among those that are on. */
    async function change(choose) {
        const now = performance.now();
        if (!show || now - lastChange < LEAST_CHANGE_MS)
            return;
        lastChange = now;
        const ids = show.slides.map(({ id }) => id);
        const next = pending;
        pending = null;
        if (next)
            await take(next);
        const on = slidesOn();
        const index = choose(on, ids);
        if (index >= on.length)
            look.shift(++round);
        const wrapped = on.length ? (index + on.length) % on.length : 0;
        present(on[wrapped], wrapped + 1, on.length);
        renew();
    }

    const turn = (step) => change((on, ids) => indexAfter(on, ids, step));
    const turnTo = (index) => change((on) => (index < 0 ? on.length + index : index));

    /* In the flow layout a slide may be longer than the window: then it is shown in screenfuls. */
    function turnScreenful() {
        if (screenful + 1 >= screenfuls) {
            turn(1);
            return;
        }
        scrollTo(screenful + 1);
        remaining = dwell;
    }

    /* A slide that the newest manifest lacks leaves at the next boundary, even while the files of
     * that build are still on their way. */
    function withdraw(newest) {
        const kept = new Set(newest.slides.map(({ id }) => id));
        withdrawn = new Set(show.slides.map(({ id }) => id).filter((id) => !kept.has(id)));
    }

    async function readNewest() {
        const newest = await files.readManifest();
        if (!newest)
            return;
        tried = newest.build_id;
        if (!show) {
            await begin(newest);
            return;
        }
        withdraw(newest);
        const isNew = newest.build_id !== show.build_id;
        if (!isNew && !idle.isAttended)
            leaveForTopics(); /* which could not be had before */
        /* An urgent message does not wait for a file: its words flow without fonts and pictures. */
        const isThere = isNew && (newest.urgent || await files.allWhole(newest));
        pending = isThere ? newest : null;
    }

    /* One reading at a time, however long a file takes. */
    async function update() {
        if (isReading)
            return;
        isReading = true;
        try {
            await readNewest();
        } finally {
            isReading = false;
        }
    }

    /* Looks for a new build as often as a message may be urgent. What tells of one is a few bytes. */
    async function lookForNews() {
        const id = await files.readBuild();
        if (!show || !id || id === show.build_id || id === tried || isReading)
            return;
        await update();
    }

    /* What does not wait for a boundary. */
    function isUrgent() {
        const comesOrGoes = pending && (pending.urgent || show.urgent);
        return comesOrGoes || (current !== FALLBACK_ID && programme.isOver(show, new Date()));
    }

    function countTime(passed) {
        if (!isRotating())
            return;
        remaining -= passed;
        drawProgress();
        if (remaining <= 0)
            turnScreenful();
    }

    function step() {
        const now = performance.now();
        const passed = Math.min(now - lastStep, LONGEST_STEP_MS);
        lastStep = now;
        if (now - lastRead >= (show ? READ_EVERY_MS : FIRST_READ_EVERY_MS)) {
            lastRead = now;
            update();
        }
        if (now - lastNews >= NEWS_EVERY_MS) {
            lastNews = now;
            lookForNews();
        }
        if (show && isUrgent())
            turnTo(0);
        if (show && now - lastBeat >= BEAT_MS) {
            lastBeat = now;
            beat++;
            writeBeat();
        }
        controls.countIdle(now);
        countTime(passed);
    }

    /* Live regions speak of changes only when the viewer makes them, or an urgent message does. */
    function refreshMode() {
        const calm = stopped || held ? 'polite' : 'off';
        slides.setAttribute('aria-live', show && show.urgent ? 'assertive' : calm);
        controls.refresh();
    }

    function setStopped(value) {
        stopped = value;
        refreshMode();
    }

    function setHeld(value) {
        held = value;
        refreshMode();
    }

    function setLanguage(value) {
        language = value;
        forgetElements();
        controls.label(show, language);
        lastChange = -LEAST_CHANGE_MS;
        turnTo(0);
    }

    function restart() {
        setLanguage(null);
        leaveForTopics();
    }

    function keepAwake() {
        if (!document.hidden && navigator.wakeLock)
            navigator.wakeLock.request('screen').catch(() => {}); /* a battery may refuse */
    }

    async function begin(first) {
        own = first.player;
        await take(first);
        const remembered = slideBefore();
        $('show').hidden = false;
        page.dataset.started = 'true';
        controls.keepFocus();
        look.shift(round);
        const on = slidesOn();
        const index = Math.max(0, on.findIndex(({ id }) => id === remembered));
        present(on[index], index + 1, on.length);
    }

    /* Whatever of the player is missing or half there is missed here, before anything is shown; the
     * page then tries again (index.html). A style sheet tells its name at its end; what an element is
     * called, browsers take for the name of a missing script. */
    function missParts() {
        const style = getComputedStyle(page);
        const sheets = ['player', 'controls'].filter((name) => !style.getPropertyValue(`--whole-${name}`));
        const scripts = [offline, drawing, days, programme, headset, idle, swipe, addresses, reading, message, missing];
        return sheets.length > 0 || scripts.some((part) => part instanceof Element);
    }

    async function start() {
        if (missParts())
            return;
        const kept = memory.getObject('show');
        await update();
        if (!show && files.isShow(kept))
            await begin(kept);
        setInterval(step, STEP_MS);
    }

    document.addEventListener('visibilitychange', keepAwake);
    window.addEventListener('resize', fit);
    slides.addEventListener('relayout', fit);
    window.addEventListener('beforeprint', () => show && drawAll());
    keepAwake();

    return {
        start, restart, update, turn, turnTo, fit, setStopped, setHeld, setLanguage,
        get isStopped() { return stopped; },
        get hasShow() { return Boolean(show); },
        get canSpeak() { return Boolean(show && show.speech); },
        get isUrgent() { return Boolean(show && show.urgent); },
        sayMessage() { message.say(show); },
    };
})();
