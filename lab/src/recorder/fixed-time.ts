/** When every recording begins, whatever day it was made on. */
export const FIXED_START_MS = Date.UTC(2026, 0, 15, 9, 30, 0);

/** Moments further than this from the recording are not about it: they stay. */
const REACH_MS = 400 * 86_400_000;

/** What to add to a moment of a run that began at `startedMs`; whole seconds, because HTTP dates know no parts of one. */
export function shiftFrom(startedMs: number): number {
  return Math.ceil((FIXED_START_MS - startedMs) / 1000) * 1000;
}

/**
 * Moves every moment in a text, however it is written, so that one recording is like the next: ISO 8601, HTTP dates,
 * the dates of servers' logs, seconds and milliseconds since 1970, and the times of JSON Web Tokens. No text changes its length, so lengths that
 * are told elsewhere stay true. Only moments within 400 days of the run are meant.
 */
export function shiftMoments(text: string, startedMs: number): string {
  const shiftMs = shiftFrom(startedMs);
  const moved = (atMs: number, write: (ms: number) => string, otherwise: string) => {
    if (!(Math.abs(atMs - startedMs) <= REACH_MS)) return otherwise;
    const written = write(atMs + shiftMs);
    return written.length === otherwise.length ? written : otherwise;
  };
  return text
    .replaceAll(TOKEN, (token: string, head: string, claims: string, signature: string) => {
      const written = shiftClaims(claims, (seconds) =>
        Number(moved(seconds * 1000, (ms) => String(ms / 1000), String(seconds))),
      );
      return written === undefined ? token : `${head}.${written}.${signature}`;
    })
    .replaceAll(ISO, (iso: string, day: string, between: string, time: string, fraction = '', zone = 'Z') => {
      const colon = time.includes('%') ? '%3A' : ':';
      const atMs = Date.parse(
        `${day}T${time.replaceAll('%3A', ':')}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`,
      );
      const offsetMs = zoneOffsetMs(zone);
      return moved(
        atMs,
        (ms) => {
          const local = new Date(ms + offsetMs).toISOString();
          const clock = local.slice(11, 19).replaceAll(':', colon);
          return `${local.slice(0, 10)}${between}${clock}${fraction}${iso.endsWith(zone) ? zone : ''}`;
        },
        iso,
      );
    })
    .replaceAll(HTTP_DATE, (date: string) =>
      moved(Date.parse(date), (ms) => new Date(ms).toUTCString(), date),
    )
    .replaceAll(LOG_DATE, (date: string) => {
      const [day = '', month = '', year = '', hours = '', minutes = '', seconds = ''] = date.split(/[/:]/);
      const atMs = Date.parse(`${day} ${month} ${year} ${hours}:${minutes}:${seconds} GMT`);
      return moved(
        atMs,
        (ms) => {
          const [, days, name, years, clock] = new Date(ms).toUTCString().split(' ');
          return `${days}/${name}/${years}:${clock}`;
        },
        date,
      );
    })
    .replaceAll(DOTTED_DATE, (date: string) =>
      moved(
        Date.parse(`${date.slice(0, 10).replaceAll('.', '-')}T${date.slice(11)}Z`),
        (ms) => {
          const iso = new Date(ms).toISOString();
          return `${iso.slice(0, 10).replaceAll('-', '.')} ${iso.slice(11, 19)}`;
        },
        date,
      ),
    )
    .replaceAll(EPOCH, (digits: string) => {
      const isMs = digits.length === 13;
      return moved(Number(digits) * (isMs ? 1 : 1000), (ms) => String(isMs ? ms : ms / 1000), digits);
    });
}

const ISO =
  /(?<!\d)(\d{4}-\d\d-\d\d)([T ]|%20)(\d\d:\d\d:\d\d|\d\d%3A\d\d%3A\d\d)([.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)?/g;
const HTTP_DATE = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g;
/** `04/Mar/2026:09:15:22`, the common log format. */
const LOG_DATE = /\b\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d\b/g;
/** `2026.03.04 09:15:22` */
const DOTTED_DATE = /\b\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d\b/g;
/** Ten digits of seconds or thirteen of milliseconds, in this century's first half. */
const EPOCH = /(?<![\w.-])1[5-9]\d{8}(?:\d{3})?(?![\w-])/g;
const TOKEN = /(eyJ[\w-]+)\.(eyJ[\w-]+)\.([\w-]*)/g;

function zoneOffsetMs(zone: string): number {
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * 60_000;
}

/** Claims that are moments. Spec: RFC 7519 §4.1, OpenID Connect Core §2. */
const MOMENTS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time']);

function shiftClaims(claims: string, shift: (seconds: number) => number): string | undefined {
  try {
    const json = Buffer.from(claims, 'base64url').toString('utf8');
    const shifted = JSON.stringify(JSON.parse(json), (name, value: unknown) =>
      MOMENTS.has(name) && typeof value === 'number' ? shift(value) : value,
    );
    const written = Buffer.from(shifted).toString('base64url');
    return written.length === claims.length ? written : undefined;
  } catch {
    return undefined;
  }
}
