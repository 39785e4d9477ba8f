/* Calls `found` once a file beside the page can be had; where none can, `waits`: to load a page anew
 * would leave the browser's own error. A server that does not answer is let go of. */
const lookAgain = (found, waits) => {
    const build = document.createElement('script');
    const wait = () => { clearTimeout(late); build.remove(); waits(); };
    const late = setTimeout(() => { build.onerror = null; window.stop(); wait(); }, 20000);
    build.src = `build.js?${Date.now()}`;
    build.onload = found;
    build.onerror = wait;
    document.head.append(build);
};
