import type { SendWords } from './send-words.ts';

export const jaSend: SendWords = {
  command: {
    send: {
      summary: '資格情報のないファイルや封印されたファイルをベンダーの受付先へ送る',
      about:
        '1 つのファイルを HTTPS PUT で <url> に送ります。--case のケース番号と、そのケースのアップロードトークンでサインインします。トークンは --token-file または HARRIER_DROP_TOKEN から読み取り、なければ入力を求めます。送ったものは取り戻せないため、送れるのは sanitize --check で資格情報が見つからない HAR または SAZ、harrier seal が書き出す暗号化された OpenPGP メッセージ、変更されていない harrier escalate のパッケージだけです。受付先での名前は小文字で、ダイジェストを含みます。',
    },
  },
  option: { 'token-file': 'ケースのアップロードトークンを書いたファイル' },
  told: {
    done: (size, name, place) => `受付先 ${place} に届いています: ${name}、${size}。`,
    askToken: (caseNumber) => `ケース ${caseNumber} のアップロードトークン: `,
    refused: {
      'not-clean': {
        what: (file) => `${file} は送信していません。資格情報が含まれています。`,
        next: 'harrier sanitize が書き出したファイルを送るか、このファイルを harrier seal で封印してください。',
      },
      'other-kind': {
        what: (file) =>
          `${file} は送信していません。中身を調べられるキャプチャー（HAR、SAZ）でも、バイナリ形式の暗号化された OpenPGP メッセージでも、変更されていない harrier escalate のパッケージでもありません。`,
        next: 'キャプチャーは harrier sanitize で資格情報を取り除き、それ以外は harrier seal で暗号化してください。',
      },
    },
    trouble: {
      'no-answer': {
        what: (place) => `受付先 ${place} に接続できません。`,
        next: 'アドレスとネットワークを確認し、もう一度送信してください。',
      },
      'wrong-token': {
        what: (place) => `受付先 ${place} は、このケース番号とトークンを受け付けません。`,
        next: '番号を確認してください。トークンには期限があります。ケースの新しいトークンを取得してください。',
      },
      'not-taken': {
        what: (place, status) => `受付先 ${place} はファイルを受け取らず、${status} を返しました。`,
        next: '後でもう一度試してください。続く場合は、受け付けるアドレス、サイズ、ファイルの種類を受付先の運営者に確認してください。',
      },
    },
  },
};
