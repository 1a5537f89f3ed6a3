/** What a line does not say about its time. */
export interface ClockContext {
  /** Zone of times without one: `UTC`, `+02:00`, or a name of the IANA database. */
  readonly zone: string;
  /** A moment shortly after the last line (the file's own time), for lines without a year. */
  readonly referenceMs: number;
}

/** Abbreviations that mean one thing nearly everywhere; others (IST, CST of China) would be guesses. */
const NAMED: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  JST: 9,
  KST: 9,
  EST: -5,
  EDT: -4,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
};

/** Seconds east of Greenwich of `Z`, `+0200`, `+02:00`, `+02` or an abbreviation. */
export function offsetSeconds(text: string): number | undefined {
  if (Object.hasOwn(NAMED, text)) return NAMED[text]! * 3600;
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (match === null) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/** Whether a name can be used as a zone. */
export function isZone(zone: string): boolean {
  if (offsetSeconds(zone) !== undefined) return true;
  try {
    formatFor(zone);
    return true;
  } catch {
    return false;
  }
}

/** Offset of a zone at a local time, given as seconds since 1970-01-01T00:00 of that zone's own clock. */
export function zoneOffsetSeconds(zone: string, localSeconds: number): number {
  if (zone === 'UTC') return 0;
  const fixed = offsetSeconds(zone);
  if (fixed !== undefined) return fixed;
  // The offset of the moment that would be meant in UTC is off by at most a change of clocks; once more settles that.
  const guess = offsetAt(zone, localSeconds);
  return offsetAt(zone, localSeconds - guess);
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Offsets change on the quarter hour at the finest; asking is dear. */
const known = new Map<string, number>();

function offsetAt(zone: string, utcSeconds: number): number {
  const quarter = Math.floor(utcSeconds / 900);
  const key = `${zone} ${quarter}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const parts = formatFor(zone).formatToParts(quarter * 900_000);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  const offset = local / 1000 - quarter * 900;
  if (known.size > 10_000) known.clear();
  known.set(key, offset);
  return offset;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}
