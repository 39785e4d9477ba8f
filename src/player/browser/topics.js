/*
 * The pages on which visitors choose what to read, and read it: the bar, the parts of an article,
 * what is printed, and the way back to the display's beginning. A page at which nobody stands takes
 * up a new build by itself; an urgent message takes the place of every page.
 */
'use strict';

(() => {
    const STEP_MS = 250;
    const NEWS_EVERY_MS = 500;
    const PRINT_PAUSE_MS = 8000;
    const STAY_MS = 10000; /* on a page from which none can be reached */
    const LEAST_BELOW_PX = 8; /* less is an edge, no word */
    const TIGHT = ['tight', 'tighter']; /* start.css */
    const SCALE_STEP = 0.04;
    const LEAST_PICTURE_REM = 2;
    const TURN = 0.8; /* of what is seen, so that the last line is there still */
    const SHOW = 'index.html';
    const LIST = /^(all-)?topics(\.[\w-]+)?\.html$/; /* pages that list topics */
    const BEGINNING = idle.beginning === 'wall' ? SHOW : 'topics.html';

    const $ = (id) => document.getElementById(id);
    const root = document.documentElement;
    const main = $('main');
    const words = JSON.parse($('words').textContent);
    const isBeginning = location.pathname.endsWith(`/${BEGINNING}`);
    const isArticle = Boolean($('read'));
    const hasPrinter = new URLSearchParams(location.search).get('printer') === '1';
    const hasViewer = Boolean(navigator.pdfViewerEnabled && window.chrome); /* that of Chromium */
    let build = null; /* that the page is of */
    let isNew = false;
    let isLooking = false;
    let isLeaving = false;
    let lastNews = 0;
    let lastPrint = -Infinity;
    let shownDay = 0; /* of the month: whose topics are shown */
    let onward = ''; /* what the button for the next part says */
    let printLabel = ''; /* what the one for paper does */

    const go = (page) => location.replace(page + memory.search);

    /* Once: to ask again would call back what is on its way. False: none of these pages can be had. */
    async function leaveFor(...pages) {
        if (isLeaving)
            return true;
        isLeaving = true;
        const page = await files.findPage(...pages);
        if (page && location.pathname.endsWith(`/${page}`))
            location.reload();
        else if (page)
            go(page);
        else
            setTimeout(stay, STAY_MS);
        return Boolean(page);
    }

    /* At a page from which none can be had, until one can. */
    function stay() {
        isLeaving = false;
        if (idle.beginning && !idle.isAttended)
            begin();
    }

    async function begin() {
        memory.forgetVisitor();
        if (!await leaveFor(BEGINNING, SHOW) && idle.isAttended)
            missing.tell();
    }

    /* A display follows links to pages that are there alone. */
    async function onLink(event) {
        if (event.defaultPrevented)
            return;
        event.preventDefault();
        const { href } = event.currentTarget;
        const page = await files.findPage(href);
        if (page)
            location.assign(page);
        else if (await files.isListed(href))
            missing.tell();
        else
            leaveFor(SHOW);
    }

    function note() {
        if (idle.isAsking)
            return;
        memory.set('visitor', 'here');
        idle.note();
    }

    function refresh() {
        $('size').setAttribute('aria-pressed', dress.size > 1);
        $('palette').setAttribute('aria-pressed', dress.palette !== 'light');
        $('lower')?.setAttribute('aria-pressed', dress.isLow);
        if (!isArticle)
            return;
        const { current, pages, isTaking, isLast } = parts;
        const values = { part: current + 1, parts: pages };
        $('onward').hidden = isLast;
        $('onward').querySelector('.words').textContent = current === pages - 1 ? $('take-name').textContent : onward;
        $('place').textContent = isTaking || pages < 2 ? '' :
            $('place').dataset.words.replace(/\{(\w+)\}/g, (place, name) => values[name]);
        $('spine').hidden = pages < 2;
        $('spine').replaceChildren(...Array.from({ length: pages }, (nothing, i) => {
            const part = document.createElement('li');
            part.className = i < current ? 'past' : i === current ? 'present' : '';
            return part;
        }));
    }

    function walk(step) {
        const next = parts.current + step;
        if (next < 0 || next >= parts.count())
            return;
        document.dispatchEvent(new Event('walk'));
        parts.show(next);
        $(parts.isTaking ? 'take' : 'read').focus({ preventScroll: true });
        document.dispatchEvent(new Event('walked'));
    }

    /* A link within the article turns to the part that it leads to. */
    function onInnerLink(event) {
        const link = event.target.closest('a[href^="#"]');
        const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (!place)
            return;
        event.preventDefault();
        parts.open(place);
        const isAddress = place.matches('.address');
        if (isAddress)
            place.tabIndex = -1;
        (isAddress ? place : $('read')).focus({ preventScroll: true });
    }

    /* From the first part back to the topics. */
    function onBack(event) {
        if (parts.current === 0)
            return;
        event.preventDefault();
        walk(-1);
    }

    function setTitle(title, words) {
        if (title.textContent !== words)
            title.textContent = words;
    }

    /* A title is parted within its words where one of them is wider than its place alone. */
    function partTitles() {
        for (const title of document.querySelectorAll(':is(.tile, .beside) span')) {
            const whole = title.textContent.replaceAll('\u00ad', '');
            title.classList.add('whole');
            setTitle(title, whole);
            if (title.scrollWidth <= title.clientWidth)
                continue;
            title.classList.remove('whole');
            setTitle(title, title.dataset.parted ?? whole);
        }
    }

    /* As large as they have room, and no smaller than where letters are not larger. */
    function shrinkTitles(tiles, isFull) {
        const least = 1 / root.style.getPropertyValue('--size');
        for (let scale = 1; isFull() && scale > least; partTitles()) {
            scale = Math.max(least, scale - SCALE_STEP);
            tiles.style.setProperty('--scale', scale);
        }
    }

    /* Of a picture above a title nothing is seen but an edge. */
    function isEdge(picture) {
        const { height } = picture.getBoundingClientRect();
        return picture.checkVisibility() && height < LEAST_PICTURE_REM * parseFloat(getComputedStyle(root).fontSize);
    }

    /* Where titles are too long for their tiles, pictures make way, so that all are seen at once; where that
     * is not enough, the question stands above them, larger ones are less large, and what stands beside them
     * stands below. */
    function fitTiles() {
        const tiles = document.querySelector('.start .all');
        if (!tiles) {
            partTitles();
            return;
        }
        const beside = tiles.querySelector('.beside');
        const scrolls = root.dataset.flows === 'panel' ? main : tiles;
        const isFull = () => scrolls.scrollHeight > scrolls.clientHeight + 1;
        tiles.classList.remove(...TIGHT);
        tiles.style.removeProperty('--scale');
        if (beside && beside !== tiles.firstElementChild)
            tiles.prepend(beside);
        partTitles();
        const pictures = [...tiles.querySelectorAll('.tile > :is(img, .motif)')];
        for (const name of TIGHT) {
            if (!isFull() && !pictures.some(isEdge))
                return;
            tiles.classList.add(name);
            partTitles();
        }
        if (!('flows' in root.dataset))
            shrinkTitles(tiles, isFull);
        if (beside && isFull())
            tiles.append(beside);
    }

    /* What goes on below the edge, if something does. */
    function goesOn() {
        const places = [main, ...main.querySelectorAll('.hello, .all, #read, #take')];
        return places.find((place) => getComputedStyle(place).overflowY === 'auto' &&
            place.scrollHeight - place.scrollTop - place.clientHeight > LEAST_BELOW_PX);
    }

    function showWayDown() {
        $('down').hidden = !goesOn();
    }

    function onDown() {
        const place = goesOn();
        place?.scrollBy(0, place.clientHeight * TURN);
        showWayDown();
    }

    function onSize() {
        dress.nextSize();
        idle.needLonger();
        if (isArticle)
            parts.fit();
        fitTiles();
        refresh();
    }

    function onLower() {
        dress.toggleLow();
        if (isArticle)
            parts.fit();
        fitTiles();
        refresh();
    }

    function onPalette() {
        dress.nextPalette();
        refresh();
    }

    /* The large print, which the browser's viewer has to be told to print: a page from a disk may not
     * reach into a frame with it. Where there is no such viewer, or no file, the article itself. */
    async function printFile(file) {
        if (!file || !hasViewer || await files.isLost(file)) {
            window.print();
            return;
        }
        const viewer = document.createElement('embed');
        Object.assign(viewer, { className: 'unseen', type: 'application/pdf', src: file });
        document.querySelectorAll('embed').forEach((old) => old.remove());
        document.body.append(viewer);
        viewer.postMessage({ type: 'print' }, '*'); /* waits until the file is there */
    }

    /* What the button says while paper is on its way, or else what it is for. */
    function tellPrinting() {
        const isPrinting = performance.now() - lastPrint < PRINT_PAUSE_MS;
        const { printing } = $('print').dataset;
        $('print').querySelector('.words').textContent = isPrinting ? printing : printLabel;
        $('printing').textContent = isPrinting ? printing : '';
    }

    /* Once, however often a hurried finger touches it: paper takes a while. */
    function print() {
        const now = performance.now();
        if (now - lastPrint < PRINT_PAUSE_MS)
            return;
        lastPrint = now;
        tellPrinting();
        printFile($('print').dataset.file);
    }

    const reads = { ltr: { ArrowLeft: -1, ArrowRight: 1 }, rtl: { ArrowLeft: 1, ArrowRight: -1 } };

    function onKey(event) {
        note();
        const step = reads[root.dir][event.key];
        if (!step || !isArticle || event.ctrlKey || event.altKey || event.metaKey ||
            event.target.closest('dialog'))
            return;
        walk(step);
        event.preventDefault();
    }

    /* Whoever comes by keys goes on from the page, never from the top of the window. */
    function keepFocus() {
        const place = document.querySelector('dialog[open] :is(a, button)') || main;
        if (document.activeElement === document.body)
            place.focus({ preventScroll: true });
    }

    async function lookForNews() {
        if (isLooking)
            return;
        isLooking = true;
        const id = await files.readBuild();
        isLooking = false;
        if (window.handoutUrgent)
            leaveFor(SHOW);
        build = build || id;
        isNew = Boolean(id) && id !== build;
    }

    /* Where there is no room for all, the first ones of that day are there; the way to all, which is one
     * of what there is room for, tells how many these are. */
    function countTopics(date) {
        const last = document.querySelector('.tile.last');
        if (!last)
            return;
        const { words, topics, most, days: some = '' } = last.dataset;
        const off = some.split(' ').map((all) => all.split('/')).filter(([from, to]) => !days.isOn({ from, to }, date));
        const count = topics - off.length;
        last.hidden = count === 0;
        last.querySelector('.words').textContent = words.replace('{topics}', count);
        const tiles = [...document.querySelectorAll('.tile:not([hidden], .last)')];
        tiles.slice(most - 1).forEach((tile) => { tile.hidden = true; });
    }

    /* Nobody finds what is over, or not there yet. */
    function keepDays() {
        const today = new Date();
        if (today.getDate() === shownDay)
            return;
        shownDay = today.getDate();
        days.hideOthers(document.querySelectorAll(':is(.tile, .beside a)'), today);
        countTopics(today);
        for (const tiles of document.querySelectorAll('.tiles')) {
            const { length } = tiles.querySelectorAll('.tile:not([hidden])');
            tiles.hidden = length === 0;
            tiles.dataset.count = Number(tiles.dataset.count) && length;
            tiles.parentElement.querySelectorAll('h2').forEach((name) => { name.hidden = name.nextElementSibling.hidden; });
        }
        fitTiles();
        document.dispatchEvent(new Event('day'));
    }

    function step() {
        const now = performance.now();
        keepFocus();
        keepDays();
        showWayDown();
        idle.count(now);
        if (now - lastNews >= NEWS_EVERY_MS) {
            lastNews = now;
            lookForNews();
        }
        if (printLabel && $('printing').textContent)
            tellPrinting();
        if (isNew && !idle.isAttended)
            leaveFor(location.pathname.split('/').pop(), SHOW);
    }

    function startArticle() {
        idle.holdLinks($('read'));
        onward = $('onward').querySelector('.words').textContent;
        $('read').addEventListener('turned', refresh);
        parts.start();
        document.fonts.ready.then(parts.fit);
        $('read').addEventListener('click', onInnerLink);
        if (idle.beginning) /* elsewhere a pointer along the lines marks words */
            swipe.turns($('read'), walk);
        $('back').addEventListener('click', onBack);
        $('onward').addEventListener('click', () => walk(1));
        $('print').hidden = !hasPrinter;
        printLabel = $('print').querySelector('.words').textContent;
        $('print').addEventListener('click', print);
        if (!hasViewer)
            document.querySelectorAll('#print .pages').forEach((pages) => pages.remove());
        window.addEventListener('resize', parts.fit);
        window.addEventListener('beforeprint', parts.showAll);
        window.addEventListener('afterprint', () => parts.show(parts.current));
    }

    /* Who came from topics in another language goes back to those; who chooses a language has it. */
    function keepTopics() {
        if (!isArticle && idle.beginning)
            memory.set('topics', $('topics').getAttribute('href'));
        const kept = memory.get('topics');
        if (isArticle && LIST.test(kept))
            for (const link of [$('topics'), $('back')])
                link.href = kept;
        document.querySelectorAll('#languages a').forEach((link) => link.addEventListener('click', () => memory.set('topics', null)));
    }

    /* Before the browser follows it. */
    function takeAlong(link) {
        link.search = memory.search;
    }

    function start() {
        keepTopics();
        const links = [...document.querySelectorAll('a[href$=".html"]:not(#read a)')];
        links.forEach(takeAlong);
        document.addEventListener('chosen', () => links.forEach(takeAlong));
        idle.start(begin);
        missing.label(words);
        idle.label(words, idle.beginning === 'wall' ? 'slides_again' : 'page_again');
        if (isArticle)
            startArticle();
        keepDays();
        document.fonts.ready.then(fitTiles);
        window.addEventListener('resize', fitTiles);
        $('size').addEventListener('click', onSize);
        $('palette').addEventListener('click', onPalette);
        $('lower')?.addEventListener('click', onLower);
        for (const button of document.querySelectorAll('#language, #more-languages'))
            button.addEventListener('click', () => $('languages').showModal());
        $('languages')?.addEventListener('click', ({ target, currentTarget }) => target === currentTarget && target.close());
        $('down').addEventListener('click', onDown);
        $('again').addEventListener('click', begin);
        if (idle.beginning) /* each: a screen reader calls all clickable that is in something that is */
            links.forEach((link) => link.addEventListener('click', onLink));
        document.addEventListener('keydown', onKey);
        document.addEventListener('pointerdown', note);
        document.addEventListener('wheel', note, { passive: true });
        if (memory.get('visitor') || (idle.beginning && !isBeginning)) /* nobody else comes here */
            (dress.size > 1 ? idle.needLonger : idle.note)();
        refresh();
        keepFocus();
        if (isArticle && idle.beginning && !days.isOn($('read').dataset, new Date()))
            begin(); /* from the same article in another language, which has other days */
        setInterval(step, STEP_MS);
        /* A script that is missing is missed here: the page then loads itself anew. */
        if (![files, days, headset, swipe].some((part) => part instanceof Element))
            root.dataset.started = 'true';
    }

    start();
})();
