import type { TermWords } from '../../words.ts';

export const terms: TermWords = {
  severity: { error: 'エラー', warning: '警告', info: '情報' },
  class: { proven: '確実', strong: '可能性大', hint: '手がかり' },
  evidenceRole: { cause: '原因', symptom: '症状', context: '背景' },
  fixer: {
    'customer-network': '顧客のネットワーク',
    'customer-administrator': '顧客の管理者',
    browser: 'ブラウザーの利用者',
    'service-team': 'サービス担当チーム',
    'third-party': '第三者',
    recorder: 'キャプチャーの取得者',
    nobody: '対応不要',
  },
  namedThirdParty: (name) => `第三者（${name}）`,
  phase: {
    queueing: 'キュー待ち',
    stalled: '停滞',
    proxy: 'プロキシのネゴシエーション',
    dns: 'DNS ルックアップ',
    connect: '初期接続',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'ServiceWorker の起動',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: 'ServiceWorker へのリクエスト',
    send: 'リクエスト送信',
    wait: '待機 (TTFB)',
    receive: 'コンテンツのダウンロード',
    unaccounted: '内訳不明',
  },
  searchReason: {
    failed: '失敗したリクエスト',
    slow: '遅いリクエスト',
    session: '失敗のなかったセッション',
  },
  evidence: {
    'response-bodies': '応答の内容',
    'request-credentials': 'リクエストの資格情報',
    'network-errors': 'ブラウザーのネットワークエラー',
    timings: 'フェーズの時間',
  },
};
