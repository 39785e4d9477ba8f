/*
 * Any bytes as a page to import, as text and as HTML: what comes out can be read back without an
 * error, and is UTF-8.
 */
#include "content/article.h"
#include "content/yaml.h"
#include "fuzz.h"
#include "import/import.h"

#include <string.h>

/* The draft is an article without errors; but a person writes the title that it may lack. */
static void check_article(const char *draft)
{
    bool may_lack = g_str_has_prefix(draft, "---\ntitle: #");
    g_autofree char *path = fuzz_file((const uint8_t *)draft, strlen(draft));
    struct diag *diag = diag_new(false);
    struct article *article = article_load(path, diag);
    if (!article || (!may_lack && diag_errors(diag) > 0))
        diag_print(diag, stderr);
    g_assert_nonnull(article);
    g_assert_true(may_lack || diag_errors(diag) == 0);
    article_free(article);
    diag_free(diag);
}

/* The draft is well-formed, whatever its words. */
static void check_draft(const struct import *import)
{
    struct diag *diag = diag_new(false);
    struct yaml *clinic = yaml_parse(import->clinic, "clinic.yaml", 1, diag);
    fuzz_print(diag);
    g_assert_nonnull(clinic);
    yaml_tree_free(clinic);
    diag_free(diag);
    g_assert_true(g_utf8_validate(import->article, -1, NULL));
    g_assert_true(g_str_has_prefix(import->article, "---\ntitle:"));
    check_article(import->article);
    g_assert_cmpuint(strspn(import->name, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==,
                     strlen(import->name));
    for (unsigned i = 0; i < import->dropped->len; i++) {
        const struct import_drop *drop = import->dropped->pdata[i];
        g_assert_true(drop->why && *drop->text && g_utf8_validate(drop->text, -1, NULL));
    }
}

/* What no file of text has when it is read, so that nobody is given it as Markdown: other ends of
 * lines are "\n" then. */
static bool has_controls(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (g_unichar_iscntrl(g_utf8_get_char(p)) && !strchr("\t\n", *p))
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct import *page = import_html((const char *)data, size, "page.html");
    if (page)
        check_draft(page);
    import_free(page);
    if (g_utf8_validate((const char *)data, (gssize)size, NULL)) {
        g_autofree char *text = g_strndup((const char *)data, size);
        struct import *markdown = has_controls(text) ? NULL : import_markdown(text, "page.md");
        if (markdown)
            check_draft(markdown);
        import_free(markdown);
    }
    g_autofree char *path = fuzz_file(data, size);
    struct diag *diag = diag_new(false);
    struct import *text = import_load(path, diag);
    g_assert_true(text || diag_errors(diag) > 0);
    if (text)
        check_draft(text);
    import_free(text);
    diag_free(diag);
    return 0;
}
