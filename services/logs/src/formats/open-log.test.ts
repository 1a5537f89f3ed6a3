import { describe, expect, it } from 'vitest';
import { LogFormatError } from './log-format-error.ts';
import type { LogNote } from './open-log.ts';
import { readText } from './testing/read-text.ts';

const JAVA = '2026-03-04 09:05:07,083 INFO  [main] c.e.App - ';

describe('openLog', () => {
  it('keeps a line that fits nothing as text', async () => {
    const records = await readText('hello\nworld\n  indented\n');
    expect(records.map(({ format, line, body }) => [format, line, body])).toEqual([
      ['text', 1, 'hello'],
      ['text', 2, 'world\n  indented'],
    ]);
  });

  it('gives the same records wherever the chunks end', async () => {
    const text = `${JAVA}grüße\r\n\tat a.B\r\n{"level":"info","ts":1772615107.083,"msg":"漢字"}\r\n\r\nend`;
    const whole = await readText(text);
    expect(whole.map(({ body }) => body)).toEqual(['grüße\n\tat a.B', '漢字', 'end']);
    for (const chunkBytes of [1, 2, 3, 5, 17]) expect(await readText(text, {}, chunkBytes)).toEqual(whole);
  });

  it('reads what is no UTF-8 as Latin-1, line by line', async () => {
    const bytes = Buffer.concat([Buffer.from('Stra\xdfe\n', 'latin1'), Buffer.from('漢字\n')]);
    expect((await readText(bytes)).map(({ body }) => body)).toEqual(['Straße', '漢字']);
  });

  it('steps over the mark of UTF-8 and the zeros of a file that was emptied', async () => {
    expect((await readText(`\ufeff\0\0\0${JAVA}up\n`)).map(({ body }) => body)).toEqual(['up']);
  });

  it('cuts a line of any length into pieces, tells it, and cuts no id', async () => {
    const id = 'CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12_0';
    const notes: LogNote[] = [];
    const text = `${'x '.repeat(470)}${id} ${'y '.repeat(600)}\nnext\n`;
    const records = await readText(text, {
      limits: { maxLineChars: 1_000 },
      onNote: (note) => notes.push(note),
    });
    expect(records.flatMap(({ ids }) => ids.map((one) => one.text))).toEqual([id]);
    expect(records.every(({ body }) => body.length <= 1_000)).toBe(true);
    expect(records.at(-1)).toMatchObject({ body: 'next', line: 2 });
    expect(notes).toEqual([{ kind: 'line-cut', file: 'a.log', line: 1 }]);
    const whole = records.filter(({ line }) => line === 1).map(({ body }) => body);
    expect(whole.join('')).toBe(text.split('\n')[0]);
  });

  it('cuts a line that comes in many chunks the same way', async () => {
    const text = `${'äx'.repeat(3_000)}\nnext\n`;
    const records = await readText(text, { limits: { maxLineChars: 1_000 } }, 100);
    expect(
      records
        .filter(({ line }) => line === 1)
        .map(({ body }) => body)
        .join(''),
    ).toBe('äx'.repeat(3_000));
    expect(records.at(-1)).toMatchObject({ body: 'next', line: 2 });
  });

  it('counts the pieces of a line that begins like JSON, and does not end like it, as one line', async () => {
    const records = await readText(`{"a":1,${'"b":2,'.repeat(400)}\nnext\n`, {
      limits: { maxLineChars: 1_000, maxRecordChars: 1_000 },
    });
    expect(records.map(({ line }) => line)).toEqual([1, 1, 1, 2]);
  });

  it('ends a record that grows without end, tells it, and loses no line', async () => {
    const notes: LogNote[] = [];
    const text = `${JAVA}dump\n${Array.from({ length: 30 }, (_, n) => `line ${n}`).join('\n')}\n`;
    const records = await readText(text, {
      limits: { maxRecordLines: 10 },
      onNote: (note) => notes.push(note),
    });
    expect(records.map(({ body }) => body).join('\n')).toBe(text.slice(JAVA.length).trimEnd());
    expect(notes).toEqual([{ kind: 'record-cut', file: 'a.log', line: 1 }]);
  });

  it('reads by one format alone when it is told so', async () => {
    const [record] = await readText(`${JAVA}up\n`, { format: 'timed-text' });
    expect(record).toMatchObject({ format: 'timed-text', level: 'info', body: '[main] c.e.App - up' });
    await expect(readText('x', { format: 'no-such' })).rejects.toThrow(LogFormatError);
  });

  it('takes zone, year, service and region from who asks, where the line does not say', async () => {
    const defaults = { zone: 'Europe/Berlin', service: 'app', region: 'eu', source: 's' };
    const [record] = await readText(`${JAVA}up\n`, { defaults });
    expect(record).toMatchObject({ service: 'app', region: 'eu', source: 's' });
    expect(record!.timeNs).toBe(BigInt(Date.UTC(2026, 2, 4, 8, 5, 7, 83)) * 1_000_000n);
    const referenceMs = Date.UTC(2024, 6, 1);
    const [old] = await readText('Dec 31 23:59:59 web-1 cron[1]: late\n', { defaults: { referenceMs } });
    expect(old!.timeNs).toBe(BigInt(Date.UTC(2023, 11, 31, 23, 59, 59)) * 1_000_000n);
  });

  it('leaves a document in a dump where it is, though it looks like a line of a log', async () => {
    const records = await readText(
      `${JAVA}Send POST https://a.example.test/x HTTP/1.1\nContent-Type: application/json\n\n{"timestamp":"2026-03-04T09:05:07Z","status":502,"message":"no"}\n`,
    );
    expect(records).toHaveLength(1);
  });

  it('takes the names of columns from the file', async () => {
    const [, record] = await readText(
      '#Fields: date time c-ip sc-status time-taken\n2026-03-04 09:05:07 192.0.2.7 503 12\n',
    );
    expect(record).toMatchObject({
      format: 'iis',
      status: 503,
      durationMs: 12,
      fields: { 'c-ip': '192.0.2.7' },
    });
  });

  it('shows an object over several lines as it stands when it is no record', async () => {
    const [record] = await readText('{\n  "a": 1\n}\n');
    expect(record).toMatchObject({ format: 'text', body: '{\n  "a": 1\n}' });
  });
});
