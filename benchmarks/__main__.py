"""``python -m benchmarks`` prints a line «NAME: RATIO» for each measurement."""

from benchmarks import calendar, pipeline, render, rules

for name, ratio in (render.measure() | pipeline.measure() | calendar.measure() | rules.measure()).items():
    print(f"{name}: {ratio:.2f}", flush=True)
