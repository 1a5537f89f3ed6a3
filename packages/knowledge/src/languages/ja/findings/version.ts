import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, search, searchStep } from '../phrases.ts';

/** 経過時間を適した単位で表す。 */
const ageOf = (ageS: number) => {
  if (ageS < 3600) return `約 ${Math.round(ageS / 60)} 分`;
  return ageS < 86_400 ? `約 ${Math.round(ageS / 3600)} 時間` : `約 ${Math.round(ageS / 86_400)} 日`;
};

export const versionFindings: GroupWords<'version'> = {
  'version/chunk-missing': {
    verdict: (f) =>
      f.how === 'gone'
        ? `${inline(f)}はもう存在しません（${f.status}）。ページがアプリケーションの古いビルドのものです。${search(f)}`
        : `${inline(f)}に、スクリプトまたはスタイルの代わりにページが返されました（${f.status}）。要求元のページがアプリケーションの古いビルドのものです。${search(f)}`,
    explanation: () =>
      'これらのファイルの名前はビルドのたびに変わります。サーバーには最新のビルドのものしかなく、開いているページは自分のビルドのファイルを求め続けます。',
    nextStep: () =>
      'キャッシュを使わずにページを再読み込みしてください（Ctrl+Shift+R）。サービス担当チームは、以前のビルドのファイルをしばらく残し、見つからないときは再読み込みを促すようにしてください。',
  },
  'version/stale-document': {
    verdict: (f) => {
      const from =
        f.from === 'browser-cache'
          ? 'ブラウザーのキャッシュ'
          : `途中のキャッシュ${f.ageS === undefined ? '' : `（${ageOf(f.ageS)}経過）`}`;
      return `ページ ${place(f)} は${from}から返され、すでにないビルドのファイルを ${f.missing} 個求めています。${search(f)}`;
    },
    explanation: () =>
      'ページを保存してよいのは、そのページが指すファイルがある間だけです。このページは、属するビルドより長く保存されていました。',
    nextStep: (f) =>
      f.from === 'browser-cache'
        ? 'キャッシュを使わずにページを再読み込みしてください（Ctrl+Shift+R）。サービス担当チームは、ページに Cache-Control: no-cache を付け、長い有効期間は名前にハッシュを含むファイルだけにしてください。'
        : '途中のキャッシュ（CDN、プロキシ）からこのページを削除してください。サービス担当チームは、ページに Cache-Control: no-cache を付けるか、デプロイのたびにキャッシュを消去してください。',
  },
  'version/stale-service-worker': {
    verdict: (f) =>
      `ページ ${place(f)} は古いビルドを保持するサービスワーカーから返され、すでにないファイルを ${f.missing} 個求めています。${search(f)}`,
    explanation: () =>
      'サービスワーカーは、再読み込みに対しても保存した内容で応答します。そのビルドのファイルはもうサーバーにありません。',
    nextStep: () =>
      'このサイトのサービスワーカーを削除し（開発者ツールの Application、Service workers、Unregister）、再読み込みしてください。サービス担当チームは、ワーカーが新しいビルドをすぐに取り込み、古いものを破棄するようにしてください。',
  },
  'version/mixed-builds': {
    verdict: (f) => {
      const failing = f.failing === undefined ? '' : `失敗したのは ${f.failing} の応答だけです。`;
      return `${place(f)} には複数のビルドが交互に応答しています（${f.field}：${f.builds}）。${failing}${search(f)}`;
    },
    explanation: (f) =>
      f.failing === undefined
        ? '一つの名前の背後に複数のビルドが同時に存在します。デプロイが進行中か止まっているか、一部の利用者での試験です。'
        : '一つの名前の背後に複数のビルドが同時に存在し、その一つはページが送る内容を扱えません。どれが応答するかは偶然で決まります。',
    nextStep: (f) =>
      f.failing === undefined
        ? 'その時刻にデプロイが進行中だったか、サービス担当チームに確認してください。'
        : `${f.failing} がまだ応答している理由（止まったデプロイ、置き換えられていないインスタンス）を、サービス担当チームに確認してください。${searchStep(f)}`,
  },
  'version/deprecated-api': {
    verdict: (f) => {
      const parts = [
        ...(f.since === undefined ? [] : [`${f.since} から`]),
        ...(f.until === undefined
          ? []
          : [f.isOver ? `終了予定日 ${f.until} を経過` : `${f.until} に終了予定`]),
        ...(f.successor === undefined ? [] : [`後継は ${f.successor}`]),
      ];
      return `${inline(f)}は非推奨です${parts.length === 0 ? '' : `（${parts.join('、')}）`}。`;
    },
    explanation: (f) =>
      f.isOver
        ? 'サービスが予告した日を過ぎています。いつ応答しなくなってもおかしくありません。'
        : 'サービスはまだ応答しますが、いずれ終了すると予告しています（RFC 9745、RFC 8594）。',
    nextStep: () => 'ページまたはプログラムの開発チームが、その日までに新しいインターフェイスへ移行します。',
  },
};
