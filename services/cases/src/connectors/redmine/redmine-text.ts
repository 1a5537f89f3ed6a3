/** How a Redmine formats notes; its administrator chose one for all (Administration → Settings → General). */
export type RedmineFormatting = 'textile' | 'markdown' | 'plain';

/**
 * Text as it is, whatever stands in it: no markup, no links, no images, no mentions. Without this a file name could draw a
 * button into a note that says that it comes from us.
 */
export function verbatim(text: string, formatting: RedmineFormatting): string {
  switch (formatting) {
    case 'textile':
      // The one thing that ends the block. A word joiner in it is not seen and ends nothing.
      return `<pre>\n${text.replaceAll(/<(?=\/?\s*pre)/gi, '<\u2060')}\n</pre>`;
    case 'markdown':
      // A block by indentation: nothing within a line can end it.
      return text
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n');
    case 'plain':
      return text;
  }
}
