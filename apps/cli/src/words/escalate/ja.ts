import type { EscalateWords } from './escalate-words.ts';

export const jaEscalate: EscalateWords = {
  usage: {
    'bad-answers': ({ path, pointer, expected }) =>
      `回答ファイル ${path} が正しくありません。${pointer || '/'} には ${expected} が必要です。`,
    'bad-log-records': ({ path, place, expected }) =>
      `${path} は harrier logs search --json の出力ではありません。レコード ${place} には ${expected} が必要です。`,
    'bad-picture': ({ path, expected }) =>
      `${path} は添付できる完全な画像や録画ではありません。必要なもの：${expected}。`,
    'not-of-case': ({ path, case: number }) =>
      `自動処理が ${path} を取り込んだというメモがケース ${number} にありません。そのケースの原本またはサニタイズ済みファイルを指定するか、--case を外してください。`,
  },
  command: {
    escalate: {
      summary: '開発部門に渡すパッケージと、まだ足りないもの',
      about:
        'zip を 1 つ書き出します。資格情報を除いた失敗したリクエスト、そのトラッキング ID のログレコード、タイムライン、再現手順、要約が入ります。必ず書き出し、準備完了か下書きか、何が足りないかを示します。--require-ready を付けると、下書きのとき終了コード 1 になります。同じ入力からは同じバイト列ができます。',
    },
  },
  option: {
    logs: 'harrier logs search --json の出力。複数指定できる',
    answers:
      'ほかに分かっていること。error、trackingIds、seen、at、needed、steps、environment などを含む JSON',
    attach:
      'スクリーンショット（PNG、JPEG）または画面録画（WebM、MP4）。メタデータは取り除く。複数指定できる。record では、リモートデバッグを有効にしたブラウザーのポートまたは ws:// アドレス',
    target: '貼り付け用の文面も作る。bems、jira、github。既定は generic',
    'require-ready': 'パッケージが下書きなら終了コード 1',
    case: 'キャプチャーの元になったサーバー上のケースの番号または ID。監査ログの位置を添える。send では受付先でのケース番号',
  },
  told: { done: (size, file) => `${file} に ${size} を書き込みました。` },
};
