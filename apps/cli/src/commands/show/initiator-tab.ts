import type { CallStack, Entry } from '@harrier/har';
import { escapeText } from '../../terminal/escape.ts';
import { heading, labelledRows } from '../../terminal/page.ts';
import { padEnd, widthOf } from '../../terminal/width.ts';
import type { ShowTab } from './tab.ts';

/** Deeper chains of asynchronous stacks than this are loops or attacks. */
const deepestStack = 50;

/** As developer tools write them in every language. */
const anonymous = '(anonymous)';
const asynchronous = 'async';

/** What caused the request, and the call stack, function @ file:line. */
export const initiatorTab: ShowTab = {
  async print({ entry }, page) {
    const text = initiatorText(entry);
    if (text === undefined) {
      page.line(page.style.muted(page.words.show.noInitiator));
      return;
    }
    labelledRows(page, [{ label: page.words.show.initiatedBy, value: text }], '');
    const stacks = stacksOf(entry);
    if (stacks.length === 0) return;
    heading(page, page.words.show.callStack);
    const longest = Math.max(
      ...stacks.flatMap(({ frames }) => frames.map((frame) => widthOf(frame.functionName))),
    );
    for (const { description, frames } of stacks) {
      if (description !== undefined) page.line(page.style.muted(`  (${escapeText(description)})`));
      for (const frame of frames)
        page.line(
          `  ${padEnd(escapeText(frame.functionName), Math.min(longest, 40))}  ${page.style.muted('@')} ${escapeText(placeText(frame.url, frame.line, frame.column))}`,
        );
    }
  },
  async json({ entry }) {
    const { initiator } = entry;
    if (!initiator) return { type: null, url: null, line: null, column: null, stacks: [] };
    return {
      type: initiator.type,
      url: initiator.url ?? null,
      line: initiator.lineNumber === undefined ? null : initiator.lineNumber + 1,
      column: initiator.columnNumber === undefined ? null : initiator.columnNumber + 1,
      stacks: stacksOf(entry),
    };
  },
};

/** `script https://… :12`, the nearest frame where the initiator itself has no place. */
export function initiatorText(entry: Entry): string | undefined {
  const { initiator } = entry;
  if (initiator === undefined) return undefined;
  const frame = initiator.stack?.callFrames[0];
  if (initiator.url !== undefined && initiator.url !== '')
    return `${initiator.type}  ${placeText(initiator.url, plusOne(initiator.lineNumber), plusOne(initiator.columnNumber))}`;
  if (frame === undefined) return initiator.type;
  return `${initiator.type}  ${frame.functionName || anonymous} @ ${placeText(frame.url, frame.lineNumber + 1, frame.columnNumber + 1)}`;
}

interface ShownStack {
  /** Of an asynchronous part: `await`, `setTimeout` … */
  readonly description: string | undefined;
  /** Lines and columns count from 1, as editors do. */
  readonly frames: readonly { functionName: string; url: string; line: number; column: number }[];
}

/** The stack and the asynchronous stacks that led to it, nearest first. */
function stacksOf(entry: Entry): ShownStack[] {
  const stacks: ShownStack[] = [];
  let stack: CallStack | undefined = entry.initiator?.stack;
  for (let depth = 0; stack !== undefined && depth < deepestStack; depth++) {
    stacks.push({
      description: depth === 0 ? stack.description : (stack.description ?? asynchronous),
      frames: stack.callFrames.map((frame) => ({
        functionName: frame.functionName || anonymous,
        url: frame.url,
        line: frame.lineNumber + 1,
        column: frame.columnNumber + 1,
      })),
    });
    stack = stack.parent;
  }
  return stacks;
}

function plusOne(zeroBased: number | undefined): number | undefined {
  return zeroBased === undefined ? undefined : zeroBased + 1;
}

function placeText(url: string, line: number | undefined, column: number | undefined): string {
  const place = url || anonymous;
  if (line === undefined) return place;
  return column === undefined ? `${place}:${line}` : `${place}:${line}:${column}`;
}
