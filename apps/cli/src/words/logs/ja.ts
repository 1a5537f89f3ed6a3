import { countText } from '../../format/quantity.ts';
import type { LogsWords } from './logs-words.ts';

const records = (count: number) => `${countText(count)} 件`;
const files = (count: number) => `${countText(count)} 個のファイル`;

export const jaLogs: LogsWords = {
  usage: {
    'not-an-id': ({ given }) =>
      `${given} にトラッキング ID がありません。ID、UUID、またはその先頭 8 桁を指定してください。`,
    'not-a-moment': ({ option, given }) =>
      `${option}: ${given} は時刻として読めません。2026-01-12T06:00:00Z のように書いてください。`,
    'not-a-field': ({ given }) => `--field: ${given} は「名前=値」の形ではありません。`,
    'not-a-number': ({ option, given }) => `${option}: ${given} は数値ではありません。`,
    'unknown-format': ({ given, meant }) =>
      `ログ形式 ${given} はありません。${meant === undefined ? '' : `${meant} のことですか。`}`,
    'not-a-zone': ({ given }) =>
      `--zone: ${given} はタイムゾーンではありません。UTC、+02:00、Europe/Berlin のように書いてください。`,
    'no-words': () => '検索する語がありません。文字か数字が必要です。',
    'no-source': () =>
      'リクエストのソースを判断できません。--host か --source を指定するか、--scope global を使ってください。',
  },
  command: {
    'logs import': {
      summary: 'ログをストアに取り込む（各レコードは一度だけ）',
      about:
        'ファイル、フォルダー、アーカイブ、標準入力を読みます。資格情報は取り込み時に伏せられます。中断した取り込みは、もう一度実行すると続きから再開します。',
    },
    'logs search': {
      summary: 'トラッキング ID について全サービスが記録した内容',
      about:
        'どんな書き方の ID、UUID だけ、その先頭 8 桁、ID を含む貼り付けた行でも受け付けます。レコードは時刻順に並びます。',
    },
    'logs grep': {
      summary: 'すべての語を含むレコード',
      about: '大文字と小文字は区別しません。record* はその語で始まるものを探します。',
    },
    'logs sources': {
      summary: '保存されている内容（ソースとリージョンごと）',
      about: 'ストアと、ソース定義ファイルにあるソースを一覧します。',
    },
    'logs follow': {
      summary: '増え続けるログをストアに取り込む',
      about:
        '既存の内容を読み、その後の追記を、ローテーションや切り詰めをまたいで読みます。Ctrl-C で終了します。',
    },
  },
  option: {
    store: 'sqlite:<パス> または clickhouse://<ホスト>:<ポート>/<データベース>。既定は自分用のファイル',
    source: 'ソース名。取り込み先、または検索対象（カンマ区切りで複数）',
    sources: 'ソース（ホスト、リージョン、外部ストア）を定義するファイル',
    region: 'レコードのリージョン',
    scope: 'source（リクエストが属するソース）または global（すべて）',
    host: 'リクエストのホスト。ソースの判断に使う',
    level: 'call、request（既定）、session',
    since: 'この時刻以降のみ。例: 2026-01-12T06:00:00Z',
    until: 'この時刻より前のみ',
    around: 'この時刻の前後 5 分のみ',
    service: 'このサービスのみ（カンマ区切りで複数）',
    severity: 'この重大度以上のみ: trace、debug、info、warn、error、fatal',
    field: 'この名前の値が完全に一致するもののみ。例: thread=exec-3（繰り返し可）',
    status: 'この HTTP ステータスのみ。範囲も可: 500-599',
    limit: '先頭からの最大件数',
    as: 'text、jsonl、otlp。trace では mermaid、svg、otlp、jaeger',
    explain: '各行の読み取り方だけを示し、保存しない',
    zone: 'タイムゾーンのない時刻の扱い。例: Europe/Berlin',
    'keep-credentials': '資格情報をそのまま保存する',
  },
  told: {
    imported: (read, added, count) =>
      `${files(count)}から ${records(read)}を読み取り、うち ${records(added)}が新規です。`,
    stopped: (added) =>
      `停止しました。${records(added)}を保存済みです。もう一度実行すると続きから再開します。`,
    following: (count) => `${files(count)}を追跡しています。Ctrl-C で終了します。`,
    none: '見つかりませんでした。',
    found: (count) => `${records(count)}。`,
    partial: (name, reason) => `結果は一部です: ${name} ${reason}。`,
    reason: {
      unreachable: 'に接続できません',
      slow: 'が時間内に応答しませんでした',
      refused: 'が拒否しました',
      failed: 'がエラーを返しました',
    },
    nameless: 'ストアの一部',
    otherIds: (ids) => `入力には次の ID もあります: ${ids}`,
    note: {
      cut: (name) => `${name} は壊れているか途中で終わっています。それより前は読み取りました。`,
      packed: (name) => `${name} の圧縮形式には対応していません。`,
      binary: (name) => `${name} はログではありません。`,
      limit: (name) => `${name} は展開の上限を超えました。残りは省きました。`,
      link: (name) => `${name} はリンクのため読み飛ばしました。`,
      unreadable: (name) => `${name} を読み取れません。`,
      'line-cut': (name) => `${name} に上限より長い行があり、分割しました。`,
      'record-cut': (name) => `${name} に上限より長いレコードがあり、分割しました。`,
      rotated: (name) => `${name} がローテーションされました。新しいファイルを読みます。`,
      truncated: (name) => `${name} が切り詰められました。先頭から読みます。`,
    },
    formatNote: {
      'layouts-assumed': (place) => `${place} に時刻の書き方がないため、一般的な書き方を試します。`,
      unsupported: (place) => `${place} は取り込みません。`,
    },
    heads: {
      name: 'ソース',
      region: 'リージョン',
      kind: '種類',
      records: 'レコード',
      first: '最初（UTC）',
      last: '最後（UTC）',
    },
    noSources: 'ストアは空です。',
    fits: (format, pattern) => `${format}、パターン ${pattern}`,
    goesOn: (why) => `上の記録の続き。この行だけを見ると：${why}`,
    fitsNone: (format, character, expected) =>
      `テキスト。最も近い ${format} は ${character} 文字目で ${expected} を期待しました`,
  },
};
