/*
 * Each article is looked at, not read: of one with errors the language is still known.
 */
#include "publish/home.h"

#include "base/lang.h"
#include "content/article.h"
#include "publish/siblings.h"

static GPtrArray *langs_of(const GPtrArray *paths, bool translations, struct glances *glances)
{
    GPtrArray *langs = g_ptr_array_new();
    for (guint i = 0; i < paths->len; i++) {
        if (!translations && siblings_may_be_translated(paths->pdata[i], glances))
            continue;
        g_ptr_array_add(langs, (gpointer)glances_at(glances, paths->pdata[i])->lang);
    }
    return langs;
}

static guint count(const GPtrArray *langs, const char *lang)
{
    guint n = 0;
    for (guint i = 0; i < langs->len; i++)
        n += lang_same(langs->pdata[i], lang);
    return n;
}

const char *home_lang(const GPtrArray *paths, struct glances *glances)
{
    g_autoptr(GPtrArray) langs = langs_of(paths, false, glances);
    const char *home = NULL;
    guint most = 0;
    if (langs->len == 0) {
        g_clear_pointer(&langs, g_ptr_array_unref);
        langs = langs_of(paths, true, glances);
    }
    for (guint i = 0; i < langs->len; i++) {
        const char *lang = langs->pdata[i];
        guint n = lang == home ? 0 : count(langs, lang);
        home = n > most ? lang : home;
        most = MAX(n, most);
    }
    return home;
}
