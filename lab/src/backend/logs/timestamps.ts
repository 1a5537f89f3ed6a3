/**
 * Times as the services' loggers write them, all in UTC. Formatting a Date is the dearest part of a log line, so what
 * stays the same for a second is kept.
 */
let second = Number.NaN;
let iso = '';

/** `2026-03-04T09:15:22` of the second that `atMs` lies in. */
function isoSecond(atMs: number): string {
  const wanted = Math.floor(atMs / 1000);
  if (wanted !== second) {
    second = wanted;
    iso = new Date(wanted * 1000).toISOString().slice(0, 19);
  }
  return iso;
}

const thousands = Array.from({ length: 1000 }, (_, ms) => String(ms).padStart(3, '0'));

function fraction(atMs: number): string {
  return thousands[Math.floor(atMs) % 1000]!;
}

/** `2026-03-04T09:15:22.083Z` */
export function isoTime(atMs: number): string {
  return `${isoSecond(atMs)}.${fraction(atMs)}Z`;
}

/** `2026-03-04 09:15:22,083`, as Java's loggers write it. */
export function javaTime(atMs: number): string {
  const text = isoSecond(atMs);
  return `${text.slice(0, 10)} ${text.slice(11)},${fraction(atMs)}`;
}

/** `2026.03.04 09:15:22:083 UTC`, as the call server writes it. */
export function dottedTime(atMs: number): string {
  const text = isoSecond(atMs);
  return `${text.slice(0, 4)}.${text.slice(5, 7)}.${text.slice(8, 10)} ${text.slice(11)}:${fraction(atMs)} UTC`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `04/Mar/2026:09:15:22.083 +0000`, as the OCI router writes it. */
export function slashedTime(atMs: number): string {
  const text = isoSecond(atMs);
  return `${text.slice(8, 10)}/${months[Number(text.slice(5, 7)) - 1]}/${text.slice(0, 4)}:${text.slice(11)}.${fraction(atMs)} +0000`;
}
