/** One text of a table of words, as it is, or as a message says it of probes. */
export interface SpokenText {
  readonly path: string;
  readonly text: string;
  /** Probes that stand in it. */
  readonly given: readonly string[];
}

/** Enough for every message; each stands out in a text. */
const probes = ['⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧', '⟦5⟧'];
const counts = [0, 1, 2, 5, 21];

/** Facts of any shape: each member is a value of its own name; as a text it is one as well. */
function factsOf(own: unknown, memberOf: (name: string) => unknown): object {
  const text = () => String(own);
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === Symbol.toPrimitive || name === 'toString' || name === 'toLocaleString') return text;
        return typeof name === 'string' ? memberOf(name) : undefined;
      },
    },
  );
}

/** Every text of a table of words; messages are called with probes that show whether they are told. */
export function spokenTexts(words: unknown, path = ''): SpokenText[] {
  if (typeof words === 'string') return [spoken(path, words)];
  if (typeof words === 'function') return [spoken(path, say(words as Message))];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => spokenTexts(inner, `${path}/${name}`));
}

/** What messages say of numbers: of none, one and many. */
export function countedTexts(words: unknown, path = ''): SpokenText[] {
  if (typeof words === 'function')
    return counts.map((count) => spoken(`${path} ${count}`, sayCount(words as Message, count)));
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => countedTexts(inner, `${path}/${name}`));
}

type Message = (...given: readonly unknown[]) => unknown;

/** A message takes texts one by one, or facts by their names. */
function say(message: Message): string {
  const told = textOf(message(...probes));
  if (!told.includes('undefined') && message.length > 0) return told;
  return textOf(message(...probes.map((probe) => factsOf(probe, (name) => `⟦${name}⟧`))));
}

/** Some messages say several things: what, and what next. */
function textOf(told: unknown): string {
  return typeof told === 'object' && told !== null ? Object.values(told).join(' ') : String(told);
}

function sayCount(message: Message, count: number | string): string {
  const told = textOf(message(...probes.map(() => count)));
  if (!told.includes('undefined')) return told;
  return textOf(message(...probes.map(() => factsOf(count, () => count))));
}

function spoken(path: string, text: string): SpokenText {
  return { path, text, given: [...new Set(text.match(/⟦[^⟦⟧]+⟧/g) ?? [])].sort() };
}

/** Words for many, of what messages count. English has one singular number, French two. */
const manyOf = {
  en: /\b1 (?:[a-z]+ )?(?:requests|records|days|files|places|credentials|values|bodies|keys|entries|captures|commands|characters|pairs|checkpoints|messages|findings|remarks|images|pictures|times|others|bytes|answers|hosts|servers|parts|redirects|connections|tokens|responses|preflights)\b/,
  fr: /(?<![\d,.])[01] (?:autres )?(?:requêtes|enregistrements|entrées|jours|fichiers|endroits|emplacements|secrets|valeurs|clés|captures|caractères|paires|points|messages|constats|remarques|images|nouveaux|nouvelles|octets|réponses|hôtes|serveurs|parties|redirections|connexions|jetons)(?!\p{L})/u,
} as const;

/** Messages that put a plural behind one, whichever way they are given the number: as it is, or as a screen shows it. */
export function miscounted(words: unknown, language: keyof typeof manyOf, path = ''): string[] {
  if (typeof words === 'function') {
    const told = [1, '1'].map((one) => sayCount(words as Message, one));
    return told.every((text) => manyOf[language].test(text)) ? [`${path}: ${told[0]}`] : [];
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => miscounted(inner, language, `${path}/${name}`));
}

/** Whether a text that was told puts a plural behind one. */
export function isMiscounted(text: string, language: keyof typeof manyOf): boolean {
  return manyOf[language].test(text);
}

/** What is typed or written in captures, and so is the same in every language. */
const literal =
  /--[a-z][a-z-]*|\bharrier(?: logs search)?(?![\w’'])|\b(?:HAR|SAZ|JSON|PNG|JPEG|BEMS|Jira|GitHub|OpenPGP|SHA-256|Ed25519)\b|\d{4}-\d\d-\d\dT[\d:+]+/g;

export function literalsOf(text: string): string[] {
  return [...new Set(text.match(literal) ?? [])].sort();
}

/** Pairs that both written forms of Chinese use often: simplified, then traditional. */
const pairs =
  '请請应應档檔录錄说說绝絕权權检檢浏瀏览覽这這为為个個来來对對时時间間过過还還没沒会會发發经經网網页頁务務统統计計该該错錯误誤状狀态態码碼头頭标標题題连連线線络絡户戶显顯谁誰问問维維护護临臨复複载載传傳输輸响響两兩边邊从從关關开開断斷据據较較测測试試';

/** Characters of the other written form of Chinese. */
export function strayCharacters(text: string, language: 'zh-CN' | 'zh-TW'): string[] {
  const wrong = [...pairs].filter((_, at) => at % 2 === (language === 'zh-CN' ? 1 : 0));
  return wrong.filter((character) => text.includes(character));
}
