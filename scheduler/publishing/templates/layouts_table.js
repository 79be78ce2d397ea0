// The table of layouts in pages, the details of a layout, and the rows as CSV.
const PAGE = 100;
const IDENTICAL_NAMED = 40;
const at = (id) => document.getElementById(id);

// Make an element; texts are always texts, whatever signs are in them.
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
}

function columnsOf(now) {
  return [
    { key: "layout", title: "Layout" },
    { key: "front", title: "Front", says: "on the Pareto front" },
    ...VARYING.map((axis) => ({ key: `axis.${AXES[axis].id}`, title: AXES[axis].title })),
    { key: "status", title: "Status" },
    ...MEASURES.filter((_, index) => now.columns[index]).map((one) => ({ key: one.id, title: one.heading, says: one.says })),
  ];
}

function drawHead() {
  const buttons = columnsOf(state).map(({ key, title, says }) => {
    const sign = make("span", { class: "order", "aria-hidden": "true" });
    const button = make("button", { type: "button", class: "sort", "data-key": key, onclick: () => sortBy(key) }, make("span", { dir: "auto" }, title), sign);
    return make("th", { scope: "col" }, button, ...(says ? [make("span", { class: "seats", dir: "auto" }, says)] : []));
  });
  at("head").replaceChildren(...buttons);
}

function sortBy(key) {
  state.isReversed = state.sort === key && !state.isReversed;
  state.sort = key;
  state.page = 0;
  drawRows();
}

function markOrder() {
  for (const th of at("head").children) {
    const button = th.querySelector("button"), isIt = button.dataset.key === state.sort;
    const measure = MEASURES.find((one) => one.id === state.sort);
    const isUp = !state.isReversed === (measure?.better !== "more");
    if (isIt) th.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    else th.removeAttribute("aria-sort");
    button.lastChild.textContent = isIt ? (isUp ? " ▲" : " ▼") : "";
  }
}

function drawRows() {
  const { left } = found, pages = Math.max(1, Math.ceil(left.length / PAGE));
  state.page = Math.min(state.page, pages - 1);
  const ordered = sorted(left, state.sort, state.isReversed);
  const page = ordered.slice(state.page * PAGE, (state.page + 1) * PAGE);
  at("rows").replaceChildren(...page.flatMap((cell) => (state.open.has(cell) ? [rowOf(cell), detailsOf(cell)] : [rowOf(cell)])));
  at("nothing").hidden = left.length > 0;
  markOrder();
  for (const pager of document.querySelectorAll(".pager")) drawPager(pager, pages, left.length);
  remember();
}

function drawPager(pager, pages, count) {
  const first = state.page * PAGE + 1, last = Math.min(count, first + PAGE - 1);
  pager.hidden = pages === 1;
  pager.querySelector(".where").textContent = `${worded(first)} to ${worded(last)} of ${worded(count)}`;
  const [back, on] = pager.querySelectorAll("button");
  back.setAttribute("aria-disabled", state.page === 0);
  on.setAttribute("aria-disabled", state.page === pages - 1);
}

function turn(by) {
  const page = state.page + by;
  if (page < 0 || page * PAGE >= found.left.length) return;
  state.page = page;
  drawRows();
}

function rowOf(cell) {
  const isOpen = state.open.has(cell), number = CELLS.number[cell];
  const button = make("button", {
    type: "button", class: "open", "aria-expanded": isOpen, "aria-controls": isOpen ? `details-${number}` : null,
    "aria-label": `Layout ${number}: details`, onclick: (event) => toggle(cell, event.currentTarget),
  }, String(number));
  const measures = MEASURES.flatMap((_, index) => (state.columns[index] ? [make("td", { class: "number" }, numberIn(cell, index))] : []));
  return make("tr", { class: `${CELLS.front[cell] ? "front" : ""} ${POSSIBLE[cell] ? "possible" : "impossible"}` },
    make("th", { scope: "row" }, button),
    make("td", {}, CELLS.front[cell] ? "★ front" : ""),
    ...VARYING.map((axis) => make("td", { dir: "auto" }, titleOf(cell, axis))),
    statusOf(cell), ...measures);
}

function numberIn(cell, measure) {
  const value = CELLS.measures[measure][cell];
  return value !== null ? worded(value) : POSSIBLE[cell] ? "not known" : "–";
}

function statusOf(cell) {
  const status = STATUSES[CELLS.status[cell]], reasons = reasonsOf(cell);
  const sign = status.possible ? "✓" : status.id === "impossible" ? "✕" : "?";
  const said = make("td", { class: "status" }, make("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${status.title}`);
  if (reasons.length) said.append(make("span", { class: "because", dir: "auto" }, reasons.join(" ")));
  return said;
}

function toggle(cell, button) {
  const row = button.closest("tr"), isOpen = !state.open.delete(cell);
  if (isOpen) {
    state.open.add(cell);
    row.after(detailsOf(cell));
    button.setAttribute("aria-controls", `details-${CELLS.number[cell]}`);
  } else {
    row.nextSibling.remove();
    button.removeAttribute("aria-controls");
  }
  button.setAttribute("aria-expanded", isOpen);
  remember();
}

function detailsOf(cell) {
  const [problem, places, , isVerified] = PROBLEMS[CELLS.problem[cell]];
  const reasons = reasonsOf(cell), notes = notesOf(cell), number = CELLS.number[cell];
  const inside = make("div", { class: "details" },
    make("h4", {}, `Layout ${number}${CELLS.front[cell] ? ", on the Pareto front" : ""}: ${STATUSES[CELLS.status[cell]].title.toLowerCase()}`),
    make("p", { class: "values", dir: "auto" }, AXES.map((axis, index) => `${axis.title}: ${titleOf(cell, index)}`).join(" · ")));
  if (reasons.length) inside.append(listed("Why it is impossible", reasons));
  if (!reasons.length && STATUSES[CELLS.status[cell]].id === "impossible") inside.append(make("p", {}, "What makes it impossible was not found out."));
  if (reasons.length && !isVerified) inside.append(make("p", {}, DATA.unverified));
  if (notes.length) inside.append(listed("To be noted", notes));
  if (places.length) inside.append(gridOf(places, POSSIBLE[cell] ? `Meetings of layout ${number}` : "Meetings, were it possible"));
  inside.append(make("p", {}, identicalWords(cell, problem)));
  const wide = make("td", { colspan: columnsOf(state).length }, inside);
  return make("tr", { class: "opened", id: `details-${number}` }, wide);
}

function listed(title, sentences) {
  const items = sentences.map((one) => make("li", { dir: "auto" }, one));
  return make("div", {}, make("h5", {}, title), make("ul", {}, ...items));
}

function identicalWords(cell, problem) {
  if (!problem) return !reasonsOf(cell).length ? "It was not found out which problem it is." : "Nothing had to be solved to find that out.";
  const others = IDENTICAL[CELLS.problem[cell]].filter((one) => one !== cell).map((one) => CELLS.number[one]);
  if (!others.length) return `Solved as problem ${problem}; no other layout is the same problem.`;
  const named = others.slice(0, IDENTICAL_NAMED).join(", "), more = others.length - IDENTICAL_NAMED;
  const rest = more > 0 ? ` and ${worded(more)} more` : "";
  return `Solved as problem ${problem}, which ${plural(others.length + 1, "layout")} share: the same as layout${others.length === 1 ? "" : "s"} ${named}${rest}.`;
}

function gridOf(places, caption) {
  const met = places.map((place) => DATA.places[place].map((text) => DATA.texts[text]));
  const days = [...new Set(met.map(([day]) => day))];
  const hours = [...new Set(met.map(([, start, end]) => `${start}–${end}`))].sort();
  const row = (hour) => make("tr", {}, make("th", { scope: "row" }, hour), ...days.map((day) => {
    const here = met.filter(([on, start, end]) => on === day && `${start}–${end}` === hour);
    return make("td", { class: here.length ? "taken" : "free" }, ...here.map(([, , , title, room]) =>
      make("p", {}, make("span", { class: "title", dir: "auto" }, title), make("span", { class: "room", dir: "auto" }, room))));
  }));
  const head = make("tr", {}, make("th", { scope: "col" }, "Time"), ...days.map((day) => make("th", { scope: "col", dir: "auto" }, day)));
  const table = make("table", { class: "small-grid" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...hours.map(row)));
  return make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption }, table);
}

// Keep a spreadsheet from running a text, and put it between quotes where it has to be (RFC 4180).
function csvCell(value) {
  const text = typeof value === "string" && /^ *[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvOf(cells) {
  const rows = cells.map((cell) => [
    CELLS.number[cell], ...AXES.map((_, axis) => titleOf(cell, axis)), STATUSES[CELLS.status[cell]].title,
    PROBLEMS[CELLS.problem[cell]][0] || "", CELLS.front[cell] ? "yes" : "no", ...MEASURES.map((_, index) => CELLS.measures[index][cell]),
    notesOf(cell).join(" "), reasonsOf(cell).join(" "),
  ]);
  return [DATA.head, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

function download() {
  const url = URL.createObjectURL(new Blob([csvOf(sorted(found.left, state.sort, state.isReversed))], { type: "text/csv;charset=utf-8" }));
  make("a", { href: url, download: `${DATA.forum}-layouts-shown.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
