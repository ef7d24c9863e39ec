"""The page's own theme, light or dark, as JupyterLab tells it to whatever it shows."""

from typing import Any

import anywidget
import traitlets

_TELL = """
export default {
  initialize({ model }) {
    const tell = () => {
      model.set("dark", document.body.dataset.jpThemeLight === "false");
      model.save_changes();
    };
    const watch = new MutationObserver(tell);
    watch.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
    tell();
    return () => watch.disconnect();
  },
};
"""


class LabTheme(anywidget.AnyWidget):
    """A widget that shows nothing: `dark` is whether the page is, from when it is first shown."""

    _esm: Any = _TELL
    dark: Any = traitlets.Bool(default_value=False).tag(sync=True)
