import { bodyBytes, bodyJson, openShownBody, printBody } from './body.ts';
import type { ShowTab } from './tab.ts';

/** The response's body as it was written. */
export const responseTab: ShowTab = {
  async print(view, page) {
    const { content } = view.entry.response;
    printBody(
      page,
      await openShownBody(view, 'response'),
      content.mimeType,
      view.mask,
      'as-written',
      content.absent,
    );
  },
  async json(view) {
    const { content } = view.entry.response;
    return {
      mimeType: content.mimeType ?? null,
      absent: content.absent ?? null,
      body: bodyJson(await openShownBody(view, 'response'), content.mimeType, view.mask),
    };
  },
  bytes: (view) => bodyBytes(view, 'response'),
};
