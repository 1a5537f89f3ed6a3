import type { WebSocketMessage } from '@harrier/har';
import { bytesText, timeOfDayText } from '../../format/quantity.ts';
import { previewOf } from '../../preview/preview.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { Page } from '../../terminal/page.ts';
import { cutEnd, padEnd } from '../../terminal/width.ts';
import type { AllWords } from '../../words/for-language.ts';
import { bodyBytes, bodyJson, openShownBody, printBody } from './body.ts';
import type { ShowTab } from './tab.ts';
import type { EntryView } from './view.ts';

/** Messages of a WebSocket or event stream on a screen; `--json` has all. */
const shownMessages = 100;

/** The response in readable, structured form; of a WebSocket or an event stream its messages. */
export const previewTab: ShowTab = {
  async print(view, page) {
    const { content } = view.entry.response;
    const lines = messageLines(view);
    if (lines.length > 0) {
      printMessages(page, lines);
      return;
    }
    printBody(
      page,
      await openShownBody(view, 'response'),
      content.mimeType,
      view.mask,
      'preview',
      content.absent,
    );
  },
  async json(view) {
    const { content } = view.entry.response;
    const body = await openShownBody(view, 'response');
    const preview =
      body.text === undefined ? undefined : previewOf(body.text, content.mimeType ?? '', view.mask);
    return {
      mimeType: content.mimeType ?? null,
      kind: preview?.kind ?? (body.bytes === undefined ? 'none' : 'binary'),
      absent: content.absent ?? null,
      sizeBytes: body.bytes?.length ?? null,
      ...(preview === undefined
        ? { body: bodyJson(body, content.mimeType, view.mask) }
        : { text: preview.text }),
      truncated: body.truncated,
      webSocketMessages: view.entry.webSocketMessages?.map((message) => shownMessage(message, view)) ?? [],
      eventSourceMessages:
        view.entry.eventSourceMessages?.map(({ data, ...message }) => ({
          ...message,
          ...(data === undefined ? {} : { data: view.mask.text(data) }),
        })) ?? [],
    };
  },
  bytes: (view) => bodyBytes(view, 'response'),
};

function shownMessage(message: WebSocketMessage, { mask }: EntryView): object {
  return {
    type: message.type,
    epochMs: message.epochMs ?? null,
    opcode: message.opcode ?? null,
    data: mask.text(message.data),
  };
}

function messageLines({ entry, mask, words }: EntryView): { head: string; data: string }[] {
  const ofSocket = entry.webSocketMessages?.map((message) => ({
    head: `${timeOfDayText(message.epochMs)}  ${direction(message, words)}`,
    data:
      message.opcode === 2
        ? `(${bytesText(Math.floor((message.data.length * 3) / 4))})`
        : mask.text(message.data),
  }));
  const ofStream = entry.eventSourceMessages?.map((message) => ({
    head: `${timeOfDayText(message.epochMs)}  ${message.eventName ?? ''}`,
    data: mask.text(message.data ?? ''),
  }));
  return [...(ofSocket ?? []), ...(ofStream ?? [])];
}

function direction(message: WebSocketMessage, words: AllWords): string {
  if (message.type === 'send') return `↑ ${words.show.sent}`;
  return message.type === 'receive' ? `↓ ${words.show.received}` : message.type;
}

function printMessages(page: Page, lines: readonly { head: string; data: string }[]): void {
  page.line(page.words.show.messages(lines.length));
  for (const { head, data } of lines.slice(0, shownMessages)) {
    const shownHead = `${padEnd(escapeText(head), 24)}  `;
    page.line(page.style.muted(shownHead) + cutEnd(escapeText(data), page.cells - 26));
  }
  const more = lines.length - shownMessages;
  if (more > 0) page.line(page.words.triage.more(more));
}
