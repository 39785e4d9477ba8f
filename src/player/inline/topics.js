/* What of the page is missing or half written may be whole a little later. A style sheet is taken then; for a
 * script the page is loaded anew, more and more seldom, but never while its own clock leads back who reads it
 * (idle.js). Where that does not run, the beginning of the display is a page as good as this one. */
(() => {
    const WAIT_MS = 20000;
    const MOST_DOUBLED = 4;
    const MOST_TRIES = 3; /* of a display that does not stand at its beginning */
    const OWN = ['wall', 'kiosk', 'display', 'printer']; /* of a display, not of a visitor */
    const SHEETS = ['controls', 'topics', 'start', 'take', 'article', 'boxes', 'listen'].map((name) => [name, `--whole-${name}`]);
    const { dataset } = document.documentElement;
    const address = new URLSearchParams(location.search);
    const isDisplay = address.get('wall') === '1' || address.get('kiosk') === '1';
    const beginning = address.get('wall') === '1' ? 'index.html' : 'topics.html';
    const isBeginning = location.pathname.endsWith(`/${beginning}`);
    let tries = Number(window.name) || 0; /* stays there when the page is loaded anew */
    let waits = 0;

    const missing = () => {
        const style = getComputedStyle(document.documentElement);
        return [...SHEETS, ['colors', '--paper-ground']].filter(([, sign]) => !style.getPropertyValue(sign)).map(([name]) => name);
    };

    function takeSheet(name) {
        const old = document.querySelector(`link[href^='${name}.css']`);
        const sheet = document.createElement('link');
        sheet.rel = 'stylesheet';
        sheet.href = `${name}.css?${Date.now()}`;
        sheet.onload = () => dispatchEvent(new Event('resize'));
        old.replaceWith(sheet);
    }

    const hasScripts = () => dataset.started && dataset.listens;
    const isReadByTheClock = () => dataset.started && isDisplay && (!isBeginning || address.has('visitor'));

    function goToBeginning() {
        const own = new URLSearchParams([...address].filter(([name]) => OWN.includes(name)));
        window.name = '';
        location.replace(`${beginning}?${own}`);
    }

    async function loadAnew() {
        const leaves = !dataset.started && isDisplay && !isBeginning && tries >= MOST_TRIES;
        if (leaves && await isWholePage(beginning)) {
            goToBeginning();
        } else if (await isWholePage(location.href)) {
            window.name = String(tries + 1);
            location.reload();
        } else {
            healLater();
        }
    }

    function heal() {
        const sheets = missing();
        sheets.forEach(takeSheet);
        const isLate = document.readyState === 'loading' && ++waits <= MOST_TRIES;
        if (hasScripts() && sheets.length === 0)
            return;
        if (isLate || isReadByTheClock() || hasScripts())
            healLater();
        else
            loadAnew();
    }

    const healLater = () => setTimeout(heal, WAIT_MS * 2 ** Math.min(tries, MOST_DOUBLED));

    /* Before the page has begun, its links lose no display, either. */
    function onLink(event) {
        const link = event.target.closest('a[href]:not([href^="#"])');
        if (!isDisplay || dataset.started || !link)
            return;
        event.preventDefault();
        link.search = location.search;
        if (link.getAttribute('href').endsWith(`.html${link.search}`))
            isWholePage(link.href).then((is) => is && location.assign(link.href));
    }

    /* To a screen reader all is clickable that is in something that is. */
    addEventListener('load', () => {
        if (!hasScripts())
            return;
        window.name = '';
        removeEventListener('click', onLink, true);
    });
    addEventListener('click', onLink, true);
    healLater();
})();
