// Charts among texts. A chart is embedded once; of another plan only its rows and titles are new.
const RENDERER = "canvas"; // It draws thousands of dots the soonest.

// Whether all that is drawn has room on the canvas; its padding is there to spare.
function fits(view, [width, height]) {
  const { x1, y1, x2, y2 } = view.scenegraph().root.items[0].bounds;
  const { left, top } = view.padding();
  const [x, y] = view.origin();
  const [right, bottom] = [width - left - x, height - top - y];
  return -left - x <= x1 && -top - y <= y1 && x2 <= right && y2 <= bottom;
}

// What is singled out and not shown any more is let go: else all the rest would stay faint.
function letGo(view, rows) {
  const stores = view.getState({ data: (name) => name.endsWith("_store") }).data;
  const some = Object.entries(stores).filter(([, singled]) => singled.length);
  const shown = some.length ? Object.values(rows).flatMap((text) => JSON.parse(text)) : [];
  for (const [name, singled] of some) {
    const left = singled.filter(({ fields, values }) =>
      shown.some((row) => fields.every(({ field }, at) => row[field] === values[at])),
    );
    if (left.length < singled.length) view.data(name, left);
  }
}

// Return what draws a chart in an element, as far as there is something new, and what ends that.
function chart(model, name, parent) {
  // Names are Chinese in an English board, too: without a font of ours the page's own choice of
  // glyphs goes by this.
  const el = parent.appendChild(document.createElement("div"));
  el.lang = "zh-CN";
  let embedded = null;
  let look = null;
  let shown = null;
  let rows = {};
  let room = [0, 0];
  let last = Promise.resolve();
  // One step after the other: while a chart is being embedded there is nothing to change yet.
  const inTurn = (step) => () => {
    last = last.then(step).catch((error) => console.error(error));
    return last;
  };

  // Asked only where it may have changed: the page has to be laid out to answer.
  const measure = () => {
    const { clientWidth, clientHeight } = el.querySelector("canvas");
    room = [clientWidth, clientHeight];
  };

  // What is drawn, in words, for those who do not see it.
  const describe = () => {
    const drawing = el.querySelector("canvas");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", [shown.title.replace("\n", ""), ...shown.subtitle].join(" · "));
  };

  const begin = (vega) => {
    rows = shown.rows;
    for (const source of vega.data) {
      if (source.name in rows) source.values = rows[source.name];
    }
    const titles = { title: shown.title.split("\n"), subtitle: shown.subtitle };
    vega.signals = [
      ...(vega.signals ?? []),
      ...Object.entries(titles).map(([title, value]) => ({ name: title, value })),
    ];
    Object.assign(vega.title, { text: { signal: "title" }, subtitle: { signal: "subtitle" } });
    return vega;
  };

  const embed = async () => {
    embedded?.finalize();
    embedded = await vegaEmbed(el, look, { renderer: RENDERER, patch: begin });
    measure();
    describe();
    const told = () => ({ file: shown.file, footer: model.get("footer") });
    saving(el, embedded.view, look, told);
    embedded.view.addEventListener("click", (_, item) => {
      const { station_id: station, unit_id: unit } = item?.datum ?? {};
      if (station) model.send(unit ? { station, unit } : { station });
    });
  };

  const change = async () => {
    const { view } = embedded;
    for (const [source, values] of Object.entries(shown.rows)) {
      if (values !== rows[source]) view.data(source, JSON.parse(values));
    }
    rows = shown.rows;
    letGo(view, rows);
    describe();
    view.signal("title", shown.title.split("\n")).signal("subtitle", shown.subtitle);
    // All is drawn anew: Vega would clear less than a Chinese title had covered.
    view.signal("background", view.background(), { force: true });
    await view.runAsync();
    if (!fits(view, room)) {
      await view.resize().runAsync();
      measure();
    }
  };

  const draw = async () => {
    const before = [look, shown];
    [look, shown] = [model.get(`${name}_look`), model.get(name)];
    if (look !== before[0]) await embed();
    else if (shown !== before[1]) await change();
  };

  return [inTurn(draw), inTurn(() => embedded?.finalize())];
}

// Return what writes a text into an element, as far as it is new.
function text(model, name, el) {
  let written = "";
  return () => {
    if (written !== model.get(name)) el.innerHTML = written = model.get(name);
  };
}

function element(parent, name) {
  const made = document.createElement("div");
  made.className = `planner-${name}`;
  return parent.appendChild(made);
}

// Tell the panel which repair's button was pressed.
function pressed(model) {
  return ({ target }) => {
    const number = target.closest?.("[data-repair]")?.dataset.repair;
    if (number !== undefined) model.send({ repair: Number(number) });
  };
}

const GONE = ["dead", "terminating", "restarting", "autorestarting", "unknown"];

// Call `dead` once when the kernel is gone, or another one is in its place: that one knows nothing.
function kernelGone(model, dead) {
  const first = model.widget_manager?.kernel;
  const watch = setInterval(() => {
    const now = model.widget_manager?.kernel;
    if (first && (now !== first || first.isDisposed || GONE.includes(first.status))) {
      clearInterval(watch);
      dead();
    }
  }, 1000);
  return watch;
}

function render({ model, el }) {
  el.classList.add("planner-board");
  el.lang = model.get("language"); // The page may be in another, or say its own after a drawing.
  const gone = element(el, "dead");
  gone.hidden = true;
  const above = ["message", "changes", "repairs"];
  const texts = above.map((name) => text(model, name, element(el, name)));
  const row = element(el, "row");
  texts.push(...["goals", "moved"].map((name) => text(model, name, element(row, name))));
  row.lastChild.tabIndex = 0; // A long list scrolls by key, too.
  const under = element(el, "row");
  const charts = ["map", "balance"].map((name) => chart(model, name, element(under, name)));
  texts.push(text(model, "kept", element(el, "kept")));
  const stale = () => el.classList.toggle("planner-stale", Boolean(model.get("stale")));
  const steps = [stale, ...texts, ...charts.map(([draw]) => draw)];
  const show = () => Promise.all(steps.map((step) => step()));
  const dead = () => {
    gone.textContent = model.get("dead");
    gone.hidden = false;
    el.classList.add("planner-stale");
  };
  const watch = kernelGone(model, dead);
  const unnamed = naming(el);
  el.addEventListener("click", pressed(model));
  model.on("change", show);
  show();
  return () => {
    clearInterval(watch);
    unnamed();
    charts.forEach(([, end]) => end());
  };
}

export default { render };
