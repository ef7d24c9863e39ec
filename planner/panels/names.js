// What is read out of a control that shows no words: what its tooltip says.
function named(panel) {
  for (const box of panel.querySelectorAll("input")) {
    const [label] = box.labels; // Where it has no words it is hidden, and has the tooltip.
    if (label?.title && !label.textContent) box.setAttribute("aria-label", label.title);
  }
  for (const row of panel.querySelectorAll(".planner-settings .widget-hbox")) {
    const handles = row.querySelectorAll(".noUi-handle");
    row.querySelectorAll("input[type=number]").forEach((box, at) => {
      handles[at]?.setAttribute("aria-label", box.ariaLabel); // A handle a box, in the same order.
    });
  }
  for (const one of panel.querySelectorAll("button[title]:not([title=''])")) {
    one.setAttribute("aria-label", one.title);
  }
}

// Name the controls beside a board, now and whenever some are made; return what ends that.
function naming(el) {
  let panel = null;
  const made = new MutationObserver(() => named(panel));
  const placed = new ResizeObserver(() => {
    panel = el.closest(".planner-panel"); // Not before the page has it.
    if (!panel) return;
    placed.disconnect();
    named(panel);
    made.observe(panel, { subtree: true, childList: true, attributeFilter: ["title"] });
  });
  placed.observe(el);
  return () => [made, placed].forEach((one) => one.disconnect());
}
