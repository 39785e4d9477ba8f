/*
 * What the records of several languages share.
 */
#include "examine/language.h"

#include <string.h>

const char *const language_alt_empty[] = {"image", "photo",   "picture", "logo",
                                          "chart", "graphic", "figure",  NULL};
const char *const language_alt_openings[] = {"image of", "picture of", "photo of", "graphic of",
                                             NULL};

const struct filler language_fillers[] = {
    {"TODO", false},       {"TBD", false},        {"FIXME", false},      {"XXX", false},
    {"lorem ipsum", true}, {"example.com", true}, {"example.org", true}, {"example.net", true},
    {"123 Main St", true}, {"insert here", true}, {"your clinic", true}, {"clinic name", true},
    {"[insert", true},     {"placeholder", true}, {"jane doe", true},    {"john doe", true},
    {NULL, false},
};

const char *const language_fields[] = {
    "NAME",     "DATE",   "PHONE",   "TIME",    "MEDICATION", "MEDICINE", "DOSE",     "FREQUENCY",
    "ADDRESS",  "DOCTOR", "PATIENT", "NUMBER",  "EMAIL",      "CLINIC",   "PROVIDER", "SURGEON",
    "HOSPITAL", "URL",    "LINK",    "WEBSITE", "INSERT",     NULL,
};

unsigned language_sum_parts(const char *word, unsigned (*count)(const char *part))
{
    unsigned sum = 0;
    g_auto(GStrv) parts = strchr(word, '-') ? g_strsplit(word, "-", -1) : NULL;
    for (char **part = parts; part && *part; part++)
        if (**part)
            sum += count(*part);
    if (!parts && *word)
        sum = count(word);
    return MAX(sum, 1);
}
