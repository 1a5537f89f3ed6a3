// The one way in which Chrome and most others write a date: `2025-06-10T09:00:01.250Z`. All other ways, leap days and leap
// seconds are the host's (src/scan/parse-date-time.ts), which gives the same number for this one.

const WRITTEN_BYTES: usize = 24;
/** What stands for a character that is no digit: makes every number that it is part of too large. */
const NO_DIGIT: i32 = 100000;
/** Bit n: month n has 31 days. */
const LONG_MONTHS: i32 = 0x15aa;

/** Milliseconds since 1970, or NaN: the host has to read it. */
export function dateTime(from: usize, to: usize): f64 {
  if (to - from != WRITTEN_BYTES) return NaN;
  const isMarked =
    load<u8>(from, 4) == 0x2d && load<u8>(from, 7) == 0x2d && load<u8>(from, 10) == 0x54 && load<u8>(from, 13) == 0x3a &&
    load<u8>(from, 16) == 0x3a && load<u8>(from, 19) == 0x2e && load<u8>(from, 23) == 0x5a;
  const year = 100 * twoDigits(from) + twoDigits(from + 2);
  const month = twoDigits(from + 5);
  const day = twoDigits(from + 8);
  const hour = twoDigits(from + 11);
  const minute = twoDigits(from + 14);
  const second = twoDigits(from + 17);
  const millisecond = 10 * twoDigits(from + 20) + digit(from + 22);
  const isUsual = year >= 1970 && year < 10000 && hour < 24 && minute < 60 && second < 60 && millisecond < 1000;
  if (!isMarked || !isUsual || !isUsualDay(month, day)) return NaN;
  return (
    <f64>daysSince1970(year, month, day) * 86400000 + <f64>(((hour * 60 + minute) * 60 + second) * 1000 + millisecond)
  );
}

function isUsualDay(month: i32, day: i32): bool {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || (day <= 30 && month != 2) || (day == 31 && ((LONG_MONTHS >> month) & 1) == 1);
}

/** Counts years from March, so that the leap day is the last one. */
function daysSince1970(year: i32, month: i32, day: i32): i32 {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719468;
}

function twoDigits(at: usize): i32 {
  return 10 * digit(at) + digit(at + 1);
}

function digit(at: usize): i32 {
  const value: u32 = <u32>load<u8>(at) - 0x30;
  return value < 10 ? <i32>value : NO_DIGIT;
}
