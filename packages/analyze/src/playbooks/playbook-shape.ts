import type { Language, PlaybookProblemCode } from '@harrier/knowledge';
import { compileLinearRegex } from '../filter/linear-regex/linear-regex.ts';

/** What may stand at a place of a playbook. The same as docs/schemas/playbook.schema.json says; a test compares them. */
export type Shape =
  | { readonly kind: 'text'; readonly check?: TextCheck }
  | { readonly kind: 'oneOf'; readonly values: readonly unknown[] }
  | { readonly kind: 'scalar' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'list'; readonly of: Shape; readonly least?: number }
  | { readonly kind: 'map'; readonly of: Shape; readonly key?: TextCheck }
  | {
      readonly kind: 'object';
      readonly members: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
    }
  | { readonly kind: 'either'; readonly text: Shape; readonly other: Shape }
  | { readonly kind: 'statusRange' };

/** A demand on a text, and what is said where it is not met. */
export interface TextCheck {
  readonly fits: (text: string) => boolean;
  readonly code: PlaybookProblemCode;
}

const text: Shape = { kind: 'text' };
const kebab: Shape = {
  kind: 'text',
  check: { fits: (id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id), code: 'playbook/bad-id' },
};
const name: TextCheck = { fits: (key) => /^[A-Za-z]\w{0,40}$/.test(key), code: 'playbook/bad-name' };
const pointer: Shape = {
  kind: 'text',
  check: { fits: (at) => /^(?:\/[^/]*)*$/.test(at), code: 'playbook/bad-pointer' },
};
const pattern: Shape = {
  kind: 'text',
  check: { fits: (source) => compileLinearRegex(source) !== undefined, code: 'playbook/bad-pattern' },
};
const path: Shape = {
  kind: 'text',
  check: { fits: (template) => template.startsWith('/'), code: 'playbook/bad-path' },
};

function listOf(of: Shape): Shape {
  return { kind: 'list', of, least: 1 };
}

function oneOf(...values: readonly unknown[]): Shape {
  return { kind: 'oneOf', values };
}

function perLanguage(of: Shape): Shape {
  const members: Record<Language, Shape> = { en: of, fr: of, ja: of, ko: of, 'zh-CN': of, 'zh-TW': of };
  return { kind: 'object', members, required: ['en'] };
}

const label: Shape = { kind: 'either', text, other: perLanguage(text) };
const severity = oneOf('error', 'warning', 'info');

const conditionMembers = {
  in: oneOf('request', 'response', 'error'),
  at: pointer,
  oneOf: listOf({ kind: 'scalar' }),
  matches: pattern,
} as const;
const condition: Shape = { kind: 'object', members: conditionMembers, required: ['in', 'at'] };
const value: Shape = {
  kind: 'object',
  members: { ...conditionMembers, take: oneOf('value', 'name', 'count') },
  required: ['in', 'at'],
};

const placeMembers = { hosts: listOf(text), methods: listOf(text), paths: listOf(path) } as const;
const match: Shape = {
  kind: 'object',
  members: {
    ...placeMembers,
    status: { kind: 'statusRange' },
    query: { kind: 'map', of: text },
    where: listOf(condition),
  },
};

const finding: Shape = {
  kind: 'object',
  members: {
    id: kebab,
    refines: listOf(text),
    whenFinding: { kind: 'object', members: { severity: listOf(severity), has: listOf(text) } },
    severity,
    class: oneOf('proven', 'strong', 'hint'),
    match,
    extract: { kind: 'map', of: value, key: name },
    fixer: oneOf(
      'customer-network',
      'customer-administrator',
      'browser',
      'service-team',
      'third-party',
      'recorder',
      'nobody',
    ),
    texts: perLanguage({ kind: 'object', members: { verdict: text, explanation: text, nextStep: text } }),
  },
  required: ['id', 'match', 'texts'],
};

const service: Shape = {
  kind: 'object',
  members: { title: label, prefixes: listOf(text) },
  required: ['title'],
};
const hop: Shape = {
  kind: 'object',
  members: { service: text, call: { kind: 'list', of: { kind: 'integer' } }, optional: oneOf(true) },
  required: ['service', 'call'],
};
const operation: Shape = {
  kind: 'object',
  members: {
    id: kebab,
    title: label,
    match: { kind: 'object', members: placeMembers },
    hops: listOf(hop),
    fields: text,
  },
  required: ['id', 'title', 'match', 'hops'],
};

/** A whole playbook. */
export const playbookShape: Shape = {
  kind: 'object',
  members: {
    $schema: text,
    schema: oneOf(1),
    id: kebab,
    version: text,
    title: label,
    sources: { kind: 'list', of: text },
    findings: listOf(finding),
    services: { kind: 'map', of: service, key: name },
    operations: { kind: 'list', of: operation },
    labels: { kind: 'map', of: { kind: 'map', of: label }, key: name },
  },
  required: ['schema', 'id', 'version', 'title', 'findings'],
};
