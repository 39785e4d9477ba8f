/*
 * The voice of a page: files of sound, and which words of the page are heard when. Each utterance ends
 * where the next begins, so that a file plays through without a seam; a single one is played by itself.
 *
 * Words are found in the page by what they are, without blanks and signs that nobody sees: the browser
 * and the program that wrote the page need not agree on anything else.
 */
'use strict';

const voice = (() => {
    const LONGEST_WAIT_MS = 20000; /* for what a server holds back */
    const STEP_MS = 50;
    const END_MS = 150; /* each utterance has more silence at its end, and a step may come late */
    const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

    const source = document.getElementById('speech');
    const data = source ? JSON.parse(source.textContent) : {};
    const sounds = new Map(); /* by their address: Audio */
    const settings = { rate: 1, volume: 0.8 };
    let playing = null; /* { src, audio, until, tell, end, lost, held } */
    let patience = 0; /* timer: runs while a sound is waited for */

    const compact = (text) => text.replace(UNSEEN, '');

    /* What was not there may be by now. */
    function audioOf(src) {
        if (!sounds.has(src) || sounds.get(src).error) {
            const audio = new Audio(src);
            audio.preload = 'auto';
            audio.addEventListener('ended', onEnded);
            audio.addEventListener('timeupdate', ({ target }) => target === playing?.audio && wait());
            sounds.set(src, audio);
        }
        return sounds.get(src);
    }

    function applySettings() {
        for (const audio of sounds.values()) {
            audio.playbackRate = settings.rate;
            audio.volume = settings.volume;
        }
    }

    function set(values) {
        Object.assign(settings, values);
        applySettings();
    }

    /* What is on its way may stay there; the next one who asks has it loaded anew. */
    function giveUp() {
        const { src, audio, lost } = playing;
        stop();
        sounds.delete(src);
        audio.removeAttribute('src');
        audio.load(); /* lets go of the server */
        lost();
    }

    /* From now on; each moment that is heard is another beginning. */
    function wait() {
        clearTimeout(patience);
        patience = playing && !playing.held ? setTimeout(giveUp, LONGEST_WAIT_MS) : 0;
    }

    function isReady(audio) {
        return audio.readyState > 0 ? Promise.resolve() : new Promise((resolve, reject) => {
            audio.addEventListener('loadedmetadata', resolve, { once: true });
            audio.addEventListener('error', reject, { once: true });
        });
    }

    /* Says nothing any more; whoever was told of it hears no more either. */
    function stop() {
        if (playing)
            playing.audio.pause();
        playing = null;
        wait();
    }

    /* Plays from one second of a file up to another; `tell` is told where it is, `end` when it is over, `lost`
     * that there is no such sound. What was said before makes way. */
    async function play(src, from, until, { tell = () => {}, end = () => {}, lost = end } = {}) {
        stop();
        const audio = audioOf(src);
        const own = playing = { src, audio, until, tell, end, lost, held: false };
        applySettings();
        wait();
        try {
            await isReady(audio);
            if (playing !== own)
                return;
            audio.currentTime = from;
            if (!own.held)
                await audio.play();
        } catch {
            const isHeld = own.held && !audio.error; /* by a press before it began */
            if (playing !== own || isHeld)
                return;
            stop();
            (audio.error ? lost : end)(); /* or the browser wants a touch first */
        }
    }

    /* What plays waits, or goes on; it may not have begun yet. */
    function hold(isHeld) {
        playing.held = isHeld;
        wait();
        if (isHeld)
            playing.audio.pause();
        else
            playing.audio.play().catch(() => {}); /* another press came before it began */
    }

    function step() {
        if (!playing || playing.audio.paused || playing.audio.seeking)
            return;
        const { audio, until, tell, end } = playing;
        tell(audio.currentTime);
        if (playing && audio.currentTime >= until - END_MS / 1000) {
            stop();
            end();
        }
    }

    /* A file may end a little before its length. */
    function onEnded({ target }) {
        if (!playing || playing.audio !== target)
            return;
        const { end } = playing;
        stop();
        end();
    }

    /* Where words are said: [file, from, until]; null: nowhere. */
    function find(words) {
        const wanted = compact(words);
        for (const { src, said } of [data.words, data.page].filter(Boolean)) {
            const found = said.find(([seen]) => compact(seen) === wanted);
            if (found)
                return [src, found[1], found[2]];
        }
        return null;
    }

    /* One after another; what nobody has spoken is passed over, and `lost` told what is not there any more. */
    function say(all, lost) {
        const found = all.map(find).filter(Boolean);
        const next = () => {
            const place = found.shift();
            if (place)
                play(...place, { end: next, lost });
        };
        stop();
        next();
    }

    /* All signs of the page that are seen, each with its node and place; pictures by their words. */
    function signsOf(parents) {
        const signs = [];
        for (const parent of parents) {
            const walker = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                if (node.parentElement.matches('.label')) /* names a cell for the eyes alone */
                    continue;
                const text = node.nodeType === Node.TEXT_NODE ? node.data : node.alt || '';
                for (let i = 0; i < text.length; i++)
                    if (compact(text[i]))
                        signs.push({ sign: text[i], node, i });
            }
        }
        return signs;
    }

    function rangeOf(first, last) {
        const range = new Range();
        const isText = ({ node }) => node.nodeType === Node.TEXT_NODE;
        if (isText(first))
            range.setStart(first.node, first.i);
        else
            range.setStartBefore(first.node);
        if (isText(last))
            range.setEnd(last.node, last.i + 1);
        else
            range.setEndAfter(last.node);
        return range;
    }

    /* The utterances of the page with the words that they say: { from, until, range }; a range of null
     * where the page does not show them. They follow each other, but for what stands beside the rest. */
    function utterances(parents) {
        if (!data.page)
            return [];
        const signs = signsOf(parents);
        const all = signs.map(({ sign }) => sign).join('');
        let at = 0;
        return data.page.said.map(([seen, from, until]) => {
            const words = compact(seen);
            const next = all.indexOf(words, at);
            const place = next < 0 ? all.indexOf(words) : next;
            if (!words || place < 0)
                return { from, until, range: null };
            const end = place + words.length;
            at = next < 0 ? at : end;
            return { from, until, range: rangeOf(signs[place], signs[end - 1]) };
        });
    }

    /* The text that is heard at that time, as the letters of the utterance share its length. */
    function textAt({ from, until, range }, time) {
        const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode())
            if (range.intersectsNode(walker.currentNode) && !walker.currentNode.parentElement.matches('.label'))
                texts.push(walker.currentNode);
        const all = texts.reduce((sum, { length }) => sum + length, 0);
        let left = all * (time - from) / (until - from);
        return texts.find(({ length }) => (left -= length) < 0) ?? texts.at(-1) ?? range.startContainer;
    }

    /* The same of elements that are spoken apart from the page, each with the file that its words are in. */
    function asides(elements) {
        return [...elements].flatMap((element) => {
            const place = find(element.textContent);
            if (!place)
                return [];
            const [src, from, until] = place;
            const range = new Range();
            range.selectNodeContents(element);
            return [{ src, from, until, range }];
        });
    }

    function light(range) {
        if (!CSS.highlights)
            return;
        if (range)
            CSS.highlights.set('spoken', new Highlight(range));
        else
            CSS.highlights.delete('spoken');
    }

    setInterval(step, STEP_MS);

    return {
        play, hold, stop, say, set, utterances, textAt, asides, light,
        get src() { return data.page ? data.page.src : null; },
        get audio() { return playing ? playing.audio : null; },
    };
})();
