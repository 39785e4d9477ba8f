/*
 * Tells the listeners of a build what it does, each in turn.
 */
#include "publish/build_parts.h"

/* Each listener of the build in turn, NULL at the end. */
static const struct listener *listener_at(const struct build *build, size_t i)
{
    return build->options->listeners ? build->options->listeners[i] : NULL;
}

void tell_begun(const struct build *build, unsigned n, unsigned total, const char *path)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->begun)
            listener->begun(listener->user, n, total, path);
}

void tell_heard(void *user, unsigned done, unsigned total)
{
    const struct build *build = user;
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->heard)
            listener->heard(listener->user, done, total);
}

void tell_examined(const struct build *build, const struct article *article,
                   const struct reading *reading)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->examined)
            listener->examined(listener->user, article, reading);
}

void tell_laid_out(const struct build *build, const struct article *article,
                   const struct product *product, const struct layout *layout)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->laid_out)
            listener->laid_out(listener->user, article, build->clinic, product, layout);
}

void tell_placed(const struct build *build, const struct report *report, guint from)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        for (guint file = from; listener->placed && file < report_files_count(report->files);
             file++)
            listener->placed(listener->user, report_files_at(report->files, file));
}
