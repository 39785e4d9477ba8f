/*
 * Tables of plain text: a row is a list of its cells, each after what names its column, so that it
 * can be read in any type and width. Rows of facts are a line each.
 */
#include "export/text_parts.h"

static const char *separator(const struct text *text)
{
    return labels_get(text->document->labels, LABEL_FACT_SEPARATOR);
}

void text_open_table(struct text *text, const struct step *step)
{
    text_flush(text);
    g_ptr_array_set_size(text->columns, 0);
    text->facts = step->block->text_kind == TEXT_FACT;
}

void text_open_heads(struct text *text, const struct step *step)
{
    (void)step;
    text->heads = true;
}

void text_open_row(struct text *text, const struct step *step)
{
    (void)step;
    text->column = 0;
}

static bool is_below(const struct text *text)
{
    return text->column > 0 && !text->heads && !text->facts;
}

void text_open_cell(struct text *text, const struct step *step)
{
    if (text->facts && text->column > 0)
        text_add(text, step->block, "", separator(text), "");
    if (is_below(text))
        text_indent(text, text->form->indent);
    const char *name =
        !text->heads && text->column < text->columns->len ? text->columns->pdata[text->column] : "";
    if (*name)
        text_add(text, step->block, "", name, separator(text));
    text->named = text->words->len;
}

/* Cells of a row follow each other; a name alone says nothing of an empty one. */
void text_close_cell(struct text *text)
{
    if (text->heads) {
        g_ptr_array_add(text->columns, text_drop(text));
    } else if (!text->facts) {
        if (text->column > 0 && text->words->len == text->named)
            g_free(text_drop(text));
        text->apart = text->column == 0 && !text->form->first ? 1 : 0;
        text->paragraph = false;
        text->leads = text->column == 0;
        text_flush(text);
    }
    if (is_below(text))
        text_outdent(text);
    text->column++;
}
