import { expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const entries = [
  { url: 'https://example.com/a', status: 200, time: 20 },
  { url: 'https://example.com/b', status: 502, time: 30, text: '{"message":"400: no licence"}' },
  { url: 'https://other.example.com/c', status: 404, time: 3000, text: 'the word needle stands here' },
].map(({ url, status, time, text }) => ({
  startedDateTime: '2025-03-04T10:20:30.000Z',
  time,
  request: { method: 'GET', url, headers: [], queryString: [], cookies: [], headersSize: -1, bodySize: -1 },
  response: {
    status,
    statusText: '',
    headers: [],
    cookies: [],
    content: { size: 1, mimeType: 'application/json', ...(text === undefined ? {} : { text }) },
    headersSize: -1,
    bodySize: -1,
  },
  cache: {},
  timings: { send: 0, wait: time, receive: 0 },
}));
const stdin = JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } });

async function indexes(filter: string): Promise<number[]> {
  const { code, out } = await runCli(['table', '-', '--json', '--filter', filter], { stdin });
  expect(code).toBe(0);
  return JSON.parse(out).map((row: { index: number }) => row.index);
}

it.each([
  ['status:>=400', [1, 2]],
  ['-status:200', [1, 2]],
  ['domain:other.example.com', [2]],
  ['slower-than:1s', [2]],
  ['error:licence', [1]],
  ['body~needle', [2]],
  ['is:failed', [1, 2]],
  ['status:502 OR body~needle', [1, 2]],
  ['status:502 body~needle', []],
])('keeps of three requests what fits %s', async (filter, wanted) => {
  expect(await indexes(filter)).toEqual(wanted);
});

it('says so when nothing fits, and prints no heads over nothing', async () => {
  const { code, out, err } = await runCli(['table', '-', '--filter', 'status:418'], { stdin });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('fits none of 3 requests');
});

it('refuses a filter that is surely not what was meant, and shows where', async () => {
  const { code, out, err } = await runCli(['table', '-', '--filter', 'status:200 ('], { stdin });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('--filter, character 12');
});

it('says when a filter asks for what no capture records', async () => {
  const { code, err } = await runCli(['table', '-', '--filter', 'mixed-content:all'], { stdin });
  expect(code).toBe(0);
  expect(err).toContain('no capture records what mixed-content:all asks for');
});

it('writes heads and rows of CSV that a spreadsheet does not calculate', async () => {
  const { out } = await runCli(['table', '-', '--csv'], { stdin });
  const [head, ...rows] = out.split('\r\n');
  expect(head).toBe('index,startedDateTime,url,method,status,trackingId,error,org,timeMs');
  expect(rows[1]).toBe('1,2025-03-04T10:20:30.000Z,https://example.com/b,GET,502,,"400: no licence",,30');
});

it('puts the error under its request in a terminal, and beside it in a pipe', async () => {
  const terminal = await runCli(['table', '-'], { stdin, columns: 80 });
  expect(terminal.out).toContain(
    '\n 1  10:20:30.000    GET      502      30 ms  https://example.com/b\n    400: no licence\n',
  );
  const pipe = await runCli(['table', '-'], { stdin });
  expect(pipe.out).toMatch(
    /^ 1 {2}2025-03-04 10:20:30\.000 {2}GET +502 .*https:\/\/example\.com\/b +400: no licence$/m,
  );
});
