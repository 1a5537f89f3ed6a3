import type { ExtensionWords } from './extension-words.ts';

export const ja: ExtensionWords = {
  description:
    'タブを、ブラウザーがリクエストについて知っているすべての情報とともに記録し、ファイルになる前に資格情報を取り除きます。',
  popup: {
    record: 'このタブを記録',
    about:
      '続けて、問題の操作を行ってください。パスワード、トークン、Cookie はファイルになる前に取り除かれます。',
    bar: 'Harrier がデバッグしているとブラウザーに表示されます。これが記録です。',
    recording: (host) => `${host} を記録中`,
    requests: (count) => `リクエスト ${count} 件`,
    stop: '停止して確認',
    reproduce: '問題の操作を行ってから、停止してください。',
    otherTab: '別のタブを記録しています。先にそちらを停止してください。',
    notThisPage:
      'ブラウザーの制限により、拡張機能はこのページを参照できません。問題のページを開いてからお試しください。',
    refused: {
      'other-debugger':
        '開発者ツールまたは別の拡張機能がこのタブを使用しています。閉じてからお試しください。',
      'not-this-page':
        'ブラウザーの制限により、拡張機能はこのページを記録できません。問題のページを開いてからお試しください。',
    },
    private: '送信しない限り、何もこのブラウザーの外に出ません。',
    allow:
      '閲覧するページへのアクセスを許可するか、Firefox が確認します。Harrier が参照するのは記録中のタブだけです。',
  },
  done: {
    title: (host) => `${host} の記録`,
    opening: '記録を開いています…',
    looking: '失敗した箇所を調べています…',
    next: '次の手順',
    searchFor: '検索するトラッキング ID',
    copy: 'コピー',
    copied: 'コピーしました',
    gone: 'この記録は残っていません。',
    goneNext:
      '記録はページのメモリー上にだけあります。もう一度記録し、ページを閉じたり再読み込みしたりする前に、サニタイズ済みキャプチャーを保存してください。',
    missing: 'この記録に含まれないもの',
    missingPart: {
      phases: '名前解決、接続、TLS にかかった時間',
      initiators: 'リクエストを発行したスクリプト',
      messages: 'WebSocket とイベントストリームのメッセージ',
      reasons: 'ブラウザーが何かを遮断した理由と、コンソールのエラー',
      'other-tabs': 'ほかのタブと、ページが開いたウィンドウ',
      'cached-bodies': 'キャッシュや Service Worker から返された本文',
      'bodies-over-limit': '最初の 300 MB を超えた本文と、非常に大きな本文',
    },
  },
  send: {
    title: 'ケースに送信',
    about:
      'サポートから受け取ったアップロードリンクを使います。送信されるのはサニタイズ済みキャプチャーだけです。',
    label: 'アップロードリンク',
    send: 'サニタイズ済みキャプチャーを送信',
    sending: '送信中…',
    sent: (place, caseNumber) => `${place} のケース ${caseNumber} に送信しました。`,
    notALink: 'アップロードリンクではありません。https://…/#upload=… の形式です。',
    notAllowed: 'そのサーバーへの接続が許可されなかったため、何も送信していません。',
    gone: 'このリンクは期限切れです。新しいリンクを依頼してください。',
    failed: 'サーバーがファイルを受け付けませんでした。保存してケースに添付してください。',
  },
};
