/*
 * On which days something is shown, of slides, of topics and of all words on one page alike: from one day
 * up to another, both included, where it says them.
 */
'use strict';

const days = (() => {
    /* The date of the wall clock: toISOString would give the one in Greenwich. */
    function dayOf(date) {
        const two = (number) => String(number).padStart(2, '0');
        return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    }

    function isOn({ from, to }, date) {
        const day = dayOf(date);
        return !(from && day < from) && !(to && day > to);
    }

    /* Of elements that say their days in data-from and data-to. */
    function hideOthers(elements, date) {
        for (const element of elements)
            element.hidden = !isOn(element.dataset, date);
    }

    return { isOn, hideOthers };
})();
