"""The engine: choose options so that every quota holds and the goals are met in order."""
