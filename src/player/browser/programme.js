/*
 * Which slides are on: by date, weekday, hour, language, and whether they were withdrawn.
 */
'use strict';

const programme = (() => {
    function isOn(slide, date) {
        const time = look.clockTime(date);
        return days.isOn({ from: slide.valid_from, to: slide.valid_to }, date) &&
            (!slide.days.length || slide.days.includes(date.getDay() || 7)) &&
            (!slide.hours.length || slide.hours.some(([from, to]) => look.isWithin(time, from, to)));
    }

    /* An urgent message ends by itself, whether anybody has made a show to follow it or not. */
    function isOver(show, date) {
        return Boolean(show.until) && date >= new Date(show.until);
    }

    /* `language`: null for all; `withdrawn`: a set of ids. */
    function slidesOn(show, date, language, withdrawn) {
        return isOver(show, date) ? [] : show.slides.filter((slide) => isOn(slide, date) && !withdrawn.has(slide.id) &&
            (!language || slide.lang === language));
    }

    function languages(show) {
        return [...new Set(show.slides.map((slide) => slide.lang))];
    }

    /* Languages by their own names, those that the show has no words for from the browser's list; with the
     * country where several have the same name. */
    function languageNames(show, languages) {
        const locales = languages.map((language) => new Intl.Locale(language));
        const names = locales.map(({ baseName, language, script }) => {
            const tag = script ? `${language}-${script}` : language;
            const words = show.labels[baseName] || show.labels[tag] || show.labels[language];
            return words?.language_name || new Intl.DisplayNames([baseName], { type: 'language' }).of(tag);
        });
        const isAlone = (name) => names.indexOf(name) === names.lastIndexOf(name);
        return names.map((name, i) =>
            (locales[i].region && !isAlone(name) ? `${name} (${locales[i].region})` : name));
    }

    /* The controls' words in a language, or in the show's, or in any. */
    function labelsFor(show, language) {
        const wanted = [language, show.lang].filter(Boolean);
        const keys = wanted.flatMap((tag) => [tag, tag.split('-')[0]]).concat(Object.keys(show.labels));
        const key = keys.find((name) => show.labels[name]);
        return { lang: key, words: show.labels[key] };
    }

    /* "{slide} of {slides}" with its places filled in. */
    function fill(words, values) {
        return words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
    }

    return { isOver, slidesOn, languages, languageNames, labelsFor, fill };
})();
