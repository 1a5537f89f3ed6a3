import { responseJson } from '../../../exchange/json-body.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { Evidence } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { featureWord } from '../../../permissions/feature-words.ts';
import { jsonAnswers } from '../../../permissions/json-answers.ts';
import { type AccessMap, accessMaps } from './access-maps.ts';
import { featuresInQuestion } from './granted-elsewhere.ts';

/** More names than this are a list, not an answer. */
const MAX_NAMED = 10;
/** Templates hide whole lists of features that nobody misses; so few were hidden one by one. A judgement. */
const FEW = 2;

/** The last ones that hide something; what a person looked at last is what the capture is about. */
const MAX_TEMPLATES = 60;
const MAX_ANSWERS = 100;

/** The access maps of one answer. */
interface Answer {
  readonly row: number;
  readonly maps: readonly AccessMap[];
}

/**
 * Finds permission templates that hide features: an answer with a map feature → `FULL_ACCESS` | `NO_ACCESS`. The person
 * does not see the option, nothing fails, and no status tells.
 * A user's own template beats the organisation's. Templates hide much on purpose, so a feature counts when the capture
 * itself is about it: another answer says that the person has it, a request or the case names it, the user's own template
 * takes away what the organisation's gives, or hardly anything else is hidden. The rest is information. Where two templates
 * of one level disagree, which one counts is not in the capture. What a service worked out before the template was changed
 * is outdated: such changes take hours to show.
 * Source: feature access of Webex Calling (help.webex.com cx0cjc); the shape is vendor-neutral.
 */
export const featureNoAccess: Rule<'permission/feature-no-access'> = {
  meta: {
    id: 'permission/feature-no-access',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'permission/feature-access',
  },
  needs: ['response-bodies'],
  *opens(view) {
    const denying = denyingAnswers(view);
    yield* denying;
    // What else is said of the features is only asked for where one is hidden.
    if (denying.length > 0) yield* jsonAnswers(view, () => true, MAX_ANSWERS);
  },
  *detect(view) {
    const answers = answersOf(view);
    if (answers.every(({ maps }) => maps.every(({ denied }) => denied.length === 0))) return;
    const asked = featuresInQuestion(view);
    const told = new Set<string>();
    for (const answer of answers) {
      const exchange = view.exchange(answer.row);
      const hidden = hiddenIn(answer.maps);
      if (exchange === undefined || hidden.size === 0) continue;
      const newer = grantedLater(answers, answer, [...hidden.keys()]);
      const missed = [...hidden].filter(
        ([name, map]) =>
          asked.has(featureWord(name)) ||
          newer.has(name) ||
          deviates(answer.maps, name, map) ||
          hidden.size <= FEW,
      );
      const shown = missed.length === 0 ? [...hidden] : missed;
      const names = shown.map(([name]) => name);
      const facts = exchangeFacts(exchange, 1);
      // Portals ask for the same template again and again.
      const key = JSON.stringify([facts.host, facts.path, names]);
      if (told.has(key)) continue;
      told.add(key);
      const first = shown[0]?.[1];
      const conflicting = names.some((name) => isDisputed(answer.maps, name));
      const outdatedBy = names.map((name) => newer.get(name)).find((other) => other !== undefined);
      const rows = [answer.row, ...(outdatedBy === undefined ? [] : [outdatedBy.row])];
      yield {
        entries: rows,
        evidence: [
          ...[...new Set(shown.map(([, map]) => map.pointer))].map((pointer) =>
            inBody(answer.row, pointer, 'cause'),
          ),
          ...(outdatedBy === undefined ? [] : [inBody(outdatedBy.row, outdatedBy.map.pointer, 'context')]),
        ],
        facts: {
          ...facts,
          features: names.slice(0, MAX_NAMED).map(shownName).join(', '),
          featureCount: names.length,
          ...(hidden.size > names.length ? { alsoHidden: hidden.size - names.length } : {}),
          ...templateFacts((outdatedBy?.map ?? first)?.template),
          conflicting,
          ...(outdatedBy === undefined || first?.computedAt === undefined
            ? {}
            : { outdatedSince: first.computedAt }),
        },
        ...(missed.length === 0 ? { severity: 'info' as const } : {}),
        ...(conflicting ? { class: 'hint' as const } : {}),
      };
    }
  },
};

/** Answers that hide something. Portals ask for the same template again and again: of a URL and a length, the first one. */
function denyingAnswers(view: ColumnView): number[] {
  const { contentSize } = view.index.columns;
  const seen = new Set<string>();
  const rows = view.rowsByStart.filter((row) => {
    if (!view.marks(row).denial) return false;
    const key = `${view.url(row) ?? row} ${contentSize[row]}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return rows.slice(-MAX_TEMPLATES);
}

function answersOf(view: CaptureView): Answer[] {
  return view.openedRows.flatMap((row) => {
    const exchange = view.exchange(row);
    if (exchange?.answerMayHoldWord('_ACCESS') !== true) return [];
    if (exchange.responseText?.includes('_ACCESS') !== true) return [];
    const maps = accessMaps(responseJson(exchange));
    return maps.length === 0 ? [] : [{ row, maps }];
  });
}

/** What the person does not see, with the map that hides it: the user's own first, then the others. */
function hiddenIn(maps: readonly AccessMap[]): Map<string, AccessMap> {
  const own = maps.filter(isOwn);
  const grantedToUser = new Set(own.flatMap(({ granted }) => granted));
  const hidden = new Map<string, AccessMap>();
  for (const map of [...own, ...maps.filter((other) => !isOwn(other))])
    for (const name of map.denied) {
      if (!hidden.has(name) && (isOwn(map) || !grantedToUser.has(name))) hidden.set(name, map);
    }
  return hidden;
}

function isOwn({ template }: AccessMap): boolean {
  return /^(?:USER|PERSON|PEOPLE)$/i.test(template?.level ?? '');
}

/** The user's own template takes away what the organisation's gives. */
function deviates(maps: readonly AccessMap[], name: string, map: AccessMap): boolean {
  return isOwn(map) && maps.some((other) => !isOwn(other) && other.granted.includes(name));
}

/** Two maps of one level say different things. */
function isDisputed(maps: readonly AccessMap[], name: string): boolean {
  return [maps.filter(isOwn), maps.filter((map) => !isOwn(map))].some(
    (level) =>
      level.some(({ denied }) => denied.includes(name)) &&
      level.some(({ granted }) => granted.includes(name)),
  );
}

/** For features that were worked out as hidden, the template that grants them and was changed after that. */
function grantedLater(
  answers: readonly Answer[],
  answer: Answer,
  names: readonly string[],
): Map<string, { readonly row: number; readonly map: AccessMap }> {
  const later = new Map<string, { readonly row: number; readonly map: AccessMap }>();
  for (const name of names) {
    const computedAt = answer.maps.find(({ denied }) => denied.includes(name))?.computedAt;
    if (computedAt === undefined) continue;
    for (const { row, maps } of answers) {
      const hidden = hiddenIn(maps);
      const map = maps.find(({ granted, template }) => granted.includes(name) && template !== undefined);
      const modifiedAt = map?.template?.modifiedAt;
      if (map === undefined || modifiedAt === undefined || hidden.has(name)) continue;
      if (Date.parse(modifiedAt) > Date.parse(computedAt)) later.set(name, { row, map });
    }
  }
  return later;
}

function inBody(entry: number, bodyPointer: string, role: Evidence['role']): Evidence {
  return { entry, pointer: '/response/content/text', bodyPointer, role };
}

function templateFacts(template: AccessMap['template']) {
  if (template === undefined) return {};
  const { name, level, rank, modifiedAt, modifiedBy } = template;
  return {
    ...(name === undefined ? {} : { template: name }),
    ...(level === undefined ? {} : { level }),
    ...(rank === undefined ? {} : { rank }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(modifiedBy === undefined ? {} : { modifiedBy }),
  };
}

/** Keys of a map are the service's words; a longer one is data. */
function shownName(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
