// A page's own `show`, to draw a board, and `set`, to change what its widget has; no Lab.
async ([script, state]) => {
  const file = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { render } = (await import(file)).default;
  const heard = [];
  const hearing = [];
  const kernel = {
    status: "idle",
    connectionStatus: "connected",
    anyMessage: { connect: (hear) => hearing.push(hear), disconnect: () => {} },
  };
  window.said = [];
  const board = {
    get: (name) => state[name],
    set: (name, value) => (state[name] = value),
    save_changes: () => {},
    on: (_, listen) => heard.push(listen),
    off: (_, listen) => heard.splice(heard.indexOf(listen), 1),
    send: (message) => window.said.push(message),
  };
  const model = {
    get: () => "its id",
    widget_manager: { kernel, get_model: async () => board },
  };
  // What goes to the kernel, a message to a widget, and what comes from it when that is answered.
  window.ask = (id) => {
    const msg = { header: { msg_type: "comm_msg", msg_id: id }, parent_header: {}, content: {} };
    hearing.forEach((hear) => hear(null, { msg, direction: "send" }));
  };
  window.answer = (id) => {
    const content = { execution_state: "idle" };
    const msg = { header: { msg_type: "status" }, parent_header: { msg_id: id }, content };
    hearing.forEach((hear) => hear(null, { msg, direction: "recv" }));
  };
  window.kernelIs = (state) => Object.assign(kernel, state);
  window.set = (name, value) => {
    state[name] = value;
    return Promise.all(heard.map((listen) => listen()));
  };
  window.show = () => {
    const el = document.body.appendChild(document.createElement("div"));
    el.style.float = "left";
    return render({ model, el });
  };
  // The maps, each cut to what all of them have room for.
  window.drawings = () => {
    const all = [...document.querySelectorAll(".planner-map canvas")];
    const [width, height] = ["width", "height"].map((side) => Math.min(...all.map((c) => c[side])));
    return all.map((one) => {
      const cut = Object.assign(document.createElement("canvas"), { width, height });
      cut.getContext("2d").drawImage(one, 0, 0);
      return cut.toDataURL();
    });
  };
};
