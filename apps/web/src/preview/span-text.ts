const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
  { unit: 'millisecond', ms: 1 },
] as const;

/** A span of time in its largest unit, rounded: `3 hr`, `12 min`, in the reader's language. */
export function spanText(ms: number, language: string): string {
  const { unit, ms: unitMs } = UNITS.find((one) => ms >= one.ms) ?? UNITS[UNITS.length - 1]!;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.round(ms / unitMs),
  );
}
