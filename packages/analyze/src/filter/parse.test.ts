import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterNode } from './ast.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import { anyExpression } from './testing/any-expression.ts';

/** The tree in one line: `[a b]` and, `(a | b)` or, `!a` not. */
function dump(node: FilterNode): string {
  switch (node.type) {
    case 'and':
      return `[${node.parts.map(dump).join(' ')}]`;
    case 'or':
      return `(${node.parts.map(dump).join(' | ')})`;
    case 'not':
      return `!${dump(node.part)}`;
    case 'term': {
      const name = node.name === undefined ? '' : `[${node.name}]`;
      return `${node.key}${name} ${node.operator} ${JSON.stringify(node.value)}`;
    }
  }
}

const read = (text: string) => dump(parseFilter(text).ast);
const codes = (text: string) =>
  parseFilter(text).problems.map(({ code, start, end }) => [code, text.slice(start, end)]);

describe('parseFilter reads DevTools’ syntax as it is', () => {
  it.each([
    ['', '[]'],
    ['main.js', 'text contains "main.js"'],
    ['a b', '[text contains "a" text contains "b"]'],
    ['-a', '!text contains "a"'],
    ['--a', '!text contains "-a"'],
    ['-', 'text contains "-"'],
    ['domain:*.example.com', 'domain is "*.example.com"'],
    ['-method:OPTIONS status-code:404', '[!method is "OPTIONS" status-code is "404"]'],
    ['larger-than:10k', 'larger-than is "10k"'],
    ['/users\\/[0-9]+/', 'text matches "users\\\\/[0-9]+"'],
    ['-/a b|c/ d', '[!text matches "a b|c" text contains "d"]'],
    ['/api/v1/users', 'text contains "/api/v1/users"'],
    ['/api', 'text contains "/api"'],
    ['url:foo(bar)', 'url is "foo(bar)"'],
    ['id=7', 'text contains "id=7"'],
    ['method=GET', 'text contains "method=GET"'],
    ['https://example.com/a?b=c', 'url is "https://example.com/a?b=c"'],
    ['localhost:8080', 'text contains "localhost:8080"'],
    ['nothing:here', 'text contains "nothing:here"'],
    ['text:a', 'text contains "text:a"'],
    ['a|b', 'text contains "a|b"'],
    ['foo)', 'text contains "foo)"'],
    ['ORDER and or', '[text contains "ORDER" text contains "and" text contains "or"]'],
    ['has-response-header:etag', 'has-response-header is "etag"'],
    ['scheme:https mime-type:text/css', '[scheme is "https" mime-type is "text/css"]'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it('and every key it has', () => {
    const keys = [
      'domain:a',
      'has-overrides:no',
      'has-response-header:a',
      'has-request-header:a',
      'is:running',
      'is:from-cache',
      'is:service-worker-intercepted',
      'is:preloaded',
      'larger-than:1',
      'method:GET',
      'mime-type:a',
      'priority:High',
      'resource-type:a',
      'response-header-set-cookie:a',
      'scheme:a',
      'set-cookie-domain:a',
      'set-cookie-name:a',
      'set-cookie-value:a',
      'cookie-domain:a',
      'cookie-name:a',
      'cookie-path:a',
      'cookie-value:a',
      'status-code:200',
      'url:a',
    ];
    for (const key of keys) expect([key, codes(key), read(key).startsWith('text')]).toEqual([key, [], false]);
    expect(codes('is:service-worker-initiated')).toEqual([['not-observable', 'is:service-worker-initiated']]);
    expect(codes('mixed-content:all')).toEqual([['not-observable', 'mixed-content:all']]);
  });

  it('and Firefox’s', () => {
    expect(read('size:1k transferred:2k remote-ip:192 cause:img protocol:h2 regexp:a/b')).toBe(
      '[size is "1k" transferred is "2k" remote-ip is "192" cause is "img" protocol is "h2" text matches "a/b"]',
    );
  });
});

describe('parseFilter reads what is around it', () => {
  it.each([
    ['a OR b c', '(text contains "a" | [text contains "b" text contains "c"])'],
    ['a | b || c', '(text contains "a" | text contains "b" | text contains "c")'],
    ['a AND b & c && d', '[text contains "a" text contains "b" text contains "c" text contains "d"]'],
    ['(a OR b) c', '[(text contains "a" | text contains "b") text contains "c"]'],
    ['!(a b) !c', '[![text contains "a" text contains "b"] !text contains "c"]'],
    ['NOT a -(b)', '[!text contains "a" !text contains "b"]'],
    ['NOT NOT a', '!!text contains "a"'],
    ['! a', '!text contains "a"'],
    ['((a) (b c))', '[text contains "a" text contains "b" text contains "c"]'],
    ['(url:f(x) b)', '[url is "f(x)" text contains "b"]'],
    ['"a b" "OR" "url:x"', '[text contains "a b" text contains "OR" text contains "url:x"]'],
    ['"say \\"hi\\" \\\\"', 'text contains "say \\"hi\\" \\\\"'],
    ['status:4xx,5xx', 'status-code is "4xx,5xx"'],
    ['status:>=400', 'status-code >= "400"'],
    ['status>=400', 'status-code >= "400"'],
    ['slower-than:2s wait:>1s', '[slower-than is "2s" wait > "1s"]'],
    ['body~"no access" req.body~a', '[body contains "no access" req.body contains "a"]'],
    ['res.body~/NO_\\w+ x/', 'res.body matches "NO_\\\\w+ x"'],
    ['header[trackingid]^=ATLAS_', 'header[trackingid] starts "ATLAS_"'],
    ['header[x]="a b" res.header[etag]', '[header[x] equals "a b" res.header[etag] present ""]'],
    ['org!="Example Ltd"', 'org differs "Example Ltd"'],
    ['url$=.js', 'url ends ".js"'],
    ['is:failed|cors', 'is is "failed|cors"'],
    ['error:">=5"', 'error is ">=5"'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
    expect(codes(text)).toEqual([]);
  });
});

describe('parseFilter says where it did not understand', () => {
  it.each([
    ['nothing:here', [['unknown-key', 'nothing']]],
    ['a status:', [['missing-value', 'status:']]],
    ['status:abc', [['bad-value', 'abc']]],
    ['larger-than:10q', [['bad-value', '10q']]],
    ['is:failed,nice', [['bad-value', 'failed,nice']]],
    ['/(?=a)/ x', [['bad-regex', '/(?=a)/']]],
    ['body~/[/', [['bad-regex', 'body~/[/']]],
    ['a OR', [['missing-operand', 'OR']]],
    ['OR a', [['missing-operand', 'OR']]],
    ['a OR OR b', [['missing-operand', 'OR']]],
    ['AND a', [['missing-operand', 'AND']]],
    ['a NOT', [['missing-operand', 'NOT']]],
    ['a ()', [['missing-operand', '()']]],
    ['(a b', [['unclosed-parenthesis', '(']]],
  ])('%s', (text, problems) => {
    expect(codes(text)).toEqual(problems);
  });

  it('and searches what it did not understand as text', () => {
    expect(read('a status:abc /(?=a)/')).toBe(
      '[text contains "a" text contains "status:abc" text contains "/(?=a)/"]',
    );
  });

  it('and cuts what is too long or too deep', () => {
    expect(codes('a'.repeat(5000))).toMatchObject([['too-long', 'a'.repeat(904)]]);
    expect(parseFilter('('.repeat(3000)).problems.some((problem) => problem.code === 'too-deep')).toBe(true);
    expect(parseFilter(`${'!'.repeat(3000)}a`).problems.map((problem) => problem.code)).toEqual(['too-deep']);
  });

  it('and marks as a note what DevTools takes without a word', () => {
    const severities = parseFilter('nothing:here mixed-content:all status:x').problems.map(
      (one) => one.severity,
    );
    expect(severities).toEqual(['note', 'note', 'error']);
  });
});

describe('laws', () => {
  it('never throws, and puts every problem inside the expression', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'()"/\\!-|&~:=<>[] abORstatus'), maxLength: 40 }),
      anyExpression,
    );
    fc.assert(
      fc.property(text, (any) => {
        for (const { start, end } of parseFilter(any).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(any.length);
        }
      }),
    );
  });

  it('prints what reads back as the same tree', () => {
    const text = fc.oneof(
      anyExpression,
      fc.string({
        unit: fc.constantFrom(...'()"/\\!-|~: ab', 'status:', 'regexp:', 'header[a]', 'OR '),
        maxLength: 20,
      }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { ast } = parseFilter(any);
        const printed = printFilter(ast);
        expect([printed, dump(parseFilter(printed).ast)]).toEqual([printed, dump(ast)]);
        expect(parseFilter(printed).problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
