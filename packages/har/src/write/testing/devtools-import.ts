/**
 * What Chrome DevTools checks when a HAR is imported; one miss in one entry and it refuses the whole file.
 * Gives a sentence for the first miss, or undefined. Seen in: DevTools 1.0.1705227, importing prepared files.
 */
export function refusalOfDevTools(har: unknown): string | undefined {
  try {
    checkLog(objectAt(har, 'log'));
    return undefined;
  } catch (cause) {
    if (cause instanceof Refusal) return cause.message;
    throw cause;
  }
}

class Refusal extends Error {}

type Members = Readonly<Record<string, unknown>>;

function checkLog(log: Members): void {
  checkProgram(objectAt(log, 'creator'));
  if (log.browser !== undefined) checkProgram(objectAt(log, 'browser'));
  if (log.pages !== undefined) {
    for (const page of listAt(log, 'pages')) {
      checkDate(page, 'startedDateTime');
      checkText(page, 'id');
      checkText(page, 'title');
      objectAt(page, 'pageTimings');
    }
  }
  for (const entry of listAt(log, 'entries')) checkEntry(entry);
  if (log.version !== '1.2') throw new Refusal('version is not 1.2');
}

function checkProgram(program: Members): void {
  checkText(program, 'name');
  checkText(program, 'version');
}

function checkEntry(entry: Members): void {
  checkDate(entry, 'startedDateTime');
  checkNumbers(entry, ['time']);
  objectAt(entry, 'cache');
  const timings = objectAt(entry, 'timings');
  checkNumbers(timings, ['send', 'wait', 'receive']);
  for (const name of ['blocked', 'dns', 'connect', 'ssl']) {
    if (timings[name] !== undefined) checkNumbers(timings, [name]);
  }
  const request = objectAt(entry, 'request');
  for (const name of ['method', 'url', 'httpVersion']) checkText(request, name);
  checkNumbers(request, ['headersSize', 'bodySize']);
  checkFields(request, ['headers', 'queryString']);
  checkCookies(request);
  if (request.postData !== undefined) checkText(objectAt(request, 'postData'), 'mimeType');
  const response = objectAt(entry, 'response');
  for (const name of ['statusText', 'httpVersion', 'redirectURL']) checkText(response, name);
  checkNumbers(response, ['status', 'headersSize', 'bodySize']);
  checkFields(response, ['headers']);
  checkCookies(response);
  const content = objectAt(response, 'content');
  checkNumbers(content, ['size']);
  checkText(content, 'mimeType');
  if (content.text !== undefined) checkText(content, 'text');
  if (Array.isArray(entry._webSocketMessages)) {
    for (const message of listAt(entry, '_webSocketMessages')) {
      checkText(message, 'type');
      checkNumbers(message, ['time', 'opcode']);
    }
  }
}

function checkFields(message: Members, names: readonly string[]): void {
  for (const name of names) {
    for (const field of listAt(message, name)) {
      checkText(field, 'name');
      checkText(field, 'value');
    }
  }
}

function checkCookies(message: Members): void {
  checkFields(message, ['cookies']);
  for (const cookie of listAt(message, 'cookies')) {
    if (cookie.expires !== undefined) checkDate(cookie, 'expires');
  }
}

function objectAt(value: unknown, name: string): Members {
  const member = (value as Members | null | undefined)?.[name];
  if (typeof member !== 'object' || member === null || Array.isArray(member)) {
    throw new Refusal(`${name} is no object`);
  }
  return member as Members;
}

function listAt(members: Members, name: string): readonly Members[] {
  const list = members[name];
  if (!Array.isArray(list)) throw new Refusal(`${name} is no list`);
  for (const item of list) {
    if (typeof item !== 'object' || item === null)
      throw new Refusal(`${name} holds something else than objects`);
  }
  return list as readonly Members[];
}

function checkText(members: Members, name: string): void {
  if (typeof members[name] !== 'string') throw new Refusal(`${name} is no text`);
}

function checkNumbers(members: Members, names: readonly string[]): void {
  for (const name of names) {
    if (typeof members[name] !== 'number') throw new Refusal(`${name} is no number`);
  }
}

function checkDate(members: Members, name: string): void {
  if (Number.isNaN(Date.parse(String(members[name])))) throw new Refusal(`${name} is no date`);
}
