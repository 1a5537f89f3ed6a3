import { Problem } from './problem.ts';

/** The most that the API gives of a list at once. */
export const PAGE = 200;

/** How far a list has been read. */
export interface Read<One> {
  readonly url: string;
  readonly value?: readonly One[];
  /** The last one of the last page; absent: there is nothing behind it. */
  readonly after?: string;
  readonly problem?: Problem;
  readonly isReading: boolean;
}

/** The list with one page more, or with what went wrong. */
export async function nextPage<One extends { readonly id: string }>(
  before: Read<One>,
  get: (url: string) => Promise<readonly One[]>,
): Promise<Read<One>> {
  const { url, value = [], after } = before;
  const next = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
  try {
    const page = await get(`${url}${url.includes('?') ? '&' : '?'}limit=${PAGE}${next}`);
    // Where the last one has changed meanwhile, it stands at the front, and those behind it come again.
    const known = new Set(value.map(({ id }) => id));
    const last = page.length < PAGE ? undefined : page.at(-1);
    return {
      url,
      value: [...value, ...page.filter(({ id }) => !known.has(id))],
      ...(last === undefined ? {} : { after: last.id }),
      isReading: false,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...before, problem: error, isReading: false };
  }
}

/**
 * The list as it stands now, by one look at its front: who is new or has changed stands there, and who stood there and does not
 * any more is gone. What was read behind it stays. Without an answer everything stays.
 */
export async function readFrontAgain<One extends { readonly id: string }>(
  before: Read<One>,
  get: (url: string) => Promise<readonly One[]>,
): Promise<Read<One>> {
  const { url, value = [], after } = before;
  const front = await nextPage<One>({ url, isReading: false }, get);
  if (front.problem !== undefined) return before;
  const known = new Set(front.value?.map(({ id }) => id));
  const end = value.findIndex(({ id }) => id === front.after);
  const behind = front.after === undefined ? [] : value.slice(end + 1).filter(({ id }) => !known.has(id));
  return {
    ...front,
    value: [...(front.value ?? []), ...behind],
    ...(behind.length === 0 || after === undefined ? {} : { after }),
  };
}
