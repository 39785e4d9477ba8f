/* Letters as the display needs them. A display that came here because its player did not start
 * tries again when nobody reads. Nothing else leads away from it (browser/idle.js). */
(() => {
    const root = document.documentElement;
    const fit = () => root.style.setProperty('--letter', `${letters.px(Number(root.dataset.letter))}px`);
    addEventListener('resize', fit);
    fit();
    days.hideOthers(document.querySelectorAll('[data-from], [data-to]'), new Date());
    if (!/[?&](wall|kiosk)=1/.test(location.search))
        return;
    root.style.touchAction = 'pan-x pan-y'; /* what two fingers enlarge would be so for whoever comes next */
    let timer = 0;
    const show = 'index.html' + location.search;
    const goBack = async () => (await isWholePage(show) ? location.replace(show) : wait());
    const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(goBack, 60000);
    };
    for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
        addEventListener(kind, wait, { passive: true });
    wait();
    for (const link of document.querySelectorAll('a[href]:not([href^="#"], .back)'))
        link.removeAttribute('href');
    const back = document.querySelector('.back');
    back.search = location.search;
    back.onclick = () => { goBack(); return false; };
})();
