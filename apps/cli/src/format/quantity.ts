/** Numbers as people read them. Units are the same in every language; thousands stand apart by a space. */

/** What stands where a value is not known; `0` is a measurement and shown as such. */
export const notKnown = '–';

/** A duration in ms: `0.4 ms`, `1 842 ms`, `12.3 s`, `2 min 5 s`, `1 h 22 min`, `3 d 4 h`. */
export function durationText(durationMs: number | null | undefined): string {
  if (durationMs === null || durationMs === undefined || !Number.isFinite(durationMs)) return notKnown;
  const size = Math.abs(durationMs);
  const sign = durationMs < 0 ? '-' : '';
  if (size < 9.95) return `${sign}${trimZero(size.toFixed(1))} ms`;
  if (size < 9_999.5) return `${sign}${countText(Math.round(size))} ms`;
  if (size < 119_950) return `${sign}${trimZero((size / 1000).toFixed(1))} s`;
  const seconds = Math.round(size / 1000);
  if (seconds < 3600) return `${sign}${twoUnits(seconds, 60, 'min', 's')}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 2880) return `${sign}${twoUnits(minutes, 60, 'h', 'min')}`;
  return `${sign}${twoUnits(Math.round(minutes / 60), 24, 'd', 'h')}`;
}

/** Decimal units, as browsers show them: `999 B`, `12.3 kB`, `4.5 MB`, `1.2 GB`. */
export function bytesText(sizeBytes: number | undefined): string {
  if (sizeBytes === undefined) return notKnown;
  if (sizeBytes < 1000) return `${sizeBytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let size = sizeBytes / 1000;
  let unit = 0;
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${trimZero(size.toFixed(1))} ${units[unit]}`;
}

/** A whole number, thousands apart: `26 130`. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A point in time in UTC, as logs are searched by it: `2025-03-04 10:20:30.123`. */
export function instantText(epochMs: number | undefined): string {
  // Dates of JavaScript end at ±8.64e15 ms; toISOString throws beyond.
  if (epochMs === undefined || !(Math.abs(epochMs) <= 8.64e15)) return notKnown;
  return new Date(epochMs).toISOString().replace('T', ' ').replace('Z', '');
}

/** {@link instantText} with its zone. */
export function utcText(epochMs: number | undefined): string {
  const instant = instantText(epochMs);
  return instant === notKnown ? notKnown : `${instant} UTC`;
}

/** The time of day of {@link instantText}: `10:20:30.123`. */
export function timeOfDayText(epochMs: number | undefined): string {
  const instant = instantText(epochMs);
  return instant === notKnown ? notKnown : (instant.split(' ')[1] ?? notKnown);
}

function twoUnits(total: number, perUnit: number, unit: string, subunit: string): string {
  const rest = total % perUnit;
  const whole = `${countText(Math.floor(total / perUnit))} ${unit}`;
  return rest === 0 ? whole : `${whole} ${rest} ${subunit}`;
}

function trimZero(decimal: string): string {
  return decimal.replace(/\.0$/, '');
}
