/*
 * Lines of a page's foot that hold several facts with signs between them: "12 Oak Street, Portland,
 * OR 97201 · 503-234-5678 · desk@oak.example". What is none of them is left where it is.
 */
#include "base/pattern.h"
#include "content/address.h"
#include "import/parts.h"

#include <string.h>

static void take_part(struct source *source, struct input_line *line, const char *part)
{
    enum found_key sign;
    const char *text = fact_behind_signs(part, &sign);
    g_autofree char *hours = fact_hours(source, text, true);
    if (fact_is_postal(source, text) && !source_value(source->found, FOUND_ADDRESS))
        source_found(source, FOUND_ADDRESS, fact_value(source, FOUND_ADDRESS, text), line);
    else if (address_is_mail(text))
        source_found(source, FOUND_EMAIL, g_strdup(text), line);
    else if (address_is_web(text))
        source_found(source, FOUND_URL, g_strdup(text), line);
    else if (hours)
        source_found(source, FOUND_HOURS, g_steal_pointer(&hours), line);
    else if (!fact_take_short(source, line, text))
        fact_take_number(source, line, text);
}

/* "18 Main St · Medford, OR 97501": an address in two parts. */
static bool take_address(struct source *source, struct input_line *line, char **parts)
{
    g_autofree char *whole = parts[1] ? g_strdup_printf("%s, %s", parts[0], parts[1]) : NULL;
    if (!whole || fact_is_postal(source, parts[0]) || !fact_is_postal(source, whole) ||
        g_ascii_isdigit(*parts[1]) || source_value(source->found, FOUND_ADDRESS))
        return false;
    source_found(source, FOUND_ADDRESS, fact_value(source, FOUND_ADDRESS, whole), line);
    return true;
}

void fact_take_parts(struct source *source, struct input_line *line)
{
    static struct pattern signs =
        PATTERN(" +[|\u00B7\u2022] +| +(?=[\\x{260E}\\x{2706}\\x{2709}\\x{23F0}\\x{1F4CD}\\x{1F4DE}"
                "\\x{1F4E0}\\x{1F4E7}\\x{1F4F1}\\x{1F310}\\x{1F550}])");
    struct range found;
    if (!line->aside || line->is_fact || !pattern_find(&signs, line->text, 0, &found))
        return;
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&signs), line->text, 0);
    for (char **part = parts; *part; part++)
        if (!take_address(source, line, part))
            take_part(source, line, g_strstrip(*part));
}
