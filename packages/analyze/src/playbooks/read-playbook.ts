import { compileLinearRegex } from '../filter/linear-regex/linear-regex.ts';
import { positionOfOffset, positionOfPointer, type TextPosition } from './json-position.ts';
import type { Playbook } from './playbook.ts';

/** Why a text is no playbook; where, as a JSON pointer and a place in the text. */
export class PlaybookError extends Error {
  override readonly name = 'PlaybookError';
  readonly pointer: string;
  readonly position: TextPosition;

  /** `what`: a short English phrase without captured text, e.g. `expected a text`. */
  constructor(what: string, pointer: string, position: TextPosition) {
    super(what);
    this.pointer = pointer;
    this.position = position;
  }
}

/** A larger file is no playbook. */
const MAX_CHARS = 4 * 1024 * 1024;

/** Reads a playbook and checks all of it. Unknown members are refused. Error: {@link PlaybookError}. */
export function readPlaybook(text: string): Playbook {
  const source = text.replace(/^\uFEFF/, '');
  if (source.length > MAX_CHARS) throw new PlaybookError('too long', '', { line: 1, column: 1 });
  let root: unknown;
  try {
    root = JSON.parse(source);
  } catch (error) {
    throw new PlaybookError('not JSON', '', placeOf(error, source));
  }
  const problem = check(playbookShape, root, '');
  if (problem !== undefined)
    throw new PlaybookError(problem.what, problem.pointer, positionOfPointer(source, problem.pointer));
  return root as Playbook;
}

/** V8 says `position 12` or `line 1 column 13`; other engines nothing. */
function placeOf(error: unknown, text: string): TextPosition {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d{1,9})/.exec(message)?.[1];
  if (position !== undefined) return positionOfOffset(text, Number(position));
  const place = /line (\d{1,9}) column (\d{1,9})/.exec(message);
  // "Unexpected end" names no place.
  return place === null
    ? positionOfOffset(text, text.length)
    : { line: Number(place[1]), column: Number(place[2]) };
}

interface Problem {
  readonly what: string;
  readonly pointer: string;
}

type Shape =
  | { readonly kind: 'text'; readonly fits?: (text: string) => boolean; readonly what?: string }
  | { readonly kind: 'oneOf'; readonly values: readonly unknown[] }
  | { readonly kind: 'scalar' }
  | { readonly kind: 'list'; readonly of: Shape; readonly least?: number }
  | { readonly kind: 'map'; readonly of: Shape; readonly key?: RegExp }
  | {
      readonly kind: 'object';
      readonly members: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
    }
  | { readonly kind: 'either'; readonly shapes: readonly [Shape, Shape] }
  | { readonly kind: 'statusRange' };

const text: Shape = { kind: 'text' };
const kebab: Shape = {
  kind: 'text',
  fits: (id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id),
  what: 'expected a kebab-case id',
};
const ruleId: Shape = {
  kind: 'text',
  fits: (id) => /^[a-z]+\/[a-z0-9-]+$/.test(id),
  what: 'expected the id of a rule',
};
const pointer: Shape = {
  kind: 'text',
  fits: (at) => /^(?:\/[^/]*)*$/.test(at),
  what: 'expected a JSON pointer',
};
const pattern: Shape = {
  kind: 'text',
  fits: (source) => compileLinearRegex(source) !== undefined,
  what: 'expected a linear regular expression (no look-around, no back-references)',
};
const path: Shape = {
  kind: 'text',
  fits: (template) => template.startsWith('/'),
  what: 'expected a path that begins with /',
};
const name = /^[A-Za-z]\w{0,40}$/;
const languageNames = ['en', 'fr', 'ja', 'ko', 'zh-CN', 'zh-TW'];

function perLanguage(of: Shape): Shape {
  return {
    kind: 'object',
    members: Object.fromEntries(languageNames.map((language) => [language, of])),
    required: ['en'],
  };
}

const label: Shape = { kind: 'either', shapes: [text, perLanguage(text)] };
const sentences: Shape = { kind: 'object', members: { verdict: text, explanation: text, nextStep: text } };
const placeMembers = { in: { kind: 'oneOf', values: ['request', 'response'] }, at: pointer } as const;
const conditionMembers = {
  ...placeMembers,
  oneOf: { kind: 'list', of: { kind: 'scalar' }, least: 1 },
  matches: pattern,
} as const;
const condition: Shape = { kind: 'object', members: conditionMembers, required: ['in', 'at'] };
const value: Shape = {
  kind: 'object',
  members: { ...conditionMembers, take: { kind: 'oneOf', values: ['value', 'name', 'count'] } },
  required: ['in', 'at'],
};

const match: Shape = {
  kind: 'object',
  members: {
    hosts: { kind: 'list', of: text, least: 1 },
    methods: { kind: 'list', of: text, least: 1 },
    paths: { kind: 'list', of: path, least: 1 },
    status: { kind: 'statusRange' },
    query: { kind: 'map', of: text },
    where: { kind: 'list', of: condition },
  },
};

const finding: Shape = {
  kind: 'object',
  members: {
    id: kebab,
    refines: { kind: 'list', of: ruleId, least: 1 },
    severity: { kind: 'oneOf', values: ['error', 'warning', 'info'] },
    class: { kind: 'oneOf', values: ['proven', 'strong', 'hint'] },
    match,
    extract: { kind: 'map', of: value, key: name },
    fixer: {
      kind: 'oneOf',
      values: [
        'customer-network',
        'customer-administrator',
        'browser',
        'service-team',
        'third-party',
        'recorder',
        'nobody',
      ],
    },
    texts: perLanguage(sentences),
  },
  required: ['id', 'match', 'texts'],
};

const playbookShape: Shape = {
  kind: 'object',
  members: {
    $schema: text,
    schema: { kind: 'oneOf', values: [1] },
    id: kebab,
    version: text,
    title: label,
    sources: { kind: 'list', of: text },
    findings: { kind: 'list', of: finding, least: 1 },
    labels: { kind: 'map', of: { kind: 'map', of: label }, key: name },
  },
  required: ['schema', 'id', 'version', 'title', 'findings'],
};

function check(shape: Shape, given: unknown, at: string): Problem | undefined {
  const wrong = (what: string): Problem => ({ what, pointer: at });
  switch (shape.kind) {
    case 'text':
      if (typeof given !== 'string' || given === '') return wrong('expected a text');
      return shape.fits?.(given) === false ? wrong(shape.what ?? 'not allowed here') : undefined;
    case 'oneOf':
      return shape.values.includes(given) ? undefined : wrong(`expected one of ${shape.values.join(', ')}`);
    case 'scalar':
      return given === null || ['string', 'number', 'boolean'].includes(typeof given)
        ? undefined
        : wrong('expected a text, number, boolean or null');
    case 'statusRange':
      return Array.isArray(given) && given.length === 2 && given.every((status) => Number.isInteger(status))
        ? undefined
        : wrong('expected two statuses, [from, before]');
    case 'list': {
      if (!Array.isArray(given)) return wrong('expected a list');
      if (given.length < (shape.least ?? 0)) return wrong('expected at least one item');
      return first(given.map((item, index) => check(shape.of, item, `${at}/${index}`)));
    }
    case 'map': {
      if (!isObject(given)) return wrong('expected an object');
      return first(
        Object.entries(given).map(([key, member]) =>
          shape.key?.test(key) === false
            ? { what: 'expected a name of letters and digits', pointer: memberOf(at, key) }
            : check(shape.of, member, memberOf(at, key)),
        ),
      );
    }
    case 'either':
      return check(typeof given === 'string' ? shape.shapes[0] : shape.shapes[1], given, at);
    case 'object': {
      if (!isObject(given)) return wrong('expected an object');
      const missing = (shape.required ?? []).find((key) => !Object.hasOwn(given, key));
      if (missing !== undefined) return wrong(`"${missing}" is missing`);
      return first(
        Object.entries(given).map(([key, member]) => {
          const of = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
          return of === undefined
            ? { what: 'unknown member', pointer: memberOf(at, key) }
            : check(of, member, memberOf(at, key));
        }),
      );
    }
  }
}

function first(problems: readonly (Problem | undefined)[]): Problem | undefined {
  return problems.find((problem) => problem !== undefined);
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function memberOf(at: string, key: string): string {
  return `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
