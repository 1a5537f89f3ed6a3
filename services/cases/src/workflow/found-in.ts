import { type ByteSource, openCapture, type SpoolFactory } from '@harrier/har';
import type { FindingToTell } from '@harrier/knowledge';

/** A finding of the clean capture, as far as it is told in the case. Its facts quote the clean capture, never the original. */
export type FoundInClean = FindingToTell & {
  readonly severity: 'error' | 'warning';
  /** Indexes in the clean capture's order, the most telling first. */
  readonly entries: readonly number[];
};

/**
 * Failed requests are opened first, so these few tell what the case tells. With all that the workbench opens, the process took 332 MB
 * for a capture of 1 GB.
 */
const budget = { entries: 300, bytes: 16 << 20 };
const MOST_FINDINGS = 3;
const MOST_ENTRIES = 5;
/** Of facts, as JSON: they quote error texts, and a row of the database is no place for long ones. */
const MOST_CHARS = 4000;

/**
 * What a clean capture shows, most telling first; nothing where it shows nothing. Never throws: whoever attaches a capture wants it
 * sealed even where it cannot be diagnosed.
 */
export async function foundIn(clean: ByteSource, spool: SpoolFactory): Promise<readonly FoundInClean[]> {
  try {
    // What diagnoses is loaded when there is something to diagnose: a server that waits needs its memory for others.
    const { analyseCapture } = await import('@harrier/analyze');
    const { findings } = await analyseCapture(await openCapture(clean, { spool }), { budget });
    return findings
      .filter(({ rank, severity }) => rank === 'top' && severity !== 'info')
      .map((finding) => ({
        ...toTell(finding),
        severity: finding.severity as FoundInClean['severity'],
        entries: finding.entries.slice(0, MOST_ENTRIES),
      }))
      .filter(({ facts, playbook }) => JSON.stringify([facts, playbook?.facts]).length <= MOST_CHARS)
      .slice(0, MOST_FINDINGS);
  } catch {
    return [];
  }
}

/** The id chooses the facts, which the compiler cannot see through the union. */
function toTell({ ruleId, facts, playbook }: FindingToTell): FindingToTell {
  return { ruleId, facts, ...(playbook === undefined ? {} : { playbook }) } as FindingToTell;
}
