"""Checks a calendar file byte by byte against RFC 5545, strictly, with what no parser at hand objects to.

It reads what the compiler writes and shares nothing with the writer: not even the words are parsed the same way.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter

TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "NAME", "X-WR-CALNAME", "UID"}
ONCE = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME"},
    "VEVENT": {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
               "CATEGORIES", "LOCATION", "TRANSP", "STATUS", "RRULE"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
NEEDED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
INSIDE = {"VCALENDAR": "", "VEVENT": "VCALENDAR", "VALARM": "VEVENT"}
VALUES = {
    "VERSION": {"2.0"}, "CALSCALE": {"GREGORIAN"}, "TRANSP": {"TRANSPARENT", "OPAQUE"}, "ACTION": {"DISPLAY"},
    "STATUS": {"TENTATIVE", "CONFIRMED", "CANCELLED"},
}
CONTENT_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^:;,\"]+)*):(.*)", re.DOTALL)
DURATION = re.compile(r"[+-]?P(?:\d+W|(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")
FREQUENCIES = {"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}

Component = tuple[str, list[tuple[str, str, str]]]


def problems(data: bytes) -> list[str]:
    """Everything that is wrong with a calendar file; [] for a good one."""
    found = _of_bytes(data)
    if found:
        return found
    lines = data.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    components, found = _components(lines)
    for name, properties in components:
        found += _of_component(name, properties)
    uids = Counter(value for name, properties in components for key, _, value in properties
                   if name == "VEVENT" and key == "UID")
    found += [f"UID {uid} stands {times} times" for uid, times in uids.items() if times > 1]
    if not any(name == "VEVENT" for name, _ in components):
        found.append("no event")
    return found


def _of_bytes(data: bytes) -> list[str]:
    """RFC 5545 §3.1: line ends, length of lines, encoding."""
    found = []
    if data.startswith(b"\xef\xbb\xbf"):
        found.append("a byte order mark")
    if not data.endswith(b"\r\n"):
        found.append("the last line has no end")
    for number, line in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), start=1):
        if b"\n" in line or b"\r" in line:
            found.append(f"line {number}: a line end that is not CRLF")
        if len(line) > 75:
            found.append(f"line {number}: {len(line)} octets")
        if not line.strip():
            found.append(f"line {number}: empty")
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            found.append(f"line {number}: a control character")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"line {number}: not UTF-8")
    return found


def _components(lines: list[str]) -> tuple[list[Component], list[str]]:
    """Components with their own properties: name, parameters, value."""
    found: list[str] = []
    open_ones: list[Component] = []
    closed: list[Component] = []
    for line in lines:
        match = CONTENT_LINE.fullmatch(line)
        if match is None:
            found.append(f"no content line: {line[:40]!r}")
            continue
        name, parameters, value = match.groups()
        if name == "BEGIN":
            if INSIDE.get(value) != (open_ones[-1][0] if open_ones else ""):
                found.append(f"{value} in a wrong place")
            open_ones.append((value, []))
        elif name == "END":
            if not open_ones or open_ones[-1][0] != value:
                found.append(f"END:{value} closes nothing")
            else:
                closed.append(open_ones.pop())
        elif not open_ones:
            found.append(f"{name} outside of the calendar")
        else:
            open_ones[-1][1].append((name, parameters, value))
    found += [f"{name} is not closed" for name, _ in open_ones]
    if [name for name, _ in closed].count("VCALENDAR") != 1:
        found.append("not one calendar")
    return closed, found


def _of_component(name: str, properties: list[tuple[str, str, str]]) -> list[str]:
    keys = Counter(key for key, _, _ in properties)
    found = [f"{name} has no {key}" for key in sorted(NEEDED.get(name, set()) - keys.keys())]
    found += [f"{key} in {name}" for key in sorted(keys.keys() - ONCE.get(name, set()))]
    found += [f"{key} stands {times} times in {name}" for key, times in keys.items() if times > 1]
    for key, parameters, value in properties:
        found += _of_value(key, parameters, value)
    values = {key: (parameters, value) for key, parameters, value in properties}
    if "DTSTART" in values and "DTEND" in values:
        if values["DTSTART"][0] != values["DTEND"][0]:
            found.append("DTSTART and DTEND are of different types")
        elif values["DTEND"][1] <= values["DTSTART"][1]:
            found.append("the event ends before it begins, or at once")
    if "RRULE" in values:
        found += _of_rule(values["RRULE"][1], values.get("DTSTART", ("", ""))[1])
    return found


def _of_value(key: str, parameters: str, value: str) -> list[str]:
    if key in ("DTSTART", "DTEND"):
        if parameters != ";VALUE=DATE":
            return [f"{key} is not said to be a date"]
        return [] if _is_date(value) else [f"{key}: no such day: {value}"]
    if parameters:
        return [f"{key} with parameters {parameters}"]
    if key in ("DTSTAMP", "LAST-MODIFIED"):
        good = re.fullmatch(r"\d{8}T\d{6}Z", value) and _is_date(value[:8]) and value[9:15] < "240000"
        return [] if good else [f"{key}: no moment in UTC: {value}"]
    if key in VALUES and value not in VALUES[key]:
        return [f"{key}: {value}"]
    if key == "SEQUENCE" and not re.fullmatch(r"0|[1-9]\d*", value):
        return [f"SEQUENCE: {value}"]
    if key == "TRIGGER" and not DURATION.fullmatch(value):
        return [f"TRIGGER: {value}"]
    if key in TEXTS and re.search(r"[,;]", re.sub(r"\\[\\,;nN]", "", value)):
        return [f"{key}: a comma or semicolon without a backslash"]
    if key in TEXTS and "\\" in re.sub(r"\\[\\,;nN]", "", value):
        return [f"{key}: a backslash before nothing to escape"]
    if key in ("UID", "SUMMARY", "NAME") and not value.strip():
        return [f"{key} is empty"]
    return []


def _of_rule(rule: str, start: str) -> list[str]:
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    found = []
    if parts.get("FREQ") not in FREQUENCIES:
        found.append(f"no such frequency: {parts.get('FREQ')}")
    if "UNTIL" in parts and "COUNT" in parts:
        found.append("UNTIL and COUNT in one rule")
    if "UNTIL" in parts and ("T" in parts["UNTIL"]) != ("T" in start):
        found.append("UNTIL is of another type than DTSTART")
    return found


def _is_date(figures: str) -> bool:
    if not re.fullmatch(r"\d{8}", figures):
        return False
    try:
        datetime.date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return False
    return True
