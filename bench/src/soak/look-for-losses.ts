import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PrivateKey } from 'openpgp';
import type { Api } from './api.ts';
import { faultsOfCase } from './check-cases.ts';
import { recordsOf, type Traffic } from './traffic.ts';

// Seen from `bench/dist/soak`.
const script = fileURLToPath(new URL('../../../services/cases/verify-audit.mjs', import.meta.url));
/** A killed worker's case is taken up again when its lease of a minute is over; several may wait one after another. */
const MOST_SETTLE_MS = 600_000;

/** Waits until everything is worked on, then looks at every upload and every log. */
export async function lookForLosses(
  api: Api,
  { uploads, logs }: Traffic,
  key: PrivateKey,
  say: (line: string) => void,
): Promise<string[]> {
  const faults: string[] = [];
  const endMs = performance.now() + MOST_SETTLE_MS;
  for (const [at, upload] of uploads.entries()) {
    // Each intake of its case, our own files' among them, has to have ended.
    for (;;) {
      const intakes = (await api.insist('GET', `/api/intakes?caseRef=${upload.caseId}&limit=10`)) as {
        state: string;
      }[];
      if (intakes.length > 0 && intakes.every(({ state }) => state !== 'running')) break;
      if (performance.now() > endMs) break;
      await setTimeout(1000);
    }
    for (const fault of await faultsOfCase(api, upload, key)) faults.push(`upload ${at}: ${fault}`);
    // The server takes 600 requests a minute from one address, and this makes five.
    await setTimeout(500);
    if ((at + 1) % 50 === 0) say(`${at + 1} of ${uploads.length} uploads looked at`);
  }
  for (const { trackingId, records } of logs) {
    const found = await recordsOf(api, trackingId);
    if (found !== records) faults.push(`a log has ${found} of ${records} records`);
    await setTimeout(100);
  }
  return faults;
}

export interface AuditVerdict {
  readonly isWhole: boolean;
  /** Its last line. */
  readonly told: string;
}

/** What the script says that needs none of our code, about the log that an auditor exports. */
export async function auditVerdict(auditor: Api, file: string): Promise<AuditVerdict> {
  writeFileSync(file, await auditor.bytes('/api/audit/export'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { isWhole: status === 0, told: (stdout || stderr).trim().split('\n').at(-1) ?? '' };
}
