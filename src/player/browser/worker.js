/*
 * A show that was opened from a web server goes on when the server is gone or fails, even over a restart of
 * the browser. What the server gives is newer than what is kept, so it is asked first; files that it
 * no longer has are forgotten when a whole new show is there (offline.js).
 */
'use strict';

const SHELF = new URL('.', self.location).href;
const LONGEST_WAIT_MS = 10000;
const OF_DISPLAYS = ['wall', 'kiosk', 'display', 'printer']; /* what their addresses say of themselves */
const LONGEST_SOUND_MS = 120000; /* some megabytes by a slow line; nothing is heard without */

/* What the player asks for anew bears a number, which is no part of its name. */
function nameOf(request) {
    const url = new URL(request.url);
    url.search = '';
    return url.href;
}

/* Where there is no room, the page has what the server gave nevertheless. */
async function keep(name, answer) {
    try {
        const shelf = await caches.open(SHELF);
        await shelf.put(name, answer);
    } catch (error) {
        console.warn(`${name} is not kept: ${error.message}`);
    }
}

const isPage = (answer) => (answer.headers.get('Content-Type') || '').includes('html');

/* Whether a server gave what it was asked for: half a page is none, and what it says when it cannot answer neither. */
async function isGood(given) {
    return given.status < 500 &&
        (given.status !== 200 || !isPage(given) || (await given.clone().text()).includes('</html>'));
}

/* Of a display that was led to nothing, whose browser would stay before that: tries its beginning, for ever. */
function leadBack({ url, mode }) {
    const { searchParams } = new URL(url);
    const beginning = ['kiosk', 'wall'].find((name) => searchParams.get(name) === '1');
    if (mode !== 'navigate' || !beginning)
        return null;
    const page = new URL(beginning === 'kiosk' ? 'topics.html' : 'index.html', SHELF);
    for (const name of OF_DISPLAYS)
        if (searchParams.has(name))
            page.searchParams.set(name, searchParams.get(name));
    const leads = `<!doctype html><meta http-equiv="refresh" content="10; url=${page.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
    return new Response(leads, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/* What the browser has kept by itself may be of an older show than the page that asks: the server is asked. */
async function ask(request, longest) {
    try {
        return await fetch(request, { signal: AbortSignal.timeout(longest), cache: 'no-cache' });
    } catch {
        return Response.error();
    }
}

async function answer(request, longest = LONGEST_WAIT_MS) {
    const name = nameOf(request);
    const given = await ask(request, longest);
    if (given.type === 'error' || !await isGood(given))
        return await caches.match(name) || leadBack(request) || given;
    if (given.status === 200 && !name.endsWith('/build.js'))
        await keep(name, given.clone());
    return given.status < 400 ? given : leadBack(request) || given;
}

/* Sound is asked for in pieces. It is kept whole, under a name that changes with it. */
async function answerPiece(request) {
    const name = nameOf(request);
    const whole = await caches.match(name) || await answer(new Request(name), LONGEST_SOUND_MS);
    if (!whole.ok)
        return whole;
    const bytes = await whole.arrayBuffer();
    const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.get('Range')) || [null, '0', ''];
    const end = Math.min(to ? Number(to) + 1 : bytes.byteLength, bytes.byteLength);
    return new Response(bytes.slice(Number(from), end), {
        status: 206,
        headers: {
            'Content-Type': 'audio/ogg',
            'Content-Range': `bytes ${from}-${end - 1}/${bytes.byteLength}`,
            'Content-Length': String(end - Number(from)),
        },
    });
}

/* `names`: of pictures, fonts and sounds of the show that is there now, as its files have them. */
async function forgetOthers(names) {
    const shelf = await caches.open(SHELF);
    for (const request of await shelf.keys()) {
        const url = decodeURIComponent(request.url);
        const isNamed = /\.[0-9a-f]{12}\.\w+$/.test(url);
        if (isNamed && !names.some((name) => url.endsWith(`/${name}`)))
            await shelf.delete(request);
    }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
    const isOurs = event.request.method === 'GET' && event.request.url.startsWith(SHELF);
    if (isOurs)
        event.respondWith(event.request.headers.has('Range') ? answerPiece(event.request) : answer(event.request));
});
self.addEventListener('message', (event) => event.waitUntil(forgetOthers(event.data)));
