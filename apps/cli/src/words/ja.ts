import { countText } from '../format/quantity.ts';
import type {
  CliWords,
  CommandHelps,
  FilterWords,
  OptionHelps,
  UsageWords,
  WriteTroubles,
} from './cli-words.ts';
import { jaEscalate } from './escalate/ja.ts';
import { jaLogs } from './logs/ja.ts';
import { jaRecord } from './record/ja.ts';
import { jaSend } from './send/ja.ts';
import { jaTrace } from './trace/ja.ts';

const list = (words: readonly string[]) => words.join('、');
const meant = (word: string | undefined) => (word === undefined ? '' : `もしかして：${word}`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `${given} というコマンドはありません。${meant(other)} コマンド：${list(commands)}`,
  'unknown-topic': ({ given, nearest }) =>
    `${given} についてのページはありません。${nearest.length === 0 ? '' : `もしかして：${list(nearest)}`}`,
  'unknown-option': ({ given, meant: other }) => `${given} というオプションはありません。${meant(other)}`,
  'option-elsewhere': ({ option, command, commands }) =>
    `${option} は ${command} のオプションではありません。使えるコマンド：${list(commands)}`,
  'needs-value': ({ option, oneOf }) =>
    `${option} には値が必要です${oneOf === undefined ? '。' : `：${list(oneOf)}`}`,
  'takes-no-value': ({ option }) => `${option} は値を取りません。`,
  'given-twice': ({ option }) => `${option} が 2 回指定されています。`,
  'not-one-of': ({ option, given, oneOf, meant: other }) =>
    `${option} に ${given} は指定できません。指定できる値：${list(oneOf)} ${meant(other)}`.trimEnd(),
  'missing-argument': ({ argument }) => `<${argument}> がありません。`,
  'extra-argument': ({ given }) => `引数 ${given} は余分です。`,
  'exclude-each-other': ({ options }) => `${options[0]} と ${options[1]} は同時に指定できません。`,
  'not-an-index': ({ given }) =>
    `${given} は番号ではありません。番号は harrier table が示す 0 以上の整数です。`,
  'no-such-entry': ({ index, entries }) =>
    entries === 0
      ? `リクエスト ${index} はありません。キャプチャーは空です。`
      : `リクエスト ${index} はありません。最後は ${entries - 1} です。`,
  filter: ({ at, problem, term }) => `--filter の ${at + 1} 文字目: ${filterProblem[problem](term)}。`,
  'missing-output': () => '出力先がありません。-o <out.har>、標準出力なら -o - を指定してください。',
  'missing-option': ({ option }) => `${option} がありません。`,
  'bad-session-key': ({ path }) =>
    `${path} に、gpg --show-session-key が表示する形式のセッション鍵がありません。`,
  'output-is-input': ({ path }) => `${path} は入力ファイルです。書き込むと失われます。`,
  'output-exists': ({ path }) => `${path} はすでにあります。--force で置き換えます。`,
  'output-is-folder': ({ path }) => `${path} はフォルダーです。`,
  'no-bytes-to-write': () => '-o は本文を書き出します。--tab payload、preview、response と一緒に使います。',
  'body-not-recorded': () =>
    'このキャプチャーに本文は含まれていません。記録されなかったか、大きすぎるため省かれています。',
  'needs-other': ({ option, other }) => `${option} は ${other} と一緒に使います。`,
  'unreadable-option': ({ option, path }) => `${option}: ${path} を読み取れません。`,
  'bad-policy': ({ path, pointer, what }) => `ポリシー ${path} が正しくありません: ${pointer} ${what}。`,
  'bad-settings': ({ path, pointer, rule }) =>
    `${path} の設定が正しくありません${pointer === '' ? '' : `（${pointer}）`}: ${rule}。`,
  'bad-playbook': ({ path, line, column, pointer, what }) =>
    `プレイブック ${path} が正しくありません: ${line} 行 ${column} 列${pointer === '' ? '' : `（${pointer}）`}: ${what}。`,
  'no-playbooks': ({ path }) => `--playbooks: フォルダー ${path} に *.json ファイルがありません。`,
  'playbook-twice': ({ id, paths }) => `${paths.join(' と ')} はどちらもプレイブック「${id}」です。`,
  'bad-report': ({ path }) => `${path} は harrier sanitize のレポートではありません。`,
  'short-key': ({ path }) => `${path} の鍵は 32 バイト未満です。`,
  'bad-key': ({ option, path }) => `${option}: ${path} に使える鍵がありません。`,
  ...jaEscalate.usage,
  ...jaRecord.usage,
  ...jaLogs.usage,
  ...jaTrace.usage,
};

const filterProblem: FilterWords = {
  'unknown-key': (term) => `${term} は既知のキーで始まらないため、文字列として検索します`,
  'missing-value': (term) => `${term} に値がありません`,
  'bad-value': (term) => `${term} はこのキーの値ではありません`,
  'bad-regex': (term) => `${term} は安全に検索できる正規表現ではありません`,
  'missing-operand': (term) => `${term} の隣に条件がありません`,
  'unclosed-parenthesis': () => '括弧が閉じていません',
  'too-deep': () => '括弧の入れ子が深すぎます',
  'too-long': () => '式が長すぎます',
  'not-observable': (term) =>
    `${term} が求める情報はどのキャプチャーにも記録されないため、何も見つかりません`,
};

const command: CommandHelps = {
  open: {
    summary: 'ブラウザーで開くワークベンチ',
    about:
      'このマシンの空きポートでワークベンチを起動し、アドレスを表示します。キャプチャーはこのマシンから出ません。Ctrl-C で終了します。',
  },
  triage: {
    summary: '何が失敗したか、なぜか、どのトラッキング ID を検索すべきか',
    about:
      '最初の行が答えです。続いて根拠、その他の検出結果、検索すべき ID、遅いリクエスト、キャプチャーの概要を示します。',
  },
  compare: {
    summary: 'うまくいくキャプチャーと失敗するキャプチャーの違い',
    about:
      '2 つのキャプチャーを任意の順で指定します。うまくいくユーザーと失敗するユーザー、または変更の前と後などです。最初の行が最も重要な違いです。',
  },
  table: {
    summary: 'すべてのリクエスト: 開始、メソッド、ステータス、時間、URL、トラッキング ID、エラー、組織',
    about: '端末ではトラッキング ID とエラーをリクエストの下に、それ以外では 1 リクエストを 1 行で示します。',
  },
  show: {
    summary: '1 つのリクエスト: headers、payload、preview、response、initiator、timing',
    about: '番号は harrier table の最初の列です。資格情報は伏せられます。--unmasked で表示します。',
  },
  sanitize: {
    summary: '資格情報を取り除き、診断に必要なものを残す',
    about:
      '出力は書き込む前に検査され、全体が現れるか、まったく現れないかのどちらかです。--check は資格情報が残っていないかだけを調べ、残っていれば 1 で終了します。',
  },
  convert: {
    summary: 'SAZ、gzip、zip、Playwright の zip、壊れた HAR を HAR 1.2 に変換',
    about: '出力は完全な形でのみ現れ、本人だけが読めます。入力の資格情報はすべて含まれます。',
  },
  seal: {
    summary: '鍵の所有者だけが開けるようにファイルを暗号化',
    about:
      '出力は gpg で開ける OpenPGP メッセージで、完全な形でのみ現れます。gpg 2.2 で使えない鍵や期限切れの鍵は拒否します。入力ファイルはそのまま残ります。',
  },
  unseal: {
    summary: '封印されたファイルを開く',
    about:
      'ファイルが変更されていないと確認できてから、はじめて出力が現れます。秘密鍵のパスワードは入力を求めるか、--password-file または HARRIER_KEY_PASSWORD から読み取ります。',
  },
  serve: {
    summary: 'ケースのサーバー（ワーカー付き）',
    about:
      'HTTP API を提供し、ケースを処理します。Ctrl-C で終了し、その際は実行中の手順を終えます。初回の起動時に、最初の管理者を作るためのリンクを表示します。リンクを持つ人は誰でも管理者になれます。設定はオプション、なければ HARRIER_DATABASE、HARRIER_OBJECTS、HARRIER_HOST、HARRIER_PORT、HARRIER_ORIGIN、HARRIER_VAULT_KEYS、HARRIER_WATCHED_FOLDER、HARRIER_CONNECTORS、HARRIER_SECRETS、HARRIER_OIDC から読み取ります。ファイルは HARRIER_DATA（既定は .harrier）に置きます。',
  },
  worker: {
    summary: 'ケースのワーカーを追加',
    about:
      '同じデータベースとオブジェクトに届くマシンで、サーバーとは別にケースを処理します。Ctrl-C で終了します。設定は serve と同じです。',
  },
  case: {
    summary: 'サーバー上のケース',
    about:
      'list [語]、show <ケース>、attach <ケース> <ファイル…>、note <ケース> <本文>、process <ケース>（添付ファイルの処理が終わるまで待ち、人の対応が必要なら 1 で終了）。<ケース> は番号または ID です。API トークンは HARRIER_TOKEN、サーバーは --server または HARRIER_SERVER から読み取ります。backfill <コネクター> dry-run|run|stop|show は、接続前からあった添付ファイルを取り込みます（管理者用）。',
  },
  exception: {
    summary: '封印された原本の一部（ほかの 2 人の同意が必要）',
    about:
      'list、show <ID>、request <目印> <理由>（目印はケースのメモにあります。--to は自分の公開鍵）、withdraw <ID>、approve <ID>、refuse <ID>。鍵の所有者は material <ID> -o <ファイル>（gpg --show-session-key 用）、--key または --session-key を付けた release <ID>、refuse-release <ID>。申請者は fetch <ID> -o <ファイル>（1 回だけ）。各行は ID、状態、対象、理由の種類、申請者、理由、実行できる操作です。トークンとサーバーは harrier case と同じです。',
  },
  ...jaEscalate.command,
  ...jaRecord.command,
  ...jaSend.command,
  ...jaLogs.command,
  ...jaTrace.command,
  explain: {
    summary: 'ヘッダー、ステータス、メソッド、フェーズ、検出結果の意味',
    about:
      'メソッド、ヘッダーフィールド、ステータスコード、タイミングのフェーズ、検出結果、用語、キャプチャーの記録と読み方、トラッキング ID を説明します。グループ名は省略できます。トピックがない場合は一覧を表示します。',
  },
  completion: {
    summary: 'bash、zsh、fish 用のコマンドとオプションの補完',
    about:
      'シェル用のスクリプトを出力します。bash: ~/.bashrc に source <(harrier completion bash)。zsh: $fpath のフォルダーで harrier completion zsh > _harrier。fish: harrier completion fish > ~/.config/fish/completions/harrier.fish。説明は --lang の言語で表示されます。',
  },
};

const option: OptionHelps = {
  help: 'この説明',
  version: 'バージョン',
  all: 'すべての検出結果と、HTTP の使い方に関する指摘の数。trace ではすべての行',
  json: 'プログラム向けに標準出力へ JSON を出力',
  csv: 'カンマ区切り（RFC 4180）。表計算ソフトで数式として計算されません',
  filter: '条件に合うリクエストのみ。例: status:4xx,5xx、wait:>1s',
  format: 'text、json、sarif（パイプライン向けの SARIF 2.1.0）。logs import ではログ形式の ID',
  group: 'template: リクエストをメソッド、ホスト、パスでまとめ、件数、エラー、時間を示す',
  tab: 'headers、payload、preview、response、initiator、timing',
  unmasked: '資格情報を表示',
  'fail-on': '検出結果が info、warning、error 以上なら終了コード 1',
  formats: 'このファイルのログ形式（Harrier または lnav のもの）でも読む。複数回指定できます',
  playbooks: 'このフォルダーのプレイブック（*.json）も使う',
  output: '出力先。- は標準出力',
  force: '既存のファイルを置き換える',
  check: '資格情報が残っていないかだけを調べる',
  report: '取り除いたものの一覧（値なし）。--check では比較するレポート',
  'report-page': '同じ内容を人が読むページにする',
  policy: '独自の名前、パターン、例外',
  preset: 'default、strict（Cookie もトークンも残さない）、webex',
  'strip-jwt': 'JSON Web Token を丸ごと置き換える。既定では有効期限、発行者、スコープは残る',
  'key-file': '同じケースのキャプチャーに同じ仮名を使う。なければ作成',
  sign: 'この秘密鍵で署名。レポートは Ed25519（PEM）、パッケージは OpenPGP',
  trust: '--check で、この Ed25519 鍵だけを認める',
  'sealed-map': '仮名が表す元の値を --to 宛に暗号化して保存',
  to: '開ける人の OpenPGP 公開鍵。複数回指定できます',
  compress: '暗号化の前に圧縮する。HAR は約 4 分の 1 になります',
  capsule: '鍵カプセルも書き出す。鍵の所有者はそこからこのファイルのセッション鍵を取り出せます',
  split: 'この大きさ（100MB など）までの部分に分けて <ファイル>.001 以降に書き出す。cat で元に戻せます',
  verify: '封印したファイルを読み戻し、比較してから完了とする',
  key: '秘密鍵のファイル（gpg --export-secret-keys の出力）',
  'session-key': 'このファイルだけのセッション鍵のファイル（gpg --show-session-key の表示形式）',
  'password-file': '秘密鍵のパスワードを書いたファイル',
  database: 'sqlite:<パス> または postgres://<ホスト>/<名前>',
  objects: 'ケースのファイルを置くフォルダー',
  listen: '待ち受けるアドレス。ループバック以外は TLS の背後に置くこと',
  port: '待ち受けるポート。0 なら空きポート',
  origin: 'ブラウザーから見たサーバーのアドレス（例：https://harrier.example.com）',
  'vault-keys': '原本を封印する相手の OpenPGP 公開鍵（2 つ以上）',
  watch: 'あわせて監視する、ケースフォルダーの親フォルダー',
  server: 'サーバー（例：https://harrier.example.com）',
  for: '対象: 仮名（hx-…,hx-…）、entries:3,4、または whole',
  reason: '理由の種類',
  lang: 'en、fr、ja、ko、zh-CN、zh-TW。既定は環境に従う',
  password: '保護されたアーカイブ用。ほかの利用者に見えない HARRIER_PASSWORD を推奨',
  member: '複数を含むアーカイブのどのキャプチャーか',
  engine: 'auto、wasm、typescript: ファイルを読むエンジン',
  ...jaEscalate.option,
  ...jaRecord.option,
  ...jaSend.option,
  ...jaLogs.option,
};

const writeTrouble: WriteTroubles = {
  noFolder: 'フォルダーがありません',
  forbidden: '書き込みの権限がありません',
  readOnly: 'ファイルシステムが読み取り専用です',
  full: 'ディスクがいっぱいです',
  other: 'システムに拒否されました',
};

/** Japanese. */
export const ja: CliWords = {
  usage,
  usageNext: {
    help: (call) => `${call} --help を参照してください。`,
    table: 'harrier table がリクエストと番号を一覧します。',
    topics: 'harrier explain がトピックを一覧します。',
  },
  filterNote: (at, sentence) => `--filter の ${at + 1} 文字目: ${sentence}。`,
  filterProblem,
  help: {
    tagline:
      'HTTP キャプチャー（HAR、Fiddler SAZ）で何が失敗し、何がそれを示し、どのトラッキング ID を検索すべきかを答えます。',
    commands: 'コマンド',
    options: 'オプション',
    examples: '例',
    exitCodes: '終了コード',
    exitCode: [
      '完了',
      '完了。--fail-on で指定した重大度の検出結果があった',
      '使い方の誤り',
      '入力を読めない',
      '安全のため拒否。何も書き込んでいない',
      'サービス、ストア、出力先に到達できない',
    ],
    command,
    option,
    standardInput: 'ファイル名 - は標準入力です。',
  },
  errors: {
    input: (file, what) => `${file} を読めません: ${what}`,
    line: (line) => `${line} 行目`,
    column: (column) => `${column} 列目`,
    byte: (byteOffset) => `バイト ${byteOffset}`,
    next: '次の手順: ',
    givePassword: 'パスワードを --password か、ほかの利用者に見えない HARRIER_PASSWORD で指定してください。',
    standardInput: '標準入力',
    output: (file, why) => `${file} に書き込めませんでした: ${why}。`,
    noSuchFile: 'そのようなファイルはありません。',
    outputNext: '-o で別の場所を指定してください。',
    writeTrouble,
    internal: (what) => `キャプチャーではなく Harrier の不具合です: ${what}。`,
    internalNext:
      'コマンドと上の行を添えて報告してください。キャプチャーは資格情報を含みうるため添付しないでください。',
    interrupted: '中止しました。途中のファイルは残っていません。',
  },
  progress: {
    reading: (percent, entries) => `${percent} %  ${countText(entries)} 件`,
    writing: (size) => `${size} 書き込み済み`,
  },
  mask: (characters) => `‹伏せ字 ${characters}›`,
  table: {
    heads: {
      index: '#',
      started: '開始（UTC）',
      method: 'メソッド',
      status: 'コード',
      time: '時間',
      trackingId: 'トラッキング ID',
      url: 'URL',
      error: 'エラー',
      org: '組織',
    },
    templateHeads: { count: '件数', errors: 'エラー', p50Ms: 'p50', p95Ms: 'p95' },
    empty: 'キャプチャーにリクエストはありません。',
    noneFits: (entries) => `${countText(entries)} 件のうち条件に合うものはありません。`,
  },
  show: {
    general: '概要',
    requestHeaders: 'リクエストヘッダー',
    responseHeaders: 'レスポンスヘッダー',
    query: 'クエリ文字列',
    form: 'フォームデータ',
    requestBody: 'リクエスト本文',
    noQuery: 'クエリ文字列もリクエスト本文もありません。',
    labels: {
      url: 'URL',
      method: 'メソッド',
      status: 'ステータス',
      started: '開始',
      time: '時間',
      remoteAddress: 'リモートアドレス',
      protocol: 'プロトコル',
      referrerPolicy: 'リファラーポリシー',
      initiator: 'イニシエーター',
      priority: '優先度',
      type: '種類',
      size: 'サイズ',
      trackingId: 'トラッキング ID',
      error: 'エラー',
      org: '組織',
      fromCache: 'キャッシュから',
      comment: 'コメント',
    },
    size: (wire, content) => `受信 ${wire}、コンテンツ ${content}`,
    noStatus: '記録なし',
    noResponse: '0（レスポンスなし）',
    pending: 'キャプチャーの保存時点で処理中',
    none: '（なし）',
    noBody: {
      'no-body': '本文はありません。この種類のレスポンスは本文を持ちません。',
      'not-captured': '本文は記録されていません。',
      failed: '本文はありません。レスポンスを受信していません。',
      'over-limit': 'サイズのため、エクスポート時に本文が省かれました。',
      'cors-preflight': 'ブラウザーは CORS プリフライトの本文を記録しません。',
      unknown: 'キャプチャーに本文はありません。',
    },
    binary: (mediaType, size) => `${mediaType}、${size}、テキストではありません。先頭のバイト:`,
    mediaTypeUnknown: '種類の記録なし',
    cut: (shown) => `${shown} で打ち切りました。-o <ファイル> で全体を書き出します。`,
    invalidBase64: '本文は base64 とされていますが、そうではありません。書かれていたまま表示します。',
    messages: (count) => `メッセージ ${countText(count)} 件`,
    sent: '送信',
    received: '受信',
    written: (size, file) => `${size} を ${file} に書き込みました。`,
    initiatedBy: '開始元',
    callStack: 'コールスタック',
    noInitiator: 'このリクエストの原因はキャプチャーに記録されていません。',
    started: (instant) => `開始: ${instant}`,
    phase: 'フェーズ',
    start: '開始',
    duration: '時間',
    total: '合計',
    servedFromMemory: 'メモリキャッシュから提供されました。ネットワークは使われていません。',
    failedHere: 'ここで失敗',
    noTiming: '時間は記録されていません。',
  },
  compare: {
    differences: '違い',
    captures: 'キャプチャー',
    counts: (paired, onlyA, onlyB) =>
      `両方に ${countText(paired)} 件、a のみ ${countText(onlyA)} 件、b のみ ${countText(onlyB)} 件`,
    leftClosed: (pairs) =>
      `共通するリクエストのうち ${countText(pairs)} 件は、同種のものを十分に読んだため、ステータスと時間だけを比較しました。`,
  },
  triage: {
    findings: '検出結果',
    evidence: '根拠',
    why: '理由',
    whoCanFix: '対処できる人',
    next: '次の手順',
    more: (count) => `… ほか ${countText(count)} 件。--json にすべてあります。`,
    lint: (count) => `HTTP の使い方に関する指摘が ${countText(count)} 件あります。--json に含まれています。`,
    folded: (count) =>
      `… ほか ${countText(count)} 件は重要度が低いか、上記から生じたものです。--json にすべてあります。`,
    searchFor: (id) => `ログで ${id} を検索してください。`,
    common: '失敗したリクエストに共通すること',
    ids: '検索すべきトラッキング ID',
    sanitized: (ruleSet: string) => `Harrier、ルール ${ruleSet}`,
    noIds: 'トラッキング ID は記録されていません。',
    slow: '遅いリクエスト',
    capture: 'キャプチャー',
    notes: 'ファイルについての注記',
    labels: {
      file: 'ファイル',
      otherMembers: 'ほかの内容',
      producer: '作成元',
      sanitized: 'サニタイズ',
      requests: 'リクエスト',
      span: '時間',
      hosts: 'ホスト',
    },
    counts: (entries, failed, slow) =>
      `${countText(entries)} 件（失敗 ${countText(failed)}、遅い ${countText(slow)}）`,
    someFailed: (failed) =>
      `${countText(failed)} 件のリクエストが失敗しました。harrier table --filter is:failed で一覧できます。`,
    times: (count) => `${countText(count)} 回`,
  },
  sanitize: {
    stage: {
      learn: '資格情報を検索中',
      write: '取り除き中',
      verify: '結果を検査中',
    },
    done: (credentials: number, places: number, size: string, file: string) =>
      `${countText(credentials)} 個の資格情報を ${countText(places)} か所から取り除き、${size} を ${file} に書き込みました。`,
    summary: (credentials: number, places: number) =>
      `${countText(credentials)} 個の資格情報を ${countText(places)} か所から取り除きました。`,
    unswept: (count: number) =>
      `${countText(count)} 個の値は、名前や形式が示す場所でだけ取り除きました。短すぎるか、ありふれているため、ほかの場所では探していません。`,
    dropped: (count: number) => `読み取れない本文 ${countText(count)} 個を丸ごと取り除きました。`,
    exposures: '原本にあった資格情報',
    until: (instant: string) => `${instant} まで有効`,
    more: (count: number) => `… ほか ${countText(count)} 件`,
    clean: '資格情報は見つかりませんでした。',
    notClean: (places: number) => `${countText(places)} か所に資格情報が残っています。`,
    sameFile: 'このファイルはレポートの対象と同じです。',
    otherFile: 'このファイルはレポートの対象と異なります。',
    signature: {
      none: 'レポートに署名はありません。',
      good: 'レポートの署名は有効です。',
      bad: 'レポートの署名がないか、無効か、別の鍵によるものです。',
    },
    refused: {
      'sanitize/damaged-input': {
        what: 'キャプチャーが壊れています。解析できないものはサニタイズできません。',
        next: 'harrier convert で無事なエントリーを新しいファイルに書き出し、それをサニタイズしてください。',
      },
      'sanitize/survivor': {
        what: '出力の検査でまだ何かが見つかったため、何も書き込みませんでした。',
        next: 'これは Harrier の不具合です。キャプチャーは添付せず、上の場所を添えて報告してください。',
      },
      'sanitize/worker-ended': {
        what: '作業の一部を行うスレッドが途中で終了したため、何も書き込みませんでした。',
        next: 'ほかのプログラムを終了してメモリーを空け、もう一度お試しください。',
      },
    },
    page: {
      title: 'サニタイズのレポート',
      files: 'ファイル',
      size: 'サイズ',
      input: '原本',
      output: 'サニタイズ済みファイル',
      rules: 'ルール',
      exposuresAbout:
        '原本を持つ人はこれらを使えます。フィンガープリントはサニタイズ済みファイルに現れる値で、鍵がなければ計算できません。',
      kind: '種類',
      fingerprint: 'フィンガープリント',
      hosts: 'ホスト',
      places: '箇所',
      until: '有効期限',
      revoke: '対処',
      byRule: 'ルール別',
      rule: 'ルール',
    },
  },
  serve: {
    up: 'サーバーが起動しました。Ctrl-C で終了します。',
    setupLink: '次のリンクで最初の管理者を作成してください（1 回限り有効）：',
    noAnswer: (server) => `サーバー ${server} が応答しません。`,
    noAnswerNext: 'アドレスと、稼働しているかを確認してください。',
    cannotListen: (place) => `${place} で待ち受けできません。ポートが使用中か、システムが許可していません。`,
    cannotListenNext: '--port または --listen で別のものを指定するか、使用中のプログラムを終了してください。',
    workerUp: 'ワーカーが起動しました。Ctrl-C で終了します。',
  },
  open: { serving: 'このアドレスをブラウザーで開いてください。Ctrl-C で終了します。' },
  explain: { name: '<名前>' },
  convert: {
    standardOutput: '標準出力',
    done: (entries, size, file) => `${countText(entries)} 件、${size} を ${file} に書き込みました。`,
    notes: (count) => `入力について ${countText(count)} 件の注記があります。harrier triage が一覧します。`,
  },
  seal: {
    done: (keys, size, file) => `${size} を ${file} に書き込みました。${countText(keys)} 個の鍵で開けます：`,
    parts: (count, list) => `${countText(count)} 個に分割しました。ダイジェストは ${list} にあります。`,
    verified: '読み戻して確認しました。同じ内容に戻ります。',
    expiring: (fingerprint, days) =>
      `鍵 ${fingerprint} は${days === 0 ? '本日' : `あと ${countText(days)} 日で`}期限切れになります。延長してもらってください。`,
    notProven: (file) => `${file} を書き込みましたが、開いても同じ内容に戻りません。`,
    notProvenNext: '原本を残し、ディスクを確認して、もう一度封印してください。',
  },
  unseal: {
    done: (size, file) => `${size} を ${file} に書き込みました。変更はありません。`,
    askPassword: (key) => `${key} のパスワード: `,
  },
  escalate: jaEscalate.told,
  record: jaRecord.told,
  send: jaSend.told,
  logs: jaLogs.told,
  trace: jaTrace.told,
};
