import type { EscalationWords } from '../../escalation/escalation-words.ts';
import { quote } from './phrases.ts';

const count = (value: number) => value.toLocaleString('ja');

export const escalation: EscalationWords = {
  title: 'エスカレーション',
  state: {
    ready: '準備完了：すべての質問に根拠付きで回答済みです。',
    draft: '下書き：回答が足りません。',
  },
  question: {
    error: 'どのようなエラーが出ていますか。',
    'tracking-ids': 'どのトラッキング ID が見えますか。',
    'logs-searched': 'トラッキング ID をログで検索しましたか。',
    'logs-seen': 'ログに何が記録されていますか。',
    time: 'いつ発生しましたか。',
    needed: '本当にエスカレーションが必要ですか。',
  },
  lack: {
    'no-error': () => ({
      what: 'キャプチャーに失敗したリクエストがありません。',
      next: 'エラーが出る操作をもう一度記録するか、エラーを示すエントリーを回答ファイルの "error" に指定してください。',
    }),
    'no-such-entry': ({ entry, entries }) => ({
      what: `回答ファイルはエントリー ${entry} を指していますが、キャプチャーのエントリーは ${entries} 件です。`,
      next: 'harrier table に表示される番号を使ってください。',
    }),
    'no-id': () => ({
      what: 'エラーに対応するトラッキング ID がありません。',
      next: 'エラーメッセージやレスポンスヘッダーで ID を探し、回答ファイルの "trackingIds" に書いてください。',
    }),
    'id-not-in-capture': ({ id }) => ({
      what: `${id} はキャプチャーに含まれていません。`,
      next: 'ID を確認するか、その ID を含むキャプチャーを添付してください。',
    }),
    'not-searched': ({ id }) => ({
      what: 'ログがまだ検索されていません。',
      next:
        id === undefined
          ? 'トラッキング ID が分かったら、それを付けて harrier logs search --json を実行し、その出力を --logs で渡してください。'
          : `harrier logs search --json ${id} を実行し、その出力を --logs で渡してください。`,
    }),
    'no-records': ({ id }) => ({
      what:
        id === undefined ? 'ログレコードは見つかりませんでした。' : `${id} を含むログレコードがありません。`,
      next: 'すべてのソースとリージョンを検索してください。それでもログに何もない場合は、どこを調べたかを回答ファイルの "logsWithoutRecords" に書いてください。',
    }),
    'nothing-seen': () => ({
      what: 'エラーを示すログレコードがありません。',
      next: 'ログレコードから分かることを回答ファイルの "seen" に書いてください。',
    }),
    'no-time': () => ({
      what: '発生時刻が分かりません。',
      next: '2026-01-15T09:30:00+01:00 のように、タイムゾーン付きの時刻を回答ファイルの "at" に書いてください。',
    }),
    'time-without-zone': ({ time }) => ({
      what: `${time} はタイムゾーン付きの時刻ではありません。`,
      next: '2026-01-15T09:30:00+01:00 のように、日付、時刻、タイムゾーンを書いてください。',
    }),
    'time-outside': ({ time, from, until }) => ({
      what: `${time} はキャプチャーの期間（${from} から ${until}）の外です。`,
      next: '時刻を直すか、その時刻のキャプチャーを添付してください。',
    }),
    solvable: ({ fixer, how }) => ({
      what: `エスカレーションなしで解決できます。対処できるのは${fixer}です。`,
      next: `${how} 実施しても解決しなかった場合は、回答ファイルの "needed" にその旨を書いてください。`,
    }),
    'no-reason': () => ({
      what: '開発部門の対応が必要であることを示すものがありません。',
      next: 'サポートで解決できない理由を回答ファイルの "needed" に書いてください。',
    }),
  },
  section: {
    questions: '質問',
    findings: '検出結果',
    errors: '失敗したリクエスト',
    'tracking-ids': 'トラッキング ID',
    'log-records': 'ログレコード',
    timeline: 'タイムライン',
    flow: 'サービス間の経路',
    steps: '再現手順',
    environment: '環境',
    pictures: 'スクリーンショットと画面録画',
    redactions: '取り除いたもの',
    files: 'ファイル',
  },
  original: '元のキャプチャー',
  evidence: '根拠',
  missing: '不足',
  next: '次にすること',
  none: 'なし。',
  whoCanFix: '対処できる人',
  labelled: (label) => `${label}：`,
  utc: '時刻はすべて UTC です。',
  records: (value) => `ログレコード ${count(value)} 件`,
  leftOut: (entries) =>
    `ほかに ${count(entries)} 件は含めていません。手がかりになるものから順に入れています。`,
  step: {
    open: (url) => `${url} を開く`,
    send: (method, url) => `${method} ${url} が送られる操作をする`,
    submit: (url) => `${url} に送られるフォームを送信する`,
    use: (handler, method, url) => `${handler} を実行する部品を操作する（${method} ${url} が送られる）`,
    click: (name, role) => `${name === '' ? role : `${quote(name)}（${role}）`} をクリックする`,
    key: (key) => `${key} キーを押す`,
    form: (name) => (name === '' ? 'フォームを送信する' : `フォーム${quote(name)}を送信する`),
    observe: (result) => `結果を確認する：${result}`,
  },
  environment: {
    browser: 'ブラウザー',
    recorder: '記録したツール',
    'user-agent': 'User-Agent',
    hosts: 'ホスト',
  },
  noPicture: 'スクリーンショットが添付されていません。開発部門から求められます。',
  picturesUnread:
    'スクリーンショットと画面録画のメタデータは取り除きました。写っている内容に資格情報がないかは確認していません。',
  redacted: (credentials, places) =>
    `資格情報 ${count(credentials)} 件を ${count(places)} か所から取り除き、それぞれ仮名に置き換えました。`,
  audit: (head, time) =>
    `このキャプチャーの取り込みが終わった時点で、サーバーの監査ログは ${head} でした（${time}）。`,
};
