import type { StoredRecord } from '../store/log-store.ts';
import type { HopFailure } from './flow.ts';
import { isAnswer, readOciDocument, refusalOf } from './oci-document.ts';

/** From here on a status says that the request failed. RFC 9110 §15.5. */
const FIRST_FAILING_STATUS = 400;

/**
 * Why a hop failed, from its own lines; undefined where it did well. The most telling line wins: a refusal inside a
 * delivered message, a stack trace, a line of level error, the status, an answer that never came.
 */
export function failureOf(lines: readonly StoredRecord[]): HopFailure | undefined {
  return refusal(lines) ?? errorLine(lines) ?? badStatus(lines) ?? noAnswer(lines);
}

/** The status that a hop answered with: what it was told by others stands on lines that came in. */
export function statusOf(lines: readonly StoredRecord[]): number | undefined {
  const told = lines.filter(({ status, direction }) => status !== undefined && direction !== 'in');
  return (told.findLast(({ direction }) => direction === 'out') ?? told.at(-1))?.status;
}

function refusal(lines: readonly StoredRecord[]): HopFailure | undefined {
  for (const line of lines) {
    const answers = readOciDocument(line.body)?.commands.filter(isAnswer) ?? [];
    const refusals = answers.flatMap((command) => refusalOf(command) ?? []);
    const [text] = refusals;
    if (text === undefined) continue;
    return {
      ...plainFailure('in-200', text, line),
      commands: { refused: refusals.length, of: answers.length },
      received: line.direction !== 'out',
    };
  }
  return undefined;
}

function errorLine(lines: readonly StoredRecord[]): HopFailure | undefined {
  const bad = lines.filter(({ level }) => level === 'error' || level === 'fatal');
  const line = bad.find(({ body }) => stackOf(body) !== undefined) ?? bad[0];
  if (line === undefined) return undefined;
  const stack = stackOf(line.body);
  return {
    ...plainFailure(stack === undefined ? 'error' : 'exception', firstLine(line.body), line),
    ...stack,
  };
}

function badStatus(lines: readonly StoredRecord[]): HopFailure | undefined {
  const status = statusOf(lines);
  if (status === undefined || status < FIRST_FAILING_STATUS) return undefined;
  const warning = lines.find(({ level }) => level === 'warn');
  const line = warning ?? lines.findLast((one) => one.status === status);
  return plainFailure('status', warning === undefined ? '' : firstLine(warning.body), line);
}

function noAnswer(lines: readonly StoredRecord[]): HopFailure | undefined {
  const line = unansweredCall(lines);
  return line === undefined ? undefined : plainFailure('unanswered', '', line);
}

/**
 * The call with which a hop's lines end: it went to somebody else than who asked, so it is no answer.
 * undefined where the hop's last word is its answer.
 */
export function unansweredCall(lines: readonly StoredRecord[]): StoredRecord | undefined {
  const last = lines.at(-1);
  if (last?.direction !== 'out' || last.status !== undefined || last.peer === '') return undefined;
  const asker = lines.find(({ direction }) => direction === 'in')?.peer;
  return asker === undefined || asker === last.peer ? undefined : last;
}

function plainFailure(kind: HopFailure['kind'], text: string, line: StoredRecord | undefined): HopFailure {
  return { kind, text, cause: undefined, at: undefined, commands: undefined, received: false, line };
}

/** Opens a stack trace of Java, the only one whose innermost cause stands at the end. */
function stackOf(body: string): Pick<HopFailure, 'cause' | 'at'> | undefined {
  const rows = body.split('\n');
  const at = rows.find((row) => /^\s+at \S/.test(row))?.trim();
  if (at === undefined) return undefined;
  const cause = rows.findLast((row) => row.startsWith('Caused by: '))?.slice('Caused by: '.length);
  return { at, cause };
}

/** The first line that says something. */
export function firstLine(body: string): string {
  return (
    body
      .split('\n')
      .find((row) => row.trim() !== '')
      ?.trim() ?? ''
  );
}
