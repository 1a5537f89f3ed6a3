import type { PlaybookProblemCode } from '@harrier/knowledge';
import { checkNames } from './check-names.ts';
import { checkShape, type PlaybookProblem } from './check-shape.ts';
import { offsetOfJsonError } from './json-error.ts';
import { positionOfOffset, positionOfPointer, type TextPosition } from './json-position.ts';
import type { Playbook } from './playbook.ts';
import { playbookShape } from './playbook-shape.ts';

/** Why a text is no playbook; where, as a JSON pointer and a place in the text. */
export class PlaybookError extends Error {
  override readonly name = 'PlaybookError';
  readonly code: PlaybookProblemCode;
  /** JSON pointer; `''` for the whole. */
  readonly pointer: string;
  /** What the code speaks of; see {@link PlaybookProblemCode}. */
  readonly detail: string;
  readonly position: TextPosition;

  constructor({ code, pointer, detail = '' }: PlaybookProblem, position: TextPosition) {
    super(`${code} at line ${position.line}, column ${position.column}`);
    this.code = code;
    this.pointer = pointer;
    this.detail = detail;
    this.position = position;
  }
}

/** A larger file is no playbook. UTF-16 units. */
export const MAX_PLAYBOOK_CHARS = 4 * 1024 * 1024;

/** Reads a playbook and checks all of it. Unknown members are refused. Error: {@link PlaybookError}. */
export function readPlaybook(text: string): Playbook {
  const source = text.replace(/^\uFEFF/, '');
  if (source.length > MAX_PLAYBOOK_CHARS)
    throw new PlaybookError({ code: 'playbook/too-large', pointer: '' }, { line: 1, column: 1 });
  let root: unknown;
  try {
    root = JSON.parse(source);
  } catch {
    const at = offsetOfJsonError(source) ?? 0;
    throw new PlaybookError({ code: 'playbook/not-json', pointer: '' }, positionOfOffset(source, at));
  }
  const problem = checkShape(playbookShape, root) ?? checkNames(root as Playbook);
  if (problem !== undefined) throw new PlaybookError(problem, positionOfPointer(source, problem.pointer));
  return root as Playbook;
}
