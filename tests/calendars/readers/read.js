// Prints the events of a calendar file as JSON, as ical.js (the parser of Thunderbird and Nextcloud) reads them.
// Each event is expanded from its first day on, so that a recurrence would show.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const root = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf-8")));
const events = [];
for (const component of root.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const days = event.iterator();
  for (let start = days.next(); start; start = days.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(start);
    if (!startDate.isDate) throw new Error(`${event.uid} has a time`);
    events.push([event.uid, startDate.toString(), endDate.toString(), event.summary, event.description]);
  }
}
console.log(JSON.stringify(events));
