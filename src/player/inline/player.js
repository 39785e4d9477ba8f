/* A file of the player that is missing or half written may be whole a little later. When it is not,
 * all words are on a page that needs none of them. */
const healLater = () => setTimeout(() => {
    if (document.documentElement.dataset.started)
        return;
    lookAgain(() => {
        const tries = (Number(location.hash.slice(1)) || 0) + 1;
        if (tries > 3) {
            location.replace('transcript.html' + location.search);
            return;
        }
        location.replace('#' + tries);
        location.reload();
    }, healLater);
}, 20000);
healLater();
