import { type Capture, captureSpan, entryDurationMs } from '@harrier/har';
import { lookThroughBodies, unmarked } from '../exchange/body-marks.ts';
import { Sign } from '../exchange/body-words.ts';
import { type Outcome, outcomesOf } from '../exchange/outcome.ts';
import { type UrlPlace, urlPlace } from '../exchange/path-template.ts';
import { rowKinds } from '../exchange/row-kinds.ts';
import type { ColumnView } from './capture-view.ts';
import type { CaseContext } from './case-context.ts';
import { rowsOfKinds } from './row-selection.ts';

/** Everything that is known without opening an entry. */
export async function columnView(
  capture: Capture,
  signal?: AbortSignal,
  caseContext: CaseContext = {},
): Promise<ColumnView> {
  const { index } = capture;
  const { columns, strings } = index;
  const span = captureSpan(index);
  const starts = span.rowStartEpochMs;
  const rowsByStart = new Array<number>(index.length);
  const positions = new Uint32Array(index.length);
  let isInOrder = true;
  for (let row = 0; row < index.length; row++) {
    rowsByStart[row] = positions[row] = row;
    if (row > 0 && !((starts[row - 1] as number) <= (starts[row] as number))) isInOrder = false;
  }
  if (!isInOrder) {
    rowsByStart.sort((a, b) => (starts[a] as number) - (starts[b] as number) || a - b);
    rowsByStart.forEach((row, position) => {
      positions[row] = position;
    });
  }
  // Every rule asks for it of every row.
  const outcomes = outcomesOf(index);
  const durations = new Float64Array(index.length);
  for (let row = 0; row < index.length; row++) durations[row] = entryDurationMs(index, row) ?? Number.NaN;
  const textsOf = (column: Uint32Array): readonly string[] => {
    const texts = new Array<string>(index.length);
    for (let row = 0; row < index.length; row++) texts[row] = strings.get(column[row] as number);
    return texts;
  };
  // Every rule asks for these of every row, too: a look into a list is small enough to become a part of whoever asks.
  const [methods, hosts, mimeTypes, resourceTypes] = [
    textsOf(columns.method),
    textsOf(columns.host),
    textsOf(columns.mimeType),
    textsOf(columns.resourceType),
  ];
  const urlOf = urlsOf(index);
  const places: (UrlPlace | undefined)[] = new Array(index.length);
  const shared = sharedPlaces();
  const kinds = rowKinds(index, outcomes);
  const { marks, signs } = await lookThroughBodies(capture, signal, kinds);
  return {
    capture,
    index,
    caseContext,
    rowsByStart,
    rowsOfKinds: rowsOfKinds(kinds, rowsByStart),
    position: (row) => positions[row] ?? 0,
    outcome: (row) => outcomes[row] as Outcome,
    marks: (row) => marks.get(row) ?? unmarked,
    answerMayHold: (row, sign) => ((signs[row] as number) & (sign | Sign.hidden)) !== 0,
    method: (row) => methods[row] ?? '',
    host: (row) => hosts[row] ?? '',
    url: urlOf,
    place: (row) => {
      const known = places[row];
      if (known !== undefined) return known;
      const url = urlOf(row);
      if (url !== undefined) places[row] = shared(urlPlace(url));
      return places[row];
    },
    mimeType: (row) => mimeTypes[row] ?? '',
    resourceType: (row) => resourceTypes[row] ?? '',
    span,
    startMs: (row) => starts[row] as number,
    durationMs: (row) => {
      const ms = durations[row] as number;
      return Number.isNaN(ms) ? undefined : ms;
    },
    durations,
  };
}

/** One place for all requests to it: most of a capture's requests go where others went. */
function sharedPlaces(): (place: UrlPlace) => UrlPlace {
  const known = new Map<string, Map<string, UrlPlace>>();
  return (place) => {
    const paths = known.get(place.host) ?? new Map<string, UrlPlace>();
    known.set(place.host, paths);
    const before = paths.get(place.path);
    if (before === undefined) paths.set(place.path, place);
    return before ?? place;
  };
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The URL of each row. Every third rule asks for all of them: one text is decoded, of which each is a part, not ten thousand texts. */
function urlsOf({ urls, length }: Capture['index']): (row: number) => string | undefined {
  if (urls === undefined) return () => undefined;
  const { bytes, ends, missing } = urls.view(length);
  const text = utf8.decode(bytes);
  // Where a letter is several bytes, bytes are no places in the text.
  if (text.length !== bytes.length) return (row) => urls.get(row);
  return (row) =>
    missing[row] === 1 || row >= length
      ? undefined
      : text.slice(row === 0 ? 0 : (ends[row - 1] as number), ends[row] as number);
}
