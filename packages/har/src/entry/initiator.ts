import type { CallFrame, CallStack, Initiator } from './model.ts';
import { isJsonObject, numberIn, type RawObject } from './raw-object.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Async stacks chain by `parent`; Chrome stops at 32, so what is deeper was made to exhaust us. */
const maxStackParents = 100;

/**
 * Who asked: Chrome's `_initiator` object, or what chrome-har and WebPageTest write flat beside it
 * (`_initiator` is then the URL, `_initiator_line` and the others stand next to it).
 * Members stay in `custom` where the model does not hold all of them (`scriptId`, `parentId`).
 */
export function readInitiator(entry: RawObject): Initiator | undefined {
  const written = entry.peek('_initiator');
  if (isJsonObject(written)) return initiatorFromObject(written);
  const type = textIn(entry.peek('_initiator_type'));
  const url = textIn(written);
  if (type === undefined && url === undefined) return undefined;
  return withoutUndefined({
    type: type?.toLowerCase() ?? 'other',
    url,
    lineNumber: numberIn(entry.peek('_initiator_line')),
    columnNumber: numberIn(entry.peek('_initiator_column')),
    stack: flatStack(entry, url),
  });
}

function initiatorFromObject(written: Readonly<Record<string, unknown>>): Initiator {
  return withoutUndefined({
    type: textIn(written.type) ?? 'other',
    url: textIn(written.url),
    requestId: textIn(written.requestId),
    lineNumber: numberIn(written.lineNumber),
    columnNumber: numberIn(written.columnNumber),
    stack: readStack(written.stack),
  });
}

/** Outermost parent first, so that a deep chain needs no recursion. */
function readStack(written: unknown): CallStack | undefined {
  const chain: Readonly<Record<string, unknown>>[] = [];
  for (let stack = written; isJsonObject(stack) && chain.length < maxStackParents; stack = stack.parent) {
    chain.push(stack);
  }
  return chain.reduceRight<CallStack | undefined>(
    (parent, stack) =>
      withoutUndefined({
        description: textIn(stack.description),
        callFrames: Array.isArray(stack.callFrames)
          ? stack.callFrames.filter(isJsonObject).map(readFrame)
          : [],
        parent,
      }),
    undefined,
  );
}

function readFrame(written: Readonly<Record<string, unknown>>): CallFrame {
  return {
    functionName: textIn(written.functionName) ?? '',
    url: textIn(written.url) ?? '',
    lineNumber: numberIn(written.lineNumber) ?? 0,
    columnNumber: numberIn(written.columnNumber) ?? 0,
  };
}

function flatStack(entry: RawObject, url: string | undefined): CallStack | undefined {
  const functionName =
    textIn(entry.peek('_initiator_function_name')) ?? textIn(entry.peek('_initiator_function'));
  const lineNumber = numberIn(entry.peek('_initiator_line'));
  if (functionName === undefined || url === undefined || lineNumber === undefined) return undefined;
  const columnNumber = numberIn(entry.peek('_initiator_column')) ?? 0;
  return { callFrames: [{ functionName, url, lineNumber, columnNumber }] };
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
