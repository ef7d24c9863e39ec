"""What every duty leaves behind: claims, proof, files, reading again, verification, display.

Nothing here knows a leader or a station. A duty describes itself once (`duty.Duty`), and is named
in `planner.duties`; all the rest is here.
"""
