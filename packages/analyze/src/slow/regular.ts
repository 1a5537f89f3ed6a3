/** Spread of the gaps against their mean; timers of a busy page drift by a tenth. */
const SPREAD = 0.25;
/** Of so many gaps one may be longer: a page that is busy for a moment misses a beat. */
const BEATS = 5;

/** The mean gap of starts that follow each other regularly, in ms; undefined where they do not. */
export function regularGapMs(startsMs: readonly number[]): number | undefined {
  const gaps = startsMs.slice(1).map((start, at) => start - (startsMs[at] as number));
  return evenMean(gaps) ?? evenMean(withoutLongest(gaps));
}

/** Whether lengths of time are alike, now and then a longer one aside. */
export function isEven(gapsMs: readonly number[]): boolean {
  return evenMean(withoutLongest(gapsMs)) !== undefined;
}

function withoutLongest(gaps: readonly number[]): number[] {
  return [...gaps].sort((a, b) => a - b).slice(0, gaps.length - Math.floor(gaps.length / BEATS));
}

/** The mean of gaps that are alike. */
function evenMean(gaps: readonly number[]): number | undefined {
  if (gaps.length < 2) return undefined;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  if (mean <= 0) return undefined;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.sqrt(variance) <= SPREAD * mean ? mean : undefined;
}
