import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkFormat } from './check-format.ts';
import { newFileContext } from './compile-format.ts';
import { groupNames } from './line-pattern.ts';
import { provesLinear } from './linear-pattern.ts';
import { compileOwn } from './load-formats.ts';
import type { FormatSample } from './log-format.ts';
import { LogFormatError } from './log-format-error.ts';
import { compiledFormats, shippedFormats } from './shipped-formats.ts';
import { REFERENCE_MS, readText } from './testing/read-text.ts';
import { readingOf } from './testing/sample-reading.ts';

const formats = shippedFormats();
const samples = formats.flatMap((format) => format.samples.map((sample) => ({ format, sample })));
/** Formats that carry lines of others: the record is the inner line's. */
const carriers = new Set(
  formats
    .filter(
      ({ roles, patterns }) =>
        roles?.inner !== undefined || patterns?.some(({ pattern }) => pattern.includes('(?<inner>')),
    )
    .map(({ id }) => id),
);

describe('shipped formats', () => {
  it('are at least sixty, each in a file of its name', () => {
    expect(formats.length).toBeGreaterThanOrEqual(60);
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  });

  it.each(samples.map(({ format, sample }, at) => [`${format.id} ${at}`, format, sample] as const))(
    'read their samples: %s',
    async (_, format, sample) => {
      const records = await readText(`${sample.lines.join('\n')}\n`);
      const own = records.map((record) => record.format);
      if (carriers.has(format.id)) expect(own).toHaveLength(1);
      else expect(own).toEqual([format.id]);
      expect(readingOf(records[0]!, sample.reads)).toEqual(sample.reads);
    },
  );

  it('exclude each other where they are exact: a line fits one of them', () => {
    const context = newFileContext({ zone: 'UTC', referenceMs: REFERENCE_MS });
    const texts = compiledFormats().filter(
      ({ format }) => (format.fit ?? 'exact') === 'exact' && format.kind !== 'json',
    );
    const both = samples.flatMap(({ format, sample }) => {
      const line = sample.lines[0]!;
      const fitting = texts.filter((compiled) => compiled.recognise(line, context) !== undefined);
      return fitting.length > 1 ? [{ of: format.id, fit: fitting.map((one) => one.format.id), line }] : [];
    });
    expect(both).toEqual([]);
  });

  it('hold to the published schema, and so does the example of the page about them', async () => {
    const schemaFile = new URL('../../../../docs/schemas/log-format.schema.json', import.meta.url);
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
    // Lists of types and tuples are meant; everything else that is strict stays on.
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    for (const format of formats)
      expect([format.id, validate(format), validate.errors]).toEqual([format.id, true, null]);
    const page = readFileSync(new URL('../../../../docs/log-formats.md', import.meta.url), 'utf8');
    const example: unknown = JSON.parse(/```json\n(.*?)```/s.exec(page)![1]!);
    expect(validate(example)).toBe(true);
    const ward = checkFormat(example);
    const [{ lines, reads }] = ward.samples as [FormatSample];
    const [record] = await readText(lines.join('\n'), { formats: [compileOwn(ward)] });
    expect(readingOf(record!, reads)).toEqual(reads);
    expect(validate({ ...(example as object), sampels: [] })).toBe(false);
    expect(() => checkFormat({ ...(example as object), sampels: [] })).toThrow(LogFormatError);
    for (const member of ['needs', 'roles', 'levels', 'fixed'])
      expect(() => checkFormat({ ...(example as object), [member]: null })).toThrow(LogFormatError);
    for (const pattern of ['^(???<pid>\\d+)', '^/**/$'])
      expect(() => compileOwn({ ...ward, patterns: [{ name: 'a', pattern }] })).toThrow(LogFormatError);
  });

  it('are turned away by a first character only where they would not fit', () => {
    for (const compiled of compiledFormats())
      for (const { lines } of compiled.format.samples)
        if (!carriers.has(compiled.format.id) && compiled.first !== undefined)
          expect(compiled.first.has(lines[0]!.charCodeAt(0)), compiled.format.id).toBe(true);
  });
});

// The build for browsers is all JavaScript; the one for Node starts a JVM or a native program.
const requireHere = createRequire(import.meta.url);
const { checkSync } = requireHere(join(dirname(requireHere.resolve('recheck')), 'lib/browser.js')) as {
  checkSync(source: string, flags: string, options: { timeout: number; checker: string }): { status: string };
};

describe('patterns of shipped formats', () => {
  const patterns = formats.flatMap(({ id, patterns = [], inBody = [] }) =>
    [...patterns, ...inBody].map(({ name, pattern }) => ({ id, name, pattern })),
  );

  it('take time in proportion to the line, each as the proof of linear-pattern.ts has it', () => {
    expect(patterns.length).toBeGreaterThan(80);
    expect(patterns.filter(({ pattern }) => !provesLinear(pattern))).toEqual([]);
  });

  // The proof's own check by another tool, on patterns small enough for its automata.
  it.each(
    patterns.filter(({ pattern }) => pattern.length < 48).map(({ id, pattern }) => [id, pattern] as const),
  )('are not contradicted by recheck: %s %s', (_, pattern) => {
    const unnamed = pattern.replace(/\(\?<[A-Za-z]\w*>/g, '(');
    const { status } = checkSync(unnamed, 's', { timeout: 3_000, checker: 'automaton' });
    expect(status).not.toBe('vulnerable');
  });

  it('give no name to two groups', () => {
    for (const { id, pattern } of patterns) {
      const names = groupNames(pattern);
      expect(new Set(names).size, id).toBe(names.length);
    }
  });
});
