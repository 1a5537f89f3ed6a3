import { EntryFlag, NO_RANGE } from '../entry-index/entry-index.ts';
import type { EntryRecorder, MemberRange } from './entry-recorder.ts';

/** How the entries are wrapped: `{log: {entries}}`, `{entries}`, a bare array, or one bare entry. */
export type HarShape = 'log' | 'entries' | 'array' | 'entry';

/** What the walk found, or undefined where it is no capture. */
export function judgeShape(recorder: EntryRecorder, members: readonly MemberRange[]): HarShape | undefined {
  if (recorder.entriesDepth === 0) {
    const keys = new Set(members.filter((member) => !member.inLog).map((member) => member.key));
    if (keys.has('request') && (keys.has('response') || keys.has('startedDateTime'))) return 'entry';
    return recorder.sawLog ? 'log' : undefined;
  }
  if (isLoadTestScript(recorder, members)) return undefined;
  if (recorder.entriesDepth >= 3) return 'log';
  // Any JSON array or `{entries}` could be met: at least one element must look like an entry.
  if (!someRow(recorder, hasRequest)) return undefined;
  return recorder.entriesDepth === 1 ? 'array' : 'entries';
}

/** Says what a JSON text is instead of a capture. */
export function describeNoCapture(recorder: EntryRecorder, members: readonly MemberRange[]): string {
  if (isLoadTestScript(recorder, members)) {
    return 'This is a load-test script in a HAR-like form (requests without responses or times), not a capture.';
  }
  const names = members.filter((member) => !member.inLog && looksLikeName(member.key)).slice(0, 5);
  if (names.length === 0) return 'This is JSON, but no capture: it has no log.entries.';
  return `This is JSON, but no capture: it has no log.entries; its root has ${names.map((member) => member.key).join(', ')}.`;
}

/** Whether a key may be shown: a name, not an address or a token that somebody's JSON has for a key. */
function looksLikeName(key: string): boolean {
  if (!/^[A-Za-z_$][\w$.-]{0,30}$/.test(key)) return false;
  // 16: shorter than any token or id in use (a UUID's 32 digits in parts of at most 12 are no name either).
  const runs = key.match(/[A-Za-z\d]{16,}/g) ?? [];
  return !runs.some((run) => /\d/.test(run) && /[A-Za-z]/.test(run));
}

/** LI-HAR, what k6 and har-to-k6 exchange: requests to be sent, not an exchange that was seen. */
export function isLoadTestScript(recorder: EntryRecorder, members: readonly MemberRange[]): boolean {
  if (recorder.length === 0) return false;
  if (members.some((member) => member.inLog && (member.key === 'creator' || member.key === 'version')))
    return false;
  return (
    someRow(recorder, hasRequest) &&
    !someRow(recorder, (row) => {
      const { columns } = recorder;
      return (
        !Number.isNaN(columns.startEpochMs[row]) ||
        ((columns.flags[row] as number) & EntryFlag.hasStatus) !== 0
      );
    })
  );
}

function hasRequest(row: number, recorder: EntryRecorder): boolean {
  return recorder.columns.method[row] !== 0 || recorder.columns.urlLength[row] !== NO_RANGE;
}

function someRow(recorder: EntryRecorder, test: (row: number, recorder: EntryRecorder) => boolean): boolean {
  for (let row = 0; row < recorder.length; row++) if (test(row, recorder)) return true;
  return false;
}
