import type { CallStack, Cookie, Entry, Field, Initiator } from '@harrier/har';
import type { NamePlace } from '../names/name-place.ts';
import type { ValueMask } from './value-mask.ts';

/**
 * An entry as it may be shown: every value that sanitizing would replace is a pseudonym. The parts stay where they are. Members that
 * the model does not know (`custom`) are as they were: who shows one masks it.
 */
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
      statusText: mask.text(response.statusText),
      headers: fields(response.headers, 'response-header'),
      cookies: fields(response.cookies, 'cookie'),
      ...(response.redirectUrl === undefined ? {} : { redirectUrl: mask.text(response.redirectUrl) }),
    },
    ...(entry.initiator === undefined ? {} : { initiator: maskInitiator(entry.initiator, mask) }),
    ...(entry.error === undefined ? {} : { error: mask.text(entry.error) }),
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

/** Pages and scripts are called with tokens in their addresses, too. */
function maskInitiator(initiator: Initiator, mask: ValueMask): Initiator {
  const { url, stack } = initiator;
  return {
    ...initiator,
    ...(url === undefined ? {} : { url: mask.text(url) }),
    ...(stack === undefined ? {} : { stack: maskStack(stack, mask) }),
  };
}

function maskStack(stack: CallStack, mask: ValueMask): CallStack {
  const { callFrames, parent } = stack;
  return {
    ...stack,
    callFrames: callFrames.map((frame) => ({ ...frame, url: mask.text(frame.url) })),
    ...(parent === undefined ? {} : { parent: maskStack(parent, mask) }),
  };
}
