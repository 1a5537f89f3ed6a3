import { type ClockContext, offsetSeconds, zoneOffsetSeconds } from './time-zone.ts';

/**
 * Times by layout, as strptime reads them:
 *
 *     %Y 2026   %y 26   %m 03   %b Mar   %d 04 or 4   %e blank-padded day   %j day of the year
 *     %H 09   %I 09 (with %p)   %M 05   %S 07   %p AM   %a %A weekday, not looked at
 *     %L milliseconds, 3 digits   %f fraction of a second, 1 to 9 digits   %N nanoseconds, 9 digits
 *     %z +0000, +00:00 or Z   %Z name of a zone (UTC, CET, …)
 *     %s seconds, %i milliseconds, %6 microseconds, %9 nanoseconds since 1970-01-01T00:00Z
 *
 * Every other character stands for itself; a blank for one or more blanks. Digits may be fewer where that is unambiguous.
 */
export interface TimeLayout {
  readonly text: string;
  /** The moment in nanoseconds since 1970-01-01T00:00Z, or where the text stops fitting. */
  read(text: string, clock: ClockContext): bigint | LayoutMiss;
}

/** Index of the first character that does not fit, and the sign that was expected there. */
export interface LayoutMiss {
  readonly at: number;
  readonly expected: string;
}

/** What the signs fill in while a text is read. */
interface TimeParts {
  year: number | undefined;
  month: number;
  day: number;
  dayOfYear: number | undefined;
  hour: number;
  minute: number;
  second: number;
  nanos: number;
  afternoon: boolean | undefined;
  offset: number | undefined;
  epochMs: number | undefined;
}

/** Returns the index behind what was read; -1 = it does not fit. */
type Step = (text: string, at: number, parts: TimeParts) => number;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const SIGNS: Readonly<Record<string, Step>> = {
  Y: number(4, 4, (parts, value) => {
    parts.year = value;
    return true;
  }),
  y: number(2, 2, (parts, value) => {
    // POSIX strptime: 69 to 99 lie in the 20th century.
    parts.year = value < 69 ? 2000 + value : 1900 + value;
    return true;
  }),
  m: number(1, 2, (parts, value) => {
    parts.month = value;
    return value >= 1 && value <= 12;
  }),
  d: number(1, 2, readDay),
  e: (text, at, parts) => number(1, 2, readDay)(text, text[at] === ' ' ? at + 1 : at, parts),
  j: number(1, 3, (parts, value) => {
    parts.dayOfYear = value;
    return value >= 1 && value <= 366;
  }),
  b: (text, at, parts) => {
    parts.month = MONTHS.indexOf(text.slice(at, at + 3).toLowerCase()) + 1;
    return parts.month === 0 ? -1 : at + 3;
  },
  a: word,
  A: word,
  H: number(1, 2, (parts, value) => {
    parts.hour = value;
    return value <= 23;
  }),
  I: number(1, 2, (parts, value) => {
    parts.hour = value % 12;
    return value >= 1 && value <= 12;
  }),
  M: number(1, 2, (parts, value) => {
    parts.minute = value;
    return value <= 59;
  }),
  S: number(1, 2, (parts, value) => {
    parts.second = value;
    // A leap second is 60.
    return value <= 60;
  }),
  p: (text, at, parts) => {
    const half = text.slice(at, at + 2).toLowerCase();
    parts.afternoon = half === 'pm';
    return half === 'am' || half === 'pm' ? at + 2 : -1;
  },
  L: fraction(3, 3),
  f: fraction(1, 9),
  N: fraction(9, 9),
  z: (text, at, parts) => {
    const match = /^(?:Z|[+-]\d\d(?::?\d\d)?)/.exec(text.slice(at, at + 6));
    if (match === null) return -1;
    parts.offset = offsetSeconds(match[0])!;
    return at + match[0].length;
  },
  Z: (text, at, parts) => {
    const match = /^[A-Z][A-Za-z]{0,4}/.exec(text.slice(at, at + 5));
    const offset = match === null ? undefined : offsetSeconds(match[0]);
    if (match === null || offset === undefined) return -1;
    parts.offset = offset;
    return at + match[0].length;
  },
  s: epoch(1000, 0),
  i: epoch(1, 1_000_000),
  '6': epoch(1e-3, 1000),
  '9': epoch(1e-6, 1),
};

/** Error: `SyntaxError` for a sign that does not exist. */
export function compileLayout(layout: string): TimeLayout {
  const steps: { readonly sign: string; readonly step: Step }[] = [];
  for (let at = 0; at < layout.length; at++) {
    const character = layout[at]!;
    if (character === '%') {
      const sign = layout[++at] ?? '';
      const step = sign === '%' ? literal('%') : SIGNS[sign];
      if (step === undefined) throw new SyntaxError(`the layout's sign %${sign} is not known`);
      steps.push({ sign: `%${sign}`, step });
    } else steps.push({ sign: character, step: character === ' ' ? blanks : literal(character) });
  }
  const read = (text: string, clock: ClockContext): bigint | LayoutMiss => {
    const parts = emptyParts();
    let at = 0;
    for (const { sign, step } of steps) {
      const next = step(text, at, parts);
      if (next === -1) return { at, expected: sign };
      at = next;
    }
    if (at < text.length) return { at, expected: 'the end' };
    return toNanoseconds(parts, clock) ?? { at: 0, expected: 'a day that exists' };
  };
  return { text: layout, read: remembering(read) };
}

/** Lines come by the second: the same text is read once. */
function remembering(read: TimeLayout['read']): TimeLayout['read'] {
  let lastText: string | undefined;
  let lastClock: ClockContext | undefined;
  let last: bigint | LayoutMiss = 0n;
  return (text, clock) => {
    if (text === lastText && clock === lastClock) return last;
    last = read(text, clock);
    lastText = text;
    lastClock = clock;
    return last;
  };
}

function emptyParts(): TimeParts {
  return {
    year: undefined,
    month: 1,
    day: 1,
    dayOfYear: undefined,
    hour: 0,
    minute: 0,
    second: 0,
    nanos: 0,
    afternoon: undefined,
    offset: undefined,
    epochMs: undefined,
  };
}

function toNanoseconds(parts: TimeParts, clock: ClockContext): bigint | undefined {
  if (parts.epochMs !== undefined) return BigInt(parts.epochMs) * 1_000_000n + BigInt(parts.nanos);
  if (parts.year !== undefined) return inYear(parts, parts.year, clock);
  // A line without a year: the latest one that does not lie in the future, with two days for clocks that are ahead.
  const latestNs = BigInt(Math.floor(clock.referenceMs) + 2 * 86_400_000) * 1_000_000n;
  const year = new Date(clock.referenceMs).getUTCFullYear() + 1;
  for (let back = 0; back < 9; back++) {
    // Up to eight years back for the 29th of February.
    const moment = inYear(parts, year - back, clock);
    if (moment !== undefined && moment <= latestNs) return moment;
  }
  return undefined;
}

function inYear(parts: TimeParts, year: number, clock: ClockContext): bigint | undefined {
  const hour = parts.afternoon === true ? parts.hour + 12 : parts.hour;
  const midnight =
    parts.dayOfYear === undefined
      ? Date.UTC(year, parts.month - 1, parts.day)
      : Date.UTC(year, 0, parts.dayOfYear);
  // The 31st of April would become the 1st of May.
  if (parts.dayOfYear === undefined && parts.day > 28 && new Date(midnight).getUTCDate() !== parts.day)
    return undefined;
  const seconds = midnight / 1000 + hour * 3600 + parts.minute * 60 + parts.second;
  const offset = parts.offset ?? zoneOffsetSeconds(clock.zone, seconds);
  const ms = (seconds - offset) * 1000 + Math.floor(parts.nanos / 1_000_000);
  return BigInt(ms) * 1_000_000n + BigInt(parts.nanos % 1_000_000);
}

function readDay(parts: TimeParts, value: number): boolean {
  parts.day = value;
  return value >= 1 && value <= 31;
}

function number(least: number, most: number, take: (parts: TimeParts, value: number) => boolean): Step {
  return (text, at, parts) => {
    let value = 0;
    let end = at;
    while (end < at + most) {
      const digit = text.charCodeAt(end) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      end++;
    }
    return end - at >= least && take(parts, value) ? end : -1;
  };
}

function fraction(least: number, most: number): Step {
  return (text, at, parts) => {
    let value = 0;
    let scale = 1_000_000_000;
    let end = at;
    while (end < at + most) {
      const digit = text.charCodeAt(end) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      scale /= 10;
      end++;
    }
    if (end - at < least) return -1;
    // Behind a moment in epoch units the fraction is a second's, too.
    parts.nanos += value * scale;
    return end;
  };
}

/** `msPerUnit` milliseconds a unit; what is finer than a millisecond goes to the nanoseconds. */
function epoch(msPerUnit: number, nanosPerUnit: number): Step {
  return (text, at, parts) => {
    const digits = /^\d{1,19}/.exec(text.slice(at, at + 19))?.[0];
    if (digits === undefined) return -1;
    if (nanosPerUnit === 0) parts.epochMs = Number(digits) * msPerUnit;
    else {
      const nanos = BigInt(digits) * BigInt(nanosPerUnit);
      parts.epochMs = Number(nanos / 1_000_000n);
      parts.nanos += Number(nanos % 1_000_000n);
    }
    return at + digits.length;
  };
}

function literal(character: string): Step {
  const code = character.charCodeAt(0);
  return (text, at) => (text.charCodeAt(at) === code ? at + 1 : -1);
}

function blanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32) end++;
  return end === at ? -1 : end;
}

function word(text: string, at: number): number {
  let end = at;
  while (/[A-Za-z]/.test(text[end] ?? '')) end++;
  return end === at ? -1 : end;
}
