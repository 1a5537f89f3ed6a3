import type { Field } from '@harrier/har';
import { countText } from '../../format/quantity.ts';
import { escapeText } from '../../terminal/escape.ts';
import { heading, knownRow, type Labelled, labelledRows, type Page } from '../../terminal/page.ts';
import { wrap } from '../../terminal/wrap.ts';
import { statusText } from './status-text.ts';
import type { ShowTab } from './tab.ts';
import type { EntryView } from './view.ts';

/** General facts and both lists of header fields, in their order, duplicates and pseudo-headers included. */
export const headersTab: ShowTab = {
  async print(view, page) {
    const { entry, mask } = view;
    const { labels } = page.words.show;
    heading(page, page.words.show.general);
    labelledRows(page, [
      { label: labels.url, value: mask.url(entry.request.url) },
      { label: labels.method, value: entry.request.method },
      { label: labels.status, value: statusText(view) },
      ...addressRows(view),
      knownRow(labels.referrerPolicy, referrerPolicy(view)),
    ]);
    printHeaderLists(view, page);
  },
  json: async (view) => headersJson(view),
};

/** Where the answer came from, and over which protocol. */
export function addressRows(view: EntryView): (Labelled | undefined)[] {
  const { labels } = view.words.show;
  return [knownRow(labels.remoteAddress, remoteAddress(view)), knownRow(labels.protocol, protocol(view))];
}

export function printHeaderLists({ entry, mask }: EntryView, page: Page): void {
  printFields(page, page.words.show.requestHeaders, entry.request.headers, mask.field);
  printFields(page, page.words.show.responseHeaders, entry.response.headers, mask.field);
}

/** `{general, request, response}`; credentials are masked like in the text. */
export function headersJson(view: EntryView): object {
  const { entry, mask } = view;
  const fields = (list: readonly Field[]) =>
    list.map(({ name, value }) => ({ name, value: mask.field(name, value) }));
  return {
    general: {
      url: mask.url(entry.request.url),
      method: entry.request.method,
      status: entry.response.status ?? null,
      statusText: entry.response.statusText,
      remoteAddress: remoteAddress(view) ?? null,
      protocol: protocol(view) ?? null,
      referrerPolicy: referrerPolicy(view) ?? null,
    },
    request: fields(entry.request.headers),
    response: fields(entry.response.headers),
  };
}

function printFields(
  page: Page,
  title: string,
  fields: readonly Field[],
  shown: (name: string, value: string) => string,
): void {
  heading(page, `${title} (${countText(fields.length)})`);
  if (fields.length === 0) page.line(`  ${page.words.show.none}`);
  for (const { name, value } of fields) {
    // Several cookies joined into one field stand one a line.
    for (const line of shown(name, value).split('\n')) {
      const shownName = `${escapeText(name)}:`;
      for (const [at, piece] of wrap(`${shownName} ${escapeText(line)}`, page.cells - 4).entries()) {
        // Continued lines stand a little to the right, not under the value: names are long.
        if (at > 0) page.line(`    ${piece}`);
        else
          page.line(
            `  ${page.style.muted(piece.slice(0, shownName.length))}${piece.slice(shownName.length)}`,
          );
      }
    }
  }
}

function protocol({ entry }: EntryView): string | undefined {
  return entry.response.httpVersion ?? entry.request.httpVersion;
}

function remoteAddress({ entry }: EntryView): string | undefined {
  const address = entry.serverIPAddress;
  if (address === undefined || address === '') return undefined;
  return address.includes(':') ? `[${address}]` : address;
}

/** Chrome's own field; else what the response asked of the page. */
function referrerPolicy({ entry }: EntryView): string | undefined {
  const written = entry.custom._referrerPolicy;
  if (typeof written === 'string') return written;
  return entry.response.headers.find((field) => field.name.toLowerCase() === 'referrer-policy')?.value;
}
