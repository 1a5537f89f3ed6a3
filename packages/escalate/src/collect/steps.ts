import { type Exchange, entryUrl } from '@harrier/analyze';
import { type CallStack, type Capture, captureSpan } from '@harrier/har';
import { type Act, actsOf } from './acts.ts';

/** One step to reproduce, as the capture shows it. URLs without their query. */
export type Step =
  | { readonly kind: 'open'; readonly entry: number; readonly url: string }
  /** A form that a page sent: the answer is the next page. */
  | { readonly kind: 'submit'; readonly entry: number; readonly url: string }
  /** `handler` is the function of the page that answered a click or a key, where the call stack names it. */
  | {
      readonly kind: 'send';
      readonly entry: number;
      readonly method: string;
      readonly url: string;
      readonly handler?: string;
    }
  /** What the person did, where the recording tells. */
  | Pick<Act, 'kind' | 'name' | 'role'>
  | { readonly kind: 'observe'; readonly entry: number; readonly result: string };

/** What came long before the error is seldom needed to see it again, and nobody reads a hundred steps. */
const MAX_STEPS_BEFORE = 8;

const changes = /^(?:POST|PUT|PATCH|DELETE)$/;
const byScript = /^(?:xhr|fetch)$/;

/**
 * Drafts the steps that lead to a row: pages that were opened, and what the person did there; where the capture does not tell that, the
 * forms and changes that were sent.
 */
export async function draftSteps(
  capture: Capture,
  row: number,
  exchange: Exchange,
): Promise<readonly Step[]> {
  const starts = captureSpan(capture.index).rowStartEpochMs;
  const startOf = (one: number) => starts[one] as number;
  const acts = (await actsOf(capture)).filter(({ epochMs }) => epochMs <= startOf(row));
  const before = Array.from({ length: capture.index.length }, (_, one) => one)
    .filter((one) => startOf(one) < startOf(row) || (startOf(one) === startOf(row) && one < row))
    .filter((one) => (acts.length === 0 ? isStep(capture, one) : isOpenedPage(capture, one)));
  const told = [
    ...before.map((one) => ({ epochMs: startOf(one), step: () => stepOf(capture, one) })),
    ...acts.map(({ epochMs, ...act }) => ({ epochMs, step: async (): Promise<Step> => act })),
  ].sort((a, b) => a.epochMs - b.epochMs);
  const steps = await Promise.all(told.slice(-MAX_STEPS_BEFORE).map(({ step }) => step()));
  return [...steps, await stepOf(capture, row), { kind: 'observe', entry: row, result: resultOf(exchange) }];
}

function isStep(capture: Capture, row: number): boolean {
  const { columns, strings } = capture.index;
  if (isNavigation(capture, row)) return isOpenedPage(capture, row);
  const type = strings.get(columns.resourceType[row] as number);
  const method = strings.get(columns.method[row] as number);
  // Firefox and Fiddler do not say who asked; whoever changes something is no picture and no style.
  return changes.test(method) && (type === '' || byScript.test(type));
}

/** Where a redirect leads stands in the next row. */
function isOpenedPage(capture: Capture, row: number): boolean {
  const status = capture.index.columns.status[row] as number;
  return isNavigation(capture, row) && (status < 300 || status >= 400);
}

async function stepOf(capture: Capture, row: number): Promise<Step> {
  const { columns, strings } = capture.index;
  const method = strings.get(columns.method[row] as number);
  const url = withoutQuery(await entryUrl(capture, row));
  if (isNavigation(capture, row)) return { kind: method === 'POST' ? 'submit' : 'open', entry: row, url };
  const { initiator } = await capture.openEntry(row);
  const handler = handlerOf(initiator?.stack);
  return { kind: 'send', entry: row, method, url, ...(handler === undefined ? {} : { handler }) };
}

/** A function that answers a person: `onclick`, `onToggle`, `handleSubmit`, `UserForm.saveClicked`. */
const handlers =
  /^(?:[\w$]+\.)*(?:on[A-Z]\w*|on(?:click|submit|change|input|key\w+|pointer\w+|mouse\w+)|handle[A-Z]\w*|\w*(?:Click|Submit|Press|Tap)(?:ed)?)$/;
/** Of a framework: it runs whatever runs, and no person has ever pressed it. */
const framework =
  /^on(?:ScheduleTask|InvokeTask|Invoke|HasTask|Next|Complete|Error|Load\w*|Ready\w*|Message)$/;

/** The outermost one: what it called in turn has names like it. */
function handlerOf(stack: CallStack | undefined): string | undefined {
  let found: string | undefined;
  for (let one = stack; one !== undefined; one = one.parent)
    for (const { functionName } of one.callFrames)
      if (handlers.test(functionName) && !framework.test(functionName.replace(/^.*\./, '')))
        found = functionName;
  return found;
}

/** Exporters that do not say what a request was for say what came back. */
function isNavigation({ index: { columns, strings } }: Capture, row: number): boolean {
  const type = strings.get(columns.resourceType[row] as number);
  if (type !== '') return type === 'document';
  return (
    strings.get(columns.method[row] as number) === 'GET' &&
    strings.get(columns.mimeType[row] as number) === 'text/html'
  );
}

/** Status and the line that says why. */
export function resultOf({ entry, error }: Exchange): string {
  const { status, statusText } = entry.response;
  const answer = status === undefined || status === 0 ? '' : `${status} ${statusText}`.trim();
  const why = error?.text ?? entry.error ?? '';
  return [answer, why].filter(Boolean).join(': ') || '–';
}

export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
