import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) =>
      `キャプチャーには、テキスト応答 ${f.textResponses} 件のうち ${f.withoutContent} 件の内容が含まれていません。`,
    explanation: () => '内容なしで保存されています。エラー文、200 の中の失敗、権限は確認できません。',
    nextStep: () =>
      'もう一度取得し、内容付きで保存してください（Chrome：「Export HAR (with sensitive data)」または「Save all as HAR with content」）。',
  },
  'capture/truncated': {
    verdict: (f) =>
      `ファイルが途中で切れています。それより前の完全なリクエスト ${f.entries} 件を読み取りました。`,
    explanation: () => 'ファイルが最後まで書かれていません。切れた後に何が起きたかは分かりません。',
    nextStep: () =>
      'ファイルをもう一度依頼してください。アップロードの中断やディスクの容量不足でこのようになります。',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `（最初は ${f.line} 行目）`;
      return `ファイルが ${f.damages} か所で壊れています${line}。その前後はすべて読み取りました。`;
    },
    explanation: (f) =>
      f.damagedEntries === 0
        ? '失われたリクエストはありません。'
        : `${f.damagedEntries} 件のリクエストは寛容な読み取りになり、一部が欠けている可能性があります。`,
    nextStep: () =>
      '元のファイルを依頼してください。手作業で編集されたファイルは、このように壊れることがよくあります。',
  },
  'capture/not-preserved': {
    verdict: (f) =>
      `キャプチャーは、${f.host} の別のページから移動したページで始まっています。それより前は含まれていません。`,
    explanation: () =>
      '「Preserve log」がオフの場合、ブラウザーは移動のたびにすべてのリクエストを消します。残りの部分では何も失敗していません。再読み込みしたページも同じように見えます。',
    nextStep: () =>
      '問題がこのページより前に起きたのであれば、「Preserve log」をオンにして取得し直してください。',
  },
  'capture/started-late': {
    verdict: (f) =>
      `記録はページの読み込み後に始まっています。ページのリクエストは ${f.requests} 件ありますが、ページ自体は含まれていません。`,
    explanation: () => 'サインイン、ページのファイル、最初のリクエストが欠けています。',
    nextStep: () =>
      '問題が含まれていない場合は、先に開発者ツールを開き、ページを読み込んでから手順を繰り返してください。',
  },
  'capture/sanitized': {
    verdict: (f) =>
      ({
        harrier: '資格情報は Harrier により取り除かれ、仮の値に置き換えられています。',
        devtools: 'Chrome の既定の動作により、Cookie と Authorization なしで書き出されています。',
        other: 'キャプチャー内の資格情報は伏せられています。',
      })[f.by],
    explanation: () =>
      'リクエストが有効な資格情報とともに送られたかどうかは分かりません。その確認は「観測不能」として報告されます。',
    nextStep: () => 'これで正常です。サインイン自体が問題の場合は、そのときのエラー文も依頼してください。',
  },
  'capture/over-sanitized': {
    verdict: (f) =>
      f.maskedIds > 0
        ? `${f.maskedIds} 件のリクエストからトラッキング ID が取り除かれているため、ログを検索できません。`
        : `取り除かれた情報が多すぎて、ほとんど判断できません。応答のテキスト ${f.values} 個のうち ${f.masked} 個が伏せられています。`,
    explanation: () => '診断にはエラー文、機能名、ID が必要です。いずれも資格情報ではありません。',
    nextStep: () =>
      '資格情報だけを取り除き、ID とエラーを残す「harrier sanitize」で処理したキャプチャーを依頼してください。',
  },
  'capture/cache-disabled': {
    verdict: (f) =>
      `ブラウザーのキャッシュを無効にして記録されています。調べた ${f.requests} 件のリクエストはすべて最新の内容を要求しています。`,
    explanation: () => 'ページの読み込みは利用者の環境より遅くなり、キャッシュについては何も判断できません。',
    nextStep: () => '読み込み時間が問題の場合は、「Disable cache」をオフにして取得し直してください。',
  },
  'capture/wrong-page': {
    verdict: (f) => `キャプチャーに ${f.wanted} は含まれていません。含まれているのは ${f.hosts} です。`,
    explanation: () => 'ケースとは別のページ、タブ、またはシステムが記録されています。',
    nextStep: (f) => `問題が起きているときの ${f.wanted} のキャプチャーを依頼してください。`,
  },
  'capture/too-old': {
    verdict: (f) => `キャプチャーは ${f.recordedAt} のもので、ケースの ${f.days} 日前です。`,
    explanation: () => '当時のログはおそらく残っておらず、別の問題を示している可能性もあります。',
    nextStep: () => '新しいキャプチャーを依頼し、これを取得したコンピューターの時計も確認してください。',
  },
  'capture/no-error': {
    verdict: (f) => `${f.requests} 件のリクエストはどれも失敗しておらず、遅くもありません。`,
    explanation: () =>
      '問題があるとすれば、画面、データ、またはブラウザーのコンソールに現れています。それらはキャプチャーに含まれません。',
    nextStep: () =>
      '画面の写しとコンソールのメッセージを依頼し、正常な利用者のキャプチャーと比較してください。',
  },
  'capture/no-ids': {
    verdict: (f) => `${f.requests} 件の API リクエストのどれにもトラッキング ID がありません。`,
    explanation: () => 'ID がなければ、ログの該当箇所を正確に見つけることはできません。',
    nextStep: () => '時刻、ホスト、パスでログを検索してください。',
  },
  'capture/out-of-order': {
    verdict: (f) => {
      if (f.moved === 0) return `所要時間が負のリクエストが ${f.negative} 件あります。`;
      return `ファイル内で、より新しいリクエストの後ろに置かれたものが ${f.moved} 件${f.negative === 0 ? '' : `、所要時間が負のものが ${f.negative} 件`}あります。`;
    },
    explanation: () =>
      'ファイルは結合または編集されたか、ツールで書かれています。ここでは開始時刻の順に並べています。',
    nextStep: () => '対応は不要です。ほかのビューアーでは順序が異なることがあります。',
  },
  'capture/producer': {
    verdict: (f) => {
      const name = f.version === undefined ? f.producer : `${f.producer} ${f.version}`;
      const lacks = [
        f.networkErrors ? '' : '接続が失敗した理由',
        f.timings ? '' : 'フェーズの所要時間',
      ].filter(Boolean);
      return `このキャプチャーは ${name} によるもので、${lacks.join('と')}は記録されません。`;
    },
    explanation: () => 'それを必要とする確認は、少ない情報から推測するか、行われません。',
    nextStep: () => '原因が分からない場合は、同じ手順を Chrome または Edge で記録してください。',
  },
  'capture/counter-gap': {
    verdict: (f) =>
      `セッション ${f.session} の番号は ${f.first} から ${f.last} の間で ${f.numbers}${f.missing > 5 ? ' …' : ''} が欠けています。キャプチャーに含まれないリクエストがありました。`,
    explanation: () =>
      'キャプチャーが絞り込まれたか、開始が遅いか、保存が早かったか、同じセッションの別のタブが送信したものです。',
    nextStep: (f) => `ログを ${f.session} で検索してください。欠けているリクエストも見つかります。`,
  },
};
