import { describe, expect, it } from 'vitest';
import { caseOf, errorRecord, failingEntry, filesOf } from '../testing/case-of.ts';
import type { Block } from './document.ts';
import { htmlPage } from './html.ts';
import { jiraText } from './jira.ts';
import { markdownText } from './markdown.ts';
import { plainText } from './plain.ts';
import { visibleText } from './visible-text.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '``` \n# not a heading',
  '`` ` ``',
  '{noformat}{color:red}x{color}',
  '[click](https://evil.example.test)',
  '![x](https://evil.example.test/p.png)',
  '@everyone',
  'www.evil.example.test',
  '\u001b[31mred\u202eright to left\u200b',
  ']]><!--',
];

const blocksOf = (text: string): Block[] => [
  { kind: 'heading', level: 2, text },
  { kind: 'text', spans: [text, { literal: text }] },
  { kind: 'list', numbered: true, items: [[{ literal: text }]] },
  { kind: 'code', text },
];

describe.each(hostile)('%j', (text) => {
  it('brings no markup into the page', () => {
    const harmless = htmlPage(blocksOf('x'), 'x', 'en');
    const page = htmlPage(blocksOf(text), text, 'en');
    const tags = (html: string) => html.match(/<[^>]*>/g);
    expect(tags(page)).toEqual(tags(harmless));
  });

  it('stays text in Markdown', () => {
    const markdown = markdownText(blocksOf(text));
    // What stands in code is out already: spans and fences are as long as they need to be.
    const sentences = markdown
      .split('\n')
      .slice(0, 3)
      .join('\n')
      .replace(/(`+)(?!`)[^\n]*?\1(?!`)/g, '');
    expect(sentences).not.toMatch(/(?<!\\)[<[]|@[a-z]|:\/\/|www\./);
  });

  it('ends no block of Jira', () => {
    const code = jiraText([{ kind: 'code', text }]);
    expect(code.match(/\{noformat\}/g)).toHaveLength(2);
    expect(jiraText(blocksOf(text).slice(0, 3))).not.toMatch(/(?<![\\{}])[[\]!|]/);
  });

  it('shows what is invisible', () => {
    for (const write of [plainText, markdownText, jiraText])
      expect(write(blocksOf(text)).replaceAll('@\u2060', '@')).not.toMatch(/[\u001b\u202e\u200b]/);
  });
});

it('takes as many runs of backticks as there are', () => {
  const runs = '` '.repeat(300_000);
  expect(markdownText([{ kind: 'code', text: runs }])).toBe(`\`\`\`\n${runs}\n\`\`\`\n`);
});

it('keeps a page without script, whatever the capture, the logs and the answers say', async () => {
  const nasty = hostile.join('\n');
  const response = {
    ...failingEntry.response,
    statusText: nasty,
    content: { size: 1, mimeType: 'text/plain', text: nasty },
  };
  const made = await caseOf({
    entries: [{ ...failingEntry, response }],
    records: [{ ...errorRecord, service: nasty, text: nasty }],
    answers: { case: nasty, seen: nasty, steps: [nasty], environment: { [nasty]: nasty } },
  });
  const page = filesOf(made)['summary.html'] ?? '';
  expect(page).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)|<a /i);
  expect(page).toContain("default-src 'none'");
});

it('is soon done with a text in which blanks go on and on', () => {
  expect(visibleText(`a${' '.repeat(400_000)}b \n c`)).toMatch(/^a +b c$/);
});
