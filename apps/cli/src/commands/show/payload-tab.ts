import type { Field } from '@harrier/har';
import { heading, labelledRows } from '../../terminal/page.ts';
import { bodyBytes, bodyJson, openShownBody, printBody } from './body.ts';
import type { ShowTab } from './tab.ts';
import type { EntryView } from './view.ts';

/** What the request carried: query string, form data, body. */
export const payloadTab: ShowTab = {
  async print(view, page) {
    const { entry, mask } = view;
    const { queryString, postData } = entry.request;
    const hasBody = postData !== undefined && (postData.hasText || postData.params.length > 0);
    if (queryString.length === 0 && !hasBody) page.line(page.style.muted(page.words.show.noQuery));
    if (queryString.length > 0) {
      heading(page, page.words.show.query);
      labelledRows(page, shownFields(queryString, view));
    }
    if (!hasBody) return;
    if (postData.params.length > 0) {
      heading(page, page.words.show.form);
      const params = postData.params.map((param) => ({
        name: param.name,
        value: param.value ?? [param.fileName, param.contentType].filter(Boolean).join(', '),
      }));
      labelledRows(page, shownFields(params, view));
      return;
    }
    heading(page, page.words.show.requestBody);
    printBody(page, await openShownBody(view, 'request'), postData.mimeType, mask, 'preview', undefined);
  },
  async json(view) {
    const { queryString, postData } = view.entry.request;
    return {
      queryString: shownFields(queryString, view).map(({ label, value }) => ({ name: label, value })),
      mimeType: postData?.mimeType ?? null,
      params:
        postData?.params.map((param) => ({
          ...param,
          ...(param.value === undefined ? {} : { value: view.mask.value(param.name, param.value) }),
        })) ?? [],
      body:
        postData === undefined
          ? null
          : bodyJson(await openShownBody(view, 'request'), postData.mimeType, view.mask),
    };
  },
  bytes: (view) => bodyBytes(view, 'request'),
};

function shownFields(fields: readonly Field[], view: EntryView): { label: string; value: string }[] {
  return fields.map(({ name, value }) => ({ label: name, value: view.mask.value(name, value) }));
}
