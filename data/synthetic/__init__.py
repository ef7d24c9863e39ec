"""Synthetic columns for real stations: the same words for the province and for the country.

Read in this order: `draws` (chance without a random generator), `places` (what is real),
`stations` (attributes), `units` (leaders and departments), `recusals`, `history`, `wishes`,
`pins`, and `dataset`, which puts them together and writes the tables.
"""
