"""Reading a workbook: its archive is looked at first, then its parts are scanned, sheet by sheet.

The parts are read as they lie in the archive, by local names: transitional and strict Open XML,
names of parts in any case. Nothing is unpacked to disk, and what is too large ends the reading.
"""
