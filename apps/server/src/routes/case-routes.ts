import type { CaseRow, NoteRow } from '@harrier/cases';
import type { Language } from '@harrier/knowledge';
import { RequestError } from '../http/request-error.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { id, language, limit, list, object, text, time, visibility } from './schemas.ts';

const status = { enum: ['open', 'closed'] };
const title = text(500);
const supportCase = object({
  id,
  number: { type: 'integer' },
  title,
  language,
  status,
  createdBy: id,
  createdMs: time,
  updatedMs: time,
});
const note = object({ id, author: id, visibility, text: text(100_000), createdMs: time });

function shownCase({ tenantId: _, ...row }: CaseRow) {
  return row;
}

function shownNote({ caseId: _, noteKey: __, ...row }: NoteRow) {
  return row;
}

/** What is there, or the same answer for what never was and for what belongs to somebody else. */
export function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new RequestError('request/not-found');
  return thing;
}

export const caseRoutes: readonly Route[] = [
  route<
    undefined,
    { words?: string; status?: CaseRow['status']; number?: number; after?: string; limit: number }
  >({
    method: 'GET',
    url: '/api/cases',
    access: 'case:read',
    summary:
      'Cases, those that changed last first; `words` are looked for in titles; `after` is the id of the last one that you have.',
    query: object(
      { words: text(200, 0), status, number: { type: 'integer', minimum: 1 }, after: id, limit },
      ['words', 'status', 'number', 'after', 'limit'],
    ),
    answer: { status: 200, schema: list(supportCase) },
    handle: async (call) =>
      (await call.service.book.listCases(caller(call).tenantId, call.query)).map(shownCase),
  }),
  route<{ title: string; language: Language }>({
    method: 'POST',
    url: '/api/cases',
    access: 'case:write',
    summary: 'Opens a case.',
    body: object({ title, language }),
    answer: { status: 201, schema: supportCase },
    handle: async (call) => shownCase(await call.service.book.createCase(actorOf(call), call.body)),
  }),
  route({
    method: 'GET',
    url: '/api/cases/:caseId',
    access: 'case:read',
    summary: 'One case.',
    answer: { status: 200, schema: supportCase },
    handle: async (call) =>
      shownCase(found(await call.service.book.getCase(caller(call).tenantId, call.params.caseId ?? ''))),
  }),
  route<Partial<Pick<CaseRow, 'title' | 'language' | 'status'>>>({
    method: 'PATCH',
    url: '/api/cases/:caseId',
    access: 'case:write',
    summary: 'Changes a case.',
    body: object({ title, language, status }, ['title', 'language', 'status']),
    answer: { status: 200, schema: supportCase },
    handle: async (call) =>
      shownCase(
        found(await call.service.book.changeCase(actorOf(call), call.params.caseId ?? '', call.body)),
      ),
  }),
  route<undefined, { limit: number; after?: string }>({
    method: 'GET',
    url: '/api/cases/:caseId/notes',
    access: 'case:read',
    summary: 'The notes of a case, the oldest first; `after` is the id of the last one that you have.',
    query: object({ limit, after: id }, ['limit', 'after']),
    answer: { status: 200, schema: list(note) },
    handle: async (call) => {
      const { tenantId } = caller(call);
      const { id: caseId } = found(await call.service.book.getCase(tenantId, call.params.caseId ?? ''));
      const { limit: most, after } = call.query;
      return (await call.service.book.notesOf(tenantId, caseId, most, after)).map(shownNote);
    },
  }),
  route<{ text: string; visibility: 'public' | 'private' }>({
    method: 'POST',
    url: '/api/cases/:caseId/notes',
    access: 'case:write',
    summary: 'Adds a note.',
    body: object({ text: text(100_000), visibility }),
    answer: { status: 201, schema: note },
    handle: async (call) =>
      shownNote(found(await call.service.book.addNote(actorOf(call), call.params.caseId ?? '', call.body))),
  }),
];
