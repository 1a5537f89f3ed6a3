import type { Block, Span } from './document.ts';
import { visibleLines, visibleText } from './visible-text.ts';

/** CommonMark, as GitHub reads it. */
export function markdownText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${sentence(block.text)}`;
    case 'text':
      return line(block.spans);
    case 'list':
      return block.items.map((item, at) => `${block.numbered ? `${at + 1}.` : '-'} ${line(item)}`).join('\n');
    case 'code': {
      const text = visibleLines(block.text);
      const fence = fenceFor(text, 3);
      return `${fence}\n${text}\n${fence}`;
    }
    case 'picture':
      return `![${sentence(block.file)}](${block.file})`;
  }
}

function line(spans: readonly Span[]): string {
  return spans.map((span) => (typeof span === 'string' ? sentence(span) : literal(span.literal))).join('');
}

function sentence(text: string): string {
  return (
    visibleText(text)
      .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
      // GitHub makes links of addresses, and tells whoever is named behind an @.
      .replaceAll('://', ':\\/\\/')
      .replace(/\b(www)\./gi, '$1\\.')
      .replaceAll('@', '@\u2060')
  );
}

function literal(text: string): string {
  const visible = visibleText(text);
  if (visible.trim() === '') return sentence(visible);
  const fence = fenceFor(visible, 1);
  // Blanks keep its backticks apart from the fence's (CommonMark 0.31, 6.1).
  const pad = /^`|`$/.test(visible) ? ' ' : '';
  return `${fence}${pad}${visible}${pad}${fence}`;
}

/** Longer than every run of backticks inside. */
function fenceFor(text: string, atLeast: number): string {
  let length = atLeast;
  for (const [run] of text.matchAll(/`+/g)) length = Math.max(length, run.length + 1);
  return '`'.repeat(length);
}
