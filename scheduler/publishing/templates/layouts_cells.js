// What the cells are, which of them filters leave, and which of those no other beats. Nothing here draws.
const DATA = JSON.parse(document.getElementById("data").textContent);
const AXES = DATA.axes, MEASURES = DATA.measures, STATUSES = DATA.statuses;
const CELLS = DATA.cells, PROBLEMS = DATA.problems;
const COUNT = CELLS.number.length;
const CHOSEN = MEASURES.flatMap((one, index) => (one.chosen ? [index] : []));
const POSSIBLE = Uint8Array.from(CELLS.status, (status) => (STATUSES[status].possible ? 1 : 0));
const UNDECIDED = Uint8Array.from(CELLS.status, (status) => (STATUSES[status].possible || STATUSES[status].id === "impossible" ? 0 : 1));
const IDENTICAL = PROBLEMS.map(() => []);
CELLS.problem.forEach((problem, cell) => IDENTICAL[problem].push(cell));

const worded = (number) => number.toLocaleString("en");
const plural = (number, thing) => `${worded(number)} ${thing}${number === 1 ? "" : "s"}`;
const titleOf = (cell, axis) => AXES[axis].values[CELLS.values[axis][cell]][1];
const sentences = (list) => DATA.lists[list].map((text) => DATA.texts[text]);

function notesOf(cell) {
  const lists = AXES.map((axis, index) => axis.values[CELLS.values[index][cell]][2]);
  return [...new Set([...lists, CELLS.notes[cell]].flatMap(sentences))];
}

function reasonsOf(cell) {
  return [...new Set([CELLS.reasons[cell], PROBLEMS[CELLS.problem[cell]][2]].flatMap(sentences))];
}

// The less the better, whatever is measured; what is not known comes last.
function cost(measure, cell) {
  const value = CELLS.measures[measure][cell];
  return value === null ? Infinity : MEASURES[measure].better === "more" ? -value : value;
}

function isAllowed(state, cell, beside, other = beside) {
  for (let axis = 0; axis < AXES.length; axis++) {
    if (axis !== beside && axis !== other && !state.allowed[axis][CELLS.values[axis][cell]]) return false;
  }
  return true;
}

// Return the cells that the filters leave, and for each value how many possible cells it has or would have.
function filtered(state) {
  const counts = AXES.map((axis) => new Uint32Array(axis.values.length));
  let left = [];
  for (let cell = 0; cell < COUNT; cell++) {
    let misses = 0, missed = -1;
    for (let axis = 0; axis < AXES.length && misses < 2; axis++) {
      if (!state.allowed[axis][CELLS.values[axis][cell]]) { misses++; missed = axis; }
    }
    if (POSSIBLE[cell] && misses < 2) {
      if (misses) counts[missed][CELLS.values[missed][cell]]++;
      else counts.forEach((one, axis) => one[CELLS.values[axis][cell]]++);
    }
    if (!misses && state.statuses[CELLS.status[cell]] && (state.front !== "all" || CELLS.front[cell])) left.push(cell);
  }
  if (state.front === "left") left = frontOf(left);
  return { left, counts };
}

// Return the possible cells of some that no other is at least as good as in all chosen criteria and better in one;
// one of which a chosen criterion is not known is not among them.
function frontOf(cells) {
  const points = new Map();
  for (const cell of cells) {
    if (!POSSIBLE[cell]) continue;
    const costs = CHOSEN.map((measure) => cost(measure, cell)), key = costs.join();
    if (costs.includes(Infinity)) continue;
    if (points.has(key)) points.get(key).cells.push(cell);
    else points.set(key, { costs, cells: [cell] });
  }
  const all = [...points.values()];
  const beats = (one, other) => one !== other && one.costs.every((value, index) => value <= other.costs[index]);
  const best = all.filter((point) => !all.some((other) => beats(other, point)));
  return best.flatMap((point) => point.cells).sort((one, other) => one - other);
}

// Say what possible cells come to in a measure: best, lower median and worst; nothing where nothing is known.
function rangeOf(measure, cells) {
  const known = cells.map((cell) => CELLS.measures[measure][cell]).filter((value) => value !== null);
  if (!known.length) return null;
  known.sort((one, other) => one - other);
  const typical = known[(known.length - 1) >> 1], last = known[known.length - 1];
  return MEASURES[measure].better === "more" ? { best: last, typical, worst: known[0] } : { best: known[0], typical, worst: last };
}

// Number the cells by their values, the digits being those of the axes.
const DIGITS = AXES.map((_, axis) => AXES.slice(0, axis).reduce((all, one) => all * one.values.length, 1));
const KEYS = CELLS.number.map((_, cell) => DIGITS.reduce((sum, digit, axis) => sum + digit * CELLS.values[axis][cell], 0));

// Pair the cells of two values of an axis that differ in nothing else.
function pairsOf(state, axis, from, to) {
  const others = (cell) => KEYS[cell] - DIGITS[axis] * CELLS.values[axis][cell];
  const first = new Map(), pairs = [];
  for (let cell = 0; cell < COUNT; cell++) {
    if (CELLS.values[axis][cell] === from && isAllowed(state, cell, axis)) first.set(others(cell), cell);
  }
  for (let cell = 0; cell < COUNT; cell++) {
    const one = CELLS.values[axis][cell] === to ? first.get(others(cell)) : undefined;
    if (one !== undefined) pairs.push([one, cell]);
  }
  return pairs;
}

const byCell = {
  layout: (cell) => CELLS.number[cell],
  status: (cell) => CELLS.status[cell],
  front: (cell) => -CELLS.front[cell],
};

// Put cells into the order that was asked for; what has no number stays behind whichever way it goes.
function sorted(cells, key, isReversed) {
  const measure = MEASURES.findIndex((one) => one.id === key);
  const axis = AXES.findIndex((one) => `axis.${one.id}` === key);
  const of = measure >= 0 ? (cell) => cost(measure, cell) : axis >= 0 ? (cell) => CELLS.values[axis][cell] : byCell[key];
  const keyed = cells.map((cell) => [of(cell), cell]), sign = isReversed ? -1 : 1;
  keyed.sort(([one, first], [other, second]) => {
    if (one === other) return first - second;
    if (one === Infinity || other === Infinity) return one === Infinity ? 1 : -1;
    return one < other ? -sign : sign;
  });
  return keyed.map(([, cell]) => cell);
}
