/*
 * What fonts of signs show: all of Symbol, which formulas and doses are written with, and of the
 * others what people tick and point with.
 */
#include "import/faces.h"

#include <string.h>

/* Signs of a font one after the other, from a number on. */
struct run {
    enum face face;
    gunichar first;
    const char *signs;
};

static const struct run runs[] = {
    {FACE_SYMBOL, 0x21,
     "!∀#∃%&∋()∗+,−./"
     "0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"},
    {FACE_SYMBOL, 0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑"},
    {FACE_SYMBOL, 0xF1, "⟩∫"},
    {FACE_WINGDINGS, 0x28, "☎✆✉"},
    {FACE_WINGDINGS, 0x45, "☜☞☝☟"},
    {FACE_WINGDINGS, 0x4A, "☺"},
    {FACE_WINGDINGS, 0x4C, "☹"},
    {FACE_WINGDINGS, 0x6C, "●"},
    {FACE_WINGDINGS, 0x6E, "■□"},
    {FACE_WINGDINGS, 0x75, "◆❖"},
    {FACE_WINGDINGS, 0x81, "①②③④⑤⑥⑦⑧⑨⑩"},
    {FACE_WINGDINGS, 0x8C, "❶❷❸❹❺❻❼❽❾❿"},
    {FACE_WINGDINGS, 0x9E, "·•"},
    {FACE_WINGDINGS, 0xA1, "○"},
    {FACE_WINGDINGS, 0xA7, "▪□"},
    {FACE_WINGDINGS, 0xD8, "➢"},
    {FACE_WINGDINGS, 0xDF, "←→↑↓"},
    {FACE_WINGDINGS, 0xE8, "➔"},
    {FACE_WINGDINGS, 0xEF, "⇦⇨⇧⇩"},
    {FACE_WINGDINGS, 0xFB, "✗✓☒☑"},
    {FACE_WINGDINGS_2, 0x4F, "✗✓☒☑"},
    {FACE_WINGDINGS_2, 0xA3, "□"},
    {FACE_WEBDINGS, 0x61, "✓"},
    {FACE_WEBDINGS, 0x72, "✗"},
};

enum face face_named(const char *name)
{
    static const struct {
        const char *start;
        enum face face;
    } names[] = {{"Symbol", FACE_SYMBOL},
                 {"Wingdings 2", FACE_WINGDINGS_2},
                 {"Wingdings", FACE_WINGDINGS},
                 {"Webdings", FACE_WEBDINGS}};
    while (*name && strchr(" '\"", *name))
        name++;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        size_t length = strlen(names[i].start);
        if (g_ascii_strncasecmp(name, names[i].start, length) == 0 &&
            (!name[length] || strchr(";,'\"", name[length]) ||
             g_str_has_prefix(name + length, "MT")))
            return names[i].face;
    }
    return FACE_OF_LETTERS;
}

gunichar face_sign(enum face face, gunichar code)
{
    code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
    if (code <= 0x20)
        return code ? ' ' : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        gunichar end = runs[i].first + (gunichar)g_utf8_strlen(runs[i].signs, -1);
        if (runs[i].face == face && code >= runs[i].first && code < end)
            return g_utf8_get_char(
                g_utf8_offset_to_pointer(runs[i].signs, (glong)(code - runs[i].first)));
    }
    return 0;
}

bool face_says(gunichar sign)
{
    static const char signs[] = "✗✘✖❌❎⛔🚫✓✔✅☐☑☒⚠❗❓!?×";
    return sign > 0 && g_utf8_strchr(signs, -1, sign);
}
