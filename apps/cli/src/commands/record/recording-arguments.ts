import { UsageError } from '../../arguments/usage-error.ts';

/** The page to open; undefined: none, where a browser that runs already is recorded. Error: {@link UsageError}. */
export function addressOf(given: readonly string[], isAttached: boolean): string | undefined {
  const [first, second] = given;
  if (second !== undefined) throw new UsageError({ kind: 'extra-argument', given: second });
  if (first === undefined) {
    if (isAttached) return undefined;
    throw new UsageError({ kind: 'missing-argument', argument: 'url' });
  }
  // As people type it into a browser.
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(first) ? first : `https://${first}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UsageError({ kind: 'not-an-address', given: first });
  return address;
}

/** A day: longer recordings are mistakes, and timers count no further than 24 of them. */
const MAX_SECONDS = 24 * 60 * 60;

/** Error: {@link UsageError}. */
export function secondsOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const seconds = Number(given);
  if (!/^\d+(?:\.\d+)?$/.test(given) || seconds <= 0 || seconds > MAX_SECONDS)
    throw new UsageError({ kind: 'not-a-number', option: '--seconds', given });
  return seconds;
}

/** `recording-2026-11-21-174500.har`, by the clock of the person. */
export function recordingName(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `recording-${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}.har`;
}
