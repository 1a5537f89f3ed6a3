import type { CallStack, Entry } from '@harrier/har';
import type { Mask } from '../../masking/mask.ts';
import { escapeText } from '../../terminal/escape.ts';
import { heading, labelledRows } from '../../terminal/page.ts';
import { padEnd, widestOf } from '../../terminal/width.ts';
import type { ShowTab } from './tab.ts';

/** Deeper chains of asynchronous stacks than this are loops or attacks. */
const deepestStack = 50;

/** As developer tools write them in every language. */
const anonymous = '(anonymous)';
const asynchronous = 'async';

/** What caused the request, and the call stack, function @ file:line. */
export const initiatorTab: ShowTab = {
  async print({ entry, mask }, page) {
    const text = initiatorText(entry, mask);
    if (text === undefined) {
      page.line(page.style.muted(page.words.show.noInitiator));
      return;
    }
    labelledRows(page, [{ label: page.words.show.initiatedBy, value: text }], '');
    const stacks = stacksOf(entry, mask);
    if (stacks.length === 0) return;
    heading(page, page.words.show.callStack);
    const longest = widestOf(stacks.flatMap(({ frames }) => frames.map((frame) => frame.functionName)));
    for (const { description, frames } of stacks) {
      if (description !== undefined) page.line(page.style.muted(`  (${escapeText(description)})`));
      for (const frame of frames)
        page.line(
          `  ${padEnd(escapeText(frame.functionName), Math.min(longest, 40))}  ${page.style.muted('@')} ${escapeText(placeText(frame.url, frame.line, frame.column))}`,
        );
    }
  },
  async json({ entry, mask }) {
    const { initiator } = entry;
    if (!initiator) return { type: null, url: null, line: null, column: null, stacks: [] };
    return {
      type: initiator.type,
      url: initiator.url === undefined ? null : mask.url(initiator.url),
      line: initiator.lineNumber === undefined ? null : initiator.lineNumber + 1,
      column: initiator.columnNumber === undefined ? null : initiator.columnNumber + 1,
      stacks: stacksOf(entry, mask),
    };
  },
};

/** `script https://… :12`, the nearest frame where the initiator itself has no place. */
export function initiatorText(entry: Entry, mask: Mask): string | undefined {
  const { initiator } = entry;
  if (initiator === undefined) return undefined;
  const frame = initiator.stack?.callFrames[0];
  if (initiator.url !== undefined && initiator.url !== '')
    return `${initiator.type}  ${placeText(mask.url(initiator.url), plusOne(initiator.lineNumber), plusOne(initiator.columnNumber))}`;
  if (frame === undefined) return initiator.type;
  return `${initiator.type}  ${frame.functionName || anonymous} @ ${placeText(mask.url(frame.url), frame.lineNumber + 1, frame.columnNumber + 1)}`;
}

interface ShownStack {
  /** Of an asynchronous part: `await`, `setTimeout` … */
  readonly description: string | undefined;
  /** Lines and columns count from 1, as editors do. */
  readonly frames: readonly { functionName: string; url: string; line: number; column: number }[];
}

/** The stack and the asynchronous stacks that led to it, nearest first. */
function stacksOf(entry: Entry, mask: Mask): ShownStack[] {
  const stacks: ShownStack[] = [];
  let stack: CallStack | undefined = entry.initiator?.stack;
  for (let depth = 0; stack !== undefined && depth < deepestStack; depth++) {
    stacks.push({
      description: depth === 0 ? stack.description : (stack.description ?? asynchronous),
      frames: stack.callFrames.map((frame) => ({
        functionName: frame.functionName || anonymous,
        url: mask.url(frame.url),
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
