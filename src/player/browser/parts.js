/*
 * An article in parts, so that nobody at the display has to scroll. Each section begins a part of its own,
 * but for the first behind what stands above all, and so does each row of a table with heads, which is a card,
 * but for the first; those of a long table stand together where its columns have room.
 *
 * What has no room is parted between blocks, list items and rows, a card that has none between its cells,
 * below what names it, a block or a cell that has none as pieces.js tells, below its heading each time. A
 * picture that has none is smaller, and as the last resort the letters of that part are, down to the
 * smallest that are read at arm's length. What is too high then scrolls. What is left over for a part is no
 * single line there, where what is before it has more to give.
 *
 * The last part is the way to take it home, below the title. Where the page flows (article.css), and without
 * this script, it shows all.
 */
'use strict';

const parts = (() => {
    const read = document.getElementById('read');
    const root = document.documentElement;
    const { CARD, HEADINGS } = blocks;
    const flows = () => 'flows' in root.dataset; /* dress.js */
    const MOST_CARDS = 6; /* rows of a table */
    const MOST_ROW = 0.3; /* of the room of a part */
    const LEAST_PICTURE = 0.4; /* of the room of a part */
    const SCALE_STEP = 0.04;
    const LITTLE = 0.6; /* of what the part before it holds */
    const LEAST_JOINED = 1 - 3 * SCALE_STEP; /* of the letters: larger still than those a size below (dress.js) */
    const MOST_JOINED = 1 / LEAST_JOINED ** 2; /* of the room of a part: smaller letters are lower, and lines hold more */
    const TIGHT = [[], ['tight'], ['tight', 'tighter']]; /* article.css: what headings leave to what is below them */
    const LEADS = /[:\uff1a]\s*$/u;
    let wholes = []; /* of elements: what is parted last; the elements of one stand together */
    let units = []; /* the same, some of them in sentences or less */
    let around = new Set(); /* what holds them */
    let seen = new Set(); /* of both, what is not hidden */
    let begins = []; /* index of the first unit of each part */
    let current = 0;
    let scales = []; /* of the letters of each part */
    let heights = new Map(); /* of parts that were tried */
    let crowded = 0; /* parts that have no room in their letters, and cards that are parted */

    /* Of a card its cells, but for the one that names it; of a block pieces of it; of a row none. */
    function piecesOf(unit) {
        if (unit[0].matches(`tr:not(${CARD})`))
            return [];
        const cells = unit[0].matches(CARD) ? [...unit[0].cells].slice(1) : [];
        return cells.length > 1 ? cells.map((cell) => [cell]) : pieces.of(unit);
    }

    const holds = (unit, node) => unit.some((element) => element.contains(node));

    /* What holds these. */
    function holdersOf(elements) {
        const holders = new Set();
        for (const element of elements)
            for (let holder = element.parentElement; holder !== read && !holders.has(holder); holder = holder.parentElement)
                holders.add(holder);
        return holders;
    }

    /* When to call is said of the list and the number below, of nothing that follows them. */
    const isCalled = (element) => element.matches('.number') || Boolean(element.closest('.call + ul'));

    /* The heading of the section, where that began before. */
    function headingOf(from) {
        const heading = units[from]?.[0].closest('#read > section')?.querySelector(HEADINGS);
        const isAbove = heading && units.findIndex((unit) => unit[0] === heading) < from;
        return isAbove && (!heading.matches('.call') || isCalled(units[from][0])) ? heading : null;
    }

    /* Shows those from `from` up to `to`, with what is around them. Of a long article this is done a thousand
     * times: only what changes is touched. */
    function reveal(from, to) {
        const shown = new Set(units.slice(from, to).flat());
        const heading = headingOf(from);
        if (heading)
            shown.add(heading);
        holdersOf(shown).forEach((holder) => shown.add(holder));
        seen.forEach((element) => { element.hidden = !shown.has(element); });
        shown.forEach((element) => { element.hidden = false; });
        seen = shown;
    }

    const isFull = () => read.scrollHeight > read.clientHeight + 1;
    const isHeading = (number) => units[number][0].matches(`${HEADINGS}, .word`);
    const isNumber = (number) => units[number][0].matches('.number'); /* to call, for what stands above */

    function fits(from, to) {
        reveal(from, to);
        return !isFull();
    }

    const cardOf = ([element]) => element.closest(CARD);
    const sectionOf = ([element]) => element.closest('#read > section');

    /* Of a section its first unit begins there. */
    const begun = (number) => {
        const own = sectionOf(units[number]);
        return own?.querySelector('h2') === units[number][0] ? own : null;
    };

    /* What begins there is never on the part from `from`: a card behind another, a section behind another. */
    function isApart(from, number) {
        const [before, card] = [cardOf(units[number - 1]), cardOf(units[number])];
        return Boolean(before && card && before !== card) || Boolean(begun(number) && units.slice(from, number).some(sectionOf));
    }

    /* Nor is a section that has room by itself alone. */
    function isNext(from, number) {
        const own = begun(number);
        if (isApart(from, number) || !own)
            return isApart(from, number);
        const end = number + units.slice(number).filter((unit) => sectionOf(unit) === own).length;
        return fits(number, end) && !fits(from, end);
    }

    /* The end of the shortest part from there: headings and what follows them. */
    function leastFrom(from) {
        let to = from;
        while (to < units.length - 1 && isHeading(to))
            to++;
        return to + 1;
    }

    /* The last of them into its sentences, and the first of these at its pauses or amid its words, where it
     * has no room. */
    function split(from, to) {
        for (let all = piecesOf(units[to - 1]); all.length > 1; all = piecesOf(units[to - 1])) {
            if (fits(from, to))
                return;
            crowded += units[to - 1][0].matches(CARD) ? 1 : 0;
            units.splice(to - 1, 1, ...all);
            all.flat().forEach((piece) => seen.add(piece));
            holdersOf(all.flat()).forEach((holder) => around.add(holder));
        }
    }

    function shrinkPicture([element]) {
        const picture = element.querySelector('img');
        if (!picture)
            return;
        const over = read.scrollHeight - read.clientHeight;
        const least = Math.max(LEAST_PICTURE * read.clientHeight, picture.clientHeight - over - 1);
        picture.style.maxHeight = `${least}px`;
    }

    function setScale(scale) {
        read.style.setProperty('--scale', scale);
    }

    /* That of the smallest letters. */
    function leastScale() {
        setScale(1);
        return parseFloat(root.style.getPropertyValue('--letter')) / parseFloat(getComputedStyle(read).fontSize);
    }

    /* The scale at which they have room. */
    function shrinkLetters(from, to) {
        const least = leastScale();
        let scale = 1;
        while (!fits(from, to) && scale > least) {
            scale = Math.max(least, scale - SCALE_STEP);
            setScale(scale);
        }
        return scale;
    }

    function endOf(from) {
        const least = leastFrom(from);
        setScale(1);
        split(from, least);
        if (!fits(from, least))
            shrinkPicture(units[least - 1]);
        crowded += fits(from, least) ? 0 : 1;
        scales.push(shrinkLetters(from, least));
        let to = least;
        while (to < units.length && !isNext(from, to)) {
            if (!fits(from, to + 1))
                break;
            to++;
        }
        while (to < units.length && to > least && (isHeading(to - 1) || isNumber(to)))
            to--;
        return to;
    }

    /* How high what they say is, without the headings, in letters as they are chosen. */
    function heightOf(from, to) {
        const key = from * units.length + to;
        if (!heights.has(key)) {
            reveal(from, to);
            const boxes = units.slice(from, to).filter((_, i) => !isHeading(from + i)).flat().map((element) => element.getBoundingClientRect());
            heights.set(key, Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)));
        }
        return heights.get(key);
    }

    const numbers = (from, to) => Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i);

    /* Whether a part may end before that one: no heading is parted from its text, nor what leads to a list from
     * it, the number from what to call for, an item of a list, a sentence. */
    function mayEnd(number) {
        const [before, next] = [units[number - 1].at(-1), units[number][0]];
        const isItem = blocks.areInOne(before, next, (holder) => holder.matches('li'));
        const isOne = before.dataset.sentence && before.dataset.sentence === next.dataset.sentence;
        const isSentence = isOne && blocks.areInOne(before, next, (holder) => wholes.some(([whole]) => whole === holder));
        const leads = LEADS.test(before.textContent) && !before.closest('li');
        return !isHeading(number - 1) && !isNumber(number) && !leads && !isSentence && !isItem;
    }

    /* The scale, hardly below that of letters as they are chosen, at which they have room; 0: there is none. All of
     * the article is styled anew for each that is tried: the least comes first. */
    function scaleOf(from, to) {
        const least = Math.max(leastScale(), LEAST_JOINED);
        const steps = Math.floor((1 - least) / SCALE_STEP + 1e-6);
        const hasRoom = (step) => {
            setScale(1 - step * SCALE_STEP);
            return fits(from, to);
        };
        return hasRoom(steps) ? 1 - SCALE_STEP * numbers(0, steps + 1).find(hasRoom) : 0;
    }

    /* A picture without words, or a heading that it stands below. */
    const isPicture = (from, to) => to - from === 1 && units[from][0].matches('figure:has(img)') && !headingOf(from);

    /* The same, where a picture that stood alone is smaller. */
    function scaleBeside(picture, from, to) {
        const { style } = picture[0].querySelector('img');
        const before = style.maxHeight;
        setScale(1);
        if (!fits(from, to))
            shrinkPicture(picture);
        if (fits(from, to))
            return 1;
        style.maxHeight = before;
        return 0;
    }

    /* The part, which ends nothing amid, and the one before it are one, where letters that are hardly smaller, or a
     * smaller picture, leave room for both. */
    function join(part) {
        const [from, at, to] = [begins[part - 1], begins[part], begins[part + 1] ?? units.length];
        const isFirst = isPicture(from, at);
        if ((!isFirst && isApart(from, at)) || (to < units.length && !mayEnd(to)))
            return false;
        const picture = isFirst ? units[from] : isPicture(at, to) ? units[at] : null;
        if (!picture && heightOf(from, at) + heightOf(at, to) > MOST_JOINED * read.clientHeight)
            return false;
        const scale = picture ? scaleBeside(picture, from, to) : scaleOf(from, to);
        if (scale) {
            begins.splice(part, 1);
            scales.splice(part - 1, 2, scale);
        }
        setScale(1);
        return scale > 0;
    }

    /* A part that begins amid an item or a sentence has the beginning of that, too, where there is room for it. */
    function beginEarlier(part) {
        const [from, at, to] = [begins[part - 1], begins[part], begins[part + 1] ?? units.length];
        const begin = numbers(from + 1, at).findLast(mayEnd);
        const scale = begin ? scaleOf(begin, to) : 0;
        if (scale)
            [begins[part], scales[part]] = [begin, scale];
    }

    /* A part that ends amid an item or a sentence, or before what belongs to it, has the rest of that, too, where
     * letters that are hardly smaller have room for it; a picture that stands alone, what it has room for. */
    function complete(part) {
        const [from, at, to] = [begins[part - 1], begins[part], begins[part + 1] ?? units.length];
        const between = numbers(at + 1, to);
        const end = isPicture(from, at) ? between.findLast((last) => mayEnd(last) && scaleBeside(units[from], from, last)) :
            mayEnd(at) ? 0 : between.find(mayEnd);
        const scale = !end ? 0 : isPicture(from, at) ? 1 : scaleOf(from, end);
        if (scale)
            [begins[part], scales[part - 1]] = [end, scale];
        else if (!mayEnd(at))
            beginEarlier(part);
        setScale(1);
    }

    /* A part that holds little has what ends the one before it, too, where both are of one section and hold about
     * the same then. */
    function even(part) {
        const [from, at, to] = [begins[part - 1], begins[part], begins[part + 1] ?? units.length];
        const isOne = sectionOf(units[at]) === sectionOf(units[at - 1]);
        if (!isOne || isNext(from, at) || heightOf(at, to) > LITTLE * heightOf(from, at))
            return;
        let least = heightOf(from, at);
        for (let end = at - 1; end > from && fits(end, to); end--) {
            const most = mayEnd(end) ? Math.max(heightOf(from, end), heightOf(end, to)) : least;
            if (most < least)
                [begins[part], least] = [end, most];
        }
    }

    /* Parts that hold too little, in letters that are hardly smaller than they are chosen. */
    function balance() {
        const areLarge = (part) => Math.min(scales[part - 1], scales[part]) >= LEAST_JOINED;
        setScale(1);
        for (let part = 1; part < begins.length; part++)
            if (areLarge(part))
                complete(part);
        for (let part = 1; part < begins.length;)
            part += areLarge(part) && join(part) ? 0 : 1;
        for (let part = begins.length - 1; part > 0; part--)
            if (areLarge(part))
                even(part);
    }

    /* Of a table with many rows these are no cards where all of its columns have room: there are several on
     * a part then, below its heads. */
    function shapeTables() {
        for (const table of read.querySelectorAll('table:has(> thead)')) {
            const rows = [...table.querySelectorAll('tbody > tr')];
            table.classList.remove('cards');
            table.querySelectorAll('thead th').forEach((head) => { head.hidden = false; });
            const fits = table.offsetWidth <= read.clientWidth && rows.every((row) => row.offsetHeight <= MOST_ROW * read.clientHeight);
            table.classList.toggle('cards', flows() || rows.length <= MOST_CARDS || !fits);
        }
    }

    function divideOnce() {
        setScale(1);
        [...around, ...units.flat()].forEach((element) => { element.hidden = false; });
        lines.free(read);
        shapeTables();
        lines.fit(read);
        read.querySelectorAll('img').forEach((picture) => { picture.style.maxHeight = ''; });
        units = wholes.slice();
        around = holdersOf(units.flat());
        seen = new Set([...around, ...units.flat()]);
        begins = flows() ? [0] : [];
        scales = [];
        heights = new Map();
        crowded = 0;
        for (let from = 0; from < units.length && !flows(); from = endOf(from))
            begins.push(from);
        balance();
    }

    /* How often something is crowded then. */
    function divideAs(classes) {
        read.classList.remove('tight', 'tighter');
        read.classList.add(...classes);
        divideOnce();
        return crowded;
    }

    /* Headings that leave too little room for what stands below them are smaller, and gaps, where that helps. */
    function divide() {
        root.dataset.part = 'read'; /* with the room that they have then */
        const tried = [];
        for (const classes of TIGHT)
            if (tried.at(-1) !== 0)
                tried.push(divideAs(classes));
        const best = tried.indexOf(Math.min(...tried));
        if (best < tried.length - 1)
            divideAs(TIGHT[best]);
    }

    /* A column that is not shown has no name either: nobody is to hear the name of another. */
    function alignHeads() {
        for (const card of read.querySelectorAll(`${CARD}:not([hidden])`)) {
            const heads = card.closest('table').tHead.rows[0].cells;
            [...card.cells].forEach((cell, i) => { heads[i].hidden = cell.hidden; });
        }
    }

    const count = () => begins.length + (flows() ? 0 : 1);
    const isTaking = () => current >= begins.length;

    /* What is too high for its place has a smaller code and a smaller title (take.css). */
    function fitTake() {
        const take = document.getElementById('take');
        take.classList.remove('tight');
        take.classList.toggle('tight', [take, take.parentElement].some((place) => place.scrollHeight > place.clientHeight));
    }

    function show(number) {
        current = number;
        root.dataset.part = isTaking() ? 'take' : 'read';
        const from = begins[current] ?? units.length; /* the title alone, while it is taken home */
        setScale(scales[current] ?? 1);
        reveal(from, begins[current + 1] ?? units.length);
        read.tabIndex = isTaking() ? -1 : 0;
        alignHeads();
        read.scrollTop = 0;
        if (isTaking())
            fitTake();
        read.dispatchEvent(new Event('turned'));
    }

    /* The number of the part with a node of the article in it; with what follows a head of a table, which
     * is in all. What stands above several parts, the title and headings, is in the first of them. */
    function partWith(node) {
        const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
        const unit = units.findIndex((one) => holds(one, node) || (node.compareDocumentPosition(one[0]) & FOLLOWING));
        return unit < 0 ? -1 : begins.findLastIndex((begin) => begin <= unit);
    }

    function showWith(node) {
        const part = partWith(node);
        if (part >= 0 && part !== current)
            show(part);
    }

    const partOf = (element) => {
        const unit = units.findIndex((one) => holds(one, element) || element.contains(one[0]));
        return begins.findLastIndex((begin) => begin <= unit);
    };

    /* The part in which the element begins. */
    function open(element) {
        const part = partOf(element);
        if (part < 0)
            return;
        show(part);
        element.scrollIntoView({ block: 'nearest' });
    }

    /* Anew, with what was read first still in sight. */
    function fit() {
        const first = isTaking() ? null : units[begins[current]][0];
        divide();
        show(first ? partOf(first) : count() - 1);
    }

    function showAll() {
        reveal(0, units.length);
        alignHeads();
    }

    function start() {
        read.querySelectorAll('table:has(> thead)').forEach((table) => table.classList.add('cards'));
        wholes = blocks.of(read).map((block) => [block]);
        lines.mark(read);
        blocks.partedIn(read, wholes.flat()).forEach(pieces.mark);
        divide();
        show(0);
    }

    return {
        start, show, showWith, partWith, showAll, open, fit, count,
        get current() { return current; },
        get pages() { return begins.length; },
        get isLast() { return current === count() - 1; },
        get isTaking() { return isTaking(); },
    };
})();
