// Dates of the contract's EDTF subset: the days they cover, in milliseconds, and how they are written.

const DAY = 86400000;
const utc = (year, month, date) => Date.UTC(year, month, date);

/** From the first millisecond of a date to the one after its last; null for what is no date. */
function days(value) {
  if (!value) return null;
  const [from, to] = value.split("/");
  const first = bounds(from), last = bounds(to ?? from);
  return first && last ? [first[0], last[1]] : null;
}

function bounds(value) {
  const decade = /^(\d{3})X$/.exec(value);
  if (decade) return [utc(+decade[1] * 10, 0, 1), utc(+decade[1] * 10 + 10, 0, 1)];
  const part = /^(\d{4})-(?:H([12])|Q([1-4]))$/.exec(value);
  if (part) {
    const [months, index] = part[2] ? [6, part[2] - 1] : [3, part[3] - 1];
    return [utc(+part[1], index * months, 1), utc(+part[1], (index + 1) * months, 1)];
  }
  const day = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T.*)?)?)?$/.exec(value);
  if (!day) return null;
  const [year, month, date] = day.slice(1).map((text) => (text === undefined ? undefined : +text));
  if (month === undefined) return [utc(year, 0, 1), utc(year + 1, 0, 1)];
  if (date === undefined) return [utc(year, month - 1, 1), utc(year, month, 1)];
  return [utc(year, month - 1, date), utc(year, month - 1, date + 1)];
}

/** A date as it is read aloud: an interval with "to", a part of the day by its name. */
function dateWords(value) {
  const point = (text) => text.replace(/T(MO|MI|AF|EV|NI|DT)$/, (_, part) => `, ${say(`day-${part}`)}`).replace(/T(?=\d)/, ", ");
  return String(value).split("/").map(point).join(` ${say("until")} `);
}

const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

/** Units of a scale, from days to centuries: where the one that holds a moment begins, and where the next does. */
const UNITS = [
  ...[1, 7].map((count) => ({ size: count * DAY, name: isoDay, floor: (time) => (Math.floor((time / DAY + 3) / count) * count - 3) * DAY, next: (time) => time + count * DAY })),
  ...[1, 3, 12, 60, 120, 240, 600, 1200].map((count) => ({
    size: count * 30.44 * DAY,
    name: (time) => isoDay(time).slice(0, count < 12 ? 7 : 4),
    floor: (time) => { const at = new Date(time), months = at.getUTCFullYear() * 12 + at.getUTCMonth(); const first = months - (months % count); return utc(Math.floor(first / 12), first % 12, 1); },
    next: (time) => { const at = new Date(time); return utc(at.getUTCFullYear(), at.getUTCMonth() + count, 1); },
  })),
];
