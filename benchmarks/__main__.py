"""``python -m benchmarks`` prints a line «NAME: RATIO» for each measurement."""

from benchmarks import calendar, check, pipeline, render, rules

MEASURES = (render.measure, pipeline.measure, check.measure, calendar.measure, rules.measure)

for name, ratio in (pair for measure in MEASURES for pair in measure().items()):
    print(f"{name}: {ratio:.2f}", flush=True)
