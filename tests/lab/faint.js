// The words of the panel that stand out too little from what is behind them, as the WCAG measures it.
() => {
  const LEAST = 4;
  const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) =>
      c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
      if (a > 0.9) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const words = (element) =>
    [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data.trim())
      .join("") || element.value || "";
  const contrast = (element) => {
    const ground = behind(element);
    const [r, g, b, a = 1] = channels(getComputedStyle(element).color);
    const seen = [r, g, b].map((c, at) => a * c + (1 - a) * ground[at]);
    const [one, other] = [seen, ground].map(light);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  return [...document.querySelectorAll(".planner-panel *")]
    .filter((e) => e.offsetParent && !e.disabled && words(e) && contrast(e) < LEAST)
    .map((e) => `${words(e)}: ${contrast(e).toFixed(1)}`);
}
