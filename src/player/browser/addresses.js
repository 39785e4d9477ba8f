/*
 * Where the links of a slide lead, on a display that stands for all: nothing leaves it, so a touch or
 * Enter on a link opens its words, its address to read and its code for a telephone, in a dialog of the
 * browser's own. A link that was broken over lines is several elements, of which the keys reach the first.
 */
'use strict';

const addresses = (() => {
    const SVG = 'http://www.w3.org/2000/svg';
    const dialog = document.getElementById('address');
    const part = (name) => dialog.querySelector(`.${name}`);

    function label(words) {
        part('close').textContent = words.back;
    }

    function drawCode({ alt, side, d }) {
        const svg = document.createElementNS(SVG, 'svg');
        const path = document.createElementNS(SVG, 'path');
        svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
        svg.setAttribute('role', 'img');
        svg.setAttribute('aria-label', alt);
        path.setAttribute('d', d);
        svg.append(path);
        return svg;
    }

    function open({ address, code }, words, { lang, dir }) {
        Object.assign(part('link'), { textContent: words, lang, dir });
        part('shown').textContent = address;
        part('code').replaceChildren(...(code ? [drawCode(code)] : []));
        dialog.showModal();
        dialog.scrollTop = 0;
        part('close').focus({ preventScroll: true });
    }

    /* A finger that turned the slide has not touched its links. */
    function onTouch(event, link, words, slide) {
        event.preventDefault();
        if (event.currentTarget.checkVisibility())
            open(link, words, slide);
    }

    /* Neighbours with one address, each row of them a link. */
    function rowsOf(block, uri) {
        const rows = [];
        const pieces = [...block.querySelectorAll('a')];
        pieces.forEach((piece, i) => {
            if (piece.getAttribute('href') !== uri)
                return;
            if (rows.length && pieces[i - 1] === rows.at(-1).at(-1))
                rows.at(-1).push(piece);
            else
                rows.push([piece]);
        });
        return rows;
    }

    function wordsOf(row) {
        const range = new Range();
        range.setStartBefore(row[0]);
        range.setEndAfter(row.at(-1));
        return range.toString().trim();
    }

    function holdRow(row, link, slide) {
        const words = wordsOf(row);
        row.forEach((piece, i) => {
            piece.addEventListener('click', (event) => onTouch(event, link, words, slide));
            piece.setAttribute('aria-haspopup', 'dialog');
            if (i > 0)
                piece.tabIndex = -1;
        });
    }

    /* Has the links of a slide, drawn as `element`, open the dialog. */
    function hold(element, slide) {
        if (!idle.beginning)
            return;
        for (const link of slide.links || []) {
            const rows = [...element.querySelectorAll('.block')].flatMap((block) => rowsOf(block, link.href));
            rows.forEach((row) => holdRow(row, link, slide));
        }
        element.querySelectorAll('[aria-haspopup]').forEach((piece) => piece.setAttribute('href', '#address'));
    }

    dialog.addEventListener('click', ({ target }) => [dialog, part('close')].includes(target) && dialog.close());

    return { label, hold };
})();
