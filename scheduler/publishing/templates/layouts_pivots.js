// What the values of an axis come to: alone, against another axis, and two of them with all else equal.
function drawPivots() {
  const isPair = state.across >= 0 && state.across !== state.by;
  at("show-field").hidden = !isPair;
  const groups = grouped(isPair);
  at("pivot").replaceChildren(isPair ? heatMap(groups) : valuesTable(groups));
  at("pivot").setAttribute("aria-label", at("pivot").querySelector("caption").textContent);
  drawChange();
}

// Return the cells that all other axes leave, by value of the one axis and then of the other.
function grouped(isPair) {
  const across = isPair ? AXES[state.across].values : [null];
  const groups = AXES[state.by].values.map(() => across.map(() => ({ cells: 0, undecided: 0, possible: [] })));
  for (let cell = 0; cell < COUNT; cell++) {
    if (!isAllowed(state, cell, state.by, isPair ? state.across : state.by)) continue;
    const group = groups[CELLS.values[state.by][cell]][isPair ? CELLS.values[state.across][cell] : 0];
    group.cells++;
    group.undecided += UNDECIDED[cell];
    if (POSSIBLE[cell]) group.possible.push(cell);
  }
  return (value, other = 0) => groups[value][other];
}

const isBetter = (measure, one, other) => (MEASURES[measure].better === "more" ? one > other : one < other);

function bestOf(measure, numbers) {
  return numbers.reduce((best, one) => (one !== null && (best === null || isBetter(measure, one, best)) ? one : best), null);
}

function tableOf(caption, head, rows, look) {
  const top = make("tr", {}, ...head.map((title) => make("th", { scope: "col", dir: "auto" }, title)));
  return make("table", { class: look }, make("caption", {}, caption), make("thead", {}, top), make("tbody", {}, ...rows));
}

function valuesTable(groups) {
  const axis = AXES[state.by], wanted = MEASURES.flatMap((_, index) => (state.columns[index] ? [index] : []));
  const met = axis.values.map((_, value) => groups(value));
  const ranges = wanted.map((measure) => met.map(({ possible }) => rangeOf(measure, possible)));
  const best = wanted.map((measure, place) => bestOf(measure, ranges[place].map((one) => one?.best ?? null)));
  const rows = axis.values.map(([, title], value) => make("tr", {},
    make("th", { scope: "row", dir: "auto" }, title),
    possibleCell(met[value]),
    ...wanted.map((_, place) => rangeCell(ranges[place][value], best[place], met[value].possible.length, ranges[place]))));
  const head = [axis.title, "Possible", ...wanted.map((measure) => MEASURES[measure].heading)];
  return tableOf(`What each value of ${axis.title} comes to; all other axes as filtered`, head, rows, "layouts values");
}

function possibleCell({ cells, undecided, possible }) {
  const unknown = undecided ? [make("span", { class: "seats" }, `${worded(undecided)} not known`)] : [];
  return make("td", { class: "number" }, `${worded(possible.length)} of ${worded(cells)}`, ...unknown);
}

function rangeCell(range, best, isPossible, all) {
  if (!range) return make("td", {}, isPossible ? "not known" : "–");
  const isBest = range.best === best && all.some((one) => one && one.best !== best);
  const cell = make("td", { class: isBest ? "best" : "" }, isBest ? "★ " : "", make("strong", {}, worded(range.best)));
  if (range.best !== range.worst) cell.append(make("span", { class: "seats" }, `typically ${worded(range.typical)}, at worst ${worded(range.worst)}`));
  return cell;
}

function heatMap(groups) {
  const [rows, columns] = [AXES[state.by], AXES[state.across]];
  const [way, id] = state.show.split(/\.(.*)/), measure = MEASURES.findIndex((one) => one.id === id);
  const numberOf = ({ possible }) => (measure < 0 ? possible.length : (rangeOf(measure, possible)?.[way] ?? null));
  const fields = rows.values.map((_, value) => columns.values.map((__, other) => groups(value, other)));
  const numbers = fields.map((line) => line.map(numberOf)), known = numbers.flat().filter((one) => one !== null);
  const least = Math.min(...known), most = Math.max(...known);
  const best = measure < 0 ? most : bestOf(measure, known);
  const drawn = rows.values.map(([, title], value) => make("tr", {}, make("th", { scope: "row", dir: "auto" }, title),
    ...numbers[value].map((number, other) => heatCell(number, fields[value][other], { least, most, best, measure }))));
  const shown = SHOWN.find(([name]) => name === state.show)[1];
  const caption = `${rows.title} by ${columns.title}: ${shown}; the other axes as filtered, ★ where it is best`;
  return tableOf(caption, [rows.title, ...columns.values.map(([, title]) => title)], drawn, "layouts heat");
}

function heatCell(number, { cells, undecided, possible }, { least, most, best, measure }) {
  const isBest = number === best && least !== most && (measure >= 0 || number > 0);
  const words = number === null ? (possible.length ? "not known" : "–") : worded(number);
  const of = measure < 0 ? `of ${worded(cells)}${undecided ? `, ${worded(undecided)} not known` : ""}` : plural(possible.length, "layout");
  const cell = make("td", { class: isBest ? "best" : "" }, make("strong", {}, `${isBest ? "★ " : ""}${words}`), make("span", { class: "seats" }, of));
  const share = number === null || least === most ? 0 : (number - least) / (most - least);
  const isLess = measure >= 0 && MEASURES[measure].better === "less" && number !== null && least !== most;
  cell.style.setProperty("--heat", `${Math.round(100 * (isLess ? 1 - share : share))}%`);
  return cell;
}

function drawChange() {
  const axis = AXES[state.by];
  at("change").hidden = axis.values.length < 2;
  if (axis.values.length < 2) return;
  const pairs = pairsOf(state, state.by, state.from, state.to);
  const both = pairs.filter(([one, other]) => POSSIBLE[one] && POSSIBLE[other]);
  const only = (here, there) => pairs.filter((pair) => POSSIBLE[pair[here]] && !POSSIBLE[pair[there]] && !UNDECIDED[pair[there]]).length;
  const undecided = pairs.filter(([one, other]) => UNDECIDED[one] || UNDECIDED[other]).length;
  const [from, to] = [axis.values[state.from][1], axis.values[state.to][1]];
  at("change-said").textContent = `Of ${plural(pairs.length, "pair")} of layouts that differ in nothing else, ${worded(both.length)} are possible both ways, `
    + `${worded(only(0, 1))} only with ${from}, and ${worded(only(1, 0))} only with ${to}.${undecided ? ` Of ${worded(undecided)} it is not known.` : ""}`;
  at("change-table").hidden = !both.length;
  const rows = MEASURES.flatMap((_, measure) => (state.columns[measure] ? [changeRow(measure, both)] : []));
  const head = ["Measured by", "Better in", "The same in", "Worse in", "Changes by"];
  at("change-table").replaceChildren(tableOf(`With ${to} instead of ${from}, where both are possible`, head, rows, "layouts values"));
}

function changeRow(measure, pairs) {
  const numbers = CELLS.measures[measure];
  const changes = pairs.filter(([one, other]) => numbers[one] !== null && numbers[other] !== null).map(([one, other]) => numbers[other] - numbers[one]);
  changes.sort((one, other) => one - other);
  const sign = MEASURES[measure].better === "more" ? 1 : -1;
  const count = (wanted) => worded(changes.filter((change) => Math.sign(sign * change) === wanted).length);
  const signed = (number) => `${number > 0 ? "+" : number < 0 ? "−" : ""}${worded(Math.abs(number))}`;
  const [least, typical, most] = [changes[0], changes[(changes.length - 1) >> 1], changes[changes.length - 1]];
  const by = !changes.length ? "not known" : least === most ? (least ? signed(least) : "nothing") : `${signed(least)} to ${signed(most)}, typically ${typical ? signed(typical) : "nothing"}`;
  return make("tr", {}, make("th", { scope: "row", dir: "auto" }, MEASURES[measure].heading, ...(MEASURES[measure].says ? [make("span", { class: "seats" }, MEASURES[measure].says)] : [])),
    ...[1, 0, -1].map((wanted) => make("td", { class: "number" }, count(wanted))), make("td", {}, by));
}
