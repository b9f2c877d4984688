"""What is measured, and how: `python -m benchmarks.engine`. Nothing here is asserted by a test."""
