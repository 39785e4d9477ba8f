/*
 * What a block may be parted into: its lines, sentences, what stands between their pauses, and less, down to
 * a few words. Each is an element of its own, or several where it goes over bold words.
 */
'use strict';

const pieces = (() => {
    const { lang } = document.documentElement;
    const SENTENCES = new Intl.Segmenter(lang, { granularity: 'sentence' });
    const WORDS = new Intl.Segmenter(lang, { granularity: 'word' });
    const INITIALS = /(^|\s)\p{Lu}\p{L}{0,2}\.\s*$/u; /* no sentence ends so: "Dr. " */
    const FACTS = '.hours, .address'; /* their lines are whole, as they were written */
    const PAUSES = /[,;:\u2013\u2014\u060c\u061b]\s+|[\u3001\uff0c\uff1b\uff1a]/gu;
    const BLANK = /[^\S\u00a0\u202f]$/; /* a line may end behind it */
    const ONE = '[role="img"], .long';
    const LETTER = /\p{L}/u; /* words of some scripts have no blanks between them */
    const LEVELS = ['line', 'sentence', 'clause', 'half', 'quarter', 'eighth'];
    const LEAST_HALVED = 24; /* letters */

    /* Where sentences of the text end. */
    function endsIn(text) {
        const ends = [];
        for (const { index, segment } of SENTENCES.segment(text))
            if (!INITIALS.test(segment) || index + segment.length === text.length)
                ends.push(index + segment.length);
        return ends;
    }

    /* Where the name of a note ends, which is part of its first sentence. */
    const nameEnd = (block) => block.matches('aside') ? block.textContent.search(/\S/) + block.firstElementChild.textContent.trim().length : 0;

    /* Where sentences of the block end. */
    function sentenceEnds(block) {
        const text = block.textContent;
        const named = text.slice(0, nameEnd(block)).trim();
        return endsIn(text).filter((end) => !['', named].includes(text.slice(0, end).trim()) || end === text.length);
    }

    /* Where words of the block end. */
    function wordEnds(block) {
        const words = [...WORDS.segment(block.textContent)];
        const isEnd = ({ segment }, next) => BLANK.test(segment) || (LETTER.test(segment) && LETTER.test(next.segment));
        return words.slice(1).filter((next, i) => isEnd(words[i], next)).map(({ index }) => index)
            .filter((end) => end > nameEnd(block) + 1);
    }

    /* The ends with one amid each that is long, where a word ends. */
    function halve(ends, words) {
        const all = [...new Set([0, ...ends])].sort((a, b) => a - b);
        return all.flatMap((end, i) => {
            const from = all[i - 1] ?? end;
            const off = (at) => Math.abs(at - (from + end) / 2);
            const [middle] = words.filter((at) => from < at && at < end).sort((a, b) => off(a) - off(b));
            return middle && end - from >= LEAST_HALVED ? [middle, end] : [end];
        });
    }

    /* The same with the ends amid clauses. */
    function amid(ends, words) {
        const half = halve(ends.clause, words);
        const quarter = halve(half, words);
        return { ...ends, half, quarter, eighth: halve(quarter, words) };
    }

    const lengthBefore = (block, node) => {
        const before = new Range();
        before.setStart(block, 0);
        before.setEndBefore(node);
        return before.toString().length;
    };

    /* Where one may pause within them. */
    const pausesIn = (block) => [...block.textContent.matchAll(PAUSES)].map(({ index, 0: { length } }) => index + length);

    /* Its line breaks, each behind the line that it ends, not within the name of the next. */
    function breaksIn(block) {
        const breaks = [...block.querySelectorAll('br')];
        for (const end of breaks)
            while (end.parentElement !== block && !end.previousSibling)
                end.parentElement.before(end);
        return breaks;
    }

    const isName = (node) => node instanceof Element && node.matches('strong, :has(> strong:only-child)');

    /* Where lines, sentences and clauses of the block end, each of them also where those before do. Lines
     * below a name are one with it, as hours with their day; nothing ends within what is kept together. */
    function endsOf(block) {
        const breaks = breaksIn(block);
        const named = breaks.filter((end) => isName(end.nextSibling));
        const firsts = named.length > 0 ? named : breaks;
        const whole = [...block.querySelectorAll('.nb, [role="img"]')].map((fact) => {
            const from = lengthBefore(block, fact);
            return [from, from + fact.textContent.length];
        });
        const isWithin = (at) => whole.some(([from, to]) => from < at && at < to);
        const at = (all) => all.map((end) => lengthBefore(block, end));
        const line = at(firsts.filter((end) => !isName(end.previousSibling)));
        if (block.matches(FACTS))
            return amid({ line, sentence: at(firsts), clause: at(breaks) }, []);
        const sentence = [...at(breaks), ...sentenceEnds(block).filter((end) => !isWithin(end))];
        const clause = [...sentence, ...pausesIn(block).filter((end) => !isWithin(end))];
        return amid({ line, sentence, clause }, wordEnds(block).filter((end) => !isWithin(end)));
    }

    /* The text of the block, its line breaks, and what is never parted here: a picture to who does not see, a
     * long word (lines.js). */
    function nodesIn(block) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
        const nodes = [];
        while (walker.nextNode()) {
            const node = walker.currentNode;
            const one = node.parentElement.closest(ONE);
            if (!(one && block.contains(one)) && (node instanceof Text || node.matches(`br, ${ONE}`)))
                nodes.push(node);
        }
        return nodes;
    }

    function wrap(node, ends, at) {
        const span = document.createElement('span');
        for (const level of LEVELS)
            span.dataset[level] = new Set(ends[level].filter((end) => end <= at)).size;
        node.replaceWith(span);
        span.append(node);
    }

    /* Has each of the block's lines, sentences, clauses and what these are parted into in elements of its own;
     * what goes over bold words, in several. A line break belongs to what it ends. */
    function mark(block) {
        const ends = endsOf(block);
        const cuts = [...new Set(ends.eighth)].sort((a, b) => a - b);
        let at = 0;
        for (let node of nodesIn(block)) {
            while (node) {
                const cut = cuts.find((end) => end > at);
                const rest = node instanceof Text && at + node.length > cut ? node.splitText(cut - at) : null;
                wrap(node, ends, node.textContent ? at : at - 1);
                at += node.textContent.length;
                node = rest;
            }
        }
    }

    const spansOf = (unit) => unit[0].matches('[data-half]') ? unit : [...unit[0].querySelectorAll('[data-half]')];
    const by = (spans, level) => [...new Set(spans.map(({ dataset }) => dataset[level]))]
        .map((number) => spans.filter(({ dataset }) => dataset[level] === number));

    /* Of a block its lines, of a single one its sentences, of a single one what stands between its pauses, of
     * a single one its halves. */
    function of(unit) {
        const spans = spansOf(unit);
        return LEVELS.map((level) => by(spans, level)).find((all) => all.length > 1) ?? [];
    }

    return { mark, of };
})();
