import type { Block, Span } from './document.ts';
import { visibleLines, visibleText } from './visible-text.ts';

/** For forms that show text as it is. */
export function plainText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return visibleText(block.text);
    case 'text':
      return line(block.spans);
    case 'list':
      return block.items.map((item, at) => `${block.numbered ? `${at + 1}.` : '-'} ${line(item)}`).join('\n');
    case 'code':
      return visibleLines(block.text).replace(/^/gm, '    ');
    case 'picture':
      return block.file;
  }
}

function line(spans: readonly Span[]): string {
  return spans.map((span) => visibleText(typeof span === 'string' ? span : span.literal)).join('');
}
