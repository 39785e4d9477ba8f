/*
 * The letters of an .rtf file. Each is a byte of the alphabet of its font, or else of the file, but
 * pandoc 2.17 reads all of them as those of Western Europe: they become coded signs, which it
 * knows. Awkward: a coded sign has others behind it for programs without Unicode, as many as \uc
 * says; there is one behind each now. A font of no alphabet (0) or of signs (2) stays as it is,
 * but for fonts whose signs are known by their names.
 */
#include "import/faces.h"
#include "import/parts.h"

#include <stdlib.h>
#include <string.h>

#define WESTERN "CP1252"
#define UNKNOWN 0xFFFD /* stands for a letter that cannot be read */

/* Of a word of control: all that mean something are far smaller. */
#define NUMBER_MOST 0xFFFFFF

enum { OF_WEST = 0, OF_FILE = 1, OF_SIGNS = 2 };

/* Alphabets as \fcharset numbers them. */
static const struct {
    int number;
    const char *codec;
} charsets[] = {
    {77, "MACINTOSH"}, {128, "CP932"},  {129, "CP949"},  {130, "JOHAB"},  {134, "CP936"},
    {136, "BIG5"},     {161, "CP1253"}, {162, "CP1254"}, {163, "CP1258"}, {177, "CP1255"},
    {178, "CP1256"},   {186, "CP1257"}, {204, "CP1251"}, {222, "CP874"},  {238, "CP1250"},
};

/* What holds until its group ends. */
struct scope {
    int font, fallbacks;
    bool names; /* of fonts stand there */
    bool apart; /* what stands there is no text */
};

struct reader {
    GString *out;
    const char *p;
    GArray *scopes;    /* of struct scope, the innermost last */
    GHashTable *fonts; /* the number of its alphabet by that of the font, less one */
    GHashTable *faces; /* the same of its face, where that is of signs */
    int first_font;
    char page[16]; /* the codec of the file */
    bool bytes;    /* those that no ASCII is stand as they are */
};

static struct scope *scope_of(const struct reader *r)
{
    return &g_array_index(r->scopes, struct scope, r->scopes->len - 1);
}

/* The codec of bytes here; NULL: pandoc reads them as well as anybody; "": nobody knows. */
static const char *codec_here(const struct reader *r)
{
    gpointer known = g_hash_table_lookup(r->fonts, GINT_TO_POINTER(scope_of(r)->font));
    int charset = known ? GPOINTER_TO_INT(known) - 1 : OF_FILE;
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++)
        if (charsets[i].number == charset)
            return charsets[i].codec;
    if (charset == OF_FILE)
        return strcmp(r->page, WESTERN) == 0 ? NULL : r->page;
    return charset == OF_WEST || charset == OF_SIGNS ? NULL : "";
}

/* The face of the font here, if it is of signs and shows text. */
static enum face face_here(const struct reader *r)
{
    const struct scope *scope = scope_of(r);
    return scope->names || scope->apart
               ? FACE_OF_LETTERS
               : GPOINTER_TO_INT(g_hash_table_lookup(r->faces, GINT_TO_POINTER(scope->font)));
}

static bool is_coded_byte(const char *p)
{
    return p[0] == '\\' && p[1] == '\'' && g_ascii_isxdigit(p[2]) && g_ascii_isxdigit(p[3]);
}

/* The byte that stands at `p`, and behind it in `*end`; -1: none. A letter of a file in UTF-8 is
 * none, and `*end` is behind it. */
static int byte_at(const struct reader *r, const char *p, const char **end)
{
    p += strspn(p, "\r\n");
    if (!r->bytes && (unsigned char)*p >= 0x80) {
        *end = g_utf8_next_char(p);
        return -1;
    }
    *end = p + (*p && !strchr("\\{}", *p));
    if (is_coded_byte(p)) {
        *end = p + strlen("\\'hh");
        return g_ascii_xdigit_value(p[2]) * 16 + g_ascii_xdigit_value(p[3]);
    }
    if (*p == '\\' && p[1] && strchr("\\{}", p[1])) {
        *end = p + 2;
        return p[1];
    }
    return *end > p ? (unsigned char)*p : -1;
}

/* Of a code, pandoc takes 16 bits alone; it knows the sign itself as well. */
static void put_sign(GString *out, gunichar sign)
{
    if (sign > 0xFFFF)
        g_string_append_unichar(out, sign);
    else
        g_string_append_printf(out, "\\u%u?", sign);
}

/* The letter that begins with the byte at `r->p`; some alphabets take more bytes. */
static void read_letter(struct reader *r, const char *codec)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    bool goes_on = true;
    while (goes_on) {
        const char *end;
        int byte = byte_at(r, r->p, &end);
        if (byte < 0)
            break;
        g_string_append_c(bytes, (char)byte);
        r->p = end;
        if (!*codec) /* which iconv takes for the alphabet of this computer */
            break;
        g_autoptr(GError) error = NULL;
        g_autofree char *text =
            g_convert(bytes->str, (gssize)bytes->len, "UTF-8", codec, NULL, NULL, &error);
        for (const char *sign = text; sign && *sign; sign = g_utf8_next_char(sign))
            put_sign(r->out, g_utf8_get_char(sign));
        if (text)
            return;
        goes_on = g_error_matches(error, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT);
    }
    put_sign(r->out, UNKNOWN);
}

static void set_page(struct reader *r, const char *word, int number)
{
    if (strcmp(word, "ansicpg") == 0 && number > 0)
        g_snprintf(r->page, sizeof r->page, "CP%d", number);
    else if (strcmp(word, "mac") == 0)
        g_strlcpy(r->page, "MACINTOSH", sizeof r->page);
    else if (strcmp(word, "pc") == 0)
        g_strlcpy(r->page, "CP437", sizeof r->page);
    else if (strcmp(word, "pca") == 0)
        g_strlcpy(r->page, "CP850", sizeof r->page);
}

static void skip_fallbacks(struct reader *r)
{
    for (int n = scope_of(r)->fallbacks; n > 0; n--) {
        const char *end;
        bool byte = byte_at(r, r->p, &end) >= 0;
        if (!byte && end == r->p)
            return;
        r->p = end;
    }
}

/* The number of a coded sign, behind the blank that ends it and the signs for other programs. */
static gunichar read_code(struct reader *r, const char *digits)
{
    char *end;
    long number = strtol(digits, &end, 10);
    r->p = end + (*end == ' ');
    skip_fallbacks(r);
    number += number < 0 ? 0x10000 : 0; /* of 16 bits, with a sign */
    return (gunichar)CLAMP(number, 0, NUMBER_MOST);
}

/* A coded sign, whose number stands there; two numbers are one sign where 16 bits do not hold it.
 */
static void read_coded(struct reader *r, const char *digits)
{
    enum { HIGH = 0xD800, LOW = 0xDC00, HALF_BITS = 10 };
    gunichar code = read_code(r, digits);
    bool high = code >> HALF_BITS == HIGH >> HALF_BITS;
    if (high && r->p[0] == '\\' && r->p[1] == 'u' && strchr("-0123456789", r->p[2])) {
        const char *behind = r->p;
        gunichar low = read_code(r, behind + strlen("\\u"));
        if (low >> HALF_BITS == LOW >> HALF_BITS)
            code = 0x10000 + ((code - HIGH) << HALF_BITS) + (low - LOW);
        else
            r->p = behind;
    }
    enum face face = face_here(r);
    code = face ? face_sign(face, code) : code;
    put_sign(r->out, code > 0 && g_unichar_validate(code) ? code : UNKNOWN);
}

/* What the word says of letters from here on. */
static void obey(struct reader *r, const char *word, bool numbered, int number)
{
    struct scope *scope = scope_of(r);
    if (strcmp(word, "f") == 0 && numbered)
        scope->font = number;
    else if (strcmp(word, "plain") == 0)
        scope->font = r->first_font;
    else if (strcmp(word, "deff") == 0)
        scope->font = r->first_font = number;
    else if (strcmp(word, "fonttbl") == 0)
        scope->names = true;
    else if (strcmp(word, "uc") == 0)
        scope->fallbacks = numbered ? number : 1;
    else if (strcmp(word, "fcharset") == 0)
        g_hash_table_insert(r->fonts, GINT_TO_POINTER(scope->font), GINT_TO_POINTER(number + 1));
    else
        set_page(r, word, number);
}

/* A word of control and its number, behind its backslash. */
static void read_word(struct reader *r)
{
    const char *start = r->p, *digits = start;
    while (g_ascii_isalpha(*digits))
        digits++;
    g_autofree char *word = g_strndup(start, (gsize)(digits - start));
    char *end = (char *)digits;
    bool numbered = g_ascii_isdigit(*end) || (*end == '-' && g_ascii_isdigit(end[1]));
    if (strcmp(word, "u") == 0 && numbered) {
        read_coded(r, digits);
        return;
    }
    long number = numbered ? strtol(digits, &end, 10) : 0;
    obey(r, word, numbered, (int)CLAMP(number, -NUMBER_MOST, NUMBER_MOST));
    r->p = end;
    if (strcmp(word, "uc") == 0)
        g_string_append(r->out, "\\uc1");
    else
        g_string_append_printf(r->out, "\\%.*s", (int)(end - start), start);
}

static void turn_scope(struct reader *r)
{
    if (*r->p == '{') {
        struct scope inner = *scope_of(r);
        g_array_append_val(r->scopes, inner);
    } else if (r->scopes->len > 1) {
        g_array_set_size(r->scopes, r->scopes->len - 1);
    }
}

/* Copies the two bytes of a sign of control, or one of any other sign. */
static void copy_sign(struct reader *r)
{
    size_t length = *r->p == '\\' && r->p[1] && (unsigned char)r->p[1] < 0x80 ? 2 : 1;
    scope_of(r)->apart |= g_str_has_prefix(r->p, "\\*");
    g_string_append_len(r->out, r->p, (gssize)length);
    r->p += length;
}

/* A letter that stands for a sign of the font; false: none stands there. */
static bool read_shown(struct reader *r, enum face face)
{
    const char *end;
    bool blank = strchr("\r\n ", *r->p), control = *r->p == '\\' && !is_coded_byte(r->p);
    int byte = blank || control ? -1 : byte_at(r, r->p, &end);
    if (byte < 0)
        return false;
    gunichar sign = face_sign(face, (gunichar)byte);
    put_sign(r->out, sign ? sign : UNKNOWN);
    r->p = end;
    return true;
}

/* The font whose name begins there, in the list of them. */
static void learn_face(struct reader *r)
{
    enum face face = face_named(r->p);
    gpointer font = GINT_TO_POINTER(scope_of(r)->font);
    if (!g_hash_table_contains(r->faces, font))
        g_hash_table_insert(r->faces, font, GINT_TO_POINTER(face));
}

static void read_sign(struct reader *r)
{
    enum face face = face_here(r);
    if (face && read_shown(r, face))
        return;
    if (scope_of(r)->names && !scope_of(r)->apart && g_ascii_isalpha(*r->p) &&
        strchr(" }\r\n", r->p[-1]))
        learn_face(r);
    bool raw = r->bytes && (unsigned char)*r->p >= 0x80;
    bool coded = is_coded_byte(r->p) && g_ascii_xdigit_value(r->p[2]) >= 8;
    const char *codec = raw || coded ? codec_here(r) : NULL;
    if (codec || raw) {
        read_letter(r, codec ? codec : WESTERN);
    } else if (*r->p == '\\' && g_ascii_isalpha(r->p[1])) {
        r->p++;
        read_word(r);
    } else {
        if (*r->p == '{' || *r->p == '}')
            turn_scope(r);
        copy_sign(r);
    }
}

char *rtf_in_unicode(const char *rtf)
{
    struct reader r = {.out = g_string_new(NULL),
                       .p = rtf,
                       .scopes = g_array_new(FALSE, FALSE, sizeof(struct scope)),
                       .fonts = g_hash_table_new(NULL, NULL),
                       .faces = g_hash_table_new(NULL, NULL),
                       .page = WESTERN,
                       .bytes = !g_utf8_validate(rtf, -1, NULL)};
    struct scope outer = {.fallbacks = 1};
    g_array_append_val(r.scopes, outer);
    while (*r.p)
        read_sign(&r);
    g_array_unref(r.scopes);
    g_hash_table_unref(r.fonts);
    g_hash_table_unref(r.faces);
    return g_string_free(r.out, FALSE);
}
