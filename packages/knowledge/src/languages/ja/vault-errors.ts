import type { Words } from '../../words.ts';

export const vaultErrors: Words['vaultErrors'] = {
  'vault/key-unreadable': {
    what: 'このファイルから OpenPGP 鍵を読み取れませんでした。',
    next: 'gpg --armor --export で鍵をエクスポートし、そのファイルを指定してください。',
  },
  'vault/key-private': {
    what: 'これは秘密鍵です。封印には公開鍵が必要です。',
    next: 'gpg --armor --export で公開鍵をエクスポートしてください。秘密鍵は所有者の手元に置いたままにします。',
  },
  'vault/key-version': {
    what: 'この鍵のバージョンは gpg 2.2 では使えません。',
    next: 'バージョン 4 の鍵を、たとえば gpg 2.2 で作成してください。',
  },
  'vault/key-algorithm': {
    what: 'この鍵のアルゴリズムは gpg 2.2 では使えません。',
    next: '3072 ビット以上の RSA、gpg が作る形式の Curve25519、または NIST 曲線を使ってください。',
  },
  'vault/key-weak': {
    what: '鍵が短すぎます。RSA は 3072 ビット以上が必要です。',
    next: 'より長い鍵を作成してください。',
  },
  'vault/key-expired': {
    what: '鍵の有効期限が切れています。',
    next: '所有者に期限の延長と再エクスポートを依頼してください。',
  },
  'vault/key-revoked': {
    what: 'この鍵は失効しています。',
    next: '代わりの鍵を所有者に求めてください。',
  },
  'vault/key-not-yet-valid': {
    what: 'この鍵はまだ有効ではありません。',
    next: 'このマシンの時計と、鍵の有効開始日を確認してください。',
  },
  'vault/key-not-for-encryption': {
    what: 'この鍵は署名専用で、この鍵に宛てた暗号化はできません。',
    next: '所有者に暗号化用の副鍵の追加と再エクスポートを依頼してください。',
  },
  'vault/too-few-recipients': {
    what: '異なる鍵の数が足りません。',
    next: 'ポリシーが求める数の鍵を指定してください。鍵が 2 つあれば、1 つを失っても原本は失われません。',
  },
  'vault/key-public': {
    what: 'このファイルに秘密鍵はありません。',
    next: '所有者のマシンで gpg --export-secret-keys を使ってエクスポートしてください。',
  },
  'vault/password-needed': {
    what: '秘密鍵はパスワードで保護されています。',
    next: '求められたときに入力するか、パスワードを書いたファイルを指定してください。',
  },
  'vault/password-wrong': {
    what: 'パスワードが違うため、秘密鍵のロックを解除できません。',
    next: 'パスワードを確認してください。大文字と小文字は区別されます。',
  },
  'vault/not-sealed': {
    what: 'これは封印されたファイルではありません。',
    next: '原本を封印したときに書き出されたファイルを指定してください。',
  },
  'vault/wrong-key': {
    what: 'どの鍵でもこのファイルは開きません。別の鍵に宛てて封印されています。',
    next: '封印の宛先になっている鍵の所有者に依頼してください。',
  },
  'vault/damaged': {
    what: 'ファイルが変更されているか、途中で切れています。取り出した内容は破棄しました。',
    next: 'もう一度取得し、SHA-256 をケースに記録された値と比べてください。',
  },
  'vault/unsupported': {
    what: 'このファイルの暗号化方式はここでは開けません。',
    next: 'gpg で開いてください。',
  },
  'vault/key-not-for-signing': {
    what: 'この鍵では署名できません。期限切れか、失効済みか、暗号化専用です。',
    next: '署名に使える有効な鍵を含む秘密鍵を指定してください。gpg --list-secret-keys では [S] と表示されます。',
  },
};
