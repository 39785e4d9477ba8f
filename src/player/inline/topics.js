/* A file of the page that is missing or half written may be whole a little later. The words are
 * there without any, so the page is loaded anew as long as it takes. */
const healLater = () => setTimeout(() => {
    const { dataset } = document.documentElement;
    const style = getComputedStyle(document.documentElement);
    const sheets = ['controls', 'topics', 'start', 'take', 'article', 'boxes', 'listen']
        .map((name) => `--whole-${name}`).concat('--paper-ground');
    if (dataset.started && dataset.listens && sheets.every((name) => style.getPropertyValue(name)))
        return;
    lookAgain(() => location.reload(), healLater);
}, 20000);
healLater();
