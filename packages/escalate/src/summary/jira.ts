import type { Block, Span } from './document.ts';
import { visibleLines, visibleText } from './visible-text.ts';

/** Jira's wiki markup. */
export function jiraText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}. ${escaped(block.text)}`;
    case 'text':
      return line(block.spans);
    case 'list':
      return block.items.map((item) => `${block.numbered ? '#' : '*'} ${line(item)}`).join('\n');
    case 'code':
      // The only thing that ends a block of it is its own mark.
      return `{noformat}\n${visibleLines(block.text).replace(/\{(?=noformat)/gi, '{ ')}\n{noformat}`;
    case 'picture':
      return escaped(block.file);
  }
}

function line(spans: readonly Span[]): string {
  return spans
    .map((span) => (typeof span === 'string' ? escaped(span) : `{{${escaped(span.literal)}}}`))
    .join('');
}

function escaped(text: string): string {
  return (
    visibleText(text)
      .replace(/[\\{}[\]|*^~!?@#]/g, '\\$&')
      // These mean something beside a blank only, and ids and URLs are full of them.
      .replace(/(?<![A-Za-z0-9])[-+_]|[-+_](?![A-Za-z0-9])/g, '\\$&')
  );
}
