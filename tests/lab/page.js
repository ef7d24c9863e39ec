// A page's own `show`, to draw a live chart, and `set`, to change what its widget has; no Lab.
async ([script, look, shown]) => {
  const file = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { render } = (await import(file)).default;
  const state = { spec: look, shown };
  const heard = [];
  window.said = [];
  const model = {
    get: (name) => state[name],
    on: (event, listen) => heard.push([event, listen]),
    send: (message) => window.said.push(message),
  };
  window.set = (name, value) => {
    state[name] = value;
    const told = heard.filter(([event]) => event === `change:${name}`);
    return Promise.all(told.map(([, listen]) => listen()));
  };
  window.show = () => {
    const el = document.body.appendChild(document.createElement("div"));
    el.style.float = "left";
    return render({ model, el });
  };
  window.drawings = () => [...document.querySelectorAll("canvas")].map((one) => one.toDataURL());
};
