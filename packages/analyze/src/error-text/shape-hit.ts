/** A JSON object of which nothing is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a shape found: a text, where it stands, and the service's code. */
export interface ShapeHit {
  readonly text: string;
  readonly pointer: string;
  readonly code?: string;
}

/** Keys under which services write their sentence, the most telling first. */
export const textKeys = [
  'message',
  'detail',
  'description',
  'error_description',
  'errorMessage',
  'errorDescription',
  'reason',
  'errorSummary',
  'summary',
  'summaryEnglish',
  'title',
  'msg',
  'faultstring',
  'error',
  'statusText',
  // German, French, Spanish, Italian, Portuguese, Dutch, Russian; Japanese, Chinese, Korean.
  'meldung',
  'nachricht',
  'fehlermeldung',
  'grund',
  'libelle',
  'motif',
  'mensaje',
  'motivo',
  'messaggio',
  'descrizione',
  'mensagem',
  'foutmelding',
  'bericht',
  'сообщение',
  'メッセージ',
  'エラーメッセージ',
  '理由',
  '消息',
  '訊息',
  '메시지',
  '사유',
] as const;

/** Whether a member of this name says why, and not just what. */
export function isReasonName(name: string): boolean {
  return /^(?:reasons?|grund|gründe|motifs?|raisons?|motivos?|razón|razon|razones|causa|reden|причина|理由|原因|사유|이유)$/i.test(
    name,
  );
}

/** The first text under one of `keys`, as itself or as the first of a list; .NET writes names with a capital. */
export function firstText(
  item: JsonObject,
  at: string,
  keys: readonly string[],
  code: unknown,
): ShapeHit | undefined {
  for (const name of keys) {
    const key = name in item ? name : name.charAt(0).toUpperCase() + name.slice(1);
    const many = list(item[key]);
    const found = hit(item[key], `${at}/${key}`, code) ?? hit(many?.[0], `${at}/${key}/0`, code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The code of the first error of a list that has no sentences. */
export function codeOfFirst(errors: unknown, at: string): ShapeHit | undefined {
  const first = object(list(errors)?.[0]);
  for (const key of ['code', 'errorCode', 'key']) {
    const code = first?.[key];
    if (code !== undefined) return hit(code, `${at}/0/${key}`, code);
  }
  return undefined;
}

/** undefined: no text, or an empty one. */
export function hit(text: unknown, pointer: string, code?: unknown): ShapeHit | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const written = typeof code === 'string' || typeof code === 'number' ? String(code) : '';
  return { text, pointer, ...(written === '' ? {} : { code: written }) };
}

/** undefined: it is none. */
export function object(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** undefined: it is none, or an empty one. */
export function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}
