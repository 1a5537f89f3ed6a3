import type { PlaybookProblemCode } from '@harrier/knowledge';
import { pointerToken } from '../exchange/json-leaves.ts';
import type { Shape } from './playbook-shape.ts';

/** What is wrong, and where. */
export interface PlaybookProblem {
  readonly code: PlaybookProblemCode;
  /** JSON pointer. */
  readonly pointer: string;
  readonly detail?: string;
}

/** The first place at which a value is not what its shape says. */
export function checkShape(shape: Shape, given: unknown, pointer = ''): PlaybookProblem | undefined {
  const wrong = (code: PlaybookProblemCode, detail?: string): PlaybookProblem =>
    detail === undefined ? { code, pointer } : { code, pointer, detail };
  switch (shape.kind) {
    case 'text':
      if (typeof given !== 'string' || given === '') return emptyPointer(shape, given, wrong);
      return shape.check?.fits(given) === false ? wrong(shape.check.code) : undefined;
    case 'oneOf':
      return shape.values.includes(given) ? undefined : wrong('playbook/not-one-of', shape.values.join(', '));
    case 'scalar':
      return given === null || ['string', 'number', 'boolean'].includes(typeof given)
        ? undefined
        : wrong('playbook/not-scalar');
    case 'integer':
      return Number.isSafeInteger(given) && (given as number) >= 0
        ? undefined
        : wrong('playbook/not-integer');
    case 'statusRange':
      return Array.isArray(given) && given.length === 2 && given.every((status) => Number.isInteger(status))
        ? undefined
        : wrong('playbook/bad-status');
    case 'list':
      if (!Array.isArray(given)) return wrong('playbook/not-list');
      if (given.length < (shape.least ?? 0)) return wrong('playbook/empty-list');
      return firstOf(given.map((item, index) => () => checkShape(shape.of, item, `${pointer}/${index}`)));
    case 'map':
      if (!isObject(given)) return wrong('playbook/not-object');
      return firstOf(
        Object.entries(given).map(([key, member]) => () => {
          const at = `${pointer}/${pointerToken(key)}`;
          if (shape.key?.fits(key) === false) return { code: shape.key.code, pointer: at };
          return checkShape(shape.of, member, at);
        }),
      );
    case 'either':
      return checkShape(typeof given === 'string' ? shape.text : shape.other, given, pointer);
    case 'object': {
      if (!isObject(given)) return wrong('playbook/not-object');
      const missing = shape.required?.find((key) => !Object.hasOwn(given, key));
      if (missing !== undefined) return wrong('playbook/missing', missing);
      return firstOf(
        Object.entries(given).map(([key, member]) => () => {
          const at = `${pointer}/${pointerToken(key)}`;
          const of = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
          return of === undefined
            ? { code: 'playbook/unknown-member', pointer: at }
            : checkShape(of, member, at);
        }),
      );
    }
  }
}

/** `""` is the pointer to the whole (RFC 6901 §5), and no text anywhere else. */
function emptyPointer(
  { check }: Extract<Shape, { kind: 'text' }>,
  given: unknown,
  wrong: (code: PlaybookProblemCode) => PlaybookProblem,
): PlaybookProblem | undefined {
  return given === '' && check?.code === 'playbook/bad-pointer' ? undefined : wrong('playbook/not-text');
}

function firstOf(checks: readonly (() => PlaybookProblem | undefined)[]): PlaybookProblem | undefined {
  for (const check of checks) {
    const problem = check();
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
