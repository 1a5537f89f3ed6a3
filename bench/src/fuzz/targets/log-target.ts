import { explainLine, type LogFormat, openLog } from '@harrier/logs';
import { strToU8 } from 'fflate';
import { repeated } from '../mutate.ts';
import { repositoryFiles } from '../repository-files.ts';
import { type FuzzTarget, holds } from '../target.ts';

const MOST_LINES_EXPLAINED = 3;

/** Every log format, its detection, and the line that none of them expects. */
export const logTarget: FuzzTarget = {
  name: 'logs',
  summary: 'every line is read, none is lost, in time that grows with the log',
  seeds: async () => samples(),
  words: [
    '2026-03-04T09:05:07.083Z',
    '[Wed Mar 04 09:05:07 2026] ',
    'Mar  4 09:05:07 ',
    '1772615107083',
    '{"time":"',
    '"level":"',
    'level=error msg="',
    'TrackingID: ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_13',
    ' | ',
    '\n\tat com.example.Main(Main.java:1)\n',
    '\n\n',
    '\r',
    '\u0000',
    '\u001b[31m',
    '#Fields: date time c-ip\n',
    '<log4j:event ',
    '- - [04/Mar/2026:09:05:07 +0000] "GET / HTTP/1.1" 200 1',
    '99999999999999999999',
    '"""""""',
    '\\\\\\\\',
  ],
  mostBytes: 64 * 1024,
  grow: (input) => repeated(input, 4),
  async run(input) {
    const limits = { maxLineChars: 4096, maxRecordLines: 200, maxRecordChars: 16_384 };
    const options = { name: 'fuzz.log', limits, defaults: { referenceMs: Date.UTC(2026, 2, 5) } };
    const lineCount = input.reduce((count, byte) => count + Number(byte === 0x0a), 1);
    for await (const { line, ids } of openLog(pieces(input), options)) {
      holds('a record begins at a line of the log', line >= 1 && line <= lineCount);
      holds(
        'an id is something',
        ids.every(({ text }) => text !== ''),
      );
    }
    const lines = new TextDecoder().decode(input).split('\n', MOST_LINES_EXPLAINED);
    for (const line of lines) explainLine(line.slice(0, 2000));
  },
};

/** Cut in places that depend on the input alone. */
async function* pieces(input: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 1 + ((input.length * 17) % 700);
  for (let at = 0; at < input.length; at += size) yield input.subarray(at, at + size);
}

/** The samples of every format, each alone and all of them by turns. */
function samples(): Uint8Array[] {
  const logs = repositoryFiles('services/logs/src/formats/shipped', /\.json$/, 1 << 20).map((bytes) => {
    const { samples = [] } = JSON.parse(new TextDecoder().decode(bytes)) as LogFormat;
    return samples.flatMap(({ lines }) => lines).join('\n');
  });
  return [...logs, logs.join('\n')].map((text) => strToU8(text));
}
