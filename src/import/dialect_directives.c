/*
 * Notes that are set off by fences of code with a name in braces (MyST): "```{warning} Words".
 * They become fences of colons, line for line, before anything is read: what they hold is text and
 * no code. Awkward: longer fences hold shorter ones, of notes and of code.
 */
#include "import/dialect.h"

#include "base/pattern.h"

#include <string.h>

/* Notes stand in no more others. */
#define DEPTH_MOST 16

struct fence {
    char sign;
    size_t length;
    bool note;
};

/* The fence of code at the start of the line; its length is 0 where there is none. What stands
 * behind it goes to `*rest`, lent. */
static struct fence fence_of(const char *line, const char **rest)
{
    const char *start = line + strspn(line, " \t");
    char signs[] = {*start, '\0'};
    size_t length = *start == '`' || *start == '~' ? strspn(start, signs) : 0;
    *rest = start + length;
    return (struct fence){*start, length >= 3 ? length : 0, false};
}

static bool closes(struct fence open, const char *line)
{
    const char *rest;
    struct fence fence = fence_of(line, &rest);
    return fence.sign == open.sign && fence.length >= open.length &&
           rest[strspn(rest, " \t\r")] == '\0';
}

/* What the note is, said by its class in the line below: ":class: tip"; owned by the caller; NULL:
 * that says nothing of it. */
static char *class_below(const char *below)
{
    static struct pattern form = PATTERN("^\\s*:class: *([\\w-]+)");
    g_autoptr(GMatchInfo) match = NULL;
    bool said = below && g_regex_match(pattern_regex(&form), below, 0, &match);
    g_autofree char *name = said ? g_match_info_fetch(match, 1) : NULL;
    return name && dialect_is_note(name) ? g_steal_pointer(&name) : NULL;
}

/* The line as a fence of colons, owned by the caller; NULL: what it opens is no note. */
static char *open_note(const char *rest, const char *below)
{
    static struct pattern form = PATTERN("^ *\\{([\\w-]+)\\}[ \\t]*(.*)$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&form), rest, 0, &match))
        return NULL;
    g_autofree char *name = g_match_info_fetch(match, 1), *title = g_match_info_fetch(match, 2);
    g_autofree char *class = class_below(below);
    if (!dialect_is_note(name))
        return NULL;
    return g_strdup_printf("::: %s %s", class ? class : name, title);
}

/* Takes the place of the line where it opens or ends a note. */
static void read_line(char **line, const char *below, GArray *open)
{
    const struct fence *top =
        open->len > 0 ? &g_array_index(open, struct fence, open->len - 1) : NULL;
    const char *rest;
    struct fence fence = fence_of(*line, &rest);
    if (fence.length == 0 || (top && !top->note && !closes(*top, *line)))
        return;
    char *made = NULL;
    if (top && closes(*top, *line)) {
        made = top->note ? g_strdup(":::") : NULL;
        g_array_set_size(open, open->len - 1);
    } else if (open->len < DEPTH_MOST) {
        made = open_note(rest, below);
        fence.note = made != NULL;
        g_array_append_val(open, fence);
    }
    if (made) {
        g_free(*line);
        *line = made;
    }
}

void dialect_open_directives(char **lines)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(struct fence));
    for (char **line = lines; *line; line++)
        read_line(line, line[1], open);
}
