// A page's own `show`, to draw a board, and `set`, to change what its widget has; no Lab.
async ([script, state]) => {
  const file = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { render } = (await import(file)).default;
  const heard = [];
  window.said = [];
  const model = {
    get: (name) => state[name],
    on: (_, listen) => heard.push(listen),
    send: (message) => window.said.push(message),
  };
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
