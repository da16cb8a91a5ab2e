#include "output/json_events.h"

#include "kb/names.h"
#include "output/codes.h"
#include "output/enums.h"

static void put_what(ahd_printer *p, const ahd_event *event, uint32_t n)
{
    const ahd_event_rule *rule = ahd_kb_event_rule_at(p->kb, event->rule);
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "id");
    ahd_writer_int(w, (int64_t)n + 1);
    ahd_writer_field(w, "type", ahd_str_from(ahd_names_event[event->type]));
    ahd_writer_field(w, "mode", ahd_kb_str(p->kb, rule->mode));
    ahd_writer_key(w, "sentence");
    ahd_printer_span(p, p->doc->sentences.items[event->sentence].at);
    ahd_writer_key(w, "trigger");
    ahd_printer_span(p, event->trigger);
}

static void put_when(ahd_printer *p, const ahd_event *event)
{
    const ahd_time *t =
        event->time == AHD_NONE ? NULL : &p->doc->times.items[event->time];

    ahd_printer_interval(p, "date", t ? t->from : AHD_NO_DAY,
                         t ? t->to : AHD_NO_DAY);
}

static void put_event(ahd_printer *p, uint32_t n)
{
    const ahd_event *event = &p->doc->events.items[n];
    const ahd_event_rule *rule = ahd_kb_event_rule_at(p->kb, event->rule);
    ahd_writer *w = &p->w;

    ahd_writer_open(w, '{');
    put_what(p, event, n);
    ahd_printer_args(p, "source", &event->source);
    ahd_printer_args(p, "target", &event->target);
    put_when(p, event);
    ahd_printer_place(p, event->has_place, &event->place);
    ahd_writer_field(w, "modality",
                     ahd_str_from(ahd_enums_modality[event->modality]));
    ahd_writer_field(w, "rule", ahd_kb_str(p->kb, rule->id));
    ahd_writer_key(w, "confidence");
    ahd_writer_score(w, event->confidence);
    ahd_codes_put(w, ahd_codes_of_event(p->kb, event));
    ahd_writer_close(w, '}');
}

void ahd_printer_events(ahd_printer *p)
{
    ahd_writer_key(&p->w, "events");
    ahd_writer_open(&p->w, '[');
    for (uint32_t i = 0; i < p->doc->events.count; i++)
        put_event(p, i);
    ahd_writer_close(&p->w, ']');
}
