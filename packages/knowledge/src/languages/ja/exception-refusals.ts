import type { Words } from '../../words.ts';

export const exceptionRefusals: Words['exceptionRefusals'] = {
  'exception/not-allowed': {
    what: 'あなたのロールではこの操作はできません。',
    next: '必要なロールを持つ人に依頼してください。',
  },
  'exception/same-person': {
    what: '申請者、承認者、鍵の所有者は別々の 3 人でなければなりません。',
    next: 'この操作は別の人に任せてください。',
  },
  'exception/wrong-state': {
    what: 'この例外は今この段階にありません。',
    next: 'ページを再読み込みして現在の状態を確認してください。',
  },
  'exception/too-late': { what: 'この操作の期限は過ぎています。', next: '新しく申請してください。' },
  'exception/reason-too-short': {
    what: '理由が短すぎます。1 年後に読む人にも分かるように書いてください。',
    next: '何を調べるのか、なぜサニタイズ済みのファイルでは足りないのかを書いてください。',
  },
  'exception/empty-scope': {
    what: '対象が指定されていません。',
    next: '値またはキャプチャー内のリクエストを少なくとも 1 つ指定してください。',
  },
  'exception/narrower-first': {
    what: 'ファイル全体は、個別の値で足りなかった場合にだけ渡されます。',
    next: 'まず必要な値またはリクエストを申請してください。',
  },
  'exception/consent-awaited': {
    what: '顧客の同意がまだありません。',
    next: '回答を待つか、顧客に確認してください。',
  },
  'exception/wrong-recipient': {
    what: '開示データが申請者だけに宛てて暗号化されていません。',
    next: '申請に含まれる鍵を使って作り直してください。',
  },
  'exception/wrong-token': {
    what: 'このリンクでは何も開けません。',
    next: '例外を開き、新しいリンクを取得してください。',
  },
  'exception/other-session': {
    what: 'このリンクは別のセッションのものです。',
    next: 'リンクを受け取ったブラウザーのセッションで使ってください。',
  },
  'exception/used': {
    what: '開示データは取得済みです。取得は 1 回限りです。',
    next: 'まだ必要であれば、新しく申請してください。',
  },
  'exception/not-found': { what: 'その例外はありません。', next: '番号を確認してください。' },
  'exception/conflict': {
    what: '別の人が先に操作しました。',
    next: 'ページを再読み込みして結果を確認してください。',
  },
  'exception/not-sealed': {
    what: 'この添付ファイルには封印された原本がありません。',
    next: '添付ファイルの処理結果を確認してください。申請する対象がない可能性があります。',
  },
  'exception/no-values': {
    what: 'このファイルには個別の値の一覧が封印されていません。',
    next: 'ファイル全体を申請し、何が必要かを理由に書いてください。',
  },
  'exception/bad-key': {
    what: '引き渡す内容を暗号化できる公開鍵 1 つではありません。',
    next: 'gpg --armor --export でご自分の OpenPGP 公開鍵を書き出し、それを指定してください。',
  },
};
