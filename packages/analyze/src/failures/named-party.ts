/** Keys under which requests and answers name who does the work behind a service, in the languages in which services are written. */
const partyKeys = [
  ...['serviceProvider', 'service_provider', 'provider', 'providerName', 'vendor', 'vendorName', 'partner'],
  ...['thirdParty', 'carrier', 'recordingVendor', 'anbieter', 'dienstleister', 'fournisseur', 'prestataire'],
  ...[
    'partenaire',
    'proveedor',
    'fornecedor',
    'parceiro',
    'fornitore',
    'leverancier',
    'プロバイダー',
    '事業者',
  ],
  ...['提供商', '供应商', '供應商', '업체', '제공업체'],
];
const partyKey = new RegExp(`"(?:${partyKeys.join('|')})"\\s{0,4}:\\s{0,4}"([^"\\\\]{2,60})"`, 'gi');

/** `… failed in Parrotbox.`, `… rejected by Northwind Telecom`: a proper name at the end of the sentence. */
const nameAtEnd =
  /\b(?:failed|failure|rejected|refused|denied|declined|error|exception|timeout|timed out)\s(?:in|at|by|from|on)\s((?:[A-Z][\w&'-]{1,30})(?:\s[A-Z][\w&'-]{1,30}){0,2})\s{0,2}[.!]?$/;

/** What an answer calls itself, or whoever is behind, without naming anybody. */
const nobody =
  /^(?:the|der|die|das|le|la|les|a|an|it|and|server|service|upstream|backend|back-end|host|gateway|origin|system|vorsystem|drittsystem|zielsystem|gegenstelle|anbieter|partner|provider|vendor|proxy|request|connection|dienst|anfrage|verbindung|serveur|requête|connexion|サーバー|サーバ|接続|リクエスト|服务器|伺服器|请求|請求|连接|連線|서버|요청|연결)$/i;

const word = String.raw`["'“„«「]?([\p{L}\p{N}][\p{L}\p{N}_.&-]{2,40}(?: (?:service|Service|API))?)["'”“»」]?`;
/** `No answer from billing-api`, `Der Lagerdienst antwortet nicht`, `在庫サービスから応答がありません`: who did not answer. */
const silent: readonly RegExp[] = [
  String.raw`\b(?:(?:no|empty|invalid|bad) (?:response|answer|reply) from|(?:timeout|timed out|error|failure) (?:waiting for|calling|contacting|connecting to)|(?:cannot|can't|could not|unable to|failed to) (?:reach|contact|connect to|call)) (?:the )?${word}`,
  `${word} (?:did not (?:respond|answer|reply)|does not (?:respond|answer|reply)|is not responding|is unreachable|is down|is (?:currently |temporarily )?unavailable|timed out)`,
  `${word} (?:antwortet nicht|antwortete nicht|hat nicht geantwortet|(?:ist )?(?:derzeit )?nicht erreichbar)`,
  String.raw`\b(?:keine|leere|ungültige) Antwort (?:von|vom) (?:der |dem )?${word}`,
  `(?:service |serveur |système )?${word} (?:ne répond pas|n['’]a pas répondu|est injoignable|est indisponible)`,
  String.raw`\b(?:aucune|pas de) réponse (?:de|du) (?:la |l['’])?${word}`,
  `${word} (?:no responde|no respondió|non risponde|não responde|não respondeu)`,
  String.raw`([\p{L}\p{N}_.-]{2,24}?)」?(?:から(?:の)?(?:応答|返答|回答|レスポンス)が(?:ありません|ない|得られ)|が(?:応答しません|応答していません|応答しない|停止中)|に接続できません)`,
  String.raw`([\p{L}\p{N}_.-]{2,24}?)[”」]?(?:无响应|無回應|没有响应|沒有回應|未响应|未回應|响应超时|回應逾時|连接失败|連線失敗|不可用)`,
  String.raw`([\p{L}\p{N}_.-]{2,24}?)[”」]?(?:이|가|에서|에)? ?(?:응답하지 않|응답이 없|연결할 수 없)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Who an error text says did not answer; undefined = nobody by name. */
export function silentParty(errorText: string): string | undefined {
  for (const pattern of silent) {
    const name = pattern.exec(errorText)?.[1];
    if (name !== undefined && !nobody.test(name)) return name;
  }
  return undefined;
}

/**
 * Who an error text names as the one that failed: a provider that the exchange itself mentions, else a proper name that
 * the sentence ends in. undefined = nobody.
 */
export function namedParty(errorText: string, bodies: readonly (string | undefined)[]): string | undefined {
  const folded = errorText.toLowerCase();
  for (const body of bodies) {
    for (const match of (body ?? '').slice(0, 64 * 1024).matchAll(partyKey)) {
      const name = match[1]?.trim() ?? '';
      if (name.length > 1 && folded.includes(name.toLowerCase())) return name;
    }
  }
  return nameAtEnd.exec(errorText)?.[1];
}
