/*
 * Says that a page which was chosen cannot be shown, in a dialog that a touch anywhere closes. Its words and its
 * button are spoken as those of every dialog (listen.js).
 */
'use strict';

const missing = (() => {
    const dialog = document.createElement('dialog');
    const name = document.createElement('h2');
    const button = document.createElement('button');
    dialog.id = 'missing-page';
    name.id = 'missing-name';
    button.type = 'button';
    dialog.setAttribute('aria-labelledby', name.id);
    for (const way of ['lang', 'dir']) /* of the words, which may not be the page's (topics_frame.c) */
        dialog[way] = document.getElementById('idle')[way];
    dialog.append(name, button);
    document.body.append(dialog);

    function label(words) {
        name.textContent = words.page_missing;
        button.textContent = words.go_back;
    }

    function tell() {
        if (!dialog.open)
            dialog.showModal();
    }

    dialog.addEventListener('click', () => dialog.close());

    return { label, tell };
})();
