// Charts among texts. A chart is embedded once; of another plan only its rows and titles are new.
// All that is shown is a plain widget's, the `board`: a page that is slow would tell nothing more to
// anywidget's own. And Vega is loaded last, so that the texts need not wait for it.
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

let vega = null;

// Return what embeds a chart; it is loaded once.
function embedder(board) {
  const load = async () => {
    const script = new Blob([board.get("library")], { type: "text/javascript" });
    return (await import(URL.createObjectURL(script))).default;
  };
  return (vega ??= load());
}

// Return what draws a chart in an element, as far as there is something new, and what ends that.
function chart(board, name, parent) {
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
    drawing.setAttribute("aria-label", shown.told);
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
    const vegaEmbed = await embedder(board);
    embedded?.finalize();
    embedded = await vegaEmbed(el, look, { renderer: RENDERER, patch: begin });
    measure();
    describe();
    const told = () => ({ file: shown.file, footer: board.get("footer") });
    saving(el, embedded.view, look, told);
    embedded.view.addEventListener("click", (_, item) => {
      const { station_id: station, unit_id: unit } = item?.datum ?? {};
      if (station) board.send(unit ? { station, unit } : { station });
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
    [look, shown] = [board.get(`${name}_look`), board.get(name)];
    if (look !== before[0]) await embed();
    else if (shown !== before[1]) await change();
  };

  return [inTurn(draw), inTurn(() => embedded?.finalize())];
}

// Return what writes a text into an element, as far as it is new.
function text(board, name, el) {
  let written = "";
  return () => {
    if (written !== board.get(name)) el.innerHTML = written = board.get(name);
  };
}

function element(parent, name) {
  const made = document.createElement("div");
  made.className = `planner-${name}`;
  return parent.appendChild(made);
}

// Tell the panel which repair's button was pressed.
function pressed(board) {
  return ({ target }) => {
    const number = target.closest?.("[data-repair]")?.dataset.repair;
    if (number !== undefined) board.send({ repair: Number(number) });
  };
}

const GONE = ["dead", "terminating", "restarting", "autorestarting", "unknown"];
const PATIENCE = 2000; // So long, in milliseconds, an answer may take before all is in doubt.

// Say every second whether the kernel is "dead", as where another one is in its place, which knows
// nothing, whether its answer is "late", or neither; return what ends that.
function watching(manager, say) {
  const kernel = manager.kernel;
  if (!kernel) return () => {};
  let asked = null; // The newest message to a widget, and since when one has no answer.
  const heard = (_, { msg: { header, parent_header: parent, content }, direction }) => {
    if (direction === "send" && header.msg_type === "comm_msg") {
      asked = { id: header.msg_id, since: asked?.since ?? Date.now() };
    } else if (content.execution_state === "idle" && parent.msg_id === asked?.id) {
      asked = null;
    }
  };
  const look = () => {
    if (manager.kernel !== kernel || kernel.isDisposed || GONE.includes(kernel.status)) {
      clearInterval(watch);
      say("dead");
    } else {
      const away = kernel.connectionStatus !== "connected";
      say(away || (asked && Date.now() - asked.since > PATIENCE) ? "late" : "");
    }
  };
  const watch = setInterval(look, 1000);
  kernel.anyMessage.connect(heard);
  return () => {
    clearInterval(watch);
    kernel.anyMessage.disconnect(heard);
  };
}

// Tell the kernel whether the page is dark, now and whenever that changes; return what ends that.
function colouring(board) {
  const tell = () => {
    board.set("dark", document.body.dataset.jpThemeLight === "false");
    board.save_changes();
  };
  const watch = new MutationObserver(tell);
  watch.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  tell();
  return () => watch.disconnect();
}

async function render({ model, el }) {
  const board = await model.widget_manager.get_model(model.get("board"));
  el.classList.add("planner-board");
  el.lang = board.get("language"); // The page may be in another, or say its own after a drawing.
  const doubt = element(el, "doubt");
  doubt.hidden = true;
  const above = ["message", "changes", "repairs"];
  const texts = above.map((name) => text(board, name, element(el, name)));
  const row = element(el, "row");
  texts.push(...["goals", "moved"].map((name) => text(board, name, element(row, name))));
  row.lastChild.tabIndex = 0; // A long list scrolls by key, too.
  const under = element(el, "row");
  const charts = ["map", "balance"].map((name) => chart(board, name, element(under, name)));
  texts.push(text(board, "kept", element(el, "kept")));
  const stale = () => el.classList.toggle("planner-stale", board.get("stale"));
  const steps = [stale, ...texts, ...charts.map(([draw]) => draw)];
  const show = () => Promise.all(steps.map((step) => step()));
  const ends = [
    watching(model.widget_manager, (why) => {
      doubt.textContent = why && board.get(why);
      doubt.hidden = !why;
      el.classList.toggle("planner-doubted", Boolean(why));
    }),
    naming(el),
    colouring(board),
    () => board.off("change", show),
    ...charts.map(([, end]) => end),
  ];
  el.addEventListener("click", pressed(board));
  board.on("change", show);
  show();
  return () => ends.forEach((end) => end());
}

export default { render };
