/**
 * An ISO 8601 date and time in UTF-8 bytes → ms since 1970, or undefined where it is none. Takes what
 * exporters write: any number of fraction digits, `Z`, `+09:00`, `+0900`, `+09`, a blank instead of the `T`, no
 * seconds, and no zone at all (read as UTC: the file does not say which local time was meant). Year 1 is how
 * .NET writes "never", so it is no date. Spec: HAR 1.2, startedDateTime; RFC 3339.
 */
export function parseDateTime(bytes: Uint8Array, start = 0, end = bytes.length): number | undefined {
  if (end - start < 10) return undefined;
  const year = digits(bytes, start, start + 4);
  const month = digits(bytes, start + 5, start + 7);
  const day = digits(bytes, start + 8, start + 10);
  if (year < 2 || !isDay(year, month, day)) return undefined;
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return undefined;
  let at = start + 10;
  let timeMs = 0;
  let offsetMinutes = 0;
  if (at < end) {
    const separator = bytes[at];
    if (separator !== 0x54 && separator !== 0x74 && separator !== 0x20) return undefined;
    const hour = digits(bytes, at + 1, at + 3);
    const minute = digits(bytes, at + 4, at + 6);
    if (at + 6 > end || hour < 0 || hour > 24 || minute < 0 || minute > 59 || bytes[at + 3] !== COLON)
      return undefined;
    timeMs = (hour * 60 + minute) * 60_000;
    at += 6;
    if (at < end && bytes[at] === COLON) {
      const second = digits(bytes, at + 1, at + 3);
      if (at + 3 > end || second < 0 || second > 60) return undefined;
      timeMs += second * 1000;
      at += 3;
      if (at < end && (bytes[at] === 0x2e || bytes[at] === 0x2c)) {
        const from = at + 1;
        at = from;
        while (at < end && isDigit(bytes[at] as number)) at++;
        if (at === from) return undefined;
        // Milliseconds: Date.parse drops what is finer, and so do we.
        timeMs +=
          digits(bytes, from, Math.min(at, from + 3)) * (at - from === 1 ? 100 : at - from === 2 ? 10 : 1);
      }
    }
    // 24:00 is the end of the day, and a leap second is told as 60; nothing lies behind them.
    if (timeMs > 86_400_000) return undefined;
    if (at < end) {
      const zone = parseZone(bytes, at, end);
      if (zone === undefined) return undefined;
      offsetMinutes = zone;
    }
  }
  return (daysFromCivil(year, month, day) * 1440 - offsetMinutes) * 60_000 + timeMs;
}

/** Most days of each month. */
const monthDays = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month] as number)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Days from 1970-01-01, counting years from March so that the leap day is the last one. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

const encoder = new TextEncoder();

/** {@link parseDateTime} for a string. */
export function parseDateTimeText(text: string): number | undefined {
  return parseDateTime(encoder.encode(text.trim()));
}

function parseZone(bytes: Uint8Array, at: number, end: number): number | undefined {
  const sign = bytes[at];
  if (sign === 0x5a || sign === 0x7a) return at + 1 === end ? 0 : undefined;
  if (sign !== 0x2b && sign !== DASH) return undefined;
  const hours = digits(bytes, at + 1, at + 3);
  if (hours < 0 || hours > 23) return undefined;
  let minutes = 0;
  if (at + 3 < end) {
    const from = bytes[at + 3] === COLON ? at + 4 : at + 3;
    minutes = from + 2 === end ? digits(bytes, from, end) : -1;
    if (minutes < 0 || minutes > 59) return undefined;
  }
  return (sign === DASH ? -1 : 1) * (hours * 60 + minutes);
}

const DASH = 0x2d;
const COLON = 0x3a;

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The number that the digits of a range write, or -1. */
function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === undefined || !isDigit(byte)) return -1;
    value = value * 10 + byte - 0x30;
  }
  return value;
}
