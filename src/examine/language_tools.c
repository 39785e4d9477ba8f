/*
 * What the records of several languages share.
 */
#include "examine/language.h"

const char *const language_alt_empty[] = {"image", "photo",   "picture", "logo",
                                          "chart", "graphic", "figure",  NULL};
const char *const language_alt_openings[] = {"image of", "picture of", "photo of", "graphic of",
                                             NULL};

unsigned language_sum_parts(const char *word, unsigned (*count)(const char *part))
{
    g_auto(GStrv) parts = g_strsplit(word, "-", -1);
    unsigned sum = 0;
    for (char **part = parts; *part; part++)
        if (**part)
            sum += count(*part);
    return MAX(sum, 1);
}
