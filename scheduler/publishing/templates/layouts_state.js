// What the reader has asked for. All of it stands in the address, so that it can be sent to somebody.
const VARYING = AXES.flatMap((axis, index) => (axis.values.length > 1 ? [index] : []));

function usualColumns() {
  return MEASURES.map((one, index) => {
    if (one.chosen) return true;
    const seen = new Set(CELLS.measures[index].filter((_, cell) => POSSIBLE[cell]));
    return one.id.startsWith("level-") && seen.size > 1;
  });
}

function fresh() {
  return {
    allowed: AXES.map((axis) => new Uint8Array(axis.values.length).fill(1)),
    statuses: new Uint8Array(STATUSES.length).fill(1),
    front: "any", sort: "layout", isReversed: false, page: 0, open: new Set(), columns: usualColumns(),
    by: VARYING[0] ?? 0, across: -1, show: "possible", from: 0, to: 1,
  };
}

let state = fresh();

const coded = (ids) => ids.map(encodeURIComponent).join(",");
const idsOf = (things, flags) => things.filter((_, index) => flags[index]).map((one) => one.id ?? one[0]);

function hashOf(now) {
  const usual = fresh(), parts = [];
  const put = (name, ids) => parts.push(`${encodeURIComponent(name)}=${coded(ids)}`);
  AXES.forEach((axis, index) => {
    if (now.allowed[index].includes(0)) put(`axis.${axis.id}`, idsOf(axis.values, now.allowed[index]));
  });
  if (now.statuses.includes(0)) put("status", idsOf(STATUSES, now.statuses));
  if (now.columns.join() !== usual.columns.join()) put("columns", idsOf(MEASURES, now.columns));
  for (const name of ["front", "sort", "show"]) if (now[name] !== usual[name]) put(name, [now[name]]);
  if (now.isReversed) put("order", ["reversed"]);
  if (now.page) put("page", [now.page + 1]);
  if (now.open.size) put("open", [...now.open].map((cell) => CELLS.number[cell]));
  if (now.by !== usual.by) put("by", [AXES[now.by].id]);
  if (now.across >= 0) put("across", [AXES[now.across].id]);
  const values = AXES[now.by]?.values ?? [];
  if (now.from !== 0 || now.to !== 1) put("change", [values[now.from][0], values[now.to][0]]);
  return parts.join("&");
}

function partsOf(hash) {
  const found = new Map();
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [name, ids] = part.split("=");
    try {
      if (ids !== undefined) found.set(decodeURIComponent(name), ids.split(",").filter(Boolean).map(decodeURIComponent));
    } catch { /* an address cut off in the middle of a sign: that part is not asked for */ }
  }
  return found;
}

const flagsOf = (things, ids) => things.map((one) => (ids.includes(one.id ?? one[0]) ? 1 : 0));

function stateOf(hash) {
  const now = fresh(), parts = partsOf(hash), first = (name) => (parts.get(name) ?? [])[0];
  AXES.forEach((axis, index) => {
    const ids = parts.get(`axis.${axis.id}`);
    if (ids) now.allowed[index] = Uint8Array.from(flagsOf(axis.values, ids));
  });
  if (parts.has("status")) now.statuses = Uint8Array.from(flagsOf(STATUSES, parts.get("status")));
  if (parts.has("columns")) now.columns = flagsOf(MEASURES, parts.get("columns")).map(Boolean);
  if (["all", "left"].includes(first("front"))) now.front = first("front");
  const keys = [...Object.keys(byCell), ...AXES.map((one) => `axis.${one.id}`), ...MEASURES.map((one) => one.id)];
  if (keys.includes(first("sort"))) now.sort = first("sort");
  if (SHOWN.some(([name]) => name === first("show"))) now.show = first("show");
  now.isReversed = first("order") === "reversed";
  now.page = Math.max(0, (parseInt(first("page"), 10) || 1) - 1);
  const open = new Set((parts.get("open") ?? []).map(Number));
  if (open.size) CELLS.number.forEach((number, cell) => open.has(number) && now.open.add(cell));
  comparedIn(now, parts, first);
  return now;
}

function comparedIn(now, parts, first) {
  const place = (id) => AXES.findIndex((axis) => axis.id === id);
  if (place(first("by")) >= 0) now.by = place(first("by"));
  if (place(first("across")) !== now.by) now.across = place(first("across"));
  const ids = (AXES[now.by]?.values ?? []).map(([id]) => id);
  const [from, to] = (parts.get("change") ?? []).map((id) => ids.indexOf(id));
  if (from >= 0 && to >= 0) [now.from, now.to] = [from, to];
}

// What a field of two axes may show: possible layouts, or a measure at its best or as it typically is.
const SHOWN = [
  ["possible", "possible layouts"],
  ...MEASURES.flatMap((one) => [[`best.${one.id}`, `${one.heading}: best`], [`typical.${one.id}`, `${one.heading}: typical`]]),
];

function remember() {
  const hash = hashOf(state);
  if (hash === location.hash.replace(/^#/, "")) return;
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}
