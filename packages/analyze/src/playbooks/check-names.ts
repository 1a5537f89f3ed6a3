import { allRules } from '../rules/registry.ts';
import type { PlaybookProblem } from './check-shape.ts';
import type { Playbook, PlaybookFinding } from './playbook.ts';

/** What every text may name, besides what its finding extracts. */
const requestFacts = ['method', 'host', 'path', 'place', 'status', 'trackingId'] as const;
const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ meta }) => meta.id));
/** `{name}` and `{name|list}`, as texts have them. */
const place = /\{([A-Za-z]\w{0,40})(?:\|([A-Za-z]\w{0,40}))?\}/g;

/** The first name in a sound playbook behind which there is nothing, or that is there twice. */
export function checkNames(playbook: Playbook): PlaybookProblem | undefined {
  const { findings, operations = [] } = playbook;
  return (
    doubleId(findings, '/findings') ??
    doubleId(operations, '/operations') ??
    firstOf(findings.map((finding, at) => checkFinding(playbook, finding, `/findings/${at}`))) ??
    firstOf(operations.map((operation, at) => checkOperation(playbook, operation, `/operations/${at}`)))
  );
}

function doubleId(items: readonly { readonly id: string }[], pointer: string): PlaybookProblem | undefined {
  const at = items.findIndex(({ id }, index) => items.findIndex((other) => other.id === id) < index);
  const id = items[at]?.id;
  return id === undefined
    ? undefined
    : { code: 'playbook/double-id', pointer: `${pointer}/${at}/id`, detail: id };
}

function checkFinding(
  { labels = {} }: Playbook,
  { refines, texts, extract = {} }: PlaybookFinding,
  pointer: string,
): PlaybookProblem | undefined {
  const rule = refines?.find((id) => !ruleIds.has(id));
  if (rule !== undefined)
    return {
      code: 'playbook/unknown-rule',
      pointer: `${pointer}/refines/${refines?.indexOf(rule)}`,
      detail: rule,
    };
  // A rule's finding has words already; a playbook's own has none but these.
  if (refines === undefined && texts.en.verdict === undefined)
    return { code: 'playbook/missing', pointer: `${pointer}/texts/en`, detail: 'verdict' };
  const facts = new Set<string>([...requestFacts, ...Object.keys(extract)]);
  for (const [language, sentences] of Object.entries(texts))
    for (const [kind, sentence] of Object.entries(sentences as Record<string, string>))
      for (const [, name = '', list] of sentence.matchAll(place)) {
        const at = `${pointer}/texts/${language}/${kind}`;
        // What a rule's finding knows is the rule's matter.
        if (refines === undefined && !facts.has(name))
          return { code: 'playbook/unknown-fact', pointer: at, detail: name };
        if (list !== undefined && !Object.hasOwn(labels, list))
          return { code: 'playbook/unknown-list', pointer: at, detail: list };
      }
  return undefined;
}

function checkOperation(
  { labels = {}, services = {} }: Playbook,
  { fields, hops }: NonNullable<Playbook['operations']>[number],
  pointer: string,
): PlaybookProblem | undefined {
  if (fields !== undefined && !Object.hasOwn(labels, fields))
    return { code: 'playbook/unknown-list', pointer: `${pointer}/fields`, detail: fields };
  const hop = hops.findIndex(({ service }) => !Object.hasOwn(services, service));
  const unknown = hops[hop]?.service;
  return unknown === undefined
    ? undefined
    : { code: 'playbook/unknown-service', pointer: `${pointer}/hops/${hop}/service`, detail: unknown };
}

function firstOf(problems: readonly (PlaybookProblem | undefined)[]): PlaybookProblem | undefined {
  return problems.find((problem) => problem !== undefined);
}
