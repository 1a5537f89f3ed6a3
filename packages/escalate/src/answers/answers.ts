import { EscalateError } from '../escalate-error.ts';

/** What a person says about the case, besides what capture and logs say. All of it may be missing. */
export interface Answers {
  /** Number or name of the case. */
  readonly case?: string;
  /** The error in the person's words, and the entry that shows it (index in the file's order). */
  readonly error?: { readonly text: string; readonly entry?: number };
  /** Entries that go along besides those that the analysis chooses (indexes in the file's order). */
  readonly entries?: readonly number[];
  /** Ids to search besides those that the analysis found. */
  readonly trackingIds?: readonly string[];
  /** Where was looked, when the logs have nothing. */
  readonly logsWithoutRecords?: string;
  readonly seen?: string;
  /** Date, time and zone, RFC 3339. */
  readonly at?: string;
  readonly needed?: string;
  /** Instead of the drafted steps. */
  readonly steps?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

type Check = (value: unknown, pointer: string) => void;

const text: Check = (value, pointer) => {
  if (typeof value !== 'string' || value.trim() === '') throw wrong(pointer, 'string');
};

const texts: Check = (value, pointer) => {
  if (!Array.isArray(value)) throw wrong(pointer, 'array');
  for (const [at, item] of value.entries()) text(item, `${pointer}/${at}`);
};

const index: Check = (value, pointer) => {
  if (!(Number.isSafeInteger(value) && Number(value) >= 0)) throw wrong(pointer, 'integer');
};

const checks: Readonly<Record<keyof Answers, Check>> = {
  case: text,
  error: (value, pointer) => {
    const { text: words, entry } = members(value, pointer);
    text(words, `${pointer}/text`);
    if (entry !== undefined) index(entry, `${pointer}/entry`);
  },
  entries: (value, pointer) => {
    if (!Array.isArray(value)) throw wrong(pointer, 'array');
    for (const [at, item] of value.entries()) index(item, `${pointer}/${at}`);
  },
  trackingIds: texts,
  logsWithoutRecords: text,
  seen: text,
  at: text,
  needed: text,
  steps: texts,
  environment: (value, pointer) => {
    for (const [name, item] of Object.entries(members(value, pointer))) text(item, `${pointer}/${name}`);
  },
};

/** Reads a file of answers. An unknown member is refused: a misspelt answer would be missed in silence. Error: {@link EscalateError}. */
export function readAnswers(json: string): Answers {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw wrong('', 'JSON');
  }
  const given = members(value, '');
  for (const [name, item] of Object.entries(given)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Answers] : undefined;
    if (check === undefined) throw wrong(`/${name}`, Object.keys(checks).join(', '));
    check(item, `/${name}`);
  }
  return inKeyOrder(given as Answers);
}

/** The same answers in one order, whatever order they were written in; those of the environment keep theirs. */
export function inKeyOrder(answers: Answers): Answers {
  const given = Object.entries(answers);
  return Object.fromEntries(
    Object.keys(checks).flatMap((name) =>
      given.filter(([key, value]) => key === name && value !== undefined),
    ),
  );
}

function members(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(pointer, 'object');
  return value as Readonly<Record<string, unknown>>;
}

function wrong(pointer: string, expected: string): EscalateError {
  return new EscalateError('escalate/answers', pointer, expected);
}
