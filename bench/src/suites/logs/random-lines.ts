import { randomBytes } from 'node:crypto';
import { createCredentialBlanker, importLog, openLogStore, readTarget, readWhole } from '@harrier/logs';
import type { LogsPart } from './part.ts';
import { inFolder } from './run-steps.ts';

const LINES = 1_000_000;
const PLANTED = 10;

/** Random lines with everything in them that looks like an id and is none, and a few ids: only these are found. */
export const randomLinesPart: LogsPart = {
  name: 'random',
  summary: `${PLANTED} ids in a million random lines`,
  run: async ({ say }) => {
    const planted = Array.from({ length: PLANTED }, (_, at) => `PLANTED_${uuid()}_${at}`);
    return inFolder(async (home) => {
      const store = await openLogStore(`sqlite:${home}/random.db`);
      const found = new Set<string>();
      const { read } = await importLog(noise(LINES, planted), {
        store: {
          ...store,
          ingest: (batch) => {
            for (const { ids } of batch.records) for (const { text } of ids) found.add(text);
            return store.ingest(batch);
          },
        },
        name: 'random.log',
        source: 'random',
        blank: createCredentialBlanker(),
      });
      const missing = [];
      for (const id of planted) {
        const { records } = await readWhole(store.byTracking({ target: readTarget(id)!.target }));
        if (records.length !== 1) missing.push(id);
      }
      await store.close();
      const wrong = [...found].filter((id) => !planted.includes(id));
      say(`${read} records, ${wrong.length} false ids, ${missing.length} missing`);
      return {
        title: 'Ids in random lines',
        lines: [
          `${LINES} random lines of seven kinds became ${read} records; ${PLANTED} of the lines hold an id.`,
        ],
        goals: [
          { goal: 'no false id', measured: String(wrong.length), isMet: wrong.length === 0 },
          {
            goal: 'every planted id found, once',
            measured: `${missing.length} missing`,
            isMet: missing.length === 0,
          },
        ],
        raw: { lines: LINES, read, wrong, missing },
      };
    });
  },
};

async function* noise(lines: number, planted: readonly string[]): AsyncGenerator<Uint8Array> {
  const every = Math.floor(lines / planted.length);
  let piece: string[] = [];
  for (let line = 0; line < lines; line++) {
    const id = line % every === every >> 1 ? planted[Math.floor(line / every)] : undefined;
    piece.push(id === undefined ? randomLine(line) : `2026-03-01T10:00:00Z INFO [${id}] done`);
    if (piece.length === 2000) {
      yield Buffer.from(`${piece.join('\n')}\n`);
      piece = [];
    }
  }
  yield Buffer.from(`${piece.join('\n')}\n`);
}

function randomLine(line: number): string {
  const hex = randomBytes(12).toString('hex');
  switch (line % 7) {
    case 0:
      return `2026-03-01T10:00:00Z INFO [${hex.slice(0, 8)}-thread_${hex[9]}] user ${uuid()} took 12 ms`;
    case 1:
      return `eyJ${randomBytes(60).toString('base64url')}`;
    case 2:
      return `{"access_token":"${randomBytes(20).toString('base64url')}_A${hex[0]}1_${uuid()}"}`;
    case 3:
      return `data:image/png;base64,${randomBytes(60).toString('base64')}`;
    case 4:
      return `GET /api/v1/customers/${uuid()}/users/${uuid()}/features?x_y=${hex}`;
    case 5:
      return `00-${hex}${hex.slice(0, 8)}-${hex.slice(0, 16)}-01 session_id=${uuid()}; request=${hex.slice(0, 8)}_${hex.slice(8, 12)}-${hex.slice(12, 16)}`;
    default:
      return randomBytes(60).toString('latin1').replace(/\n/g, ' ');
  }
}

function uuid(): string {
  const hex = randomBytes(16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
