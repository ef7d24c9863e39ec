// A chart as a picture, with lines under it that say where it is from: on the page they stand once.
const [FOOT, LINE, EDGE] = [11, 15, 4]; // The letters' size, a line's height, the room around.

// Return how a picture of a look is footed: its font and colour, and how large it is then.
function footing(look, lines, [width, height]) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${FOOT}px ${look.config.font}`;
  const wide = Math.max(0, ...lines.map((line) => pen.measureText(line).width + 2 * EDGE));
  return {
    family: look.config.font,
    colour: look.config.axis.titleColor,
    width: Math.ceil(Math.max(width, wide)),
    height: height + (lines.length ? lines.length * LINE + EDGE : 0),
    lines: lines.map((line, at) => [line, EDGE, height + (at + 1) * LINE - 4]),
  };
}

async function png(view, look, lines) {
  const scale = look.usermeta.embedOptions.scaleFactor.png;
  const drawing = await view.toCanvas(scale);
  const foot = footing(look, lines, [drawing.width / scale, drawing.height / scale]);
  const whole = document.createElement("canvas");
  [whole.width, whole.height] = [foot.width * scale, foot.height * scale];
  const pen = whole.getContext("2d");
  pen.fillStyle = view.background();
  pen.fillRect(0, 0, whole.width, whole.height);
  pen.drawImage(drawing, 0, 0);
  pen.scale(scale, scale);
  pen.fillStyle = foot.colour;
  pen.font = `${FOOT}px ${foot.family}`;
  foot.lines.forEach((line) => pen.fillText(...line));
  return whole.toDataURL("image/png");
}

async function svg(view, look, lines) {
  const drawing = new DOMParser().parseFromString(await view.toSVG(), "image/svg+xml");
  const root = drawing.documentElement;
  const foot = footing(look, lines, ["width", "height"].map((side) => Number(root.getAttribute(side))));
  root.setAttribute("viewBox", `0 0 ${foot.width} ${foot.height}`);
  for (const one of [root, root.querySelector("rect")]) {
    one.setAttribute("width", foot.width);
    one.setAttribute("height", foot.height);
  }
  for (const [line, x, y] of foot.lines) {
    const text = root.appendChild(drawing.createElementNS(root.namespaceURI, "text"));
    const look = { x, y, fill: foot.colour, "font-family": foot.family, "font-size": `${FOOT}px` };
    Object.entries(look).forEach(([name, value]) => text.setAttribute(name, value));
    text.textContent = line;
  }
  const blob = new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
  return URL.createObjectURL(blob);
}

// Have a menu's offers save such pictures of what is shown, by mouse or by key: vega-embed's own
// know neither a key nor the footer, and have the name of what was shown first.
function saving(el, view, look, told) {
  for (const offer of el.querySelectorAll(".vega-actions a")) {
    const [kind, draw] = offer.download.endsWith("svg") ? ["svg", svg] : ["png", png];
    offer.addEventListener("click", async (event) => {
      event.preventDefault();
      const { file, footer } = told();
      const link = document.createElement("a");
      link.download = `${file}.${kind}`;
      link.href = await draw(view, look, footer);
      link.click();
    });
  }
}
