/* Prints the events of a calendar file as libical (GNOME, KDE) reads them: fields end with 0x1F, events with 0x1E.
 * Fails where libical finds an error, or a rule of RFC 5546 is broken: the rules are looked at in a copy that has a
 * method and organizers, for without a method libical asks for nothing. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void field(const char *text)
{
    fputs(text ? text : "", stdout);
    putchar(0x1F);
}

static void date(struct icaltimetype day)
{
    if (!day.is_date) {
        fprintf(stderr, "an event has a time\n");
        exit(1);
    }
    printf("%04d-%02d-%02d\x1F", day.year, day.month, day.day);
}

int main(int count, char **arguments)
{
    FILE *file = fopen(arguments[1], "rb");
    static char text[1 << 24];
    size_t size = file ? fread(text, 1, sizeof text - 1, file) : 0;
    text[size] = 0;
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar || icalcomponent_count_errors(calendar)) {
        fprintf(stderr, "libical finds errors\n");
        return 1;
    }
    icalcomponent *copy = icalcomponent_new_clone(calendar);
    icalcomponent_add_property(copy, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    icalcomponent *event;
    for (event = icalcomponent_get_first_component(copy, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(copy, ICAL_VEVENT_COMPONENT))
        icalcomponent_add_property(event, icalproperty_new_organizer("mailto:x@example.org"));
    if (!icalrestriction_check(copy)) {
        fprintf(stderr, "a rule of RFC 5546 is broken: %s\n", icalcomponent_as_ical_string(copy));
        return 1;
    }
    for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        field(icalcomponent_get_uid(event));
        date(icalcomponent_get_dtstart(event));
        date(icalcomponent_get_dtend(event));
        field(icalcomponent_get_summary(event));
        field(icalcomponent_get_description(event));
        putchar(0x1E);
    }
    return 0;
}
