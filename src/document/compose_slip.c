/*
 * The contact slip: the paper and PDF form of a web page's contact form. Its standard fields are
 * the program's; choices and further fields appear only when the clinic lists them.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

/* The slip under construction. */
struct slip {
    struct composer *composer;
    struct block *group;
    struct element *section;
    unsigned number; /* of the slip in its document; 0 or 1: the first */
    unsigned fields; /* made so far */
};

/* What the program asks on every slip. Programs that gather filled-in slips know a field by its
 * name. */
static const struct standard {
    enum label label;
    const char *name;
} standard_fields[] = {
    {LABEL_SLIP_NAME, "name"},
    {LABEL_SLIP_TELEPHONE, "telephone"},
    {LABEL_SLIP_EMAIL, "email"},
    {LABEL_SLIP_PREFERRED, "preferred"},
};

/* A name of its own in the document: "telephone", or the number of the field where the clinic asks
 * (`ours` NULL) or boxes are ticked; which slip it is on from the second on. Owned by the
 * caller. */
static char *new_name(struct slip *slip, const struct standard *ours)
{
    g_autofree char *number = g_strdup_printf("field%u", ++slip->fields);
    const char *name = ours ? ours->name : number;
    return slip->number > 1 ? g_strdup_printf("slip%u-%s", slip->number, name) : g_strdup(name);
}

/* A form element; `tooltip` is what a screen reader says for it. */
static struct element *new_field(struct slip *slip, struct element *parent,
                                 const struct standard *ours, const char *tooltip, struct pos pos)
{
    struct element *field = element_new(parent, ROLE_FORM, pos);
    field->as.form.name = new_name(slip, ours);
    field->alt = g_strdup(tooltip);
    return field;
}

static void add_write_line(struct slip *slip, const char *label, const struct standard *ours,
                           struct pos pos)
{
    struct element *line = element_new(slip->section, ROLE_P, pos);
    if (ours)
        compose_labelled(slip->composer, line, ours->label);
    struct block *block = block_new(BLOCK_WRITE_LINE, line, pos);
    block->text_kind = TEXT_FACT;
    compose_span(block, line, label, true, pos);
    block->as.field = new_field(slip, line, ours, label, pos);
    g_ptr_array_add(slip->group->children, block);
}

static void add_choice(struct slip *slip, const char *question, const struct fact *choice)
{
    struct element *line = element_new(slip->section, ROLE_P, choice->pos);
    struct block *block = block_new(BLOCK_CHOICE, line, choice->pos);
    g_autofree char *tooltip = g_strconcat(
        question, labels_get(slip->composer->labels, LABEL_FACT_SEPARATOR), choice->value, NULL);
    block->text_kind = TEXT_FACT;
    block->as.field = new_field(slip, line, NULL, tooltip, choice->pos);
    compose_span(block, line, choice->value, false, choice->pos);
    g_ptr_array_add(slip->group->children, block);
}

static void add_choices(struct slip *slip, const char *question, const struct standard *ours,
                        const struct fact_list *choices, struct pos pos)
{
    struct element *line = element_new(slip->section, ROLE_P, pos);
    if (ours)
        compose_labelled(slip->composer, line, ours->label);
    struct block *block = compose_text(slip->group->children, TEXT_FACT, line, question, pos);
    ((struct span *)block->spans->pdata[0])->strong = true;
    for (guint i = 0; i < choices->items->len; i++)
        add_choice(slip, question, choices->items->pdata[i]);
}

/* The clinic's entry that names a standard field, or NULL. */
static const struct slip_field *find_own(const struct slip *slip, const char *label)
{
    const GPtrArray *fields = slip->composer->clinic->slip_fields;
    for (guint i = 0; i < fields->len; i++) {
        const struct slip_field *field = fields->pdata[i];
        if (g_str_equal(field->label.value, label))
            return field;
    }
    return NULL;
}

static void add_field(struct slip *slip, const char *label, const struct standard *ours,
                      const struct slip_field *own, struct pos pos)
{
    if (own && own->choices.items->len > 0)
        add_choices(slip, label, ours, &own->choices, own->label.pos);
    else
        add_write_line(slip, label, ours, pos);
}

static bool is_standard(const struct slip *slip, const char *label)
{
    for (size_t i = 0; i < G_N_ELEMENTS(standard_fields); i++)
        if (g_str_equal(labels_get(slip->composer->labels, standard_fields[i].label), label))
            return true;
    return false;
}

static void add_fields(struct slip *slip)
{
    const GPtrArray *own = slip->composer->clinic->slip_fields;
    for (size_t i = 0; i < G_N_ELEMENTS(standard_fields); i++) {
        const char *label = labels_get(slip->composer->labels, standard_fields[i].label);
        add_field(slip, label, &standard_fields[i], find_own(slip, label), (struct pos){0});
    }
    for (guint i = 0; i < own->len; i++) {
        const struct slip_field *field = own->pdata[i];
        if (!is_standard(slip, field->label.value))
            add_field(slip, field->label.value, NULL, field, field->label.pos);
    }
}

char *compose_slip_title(const struct composer *composer)
{
    return labels_format(composer->labels, LABEL_SLIP_TITLE, "clinic", composer->clinic->name.value,
                         NULL);
}

static void add_head(struct slip *slip, enum role role)
{
    const struct labels *labels = slip->composer->labels;
    struct pos nowhere = {0};
    struct element *heading = compose_labelled(
        slip->composer, element_new(slip->section, role, nowhere), LABEL_SLIP_TITLE);
    g_autofree char *title = compose_slip_title(slip->composer);
    heading->as.heading.bookmark = g_strdup(title);
    struct block *block =
        compose_text(slip->group->children, TEXT_HEADING_3, heading, title, nowhere);
    block->as.text.heading = true;

    struct element *intro = compose_labelled(
        slip->composer, element_new(slip->section, ROLE_P, nowhere), LABEL_SLIP_INTRO);
    compose_text(slip->group->children, TEXT_FACT, intro, labels_get(labels, LABEL_SLIP_INTRO),
                 nowhere);
}

void compose_slip(struct composer *composer, unsigned number, enum role heading)
{
    struct document *document = composer->document;
    struct pos pos = composer->clinic->name.pos;
    struct slip slip = {.composer = composer, .number = number};
    guint from = document->blocks->len;
    slip.section = element_new(document->root, ROLE_SECT, pos);
    slip.group = block_new(BLOCK_GROUP, slip.section, pos);
    g_ptr_array_add(document->blocks, slip.group);
    add_head(&slip, heading);
    add_fields(&slip);
    compose_mark(composer, from, PART_SLIP);
}

static void number_fields(const struct labels *labels, struct element *element, const char *number,
                          const char *count)
{
    if (element->role == ROLE_FORM) {
        g_autofree char *field = element->alt;
        element->alt = labels_format(labels, LABEL_SLIP_FIELD, "number", number, "count", count,
                                     "field", field, NULL);
    }
    for (guint i = 0; i < element->children->len; i++)
        number_fields(labels, element->children->pdata[i], number, count);
}

void document_number_slips(const struct document *document, unsigned count)
{
    g_autofree char *all = g_strdup_printf("%u", count);
    for (unsigned i = 0; i < count && count > 1; i++) {
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        number_fields(document->labels, document->root->children->pdata[i], number, all);
    }
}
