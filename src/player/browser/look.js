/*
 * How the show looks: palette, text size, layout, small shifts of place.
 *
 * There are two layouts. "panel" puts every line where the PNG has it, scaled to the window. "flow"
 * lets the words wrap and the page scroll: for narrow windows, enlarged text, zoomed pages, windows
 * of another shape than the panel, and slides whose picture or fonts are missing.
 * A page cannot ask for the browser's zoom; the outer width of the window against its inner one
 * tells it well enough.
 */
'use strict';

const look = (() => {
    const PALETTES = ['light', 'night', 'contrast'];
    const GROUNDS = ['paper', 'tint', 'deep'];
    const SHADES = ['ink', 'accent', 'ground', 'on', 'off', 'quiet', 'card', 'key', 'key_ink', 'key_sub',
        'band', 'band_ink', 'band_sub', 'alert', 'alert_ink', 'sheet', 'bright_1', 'bright_2', 'bright_3'];
    const SIZES = [1, 1.5, 2];
    const letterPx = letters.px; /* without which nothing starts */
    /* Windows held in a hand, or zoomed to that size: never a panel. controls.css asks the same. */
    const HANDHELD = matchMedia('(max-width: 767px), (max-width: 1199px) and (max-height: 479px)');
    const LEAST_TEXT_PX = 20;
    const HANDHELD_TEXT_SHARE = 0.055; /* of the window's width */
    const EMPTY_TEXT_SHARE = 0.1; /* of the panel's height, for a show without slides */
    const LEAST_COVER = 0.6; /* of the window by the panel's picture, else the words flow */
    const ZOOMED = 1.1;
    const CROWDED = 1.06; /* of the width that a line has in the picture */
    /* Shifts of place against burn-in, in shares of `shiftPx`: one for each round of the show. */
    const PLACES = [[0, 0], [1, 1], [-1, 1], [1, -1], [-1, -1], [0, 1], [1, 0], [0, -1], [-1, 0]];
    const GREATEST_SHIFT = 0.01; /* of the panel's height */

    const root = document.documentElement;
    const prefers = (query) => matchMedia(`(${query})`).matches;
    let show = null;
    let smallest = 0; /* font size on any slide, in panel pixels */
    let hasFonts = false;
    let chosenPalette = PALETTES.find((name) => name === memory.get('palette')) || null;
    let size = SIZES.findLast((number) => number <= Number(memory.get('size'))) || 1; /* pages to read have more */
    let shownPalette = null;

    /* Only light has grounds of more than one kind. */
    function paint(palette) {
        for (const ground of GROUNDS)
            for (const shade of SHADES)
                root.style.setProperty(`--${ground}-${shade.replace('_', '-')}`,
                    (palette[ground] || palette)[shade]);
        root.style.colorScheme = palette.scheme;
    }

    /* "20:00" to "06:00" runs over midnight. */
    function isWithin(time, from, to) {
        return from <= to ? from <= time && time < to : time >= from || time < to;
    }

    function isNight(date) {
        return Boolean(show.night) && isWithin(clockTime(date), show.night.from, show.night.to);
    }

    function automaticPalette(date) {
        if (prefers('prefers-contrast: more'))
            return 'contrast';
        return isNight(date) || prefers('prefers-color-scheme: dark') ? 'night' : 'light';
    }

    function clockTime(date) {
        return date.toTimeString().slice(0, 5);
    }

    function refreshPalette(date) {
        const name = chosenPalette || automaticPalette(date);
        if (name === shownPalette)
            return;
        const scheme = name === 'light' ? 'light' : 'dark';
        const palette = { ...show.palette[name], scheme };
        root.dataset.palette = shownPalette = name;
        paint(palette);
        memory.set('colors', JSON.stringify(palette));
    }

    function nextPalette(date) {
        const shown = PALETTES.indexOf(chosenPalette || shownPalette);
        chosenPalette = PALETTES[(shown + 1) % PALETTES.length];
        memory.set('palette', chosenPalette);
        refreshPalette(date);
    }

    function nextSize() {
        size = SIZES[(SIZES.indexOf(size) + 1) % SIZES.length];
        memory.set('size', String(size));
    }

    /* As the clinic set it. */
    function reset(date) {
        chosenPalette = null;
        size = 1;
        refreshPalette(date);
    }

    function zoom() {
        const ratio = window.outerWidth / window.innerWidth;
        return ratio > ZOOMED ? ratio : 1;
    }

    /* An urgent message fills the panel as it is: in larger letters half of it would be out of sight. */
    const slideSize = () => (show.urgent && !HANDHELD.matches ? 1 : size);

    /* How many pixels of the window a pixel of the panel is in the flow layout. */
    function flowScale(width) {
        if (HANDHELD.matches)
            return (size * Math.max(LEAST_TEXT_PX, width * HANDHELD_TEXT_SHARE)) / smallest;
        const { w, h } = show.panel;
        const samePanel = Math.hypot(width, window.innerHeight) / Math.hypot(w, h);
        return slideSize() * zoom() * Math.max(LEAST_TEXT_PX / smallest, samePanel);
    }

    /* True when the panel, as large as that room holds it, leaves little of it. */
    function covers(width, height) {
        const { w, h } = show.panel;
        const scale = Math.min(width / w, height / h);
        return (scale * scale * w * h) / (width * height) >= LEAST_COVER;
    }

    /* Lays the slide out in the window that `barHeight` pixels of controls leave. */
    function fit(slide, barHeight) {
        const { w, h, overscan } = show.panel;
        const width = root.clientWidth;
        const height = window.innerHeight - barHeight;
        const scale = Math.min(width / w, height / h);
        const isPanel = slideSize() === 1 && zoom() === 1 && !HANDHELD.matches && hasFonts &&
            covers(width, show.urgent ? window.innerHeight : height) && slide.dataset.flows !== 'true';
        root.dataset.ground = slide.dataset.ground;
        root.dataset.size = size;
        root.dataset.layout = isPanel ? 'panel' : 'flow';
        root.style.setProperty('--px', `${isPanel ? scale : flowScale(width)}px`);
        root.style.setProperty('--beyond-x', `${width - w * scale}px`);
        root.style.setProperty('--beyond-y', `${(height - h * scale) / 2}px`);
        root.style.setProperty('--bar', `${size * letterPx(show.panel.letter)}px`);
        root.style.setProperty('--w', w);
        root.style.setProperty('--h', h);
        root.style.setProperty('--overscan', overscan);
    }

    /* True when the viewer has the browser set words wider than the picture has them (WCAG 1.4.12):
     * its places then have no room for them. */
    function isCrowded(slide) {
        const px = parseFloat(root.style.getPropertyValue('--px'));
        return [...slide.querySelectorAll('.line')].some((line) => {
            const wide = Number(line.style.getPropertyValue('--wide')) * px;
            return line.getBoundingClientRect().width > CROWDED * wide + 2;
        });
    }

    /* Moves the slides a little for round `round`, within the margin that panels may hide. */
    function shift(round) {
        const [x, y] = PLACES[round % PLACES.length];
        const most = show.panel.h * Math.min(GREATEST_SHIFT, show.panel.overscan / 2);
        root.style.setProperty('--shift-x', x * most);
        root.style.setProperty('--shift-y', y * most);
    }

    function take(newShow, fontsLoaded) {
        show = newShow;
        hasFonts = fontsLoaded;
        shownPalette = null;
        const sizes = show.slides.flatMap((slide) => slide.lines.map((line) => line.size));
        smallest = sizes.length ? Math.min(...sizes) : show.panel.h * EMPTY_TEXT_SHARE;
        root.style.setProperty('--smallest', smallest);
        root.style.setProperty('--reach', show.panel.reach ?? 1);
        root.toggleAttribute('data-reach', Boolean(show.panel.reach));
    }

    const last = memory.getObject('colors');
    if (last)
        paint(last);

    return {
        SHADES, take, fit, isCrowded, shift, refreshPalette, nextPalette, nextSize, reset, isWithin, clockTime,
        get size() { return size; },
        get palette() { return shownPalette; },
        get isChosen() { return chosenPalette !== null; },
    };
})();
