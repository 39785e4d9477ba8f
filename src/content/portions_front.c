/*
 * What is translated of the front matter: values as they were read, records from the lines above
 * their keys, since comments mean nothing to YAML.
 */
#include "content/portions.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *key;
    size_t offset;
    bool list;
} keys[] = {
    {"title", offsetof(struct article, title), false},
    {"screen_title", offsetof(struct article, screen_title), false},
    {"summary", offsetof(struct article, summary), false},
    {"key_points", offsetof(struct article, key_points), true},
    {"questions", offsetof(struct article, questions), true},
    {"audience", offsetof(struct article, audience), false},
    {"purpose", offsetof(struct article, purpose), false},
    {"funding", offsetof(struct article, funding), false},
    {"feedback", offsetof(struct article, feedback), false},
    {"image.alt", offsetof(struct article, picture_alt), false},
};

char *front_settings(const struct article *article)
{
    size_t length = (size_t)(article->body - article->source);
    const char *first = strchr(article->source, '\n');
    if (length == 0 || !first)
        return g_strdup("");
    char *settings = g_strndup(first + 1, length - (size_t)(first + 1 - article->source));
    char *end = g_strrstr(settings, "\n---");
    if (!end)
        end = g_strrstr(settings, "\n...");
    if (end)
        end[1] = '\0';
    return settings;
}

static void front_portion_free(void *data)
{
    struct front_portion *portion = data;
    g_ptr_array_unref(portion->values);
    g_free(portion->number);
    g_free(portion->from);
    g_free(portion->made_of);
    g_free(portion);
}

static void take_values(struct front_portion *portion, const struct article *article, size_t offset)
{
    const char *at = (const char *)article + offset;
    const struct fact_list *list = portion->list ? (const void *)at : NULL;
    const struct fact *fact = portion->list ? NULL : (const void *)at;
    g_autoptr(GString) words = g_string_new(NULL);
    portion->pos = list ? list->pos : fact->pos;
    for (guint i = 0; list && i < list->items->len; i++)
        g_ptr_array_add(portion->values, list->items->pdata[i]);
    if (fact && fact->value)
        g_ptr_array_add(portion->values, (gpointer)fact);
    for (guint i = 0; i < portion->values->len; i++)
        g_string_append_printf(words, "%s\n",
                               ((const struct fact *)portion->values->pdata[i])->value);
    if (portion->values->len > 0)
        portion->number = portion_number(words->str);
}

static struct front_portion *find(const GPtrArray *portions, const char *line)
{
    for (guint i = 0; i < portions->len; i++) {
        struct front_portion *portion = portions->pdata[i];
        size_t length = strcspn(portion->key, ".");
        if (strncmp(line, portion->key, length) == 0 && line[length] == ':')
            return portion;
    }
    return NULL;
}

/* A record belongs to the key on the first line behind it that is none of its own. */
static void read_records(const GPtrArray *portions, const char *settings)
{
    g_auto(GStrv) lines = g_strsplit(settings, "\n", -1);
    g_autofree char *from = NULL;
    g_autoptr(GString) now = g_string_new(NULL);
    g_autoptr(GString) before = g_string_new(NULL);
    for (char **line = lines; *line; line++) {
        if (g_str_has_prefix(*line, RECORD_OF_KEY)) {
            const char *number = *line + strlen(RECORD_OF_KEY);
            g_free(from);
            from = g_strndup(number, strcspn(number, " \t:-"));
            g_string_truncate(now, 0);
            g_string_truncate(before, 0);
        } else if (g_str_has_prefix(*line, RECORD_OF_KEY_NOW)) {
            g_string_append_printf(now, "%s\n", *line + strlen(RECORD_OF_KEY_NOW));
        } else if (g_str_has_prefix(*line, RECORD_OF_KEY_BEFORE)) {
            g_string_append_printf(before, "%s\n", *line + strlen(RECORD_OF_KEY_BEFORE));
        } else {
            struct front_portion *portion = from ? find(portions, *line) : NULL;
            if (portion && !portion->from) {
                portion->from = g_steal_pointer(&from);
                const char *words = before->len ? before->str : now->str;
                portion->made_of = *words ? g_strdup(words) : NULL;
            }
            g_clear_pointer(&from, g_free);
        }
    }
}

GPtrArray *front_portions_of(const struct article *article)
{
    GPtrArray *portions = g_ptr_array_new_with_free_func(front_portion_free);
    g_autofree char *settings = front_settings(article);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        struct front_portion *portion = g_new0(struct front_portion, 1);
        *portion = (struct front_portion){
            .key = keys[i].key, .list = keys[i].list, .values = g_ptr_array_new()};
        take_values(portion, article, keys[i].offset);
        g_ptr_array_add(portions, portion);
    }
    read_records(portions, settings);
    return portions;
}
