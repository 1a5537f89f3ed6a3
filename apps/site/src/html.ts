import { segments } from '@harrier/knowledge/pages';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made harmless for elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A page's text with its marks: literals as code, menu items bold. */
export function markedHtml(text: string): string {
  return segments(text)
    .map(({ kind, text: part }) => {
      const escaped = escapeHtml(part);
      if (kind === 'literal') return `<code translate="no">${escaped}</code>`;
      return kind === 'menu' ? `<b>${escaped}</b>` : escaped;
    })
    .join('');
}
