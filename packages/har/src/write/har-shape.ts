import { isJsonObject } from '../entry/raw-object.ts';
import {
  conform,
  date,
  exactly,
  type Fit,
  flag,
  listOf,
  listOrOneOf,
  number,
  object,
  optional,
  required,
  type Shape,
  text,
} from './fit.ts';

/** The name and version that stand for a creator that nobody wrote down. */
const unknownCreator = { name: 'Harrier', version: '' };

/** HAR's word for a number that is not known or does not apply. */
const notKnown = -1;

const field: Shape = {
  name: required(text, ''),
  value: required(text, ''),
  comment: optional(text),
};

/** Header fields and query parameters in any of the forms that exporters write (see `readFields`). */
const fields: Fit = (value) => {
  if (isJsonObject(value)) {
    return { value: Object.entries(value).flatMap(([name, member]) => fieldsFrom({ name, value: member })) };
  }
  if (!Array.isArray(value)) return undefined;
  const items = value.map(fieldsFrom);
  return { value: items.flat(), isLossy: items.some((item) => item.length === 0) };
};

function fieldsFrom(written: unknown): unknown[] {
  const item =
    Array.isArray(written) && written.length === 2 ? { name: written[0], value: written[1] } : written;
  if (!isJsonObject(item)) return [];
  if (!Array.isArray(item.value)) return [conform(item, field)];
  // Polly.JS: several values under one name. What else the item says stays with the first.
  const [first = '', ...others] = item.value;
  return [{ ...item, value: first }, ...others.map((value) => ({ name: item.name, value }))].map((one) =>
    conform(one, field),
  );
}

const cookie: Shape = {
  name: required(text, ''),
  value: required(text, ''),
  path: optional(text),
  domain: optional(text),
  expires: optional(date),
  httpOnly: optional(flag),
  secure: optional(flag),
  comment: optional(text),
};

const postParam: Shape = {
  name: required(text, ''),
  value: optional(text),
  fileName: optional(text),
  contentType: optional(text),
  comment: optional(text),
};

const postData: Shape = {
  mimeType: required(text, ''),
  params: optional(listOf(postParam)),
  text: optional(text),
  comment: optional(text),
};

/** Some write the body itself instead of an object that holds it. */
const postDataOrText: Fit = (value) =>
  typeof value === 'string' ? { value: { mimeType: '', text: value } } : object(postData)(value);

const content: Shape = {
  size: required(number, notKnown),
  compression: optional(number),
  mimeType: required(text, ''),
  text: optional(text),
  encoding: optional(text),
  comment: optional(text),
};

const request: Shape = {
  method: required(text, ''),
  url: required(text, ''),
  httpVersion: required(text, ''),
  headers: required(fields, []),
  queryString: required(fields, []),
  cookies: required(listOrOneOf(cookie), []),
  headersSize: required(number, notKnown),
  bodySize: required(number, notKnown),
  postData: optional(postDataOrText),
  comment: optional(text),
};

const response: Shape = {
  status: required(number, 0),
  statusText: required(text, ''),
  httpVersion: required(text, ''),
  headers: required(fields, []),
  cookies: required(listOrOneOf(cookie), []),
  content: required(object(content), conform({}, content)),
  redirectURL: required(text, ''),
  headersSize: required(number, notKnown),
  bodySize: required(number, notKnown),
  comment: optional(text),
};

const timings: Shape = {
  blocked: optional(number),
  dns: optional(number),
  connect: optional(number),
  send: required(number, notKnown),
  wait: required(number, notKnown),
  receive: required(number, notKnown),
  ssl: optional(number),
  comment: optional(text),
};

/** DevTools' importer wants these of each frame, and refuses the file otherwise. */
const webSocketMessage: Shape = {
  type: required(text, 'receive'),
  time: required(number, notKnown),
  opcode: required(number, notKnown),
  data: required(text, ''),
};

const eventSourceMessage: Shape = {
  time: required(number, notKnown),
  eventName: required(text, ''),
  eventId: required(text, ''),
  data: optional(text),
};

/** A stack without its list of frames makes DevTools refuse the file, at any depth of `parent`. */
const initiator: Fit = (value) => {
  if (!isJsonObject(value)) return { value };
  for (let stack = value.stack; stack !== undefined && stack !== null; ) {
    if (!isJsonObject(stack) || !Array.isArray(stack.callFrames) || !stack.callFrames.every(isJsonObject)) {
      return undefined;
    }
    stack = stack.parent;
  }
  return { value };
};

/** HAR 1.2, entries. All but what depends on the neighbours and the phases. */
const entry: Shape = {
  pageref: optional(text),
  request: required(object(request), conform({}, request)),
  response: required(object(response), conform({}, response)),
  cache: required((value) => (isJsonObject(value) ? { value } : undefined), {}),
  timings: required(object(timings), conform({}, timings)),
  serverIPAddress: optional(text),
  connection: optional(text),
  comment: optional(text),
  _initiator: optional(initiator),
  _webSocketMessages: optional(listOf(webSocketMessage)),
  _eventSourceMessages: optional(listOf(eventSourceMessage)),
};

/** An entry that is written with this date (another one moves aside) and, where it has no time, with this one. */
export function entryShape(startedDateTime: string, timeMs: number | undefined): Shape {
  return {
    startedDateTime: required(exactly(startedDateTime), startedDateTime),
    time: required(number, timeMs ?? notKnown),
    ...entry,
  };
}

const program: Shape = {
  name: required(text, ''),
  version: required(text, ''),
  comment: optional(text),
};

const pageTimings: Shape = {
  onContentLoad: optional(number),
  onLoad: optional(number),
  comment: optional(text),
};

/** A page; its missing date is the first entry's. */
const pageShape = (startedDateTime: string): Shape => ({
  startedDateTime: required(date, startedDateTime),
  id: required(text, ''),
  title: required(text, ''),
  pageTimings: required(object(pageTimings), {}),
  comment: optional(text),
});

/** HAR 1.2, log, without its entries. `startedDateTime` stands for the dates that pages lack. */
export function logShape(startedDateTime: string): Shape {
  return {
    // What is written here is HAR 1.2, whatever was read.
    version: required(exactly('1.2'), '1.2'),
    creator: required(object(program), unknownCreator),
    browser: optional(object(program)),
    pages: optional(listOf(pageShape(startedDateTime))),
    comment: optional(text),
  };
}
