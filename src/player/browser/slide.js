/*
 * Draws a slide of the manifest as elements: headings, paragraphs, lists and tables made of lines,
 * each of which knows its place on the panel. Lines are parted by blanks, so that a screen reader, a copy
 * and a window in which words wrap all give whole sentences; where a line was broken inside an
 * address, by a mere chance to break it again, so that they give the whole address, too.
 */
'use strict';

const drawing = (() => {
    const { make, makeSvg, place, setColor, measure } = shapes;
    const CAPITALS = 0.75; /* em; their height, about */
    const LEAST_SIGN = 0.8; /* em; height of icons where words wrap */
    const HIGHEST_SIGN = 2.2;
    const FIRST_LEVEL = 2; /* of headings: the show's own is above them */

    function setFont(element, face) {
        element.style.fontFamily = `"${files.family(face)}", sans-serif`;
        element.style.fontWeight = face.weight;
        return element;
    }

    /*
     * Raised and lowered letters are read in the forms that Unicode has for them, so that nobody
     * hears 109 for 10 and a small 9, and drawn as large as all others, off the baseline.
     */
    function raise(element, { text, rise }) {
        element.classList.add('raised');
        element.dataset.drawn = text.normalize('NFKC');
        return place(element, { rise });
    }

    /* Letters that stand too close, or too far, move as they do in the picture. */
    function spaceLetters(element, { text, gaps }) {
        let from = 0;
        element.replaceChildren();
        for (const [at, gap] of gaps) {
            const letter = make('span', { className: 'spaced', textContent: text[at] });
            letter.style.setProperty('--gap', gap);
            element.append(text.slice(from, at), letter);
            from = at + 1;
        }
        element.append(text.slice(from));
    }

    function makeRun(run, show) {
        const element = make('span', { textContent: run.text });
        if (run.gaps)
            spaceLetters(element, run);
        if (run.rise)
            raise(element, run);
        if (run.unseen)
            element.classList.add('dropped');
        if (run.lang)
            element.lang = run.lang;
        if (!/\p{Script=Latin}/u.test(run.text))
            element.classList.add('shaped');
        return setColor(setFont(element, show.fonts[run.font]), run);
    }

    /* Neighbours of which `frame` makes the same are put into one such element; where it makes none,
     * they stand as they are. */
    function gather(pieces, frame) {
        const parts = [];
        let last = null;
        for (const [run, element] of pieces) {
            const key = frame.key(run);
            if (last && key && last.key === key) {
                last.element.append(element);
                continue;
            }
            last = { key, element: key ? frame.make(key, element) : element };
            parts.push([run, last.element]);
        }
        return parts;
    }

    /* Runs that read from left to right in a line that does not stand as they were set: each row of
     * them is isolated, whatever its letters are. */
    const ISOLATED = { key: (run) => run.dir, make: (dir, element) => make('bdi', { dir }, element) };
    const LINKED = { key: (run) => run.href, make: (href, element) => make('a', { href }, element) };

    function makeRuns(line, show) {
        const runs = line.runs.map((run) => [run, makeRun(run, show)]);
        return gather(gather(runs, ISOLATED), LINKED).map(([, element]) => element);
    }

    /* The line itself needs a font, too: its line box starts from it. */
    function makeLine(line, show) {
        const element = make('span', { className: 'line', dir: line.dir }, ...makeRuns(line, show));
        if (line.hyphen)
            element.lastElementChild.classList.add('parted');
        setFont(element, show.fonts[line.runs[0].font]);
        if (line.lang)
            element.lang = line.lang;
        element.classList.toggle('ends', Boolean(line.ends));
        if (/^\d+$/.test(element.textContent))
            element.classList.add('number');
        const { x, y, w: wide, size, tracking = 0 } = line;
        return place(element, { x, y, wide, size, tracking });
    }

    function groupBlocks(lines) {
        const blocks = [];
        for (const line of lines) {
            const last = blocks.at(-1);
            if (last && last.number === line.block)
                last.lines.push(line);
            else
                blocks.push({ number: line.block, tag: line.tag, lines: [line] });
        }
        return blocks;
    }

    /* What stands between a line and the next. */
    function makeJoint(name, line) {
        if (line.goes_on)
            return make('wbr');
        return name === 'pre' ? '\n' : ' ';
    }

    function makeBlock(name, block, show) {
        const largest = Math.max(...block.lines.map((line) => line.size));
        /* The number of a list item is a line, too, and reads as the article about it does. */
        const { dir } = block.lines.at(-1);
        const element = place(make(name, { className: 'block', dir }), { largest });
        setFont(element, show.fonts[block.lines[0].runs[0].font]);
        block.lines.forEach((line, i) => {
            if (i > 0)
                element.append(makeJoint(name, block.lines[i - 1]));
            element.append(makeLine(line, show));
        });
        return element;
    }

    /* Levels below the slide's first heading fall by one step at most, wherever its article stood:
     * of each block by its number. */
    function headingLevels(blocks) {
        const levels = new Map();
        let top = 0;
        let previous = FIRST_LEVEL - 1;
        for (const { tag, number } of blocks.filter((block) => /^h[1-6]$/.test(block.tag))) {
            top = top || Number(tag[1]);
            const wanted = FIRST_LEVEL + Math.max(0, Number(tag[1]) - top);
            previous = Math.min(wanted, previous + 1, 6);
            levels.set(number, previous);
        }
        return levels;
    }

    /* Written out: places of their own take from elements what browsers think that they are. */
    const ROLES = {
        ul: 'list', ol: 'list', table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row',
        td: 'cell', aside: 'note',
    };

    /* A node of the slide's tree, with what it holds. */
    function makeNode(node, blocks, levels, show) {
        const name = levels.has(node.block) ? `h${levels.get(node.block)}` : node.tag;
        const element = node.block ? makeBlock(name, blocks.get(node.block), show) : make(name);
        const role = name === 'th' ? `${node.scope === 'col' ? 'column' : 'row'}header` : ROLES[name];
        if (role)
            element.setAttribute('role', role);
        for (const key of ['scope', 'start']) {
            if (node[key])
                element.setAttribute(key, node[key]);
        }
        element.append(...(node.in || []).map((inner) => makeNode(inner, blocks, levels, show)));
        return element;
    }

    function addTree(slide, tree, blocks, show) {
        const levels = headingLevels(blocks);
        const byNumber = new Map(blocks.map((block) => [block.number, block]));
        slide.append(...tree.map((node) => makeNode(node, byNumber, levels, show)));
    }

    /* Where a line stands on the panel, as `place` told it. */
    function spot(line) {
        const read = (key) => [key, Number(line.style.getPropertyValue(`--${key}`))];
        return Object.fromEntries(['x', 'y', 'wide', 'size'].map(read));
    }

    /* The box around marks, and what draws them by themselves. */
    function makeSign(marks) {
        const boxes = marks.map((mark) => measure(mark.d));
        const x = Math.min(...boxes.map((box) => box.x));
        const y = Math.min(...boxes.map((box) => box.y));
        const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
        const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
        const viewBox = [x, y, width, height].join(' ');
        const svg = makeSvg('svg', { class: 'sign', viewBox, 'aria-hidden': 'true' });
        svg.append(...marks.map((mark) => setColor(makeSvg('path', { d: mark.d }), mark)));
        return { svg, x, y, width, height };
    }

    /*
     * Where words wrap an icon is in the line that it is beside on the panel, in front of the words or
     * behind them. One beside several lines or above them is for all words of the slide, or of its frame.
     */
    function addSign(slide, lines, { svg, x, y, width, height }) {
        const covered = lines.filter((line) => {
            const { y: base, size } = spot(line);
            return base > y && base - CAPITALS * size < y + height;
        });
        const line = covered[0] || lines.find((below) => spot(below).y > y) || lines[0];
        const { x: left, wide, size } = spot(line);
        place(svg, { tall: Math.max(LEAST_SIGN, Math.min(height / size, HIGHEST_SIGN)), ratio: width / height });
        const isBehind = slide.dir === 'rtl' ? x + width / 2 < left : x + width / 2 > left + wide;
        if (covered.length !== 1) {
            svg.classList.add('alone');
            (line.closest('aside') || slide).querySelector('.block').prepend(svg);
        } else if (isBehind) {
            svg.classList.add('behind');
            line.append(svg);
        } else {
            line.prepend(svg);
        }
    }

    function addSigns(element, marks) {
        const lines = [...element.querySelectorAll('.line')];
        const numbers = new Set(marks.map((mark) => mark.sign).filter(Boolean));
        for (const number of lines.length ? numbers : [])
            addSign(element, lines, makeSign(marks.filter((mark) => mark.sign === number)));
    }

    /* Instead of a picture that is missing or broken: its words, in the flow layout. */
    function replacePicture(picture, slide, words) {
        slide.dataset.flows = 'true';
        const label = make('strong', { textContent: words.picture_missing });
        picture.replaceWith(make('p', { className: 'missing' }, label, ' ', picture.alt));
        slide.dispatchEvent(new Event('relayout', { bubbles: true }));
    }

    async function showPicture(picture, image, slide, words) {
        const address = await files.findWhole(image.src);
        if (address)
            picture.src = address;
        else
            replacePicture(picture, slide, words);
    }

    function makePicture(image, slide, words) {
        const picture = make('img', { className: 'figure', alt: image.alt });
        showPicture(picture, image, slide, words);
        const { x, y, w: wide, h: high, corner = 0 } = image;
        return place(picture, { x, y, wide, high, corner });
    }

    function addSlideContent(element, slide, show, words) {
        const blocks = groupBlocks(slide.lines);
        const isAside = (block) => Boolean(block.lines[0].aside);
        const { behind, before, tiles } = shapes.decorate(slide.marks, show.panel, slide.dir === 'rtl');
        element.append(...behind);
        addTree(element, slide.tree, blocks, show);
        element.append(...slide.images.map((image) => makePicture(image, element, words)));
        element.append(...before);
        element.append(...slide.marks.filter((mark) => mark.alt).map(shapes.makeCode));
        element.append(...blocks.filter(isAside).map((block) => makeBlock('p', block, show)));
        addSigns(element, slide.marks);
        if (slide.progress)
            element.append(make('p', { className: 'unseen', textContent: slide.progress }));
        element.append(...tiles);
    }

    /* For a slide that cannot be drawn as it was set. */
    function addPlainContent(element, slide) {
        element.dataset.flows = 'true';
        element.replaceChildren(make('h2', { textContent: slide.title }),
            make('p', { textContent: slide.alt }));
    }

    function makeShell(title, words) {
        const element = make('div', { className: 'slide', hidden: true, role: 'group' });
        element.setAttribute('aria-roledescription', words.slide);
        element.setAttribute('aria-label', title);
        return element;
    }

    function label(element, order) {
        const heading = element.querySelector('h2');
        if (!heading)
            return;
        heading.id = `heading-${order}`;
        element.removeAttribute('aria-label');
        element.setAttribute('aria-labelledby', heading.id);
    }

    /* `name`: what it is called when it has no heading. */
    function makeSlide(slide, show, words, name) {
        const element = makeShell(name, words);
        element.lang = slide.lang;
        element.dir = slide.dir;
        element.dataset.ground = slide.ground;
        try {
            addSlideContent(element, slide, show, words);
        } catch (error) {
            console.error(slide.id, error);
            addPlainContent(element, slide);
        }
        label(element, slide.order);
        return element;
    }

    /* What stands on the wall when no slide can: who the clinic is and how to reach it. */
    function makeContact(show, words) {
        const element = makeShell(show.title, words);
        element.dataset.ground = 'paper';
        element.dataset.flows = 'true';
        const facts = (show.contact || []).flatMap(({ label: term, value, href }) => [
            make('dt', { textContent: term }),
            make('dd', {}, href ? make('a', { href, textContent: value }) : value),
        ]);
        element.append(make('h2', { textContent: show.title }));
        if (facts.length)
            element.append(make('dl', {}, ...facts));
        label(element, 0);
        return element;
    }

    return { makeSlide, makeContact };
})();
