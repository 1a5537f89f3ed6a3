import type { Playbook } from '@harrier/analyze';
import { findFlows, mostBroken } from '../flow/find-flows.ts';
import { type FlowJson, flowJson } from '../flow/flow-json.ts';
import { type RecordJson, recordJson } from '../search/record-json.ts';
import { askSources } from '../sources/ask-sources.ts';
import { mergeAnswers } from '../sources/federated-search.ts';
import { sourcesOfRequest } from '../sources/sources-of-request.ts';
import { readWhole } from '../store/log-answer.ts';
import type { LogAnswer, LogStore, PartialNote } from '../store/log-store.ts';
import type { LogDesk } from './log-desk.ts';
import { type LogQuestion, LogQuestionError } from './log-question.ts';

/**
 * A line of an answer, in JSON: first what is asked, then the records in time order, at last the end. An answer without an
 * end was broken off.
 */
export type AnswerLine =
  | {
      /** Names of the sources that are asked; null = all of them. */
      readonly asked: readonly string[] | null;
    }
  | { readonly record: RecordJson }
  | {
      readonly end: {
        readonly records: number;
        /** There may be more than were wanted. */
        readonly isCut: boolean;
        /** What did not answer. Empty = the answer is whole. */
        readonly partial: readonly PartialNote[];
      };
    };

/** Answers a question as JSON lines while it is read; breaking off ends the query. */
export async function* searchDesk(desk: LogDesk, question: LogQuestion): AsyncGenerator<string> {
  const { answer, close, asked } = ask(desk, question);
  const line = (one: AnswerLine) => `${JSON.stringify(one)}\n`;
  try {
    yield line({ asked });
    let records = 0;
    for await (const record of answer.records) {
      records++;
      yield line({ record: recordJson(record) });
      if (records >= question.filter.limit) break;
    }
    const { partial } = answer;
    yield line({ end: { records, isCut: records >= question.filter.limit, partial } });
  } finally {
    await close();
  }
}

/** The request that a question is about, from service to service; `flow` is null where nothing was found. */
export interface FlowAnswer {
  readonly flow: FlowJson | null;
  /** Requests that the id stands for; the most broken one is told. */
  readonly requests: number;
  readonly isCut: boolean;
  readonly partial: readonly PartialNote[];
}

/** Error: {@link LogQuestionError} for a question without an id. */
export async function traceDesk(
  desk: LogDesk,
  question: LogQuestion,
  playbooks: readonly Playbook[],
): Promise<FlowAnswer> {
  const { target, filter } = question;
  if (target === undefined) throw new LogQuestionError('id');
  const { answer, close } = ask(desk, question);
  try {
    const { records, partial } = await readWhole(answer);
    const flows = records.length === 0 ? [] : findFlows({ target, records, playbooks });
    const flow = mostBroken(flows);
    return {
      flow: flow === undefined ? null : flowJson(flow),
      requests: flows.length,
      isCut: records.length >= filter.limit,
      partial,
    };
  } finally {
    await close();
  }
}

function ask(
  { store, definitions }: LogDesk,
  question: LogQuestion,
): { answer: LogAnswer; close(): Promise<void>; asked: readonly string[] | null } {
  const wanted = question.sources ?? belonging(definitions, question);
  const { answer, close } = askSources(store, definitions, wanted, (one, sources) =>
    query(one, question, sources),
  );
  // A store that fails is told in the answer, as any other source is.
  return {
    answer: mergeAnswers([{ name: 'store', ask: () => answer }]),
    close,
    asked: wanted ?? null,
  };
}

/** undefined where all sources are asked: because somebody wants that, or because nothing says where the request belongs. */
function belonging(
  definitions: LogDesk['definitions'],
  { scope, target, host, region }: LogQuestion,
): string[] | undefined {
  if (scope === 'global') return undefined;
  const found = sourcesOfRequest(definitions, {
    ...(target?.kind === 'id' ? { id: target.id } : {}),
    ...(host === undefined ? {} : { host }),
    ...(region === undefined ? {} : { region }),
  });
  return found.length === 0 ? undefined : found.map(({ name }) => name);
}

function query(
  store: LogStore,
  { target, words, filter }: LogQuestion,
  sources: { readonly sources?: readonly string[] },
): LogAnswer {
  if (target !== undefined) return store.byTracking({ target, ...filter, ...sources });
  if (words.length > 0) return store.search({ words, ...filter, ...sources });
  return store.range({ ...filter, ...sources });
}
