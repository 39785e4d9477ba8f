/*
 * The files of a show: reads the manifest, and tells whether pictures and fonts are there and whole.
 *
 * Pages opened from a disk may not fetch files, but may load scripts, pictures and fonts; so that is
 * how they are read. The awkward fact: a manifest that is half written fires `load`, and half a PNG
 * fires `load` too and even decodes. Hence `complete`, the manifest's last key, and
 * createImageBitmap, which refuses every picture that is not whole.
 */
'use strict';

const files = (() => {
    const SCHEMA = 1;
    const LONGEST_READ_MS = 30000;
    const LONGEST_PROBE_MS = 2000;
    /* Ascent and descent of all fonts, in em: baselines then have the same place in every line box,
     * as near as a browser that counts both in whole pixels can have them. player.css relies on
     * them. */
    const METRICS = { ascentOverride: '80%', descentOverride: '0%', lineGapOverride: '0%' };

    const whole = new Map(); /* by the name of a picture that was found whole: its address */
    let attempts = 0;
    let faces = new Map(); /* FontFace by family */
    let reads = Date.now();

    function isShow(object) {
        return Boolean(object) && object.complete === true && object.schema === SCHEMA;
    }

    /* What the script `name` leaves in window[key] now. */
    function read(name, key) {
        return new Promise((resolve) => {
            const script = document.createElement('script');
            const finish = () => {
                clearTimeout(timer);
                script.remove();
                const value = window[key];
                delete window[key];
                resolve(value);
            };
            const timer = setTimeout(finish, LONGEST_READ_MS);
            delete window[key];
            script.onload = script.onerror = finish;
            script.src = `${name}?${reads++}`;
            document.head.append(script);
        });
    }

    /* The show that manifest.js holds now; null when there is none or half of one. */
    async function readManifest() {
        const show = await read('manifest.js', 'handoutShow');
        return isShow(show) ? show : null;
    }

    /* The id of the build that is there now; undefined when nothing tells. */
    function readBuild() {
        return read('build.js', 'handoutBuild');
    }

    /* Whether the browser can read the file before it goes there; null when it does not tell. */
    function canRead(address) {
        const link = document.createElement('link');
        if (!link.relList.supports('prefetch'))
            return Promise.resolve(null);
        return new Promise((resolve) => {
            const timer = setTimeout(() => link.onerror({}), LONGEST_PROBE_MS);
            link.onload = link.onerror = ({ type }) => {
                clearTimeout(timer);
                link.remove();
                resolve(type ? type === 'load' : null);
            };
            link.rel = 'prefetch';
            link.href = address;
            document.head.append(link);
        });
    }

    /* A file that is missed is lost only where the browser can read the page that asks. */
    async function isLost(address) {
        return await canRead(address) === false && await canRead(location.pathname) === true;
    }

    /* Whether the show that is there now has a page of that name. */
    async function isListed(address) {
        const pages = await read('pages.js', 'handoutPages');
        const name = decodeURIComponent(new URL(address, location).pathname.split('/').pop());
        return !pages || pages.includes(name);
    }

    /* The first of these pages that may be gone to; null: none. Who was led to one that is not there, or half
     * there, would stand before what no display comes back from. */
    async function findPage(...addresses) {
        for (const address of addresses)
            if (await isWholePage(address) && await isListed(address))
                return address;
        return null;
    }

    /* The address of a picture when it is there and whole; null when not. A page keeps what it has
     * once read under an address, half a picture, too: every attempt needs an address of its own. */
    async function findWhole(name) {
        if (whole.has(name))
            return whole.get(name);
        const picture = new Image();
        picture.src = `${name}?${attempts++}`;
        try {
            await picture.decode();
            (await createImageBitmap(picture)).close();
        } catch {
            return null;
        }
        whole.set(name, picture.src);
        return picture.src;
    }

    function family(face) {
        return `handout-${face.sha256.slice(0, 12)}`;
    }

    function makeFace(face) {
        const descriptors = { weight: String(face.weight), ...METRICS };
        return new FontFace(family(face), `url("${encodeURI(face.src)}")`, descriptors);
    }

    /* Loads the fonts and forgets those of an earlier show; false when one is missing or broken. */
    async function useFonts(show) {
        const wanted = new Map();
        for (const face of show.fonts)
            wanted.set(family(face), faces.get(family(face)) || makeFace(face));
        const results = await Promise.allSettled([...wanted.values()].map((face) => face.load()));
        for (const face of faces.values())
            document.fonts.delete(face);
        for (const face of wanted.values())
            document.fonts.add(face);
        faces = wanted;
        return results.every(({ status }) => status === 'fulfilled');
    }

    async function fontsAreWhole(show) {
        const missing = show.fonts.filter((face) => !faces.has(family(face)));
        const results = await Promise.allSettled(missing.map((face) => makeFace(face).load()));
        return results.every(({ status }) => status === 'fulfilled');
    }

    /* One after another: a small computer has room for one picture. */
    async function allWhole(show) {
        if (!await fontsAreWhole(show))
            return false;
        for (const slide of show.slides) {
            for (const { src } of [slide, ...slide.images]) {
                if (!await findWhole(src))
                    return false;
            }
        }
        return true;
    }

    /* Forgets the pictures that `show` does not have, so that the list cannot grow for months. */
    function forgetOthers(show) {
        const named = new Set(show.slides.flatMap((slide) => [slide, ...slide.images])
            .map(({ src }) => src));
        for (const name of whole.keys()) {
            if (!named.has(name))
                whole.delete(name);
        }
    }

    return { isShow, read, readManifest, readBuild, findPage, isListed, isLost, findWhole, allWhole, useFonts, forgetOthers, family };
})();
