import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

const because = (errorText: string | undefined) => (errorText === undefined ? '' : `（${quote(errorText)}）`);

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const more = f.featureCount > 10 ? ' …' : '';
      if (f.outdatedSince !== undefined)
        return `サービスは ${f.featureCount} 個の機能（${f.features}${more}）をまだ非表示にしています。判定は ${f.outdatedSince} のもので、許可するテンプレートはその後${f.modifiedAt === undefined ? '' : `（${f.modifiedAt}）`}に変更されています。`;
      const where = f.template === undefined ? '権限テンプレート' : `テンプレート${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      return `${where}${level}により、${f.featureCount} 個の機能が利用者に表示されません：${f.features}${more}。`;
    },
    explanation: (f) => {
      const by = f.modifiedBy === undefined ? '' : `、変更者：${f.modifiedBy}`;
      const changed = f.modifiedAt === undefined ? '' : `テンプレートの最終変更：${f.modifiedAt}${by}。`;
      const rank = f.rank === undefined ? '' : `ランクは ${f.rank} です。`;
      const others =
        f.alsoHidden === undefined
          ? ''
          : `ほかに ${f.alsoHidden} 個が非表示ですが、このキャプチャーでは求められていません。`;
      const disputed = f.conflicting
        ? '同じレベルの別のテンプレートは一部を許可しています。どちらが有効かはキャプチャーからは分かりません。'
        : '';
      return `NO_ACCESS は、利用者にその項目が表示されないことを意味し、エラーにはなりません。利用者個別の設定は組織の設定より優先されます。${changed}${rank}${others}${disputed}`;
    },
    nextStep: (f) =>
      f.outdatedSince === undefined
        ? '機能が必要であれば、組織のテンプレートまたはこの利用者で許可してください。変更の反映には数時間かかることがあります。'
        : 'サービスが判定し直すまで待ってください。数時間かかることがあります。サインインし直すと早まる場合があります。',
  },
  'permission/flag-off': {
    verdict: (f) =>
      `${inline(f)}は ${f.status} で拒否されました。機能フラグ${quote(f.flag)}はオフです。${search(f)}`,
    explanation: (f) =>
      `${f.flagPlace} は、この利用者ではその機能がオフであると先に答えていました。ページは表示すべきではありませんでした。`,
    nextStep: (f) =>
      `この組織で${quote(f.flag)}をオンにすべきか、サービス担当チームに確認してください。${searchStep(f)}`,
  },
  'permission/licence': {
    verdict: (f) => {
      if (f.featureCount === 0)
        return `${inline(f)}はライセンスを理由に拒否されました${because(f.errorText)}。${search(f)}`;
      const needed = f.required === undefined ? '' : `（必要なライセンス：${f.required}）`;
      return `${inline(f)}によると、利用者のライセンスには ${f.features === '' ? '一部の機能' : f.features} が含まれていません${needed}。`;
    },
    explanation: (f) =>
      f.featureCount === 0
        ? '利用者のライセンス、または割り当てようとしたライセンスでは許可されていません。'
        : 'テンプレートで許可されていても項目は表示されません。エラーにはなりません。',
    nextStep: () => '管理ポータルで利用者のライセンスを確認し、その機能を含むものを割り当ててください。',
  },
  'permission/vendor-refused': {
    verdict: (f) =>
      `${inline(f)}は、${f.party} が拒否したため ${f.status} で失敗しました：${quote(f.errorText)}。${f.healed ? '後の試行は成功しています。' : search(f)}`,
    explanation: (f) =>
      f.ownText === undefined
        ? `サービスは ${f.party} の応答を伝えているだけです：${quote(f.vendorText)}。`
        : `${f.party} の応答は${quote(f.vendorText)}で、${quote(f.ownText)}はサービス自身の説明です。`,
    nextStep: (f) =>
      `拒否の理由を ${f.party} に問い合わせ、この利用者について何が契約されているかを確認してください。エスカレーションには、エラー全文、画面の写し、時刻、ログを添えてください。${searchStep(f)}`,
  },
  'permission/asked-for-off': {
    verdict: (f) =>
      `${inline(f)}自体がオフを要求しています：${f.filled} が入力されているのに、${f.field} が false で送信されました。`,
    explanation: (f) =>
      f.compared
        ? 'スイッチは以前からオフのままで、その隣の値は新しいものです。サービスは要求どおりに動作しました。'
        : '以前の状態はキャプチャーに含まれていないため、可能性にとどまります。',
    nextStep: () =>
      '機能をオンにして保存し直し、リクエストの内容を確認してください。スイッチがオンだったのなら、ページの不具合です。',
  },
  'permission/value-lost': {
    verdict: (f) =>
      `${inline(f)}は受け付けられましたが、${f.fields}${f.fieldCount > 5 ? ' …' : ''} が送信した値になっていません（送信 ${f.sent}、現在 ${f.found}）。${search(f)}`,
    explanation: (f) => {
      if (f.partial)
        return '同じ変更のほかの値は反映されているため、読み取りが早すぎたのではなく、途中で失われたか拒否されています。';
      return f.maySettle
        ? '変更の直後に読み取られています。サービスの準備ができていなかった可能性があります。'
        : '応答は成功でした。拒否したのはサービスの背後にあるシステムです。';
    },
    nextStep: (f) => (f.maySettle ? `1 分後に設定を読み直してください。${searchStep(f)}` : searchStep(f)),
  },
  'permission/job-failed': {
    verdict: (f) => {
      const job = f.job === undefined ? 'ジョブ' : `ジョブ ${f.job}`;
      const more = f.jobs > 1 ? `（ほか ${f.jobs - 1} 件）` : '';
      return `${inline(f)}によると、${job}${more}は ${f.jobStatus} で終わりました${because(f.errorText)}。${search(f)}`;
    },
    explanation: (f) =>
      `処理は受け付けられた後で失敗したため、エラーになったリクエストはありません。${f.total === undefined ? '' : `完了：${f.total} 件中 ${f.done} 件。`}`,
    nextStep: (f) => `ジョブが示す問題を直し、残りについてもう一度実行してください。${searchStep(f)}`,
  },
};
