#include "publish/made_list.h"

#include "base/file.h"
#include "base/intern.h"

#include <string.h>

/* So much of a list is written at once: there may be ten thousand articles in it. [bytes] */
#define TOLD 4096

void made_list_add(GString *list, const char *made, const char *name, const char *path)
{
    const char *const parts[] = {made, " ", name, "/", path, "\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append(list, parts[i]);
}

void made_list_write(struct made_range files, FILE *out)
{
    g_autoptr(GString) lines = g_string_sized_new(TOLD);
    for (guint i = 0; i < files.count; i++) {
        const struct made_file *file = &files.first[i];
        g_autofree char *made = made_file_made(file);
        g_autofree char *path = made_file_path(file);
        if (made)
            made_list_add(lines, made, intern_text(file->name), path);
        if (lines->len < TOLD && i + 1 < files.count)
            continue;
        fwrite(lines->str, 1, lines->len, out);
        g_string_set_size(lines, 0);
    }
}

void made_list_read(const char *file,
                    void (*take)(void *user, const char *name, const char *path, const char *made),
                    void *user)
{
    g_autofree char *text = file_peek_text(file);
    char *next = text;
    for (char *line; next && *(line = next);) {
        char *end = line + strcspn(line, "\n");
        next = *end ? end + 1 : end;
        *end = '\0';
        char *name = strchr(line, ' ');
        char *path = name ? strchr(name, '/') : NULL;
        if (!path)
            continue;
        *name++ = '\0';
        *path++ = '\0';
        take(user, name, path, line);
    }
}
