// The filters, and what is drawn again when the reader asks for something else.
let found = filtered(state);

function draw() {
  found = filtered(state);
  for (const output of document.querySelectorAll("[data-count]")) {
    const [axis, value] = output.dataset.count.split(",");
    const count = found.counts[axis][value];
    output.textContent = worded(count);
    output.closest("label").classList.toggle("none", !count);
  }
  const possible = found.left.filter((cell) => POSSIBLE[cell]).length;
  at("shown").textContent = `${worded(found.left.length)} of ${plural(COUNT, "layout")} shown, ${worded(possible)} of them possible.`;
  drawRows();
  drawPivots();
}

function changed() {
  state.page = 0;
  draw();
}

function checkbox(words, isChecked, onchange, ...after) {
  const input = make("input", { type: "checkbox", onchange: (event) => onchange(event.target.checked) });
  input.checked = isChecked;
  return make("label", {}, input, make("span", { dir: "auto" }, words), ...after);
}

function axisField(axis, index) {
  const boxes = axis.values.map(([, title], value) => {
    const count = make("span", { class: "count" }, make("span", { "data-count": `${index},${value}` }), make("span", { class: "unseen" }, " possible"));
    return checkbox(title, state.allowed[index][value], (isOn) => { state.allowed[index][value] = isOn ? 1 : 0; changed(); }, count);
  });
  const all = (flag) => () => {
    state.allowed[index].fill(flag);
    for (const input of field.querySelectorAll("input")) input.checked = Boolean(flag);
    changed();
  };
  const buttons = axis.values.length < 3 ? [] : [make("p", { class: "all" },
    make("button", { type: "button", onclick: all(1) }, "All", make("span", { class: "unseen" }, ` of ${axis.title}`)),
    make("button", { type: "button", onclick: all(0) }, "None", make("span", { class: "unseen" }, ` of ${axis.title}`)))];
  const field = make("fieldset", {}, make("legend", { dir: "auto" }, axis.title), ...buttons, make("div", { class: "boxes" }, ...boxes));
  return field;
}

function statusField() {
  const seen = new Set(CELLS.status);
  const boxes = STATUSES.flatMap((one, index) => (seen.has(index)
    ? [checkbox(one.title, state.statuses[index], (isOn) => { state.statuses[index] = isOn ? 1 : 0; changed(); })] : []));
  return make("fieldset", {}, make("legend", {}, "Status"), make("div", { class: "boxes" }, ...boxes));
}

function frontField() {
  const choices = [["any", "Every layout"], ["all", "On the Pareto front of all layouts"], ["left", "On the Pareto front of what the filters leave"]];
  const boxes = choices.map(([value, words]) => {
    const input = make("input", { type: "radio", name: "front", value, onchange: () => { state.front = value; changed(); } });
    input.checked = state.front === value;
    return make("label", {}, input, make("span", {}, words));
  });
  return make("fieldset", {}, make("legend", {}, "Pareto front"), make("div", { class: "boxes" }, ...boxes));
}

function columnsField() {
  const boxes = MEASURES.map((one, index) => {
    const words = one.says ? `${one.heading}: ${one.says}` : one.heading;
    return checkbox(words, state.columns[index], (isOn) => { state.columns[index] = isOn; drawHead(); drawRows(); drawPivots(); });
  });
  at("columns").replaceChildren(...boxes);
}

function options(id, choices, value) {
  at(id).replaceChildren(...choices.map(([key, words]) => make("option", { value: key }, words)));
  at(id).value = value;
}

function compareFields() {
  options("by", VARYING.map((index) => [index, AXES[index].title]), state.by);
  options("across", [[-1, "nothing else"], ...VARYING.filter((index) => index !== state.by).map((index) => [index, AXES[index].title])], state.across);
  options("show", SHOWN, state.show);
  const values = (AXES[state.by]?.values ?? []).map(([, title], index) => [index, title]);
  options("from", values, state.from);
  options("to", values, state.to);
}

function compareBy(event) {
  state.by = Number(event.target.value);
  [state.from, state.to] = [0, 1];
  if (state.across === state.by) state.across = -1;
  compareFields();
  drawPivots();
  remember();
}

function build() {
  at("filters").replaceChildren(...VARYING.map((index) => axisField(AXES[index], index)), statusField(), frontField());
  columnsField();
  compareFields();
  drawHead();
  draw();
}

function listen() {
  at("by").addEventListener("change", compareBy);
  for (const name of ["across", "from", "to", "show"]) {
    at(name).addEventListener("change", (event) => {
      state[name] = name === "show" ? event.target.value : Number(event.target.value);
      drawPivots();
      remember();
    });
  }
  for (const pager of document.querySelectorAll(".pager")) {
    const [back, on] = pager.querySelectorAll("button");
    back.addEventListener("click", () => turn(-1));
    on.addEventListener("click", () => turn(1));
  }
  at("reset").addEventListener("click", () => { state = fresh(); build(); });
  at("download").addEventListener("click", download);
  window.addEventListener("hashchange", () => {
    if (document.getElementById(location.hash.slice(1))) return; // a link to a part of the page asks for nothing else
    state = stateOf(location.hash);
    build();
  });
}

if (COUNT) {
  state = stateOf(location.hash);
  at("explore").hidden = false;
  at("explore-link").hidden = false;
  at("compare").hidden = !VARYING.length;
  listen();
  build();
}
