import { MAX_ERROR_CHARS } from './extracted-error.ts';

/**
 * Tokens that services echo in their errors. Each pattern is anchored on a literal or a bounded run, so it is
 * linear: JSON web tokens, `Bearer …`, and runs that look like encoded secrets (letters and digits mixed, 32 up).
 */
const credentials: readonly RegExp[] = [
  /\beyJ[\w-]{8,4000}\.[\w-]{2,4000}(?:\.[\w-]{0,4000})?/g,
  /\b(Bearer|Basic)\s{1,4}[\w.~+/=-]{8,4000}/gi,
  /\b[A-Za-z0-9+=]{41,4000}/g,
];

/** White space folded, credentials blanked, cut to a readable length; `''` where nothing is left. */
export function oneLine(text: string): string {
  let line = text
    .slice(0, 4 * MAX_ERROR_CHARS)
    .replace(/\s+/g, ' ')
    .trim();
  for (const pattern of credentials)
    line = line.replace(pattern, (_, scheme) => (typeof scheme === 'string' ? `${scheme} …` : '…'));
  return line.length > MAX_ERROR_CHARS ? `${line.slice(0, MAX_ERROR_CHARS - 1).trimEnd()}…` : line;
}

/** `400: Invalid product` → 400. Gateways put the status that they were answered in front of the message. */
export function upstreamStatusOf(text: string): number | undefined {
  // Patterns that know letters of every language are long to compile, and most sentences hold no number.
  if (!anyStatus.test(text)) return undefined;
  const match = /^\s{0,8}(?:HTTP(?:\/[\d.]{1,3})?\s|status(?: code)?:?\s)?([45]\d\d)\s{0,4}[:\-–]/i.exec(
    text,
  );
  const status =
    match?.[1] ??
    answeredWith.exec(text)?.[1] ??
    firstGroup(inEastAsia, text) ??
    firstGroup(namedStatus, text) ??
    firstGroup(besideTheOther, text);
  return status === undefined ? undefined : Number(status);
}

/** What each of these patterns asks for. */
const anyStatus = /[45]\d\d/;

/** The status of somebody behind, in a sentence of whoever answers with `own` and may name that as well. */
export function otherStatusIn(text: string, own: number): number | undefined {
  const rest = text.replace(new RegExp(`(?<!\\d)${own}(?!\\d)`, 'g'), '…');
  if (!anyStatus.test(rest)) return undefined;
  const status =
    upstreamStatusOf(rest) ?? (own === 502 || own === 504 ? firstGroup(errorNumber, rest) : undefined);
  return status === undefined ? undefined : Number(status);
}

/** `hat abgelehnt (Fehler 409)`, `a refusé : erreur 403`, `エラー 404`: in a gateway's mouth the number of an error is a status. */
const errorNumber =
  /(?:errors?|Fehler(?:code)?|erreur|errore|erro|code|código|codice|status|statut|estado|stato|エラー(?:コード)?|コード|ステータス|错误码?|錯誤碼?|状态|狀態|오류|코드)\s?[:：=(（#]?\s?(4(?:0[0-689]|1[0235-7]|2[2-9]|31|51)|50[0-5])(?![\d.,-])|[(（[](4(?:0[0-689]|1[0235-7]|2[2-9]|31|51)|50[0-5])[)）\]]/iu;

/** `The order service answered 403`, `upstream returned HTTP 404`, `Réponse 404 du service`: somebody else's status inside a sentence. */
const answeredWith =
  /(?<![\p{L}\d])(?:answered|responded|replied|returned|response|antwortete?|meldete?|lieferte?|Antwort|répondu|répond|renvoyé|renvoie|retourné|Réponse|respondió|devolvió|Respuesta|(?:ha )?(?:risposto|restituito)|Risposta|respondeu|retornou|devolveu|Resposta|antwoordde)\s(?:(?:with|mit|dem|der|par|avec|le|con|il|el|com|o|met|a|an|the|status|code|código|codice|statut|de|di|estado|stato|error|erreur|errore|erro|HTTP(?:\/[\d.]{1,3})?)\s){0,4}:?\s?\(?([45]\d\d)\b/iu;

/** `Request failed with status code 403`, `HTTP 403 vom Lagerdienst`, `Upstream error: 403 Forbidden`: a number that can be nothing else. RFC 9110 §15. */
const namedStatus =
  /\b(?:HTTP(?:\/[\d.]{1,3})?(?:-(?:Code|Status))?|status(?:code| code)?|statut|Statuscode|code HTTP|código(?: HTTP| de estado)|codice(?: HTTP| di stato)|ステータス(?:コード)?|状态码|狀態碼|상태 코드)\s?[:：=]?\s?([45]\d\d)\b|\b([45]\d\d)\s(?:Bad Request|Unauthori[sz]ed|Payment Required|Forbidden|Not Found|Method Not Allowed|Conflict|Gone|Unprocessable|Locked|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/i;

/** `在庫サービスが 403 を返しました`, `上游服务返回 404`, `업스트림 응답 코드 502`: the status beside the word for an answer. */
const inEastAsia =
  /([45]\d\d)\s{0,2}(?:エラー)?\s{0,2}(?:を返|が返|で応答|を応答|을 반환|를 반환|로 응답|으로 응답|응답|反应|响应|回應)|(?:返回了?|响应了?|回應了?|応答(?:コード)?|レスポンス|응답(?: 코드)?)\s{0,2}[:：]?\s{0,2}(?:HTTP\s?|状态码\s?|狀態碼\s?|ステータス\s?)?([45]\d\d)/;

/** `Vorsystem nicht erreichbar (404)`, `上游服务 inventory 异常：404`: a number that stands near a word for whoever is behind; no count or length. */
const besideTheOther =
  /(?<![\p{L}\d])(?:upstream|downstream|back-?end|remote|provider|vendor|partner|supplier|third[- ]party|dependency|Dienstleister|Partner|Lieferant|prestataire|Vorsystem|Drittsystem|Fremdsystem|Zielsystem|amont|distant|partenaire|remoto|externo|proveedor|tercero|esterno|fornitore|fornecedor|fournisseur|Anbieter|extern)(?!\p{L})[^.\n\d]{0,60}([45]\d\d)(?![\d.,]|\s?(?:\p{L}{1,2}\b|rows|items|Zeilen|lignes|filas|righe|linhas))|(?:上游|下游|后端|後端|第三方|外部|バックエンド|上流|連携先|基幹|提供元|백엔드|업스트림|외부|연계)[^。\n\d]{0,60}([45]\d\d)(?![\d.,]|\s?(?:件|行|条|條|건|ms|秒|초))/iu;

function firstGroup(pattern: RegExp, text: string): string | undefined {
  const match = pattern.exec(text);
  return match?.[1] ?? match?.[2];
}
