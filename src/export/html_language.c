/*
 * The page's own language is in the list, too, and said to be that.
 */
#include "export/html_language.h"

#include "base/lang.h"
#include "export/html_page.h"

struct html_language *html_language_new(char *lang, char *language, char *href)
{
    struct html_language *new = g_new(struct html_language, 1);
    *new = (struct html_language){lang, language, href};
    return new;
}

void html_language_free(struct html_language *language)
{
    g_free(language->lang);
    g_free(language->language);
    g_free(language->href);
    g_free(language);
}

static guint count_named(const GPtrArray *languages, const char *name)
{
    guint count = 0;
    for (guint i = 0; i < languages->len; i++)
        count += g_str_equal(((const struct html_language *)languages->pdata[i])->language, name);
    return count;
}

/* Puts behind each name that several have what `mark` makes of the tag, owned; NULL: nothing. */
static void part_by(const GPtrArray *languages, char *(*mark)(const char *tag))
{
    g_autoptr(GPtrArray) shared = g_ptr_array_new();
    for (guint i = 0; i < languages->len; i++)
        if (count_named(languages, ((struct html_language *)languages->pdata[i])->language) > 1)
            g_ptr_array_add(shared, languages->pdata[i]);
    for (guint i = 0; i < shared->len; i++) {
        struct html_language *language = shared->pdata[i];
        g_autofree char *behind = mark(language->lang);
        g_autofree char *name = language->language;
        language->language = behind ? g_strdup_printf("%s (%s)", name, behind) : g_strdup(name);
    }
}

static char *tag_itself(const char *tag)
{
    return g_strdup(tag);
}

void html_languages_part(const GPtrArray *languages)
{
    part_by(languages, lang_country);
    part_by(languages, tag_itself);
}

static void add_language(struct xml *page, const struct html_language *language, bool own,
                         const struct labels *labels)
{
    xml_open(page, "li");
    xml_open(page, "a");
    xml_attribute(page, "href", language->href);
    xml_attribute(page, "hreflang", language->lang);
    xml_attribute(page, "lang", language->lang);
    xml_attribute(page, "aria-current", own ? "page" : NULL);
    xml_text(page, language->language);
    xml_close(page, "a");
    if (own)
        xml_element(page, "small", labels_get(labels, LABEL_THIS_PAGE));
    html_page_close(page, "li");
}

void html_add_languages(struct xml *page, const GPtrArray *languages, const char *lang,
                        const struct labels *labels)
{
    if (!languages || languages->len < 2)
        return;
    html_page_open_nav(page, "languages", labels_get(labels, LABEL_LANGUAGES));
    for (guint i = 0; i < languages->len; i++) {
        const struct html_language *language = languages->pdata[i];
        add_language(page, language, g_str_equal(language->lang, lang), labels);
    }
    html_page_close_nav(page);
}
