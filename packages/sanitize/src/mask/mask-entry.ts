import type { Cookie, Entry, Field } from '@harrier/har';
import type { NamePlace } from '../names/name-place.ts';
import type { ValueMask } from './value-mask.ts';

/** An entry as it may be shown: every value that sanitizing would replace is a pseudonym. The parts stay where they are. */
export function maskEntry(entry: Entry, mask: ValueMask): Entry {
  const { request, response } = entry;
  const fields = <Kind extends Field | Cookie>(list: readonly Kind[], place: NamePlace): Kind[] =>
    list.map((field) => ({ ...field, value: mask.named(place, field.name, field.value) }));
  return {
    ...entry,
    request: {
      ...request,
      url: mask.text(request.url),
      headers: fields(request.headers, 'request-header'),
      cookies: fields(request.cookies, 'cookie'),
      queryString: fields(request.queryString, 'query'),
      ...(request.postData === undefined
        ? {}
        : {
            postData: {
              ...request.postData,
              params: request.postData.params.map((param) =>
                param.value === undefined
                  ? param
                  : { ...param, value: mask.named('form', param.name, param.value) },
              ),
            },
          }),
    },
    response: {
      ...response,
      headers: fields(response.headers, 'response-header'),
      cookies: fields(response.cookies, 'cookie'),
      ...(response.redirectUrl === undefined ? {} : { redirectUrl: mask.text(response.redirectUrl) }),
    },
    ...(entry.webSocketMessages === undefined
      ? {}
      : {
          webSocketMessages: entry.webSocketMessages.map((message) => ({
            ...message,
            data: mask.text(message.data),
          })),
        }),
    ...(entry.eventSourceMessages === undefined
      ? {}
      : {
          eventSourceMessages: entry.eventSourceMessages.map((message) =>
            message.data === undefined ? message : { ...message, data: mask.text(message.data) },
          ),
        }),
  };
}
