import type { BatchRequest } from './batch-request.ts';
import { type JsonObject, list } from './shape-hit.ts';
import { saysNoSuccess } from './verdict-words.ts';

/** Texts of a page, by the names that applications give to where they keep them. */
const textsPath =
  /(?:^|[/._-])(?:i18n|l10n|locales?|lang|languages?|translations?|texts?|strings|messages|labels|texte|textes|textos|traductions|traducciones|uebersetzungen|honyaku)(?:[/._-]|$)/i;
/** Lists of what went wrong before, by the same. */
const errorsPath =
  /(?:^|[/_-])(?:errors?|failures?|faults?|logs?|journal|incidents?|alarms?|alerts?|problems?|issues|fehler|protokoll|stoerungen|erreurs?|pannes|errores|fallos|errori|erros)(?:[/_-]|$)/i;
/** Questions whether something would do. Their no is an answer. */
const checkPath =
  /(?:^|[/:_-])(?:validat(?:e|ion)|check|verify|precheck|dry-?run|preview|is-?available|availability|pruefen|pruefung|valider|verifier|validar|comprobar|controlla|kensho|kakunin)(?:[/:_-]|$)/i;
const paging = ['total', 'count', 'page', 'next', 'offset', 'limit', 'pageSize', 'nextPage', 'totalCount'];

/**
 * Whether an answer of 2xx holds errors as its data, and is none: the texts of a page (`{"error": "Something went wrong", …}`), a list of
 * what failed before, what a check of a form found.
 */
export function isAboutErrors(root: JsonObject, { method = '', url = '' }: BatchRequest): boolean {
  const path = url.replace(/^[a-z]+:\/\/[^/]*|[?#].*$/gi, '');
  // A request that changes something may be made below any path.
  if (checkPath.test(path)) return !saysNoSuccess(root) || list(root.errors) !== undefined;
  if (!/^(?:GET|HEAD)$/i.test(method) || saysNoSuccess(root)) return false;
  const hasErrors = list(root.errors) !== undefined || list(root.fehler) !== undefined;
  if (hasErrors && (errorsPath.test(path) || paging.some((name) => typeof root[name] === 'number')))
    return true;
  return textsPath.test(path) || isCatalogue(root);
}

/** So many texts beside each other are no message. */
const MANY_TEXTS = 10;

function isCatalogue(root: JsonObject): boolean {
  const values = Object.values(root);
  return values.length >= MANY_TEXTS && values.every((value) => typeof value === 'string');
}
