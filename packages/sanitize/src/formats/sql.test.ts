import { expect, it } from 'vitest';
import { rewriteInserts } from './sql.ts';
import type { Visit } from './visit.ts';

const hide: Visit = ({ name, text }) => (name === 'password' ? 'hidden' : text);

it('hides the whole of a value in which another statement stands', () => {
  const text = (value: string): string => `insert into a(id, password) values (1, '${value}'); -- done`;
  const value = "insert into b(password) values (''CedarIndigo'') and what follows";
  expect(rewriteInserts(text(value), hide)).toBe(text('hidden'));
});

it('hides values whose marks stand behind backslashes, as the statement does in a text', () => {
  for (const mark of ["\\'", '\\"'])
    expect(
      rewriteInserts(`"insert into a(id, password) values (1, ${mark}CedarIndigo${mark})"`, hide),
    ).toContain(`${mark}hidden${mark}`);
});

it.each(["values ('", "values (\\'", 'values ("', 'values (x(', "values ('''"])(
  'is soon done with nothing but beginnings of statements, and does not add to them: %s',
  (values) => {
    const text = `insert into a(password) ${values}`.repeat(30_000);
    expect(rewriteInserts(text, hide).length).toBeLessThanOrEqual(text.length);
  },
);
