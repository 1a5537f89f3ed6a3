import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { permissionsOf, roles } from '../accounts/roles.ts';
import { REQUESTS_PER_MINUTE, type Route } from './route.ts';
import { routeTable } from './route-table.ts';

const page = new URL('../../../../docs/routes.md', import.meta.url);

function whoMay({ access, isSigned }: Route): string {
  if (isSigned) return 'whoever signs it';
  if (access === 'public') return 'everybody';
  if (access === 'signed-in') return 'whoever is signed in';
  return roles.filter((role) => permissionsOf([role]).has(access)).join(', ');
}

function bodyOf({ body, takesFile, takesBytes, isSigned }: Route): string {
  if (isSigned) return 'JSON';
  if (takesFile || takesBytes) return 'a file';
  return body === undefined ? '' : 'JSON';
}

/** A line of the page's table. */
function lineOf(route: Route): string {
  const { method, url, summary, perMinute = REQUESTS_PER_MINUTE } = route;
  return `| \`${method} ${url}\` | ${whoMay(route)} | ${bodyOf(route)} | ${perMinute} | ${summary} |`;
}

it('tells every route on its page (HARRIER_WRITE_FIXTURES=1 writes it)', () => {
  const text = readFileSync(page, 'utf8');
  const head = text.slice(0, text.indexOf('\n| `'));
  const whole = `${[head, ...routeTable.map(lineOf)].join('\n')}\n`;
  if (process.env.HARRIER_WRITE_FIXTURES === '1') writeFileSync(page, whole);
  expect(readFileSync(page, 'utf8')).toBe(whole);
});
