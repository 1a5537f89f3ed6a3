import { bytesText, durationText, notKnown, utcText } from '../../format/quantity.ts';
import { escapeText } from '../../terminal/escape.ts';
import { knownRow, type Labelled, labelledRows, type Page } from '../../terminal/page.ts';
import { cutMiddle } from '../../terminal/width.ts';
import { addressRows, headersJson, printHeaderLists } from './headers-tab.ts';
import { initiatorText } from './initiator-tab.ts';
import { statusText } from './status-text.ts';
import type { ShowTab } from './tab.ts';
import type { EntryView } from './view.ts';

const longestTitle = 2000;

/** What `show` prints without `--tab`: the request in a few lines, then its headers. */
export const summaryTab: ShowTab = {
  async print(view, page) {
    const { entry, mask } = view;
    const title = `#${entry.index} ${entry.request.method} ${mask.url(entry.request.url)}`;
    // Whole, so that it can be copied; only a `data:` URL is longer than any terminal is patient.
    page.line(page.style.strong(cutMiddle(escapeText(title), longestTitle)));
    labelledRows(page, summaryRows(view, page));
    printHeaderLists(view, page);
  },
  json: async (view) => ({ ...summaryJson(view), ...headersJson(view) }),
};

function summaryRows(view: EntryView, page: Page): (Labelled | undefined)[] {
  const { entry, row, mask, words } = view;
  const { labels } = words.show;
  const { response } = entry;
  const failed = (response.status ?? 0) >= 400 || entry.error !== undefined || response.status === 0;
  return [
    knownRow(labels.status, statusText(view), failed ? page.style.failed : undefined),
    knownRow(labels.error, row.error, page.style.failed),
    knownRow(labels.trackingId, row.trackingId, page.style.strong),
    knownRow(labels.org, row.org),
    knownRow(
      labels.started,
      entry.startEpochMs === undefined ? entry.startedDateTime : utcText(entry.startEpochMs),
    ),
    knownRow(labels.time, durationText(entry.timeMs)),
    ...addressRows(view),
    knownRow(labels.size, sizeText(view)),
    knownRow(labels.type, [entry.resourceType, response.content.mimeType].filter(Boolean).join(', ')),
    knownRow(labels.fromCache, entry.fromCache),
    knownRow(labels.initiator, initiatorText(entry, mask)),
    knownRow(labels.priority, entry.priority),
    knownRow(labels.comment, entry.comment),
  ];
}

function sizeText({ entry, words }: EntryView): string | undefined {
  const { transferSize, content } = entry.response;
  if (transferSize === undefined && content.size === undefined) return undefined;
  const known = (size: number | undefined) => (size === undefined ? notKnown : bytesText(size));
  return words.show.size(known(transferSize), known(content.size));
}

function summaryJson({ entry, row }: EntryView): object {
  return {
    index: entry.index,
    startedDateTime: row.startedDateTime,
    trackingId: row.trackingId,
    error: row.error,
    org: row.org,
    timeMs: row.timeMs,
    transferSizeBytes: entry.response.transferSize ?? null,
    contentSizeBytes: entry.response.content.size ?? null,
    mimeType: entry.response.content.mimeType ?? null,
    resourceType: entry.resourceType ?? null,
    fromCache: entry.fromCache ?? null,
    priority: entry.priority ?? null,
    pending: entry.pending,
  };
}
