/*
 * What a slide draws beside its words: stripes and frames, tiles and codes. Also the tools of all that
 * is drawn: elements, their places and colours.
 */
'use strict';

const shapes = (() => {
    const SVG = 'http://www.w3.org/2000/svg';
    const QUIET_ZONE = 0.14; /* of a QR code's width: 4 modules of 29 */
    const TILES = 4; /* in a row and in a column, where words wrap */

    function make(name, properties, ...children) {
        const element = document.createElement(name);
        Object.assign(element, properties);
        element.append(...children);
        return element;
    }

    function makeSvg(name, attributes) {
        const element = document.createElementNS(SVG, name);
        for (const [key, value] of Object.entries(attributes))
            element.setAttribute(key, value);
        return element;
    }

    function place(element, box) {
        for (const [key, value] of Object.entries(box))
            element.style.setProperty(`--${key}`, value);
        return element;
    }

    /* A colour of the palette, or one of the author's own, which only the light palette can show. */
    function setColor(element, { role, color }) {
        if (look.SHADES.includes(role)) {
            element.classList.add(role.replace('_', '-'));
        } else {
            element.classList.add('own');
            element.style.setProperty('--own', color);
        }
        return element;
    }

    /* The gauge is part of the page, so that the browser can measure the outline. */
    function measure(d) {
        const path = makeSvg('path', { d });
        document.getElementById('gauge').append(path);
        const box = path.getBBox();
        path.remove();
        return box;
    }

    /* Whether an outline is four straight sides along the axes. */
    function isBox(d) {
        if (!/^M[-.\d ]+(L[-.\d ]+){3}Z$/.test(d))
            return false;
        const numbers = d.match(/-?[.\d]+/g);
        const axis = (parity) => new Set(numbers.filter((_, i) => i % 2 === parity));
        return numbers.length === 8 && axis(0).size === 2 && axis(1).size === 2;
    }

    /*
     * A stripe along an edge of the panel goes on outside of it, so that no gap opens where the
     * slide is shifted or the window is wider than the panel.
     */
    function makeStripe({ x, y, width, height }, { w, h }) {
        const left = x <= 0 ? -w : x;
        const top = y <= 0 ? -h : y;
        const right = x + width >= w ? 2 * w : x + width;
        const bottom = y + height >= h ? 2 * h : y + height;
        return makeSvg('rect', { x: left, y: top, width: right - left, height: bottom - top });
    }

    const isSide = (a, b) => Math.abs(a - b) < 1;

    /* How thick the frame of a whole panel is, in its pixels; 0 for all other outlines. */
    function frameThickness(d, { w, h }) {
        const [outer, inner, ...more] = d.split('Z').filter(Boolean).map((part) => `${part}Z`);
        if (!inner || more.length || !isBox(outer) || !isBox(inner))
            return 0;
        const { width, height } = measure(outer);
        return isSide(width, w) && isSide(height, h) ? measure(inner).x : 0;
    }

    /* It goes around the window, which is seldom of the panel's shape (player.css). */
    function makeFrame(mark, thickness) {
        const frame = make('div', { className: 'frame' });
        frame.setAttribute('aria-hidden', 'true');
        return setColor(place(frame, { thickness }), mark);
    }

    function makeDecoration(mark, panel) {
        const thickness = frameThickness(mark.d, panel);
        if (thickness)
            return makeFrame(mark, thickness);
        const viewBox = `0 0 ${panel.w} ${panel.h}`;
        const svg = makeSvg('svg', { class: 'decoration', viewBox, 'aria-hidden': 'true' });
        const shape = isBox(mark.d) ? makeStripe(measure(mark.d), panel) : makeSvg('path', { d: mark.d });
        svg.append(setColor(shape, mark));
        return svg;
    }

    /* The panel's squares in shades of tiles, with their boxes. */
    function findTiles(marks) {
        const shaded = marks.filter(({ role }) => role === 'quiet' || /^bright_/.test(role));
        return new Map(shaded.map((mark) => [mark, measure(mark.d)])
            .filter(([, { width, height }]) => isSide(width, height)));
    }

    /*
     * Tiles stand in the lower end corner of the window, which may be outside of the panel. They move
     * there at its side; below it only when nothing but tiles is beneath any of them.
     */
    function placeTile(svg, boxes, { h }) {
        const isBelow = (box, { x, y, height }) => isSide(box.x, x) && isSide(box.y, y + height);
        const stands = boxes.every((box) => isSide(box.y + box.height, h) || boxes.some((other) => isBelow(other, box)));
        svg.classList.add('tile');
        return place(svg, { falls: Number(stands) });
    }

    /*
     * Where words wrap, tiles are at the foot, as many rows as there is room for (player.css): all that
     * the panel has in the columns at its lower end corner.
     */
    function makeTiles(tiles, { w, h }, isRtl) {
        const [box] = tiles.values();
        if (!box)
            return [];
        const side = TILES * box.width;
        const svg = makeSvg('svg', {
            viewBox: `${isRtl ? 0 : w - side} ${h - side} ${side} ${side}`,
            preserveAspectRatio: `x${isRtl ? 'Min' : 'Max'}YMax slice`,
        });
        svg.append(...[...tiles.keys()].map((mark) => setColor(makeSvg('path', { d: mark.d }), mark)));
        const element = make('div', { className: 'tiles' }, svg);
        element.setAttribute('aria-hidden', 'true');
        return [element];
    }

    /* All decoration of a slide: what is behind its pictures, what is before them, and the tiles of
     * windows in which words wrap. */
    function decorate(marks, panel, isRtl) {
        const tiles = findTiles(marks);
        const boxes = [...tiles.values()];
        const draw = (mark) => {
            const decoration = makeDecoration(mark, panel);
            return tiles.has(mark) ? placeTile(decoration, boxes, panel) : decoration;
        };
        const drawn = (isAbove) => marks
            .filter((mark) => !mark.alt && Boolean(mark.above) === isAbove).map(draw);
        return { behind: drawn(false), before: drawn(true), tiles: makeTiles(tiles, panel, isRtl) };
    }

    /* A QR code: dark on white in every palette, or cameras cannot read it. */
    function makeCode(mark) {
        const { x, y, width, height } = measure(mark.d);
        const quiet = width * QUIET_ZONE;
        const box = { x: x - quiet, y: y - quiet, wide: width + 2 * quiet, high: height + 2 * quiet };
        const svg = makeSvg('svg', {
            class: 'figure', role: 'img', 'aria-label': mark.alt, viewBox: Object.values(box).join(' '),
        });
        const rectangle = { x: box.x, y: box.y, width: box.wide, height: box.high };
        svg.append(makeSvg('rect', { ...rectangle, fill: '#ffffff' }),
            makeSvg('path', { d: mark.d, fill: mark.color }));
        return place(svg, box);
    }

    return { make, makeSvg, place, setColor, measure, decorate, makeCode };
})();
