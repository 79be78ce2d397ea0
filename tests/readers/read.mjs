// Print the start and end of every event of a calendar, in seconds since 1970, by UID: node read.mjs FILE
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf-8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const times = events.map((one) => [one.uid, [one.startDate.toUnixTime(), one.endDate.toUnixTime()]]);
process.stdout.write(JSON.stringify(Object.fromEntries(times)));
