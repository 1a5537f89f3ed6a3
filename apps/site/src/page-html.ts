import type { Block, Page, PageLabels } from '@harrier/knowledge/pages';
import { escapeHtml, markedHtml } from './html.ts';

/** What a page's links need to know. */
export interface Links {
  /** Where a topic lies, from the page that is written. */
  href(topic: string): string;
  titleOf(topic: string): string;
}

/** The body of one page of the knowledge base; `more` is HTML that goes before its sources. */
export function pageHtml(page: Page, labels: PageLabels, links: Links, more = ''): string {
  return [
    `<h1>${markedHtml(page.title)}</h1>`,
    `<p class="lead">${markedHtml(page.lead)}</p>`,
    ...page.blocks.map((block) => blockHtml(block, links)),
    more,
    sourcesHtml(page, labels),
  ].join('\n');
}

function blockHtml(block: Block, links: Links): string {
  switch (block.kind) {
    case 'facts':
      return `<dl>${block.rows
        .map(([label, value]) => `<div><dt>${markedHtml(label)}</dt><dd>${markedHtml(value)}</dd></div>`)
        .join('')}</dl>`;
    case 'text':
      return `<h2>${escapeHtml(block.heading)}</h2>\n<p>${markedHtml(block.text)}</p>`;
    case 'list':
    case 'steps': {
      const tag = block.kind === 'list' ? 'ul' : 'ol';
      const items = block.items.map((item) => `<li>${markedHtml(item)}</li>`).join('');
      return `<h2>${escapeHtml(block.heading)}</h2>\n<${tag}>${items}</${tag}>`;
    }
    case 'example':
      return `<h2>${escapeHtml(block.heading)}</h2>\n<pre translate="no">${escapeHtml(block.text)}</pre>`;
    case 'table': {
      const head = block.heads.map((text) => `<th scope="col">${markedHtml(text)}</th>`).join('');
      const rows = block.rows.map(
        ([first = '', ...others]) =>
          `<tr><th scope="row">${markedHtml(first)}</th>${others.map((text) => `<td>${markedHtml(text)}</td>`).join('')}</tr>`,
      );
      return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
    }
    case 'see': {
      const items = block.topics.map(
        (topic) =>
          `<li><a href="${escapeHtml(links.href(topic))}">${markedHtml(links.titleOf(topic))}</a></li>`,
      );
      return `<h2>${escapeHtml(block.heading)}</h2>\n<ul class="see">${items.join('')}</ul>`;
    }
  }
}

/** Sources are named and not linked: the site asks nobody for anything. */
function sourcesHtml({ sources, asOf }: Page, { headings, values }: PageLabels): string {
  const items = sources.map(({ document, licence, url }) => {
    const where = url === undefined ? '' : ` <span class="url">${escapeHtml(url)}</span>`;
    return `<li>${escapeHtml(document)} (${escapeHtml(licence ?? values.factsOnly)})${where}</li>`;
  });
  return `<footer><h2>${escapeHtml(headings.sources)}</h2><ul>${items.join('')}</ul><p>${escapeHtml(headings.asOf)} <time>${asOf}</time></p></footer>`;
}
