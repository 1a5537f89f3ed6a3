import type { CaseWords } from '../../intake/intake-words.ts';

export const cases: CaseWords = {
  errors: {
    'store/unreachable': {
      what: 'データベースに接続できません。',
      next: '稼働しているか、アドレスとアカウントが正しいかを確認してください。',
    },
    'store/wrong-url': {
      what: 'データベースのアドレスではありません。',
      next: 'sqlite:<パス> または postgres://<ホスト>/<名前> の形で指定してください。',
    },
    'store/newer': {
      what: 'このデータベースは、より新しい Harrier が使用しています。',
      next: 'そのバージョンを起動するか、それ以前のバックアップを復元してください。',
    },
    'objects/missing': {
      what: 'ファイルがオブジェクトストアにありません。',
      next: 'ケースの履歴で、削除されていないか確認してください。',
    },
    'objects/unreachable': {
      what: 'オブジェクトストアが応答しないか、書き込めません。',
      next: '空き容量、アドレス、アカウントを確認してください。',
    },
    'objects/damaged': {
      what: 'オブジェクトストアから、保存したものと異なるデータが返されました。',
      next: 'ディスクまたはサービスを確認し、ファイルをバックアップから復元してください。',
    },
    'case-system/unreachable': {
      what: 'ケース管理システムに接続できません。',
      next: 'アドレスとネットワークを確認してください。応答があり次第、処理を再開します。',
    },
    'case-system/busy': {
      what: 'ケース管理システムが待機を求めています。',
      next: '操作は不要です。指定された時間の後に処理を再開します。',
    },
    'case-system/not-signed-in': {
      what: 'ケース管理システムがアカウントを受け付けません。',
      next: '設定でアカウントのパスワードまたはトークンを更新し、再開してください。',
    },
    'case-system/forbidden': {
      what: 'このアカウントには、ケース管理システムでの権限がありません。',
      next: 'アカウントに権限を付与し、再開してください。',
    },
    'case-system/not-found': {
      what: 'ケース管理システムにもう存在しません。',
      next: 'ケースを確認してください。移動または統合された可能性があります。',
    },
    'case-system/too-large': {
      what: 'ファイルがケース管理システムの上限を超えています。',
      next: '上限を引き上げるか、大きなファイルを保管庫に置いてください。',
    },
    'case-system/type-refused': {
      what: 'ケース管理システムがこの種類のファイルを拒否しました。',
      next: 'その種類を許可するか、封印ファイルの拡張子を変更してください。',
    },
    'case-system/closed': {
      what: 'ケースが終了しているため、追加できません。',
      next: 'ケースを再度開き、再開してください。',
    },
    'case-system/unexpected': {
      what: 'ケース管理システムの応答を解釈できません。',
      next: 'バージョンを確認し、サポート対象であれば報告してください。',
    },
    'intake/original-gone': {
      what: '添付ファイルは封印される前に消えました。',
      next: 'Harrier は何も削除していません。必要であれば再度依頼してください。',
    },
    'intake/original-changed': {
      what: '処理中に添付ファイルが変更されました。何も削除していません。',
      next: '新しい版は別に処理されます。ケースを確認してください。',
    },
    'intake/unreadable': {
      what: '添付ファイルはキャプチャーのようですが、読み取れません。まだ残っています。',
      next: '資格情報を含む可能性があるため、直接確認してください。',
    },
    'intake/not-sanitized': {
      what: '安全なコピーを保証できないため、作成していません。原本はまだ残っています。',
      next: '手動で削除または封印し、キャプチャーの種類を報告してください。',
    },
    'intake/not-sealed': {
      what: '原本を、再び開ける形で封印できませんでした。まだ残っています。',
      next: '保管庫の鍵と空き容量を確認し、再開してください。',
    },
    'intake/copy-differs': {
      what: 'ケース内の封印コピーが、保存したものと一致しません。原本はまだ残っています。',
      next: '不正なコピーをケースから削除し、再開してください。',
    },
    'intake/still-there': {
      what: '削除後も原本をダウンロードできます。',
      next: '手動で削除するか、ケース管理システムの管理者に依頼してください。',
    },
    'intake/internal': {
      what: 'Harrier の内部で問題が発生しました。失われたものはありません。',
      next: '再開してください。続く場合は報告してください。',
    },
    'request/invalid': {
      what: 'リクエストの形式が正しくありません。',
      next: 'API の説明と照らし合わせてください。',
    },
    'request/not-signed-in': {
      what: 'サインインしていません。',
      next: 'サインインするか、API トークンを送信してください。',
    },
    'request/wrong-sign-in': {
      what: '名前、パスワード、コードのいずれかが違います。',
      next: 'もう一度お試しください。失敗が続くと、しばらくサインインできません。',
    },
    'request/second-factor': {
      what: 'このアカウントにはコードも必要です。',
      next: '認証アプリの 6 桁のコードを入力してください。',
    },
    'request/forbidden': {
      what: 'あなたのロールでは許可されていません。',
      next: '該当するロールの人、または管理者に依頼してください。',
    },
    'request/wrong-origin': {
      what: '別のサイトからのリクエストです。',
      next: 'Harrier の画面から操作してください。',
    },
    'request/not-found': {
      what: '該当するものがありません。',
      next: 'アドレスまたは番号を確認してください。',
    },
    'request/conflict': {
      what: '現在の状態と矛盾します。',
      next: '再読み込みし、必要な操作をやり直してください。',
    },
    'request/common-password': {
      what: 'このパスワードは、攻撃で真っ先に試されるものの一つです。',
      next: '別のパスワードを選んでください。互いに関係のない単語をいくつか並べると、長くて覚えやすくなります。',
    },
    'request/too-large': {
      what: '受け付けられる大きさを超えています。',
      next: '小さくするか、管理者に上限の引き上げを依頼してください。',
    },
    'request/enough': { what: 'これ以上は作れません。', next: '不要になったものを削除してください。' },
    'request/too-many': {
      what: 'リクエストが多すぎます。',
      next: 'Retry-After の時間だけ待ってください。',
    },
    'request/gone': { what: '使用済みか、期限切れです。', next: '新しいものを依頼してください。' },
    'request/identity-provider': {
      what: 'ID プロバイダーが応答しません。',
      next: '1 分後にもう一度お試しください。続く場合は、このサーバーの管理者に連絡してください。まずプロバイダーのアドレスと証明書を確認します。',
    },
    'request/internal': {
      what: 'Harrier の内部で問題が発生しました。',
      next: 'もう一度お試しください。続く場合は、リクエストの ID を添えて報告してください。',
    },
  },
  note: {
    replaced: '資格情報を含むキャプチャーが添付されていたため、サニタイズ済みのコピーに置き換えました。',
    originalStays:
      '資格情報を含むキャプチャーが添付されており、【まだ残っています】。サニタイズ済みのコピーを追加しました。',
    clean: ({ name, bytes, sha256 }) =>
      `サニタイズ済みコピー: ${name}（${bytes} バイト、SHA-256 ${sha256}）。こちらを使って作業してください。`,
    found: (credentials, places) => `置き換えた資格情報: ${credentials} 種類、${places} か所。`,
    repaired: '原本は破損しています。コピーには完全なリクエストだけが含まれます。',
    droppedBodies: (bodies) => `読み取れず、全体を取り除いた本文: ${bodies} 件。`,
    otherCaptures: (captures) =>
      `アーカイブ内のほかのキャプチャーは、封印された原本にのみ含まれます: ${captures} 件。`,
    sealed: ({ name, bytes, sha256, keys }) =>
      `封印された原本: ${name}（${bytes} バイト、SHA-256 ${sha256}）。次の鍵でのみ開けます: ${keys}。`,
    keptInVault: 'このケース管理システムには大きすぎるため、保管庫に保存',
    original: (sha256, bytes) => `原本: ${bytes} バイト、SHA-256 ${sha256}。`,
    removal: {
      removed: '封印コピーを読み戻して検証した後、削除しました。',
      'was-gone': '封印コピーを読み戻して検証した後に確認したところ、すでに削除されていました。',
      'not-removable': 'このケース管理システムでは添付ファイルを削除できません。管理者による削除が必要です。',
      forbidden: 'Harrier のアカウントには削除の権限がありません。権限のある人による削除が必要です。',
      replaced:
        'その間に添付ファイルが差し替えられたため、削除していません。新しいファイルは別に確認します。',
    },
    purge: {
      P0: '削除不可',
      P1: '画面と API からは消えましたが、データはまだ保存されている可能性があります',
      P2: 'ごみ箱の中',
      P3: '主ストレージから消えましたが、ほかにコピーがある可能性があります',
      P4: 'ストレージ自体を調べ、存在しないことを確認済み',
    },
    binUntil: (date) => `ごみ箱は ${date} に空になります。`,
    residual: (copies) => `コピーが残っている可能性がある場所: ${copies}。`,
    residualCopy: {
      'mail-copies': '添付して送信されたメール',
      backups: 'バックアップ',
      'same-content-elsewhere': '同じ内容のほかの添付ファイル',
      'search-index': '検索インデックス',
      'old-versions': '以前の版',
      thumbnails: 'プレビュー',
      'merged-cases': 'このケースと統合されたケース',
      'deleted-records': '削除済みレコードの保管場所',
      'content-delivery': 'コンテンツ配信ネットワークのキャッシュ',
    },
    listSeparator: '、',
    revoke:
      '原本を見た人は、その中の資格情報を手にしています。該当するセッションをサインアウトし、鍵を交換してください。',
    exception: (mark) =>
      `サニタイズ済みコピーで足りない場合は、Harrier で目印 ${mark} と理由を示して原本を依頼してください。別の人の承認が必要です。`,
    expired: (days) =>
      `封印済みの原本は、この組織の保存期間である ${days} 日が過ぎたため削除されました。サニタイズ済みのコピーは残っています。`,
    audit: (head) => `監査ログ: ${head}`,
    link: (url) => `詳細: ${url}`,
  },
};
