"""Many patients' weeks with faults, outages and kill -9, judged from what arrived and was kept."""
