import type { GroupWords } from '../../../words.ts';
import { inline, quote, said, search, searchStep } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const more = f.featureCount > 10 ? ' …' : '';
      if (f.outdatedSince !== undefined)
        return `服務仍隱藏著 ${f.featureCount} 項功能（${f.features}${more}）：這是 ${f.outdatedSince} 的計算結果，而允許這些功能的範本${f.modifiedAt === undefined ? '在那之後' : `到 ${f.modifiedAt} `}才變更。`;
      const where = f.template === undefined ? '某個權限範本' : `範本${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      return `${where}${level}對使用者隱藏了 ${f.featureCount} 項功能：${f.features}${more}。`;
    },
    explanation: (f) => {
      const by = f.modifiedBy === undefined ? '' : `，變更者為 ${f.modifiedBy}`;
      const changed = f.modifiedAt === undefined ? '' : `範本最後變更於 ${f.modifiedAt}${by}。`;
      const rank = f.rank === undefined ? '' : `其順位為 ${f.rank}。`;
      const others =
        f.alsoHidden === undefined
          ? ''
          : `它還隱藏了 ${f.alsoHidden} 項，但這份擷取檔中沒有任何內容需要它們。`;
      const disputed = f.conflicting
        ? '同一層級的另一個範本允許其中一部分；以哪個為準，擷取檔中看不出來。'
        : '';
      return `NO_ACCESS 表示使用者看不到該選項，不會出現任何失敗。使用者自己的設定優先於組織的設定。${changed}${rank}${others}${disputed}`;
    },
    nextStep: (f) =>
      f.outdatedSince === undefined
        ? '如果應該提供這項功能，請在組織的範本中或為這位使用者允許它；變更可能需要數小時才會生效。'
        : '請等候服務重新計算，這可能需要數小時；重新登入或許能加快。',
  },
  'permission/flag-off': {
    verdict: (f) =>
      `${inline(f)}遭到拒絕（${f.status}），而功能開關${quote(f.flag)}處於關閉狀態${search(f)}。`,
    explanation: (f) => `${f.flagPlace} 先前已說明這項功能對這位使用者關閉；頁面本不該提供它。`,
    nextStep: (f) => `請向服務團隊確認${quote(f.flag)}是否應該為這個組織開啟。${searchStep(f)}`,
  },
  'permission/licence': {
    verdict: (f) => {
      if (f.featureCount === 0)
        return `${inline(f)}因授權而遭到拒絕${said(f.errorText, false)}${search(f)}。`;
      const needed = f.required === undefined ? '' : `（需要：${f.required}）`;
      return `${inline(f)}表明使用者的授權不包含${f.features === '' ? '某項功能' : ` ${f.features}`}${needed}。`;
    },
    explanation: (f) =>
      f.featureCount === 0
        ? '使用者擁有的授權，或將要指派的授權，不允許這樣做。'
        : '無論範本是否允許，該選項都不會顯示，也不會出現任何失敗。',
    nextStep: () => '請在管理入口網站中查看使用者的授權，並指派包含這項功能的授權。',
  },
  'permission/vendor-refused': {
    verdict: (f) =>
      `${inline(f)}失敗（${f.status}），因為 ${f.party} 拒絕了要求：${quote(f.errorText)}${f.healed ? '；之後的嘗試成功了' : search(f)}。`,
    explanation: (f) =>
      f.ownText === undefined
        ? `服務只是轉達 ${f.party} 的答覆：${quote(f.vendorText)}。`
        : `${f.party} 的答覆是${quote(f.vendorText)}；${quote(f.ownText)}是服務自己的說明。`,
    nextStep: (f) =>
      `請詢問 ${f.party} 拒絕的原因，並核對這位使用者在對方那裡訂購的內容。如需呈報，請收集完整的錯誤文字、螢幕截圖、時間和記錄項目。${searchStep(f)}`,
  },
  'permission/asked-for-off': {
    verdict: (f) =>
      `${inline(f)}送出的要求本身就是要關閉這項功能：填寫了 ${f.filled}，但 ${f.field} 送出的是 false。`,
    explanation: (f) =>
      f.compared
        ? '這個開關先前就是關閉的，之後仍然關閉；旁邊的值是新填的。服務照要求做了。'
        : '擷取檔中沒有先前的狀態，因此這只是一種可能。',
    nextStep: () =>
      '請開啟這項功能並重新儲存，再查看要求送出了什麼；如果開關當時是開啟的，那就是頁面的缺陷。',
  },
  'permission/value-lost': {
    verdict: (f) =>
      `${inline(f)}已被接受，但 ${f.fields}${f.fieldCount > 5 ? ' …' : ''} 的值與送出的不一致（送出 ${f.sent}，現為 ${f.found}）${search(f)}。`,
    explanation: (f) => {
      if (f.partial) return '同一變更中的其他值已經生效，因此不是讀取過早，而是這些值在途中遺失或遭到拒絕。';
      return f.maySettle
        ? '讀取緊跟在變更之後，服務可能尚未就緒。'
        : '但回應仍表示成功：拒絕它的是服務後面的系統。';
    },
    nextStep: (f) => (f.maySettle ? `請在一分鐘後重新讀取該設定。${searchStep(f)}` : searchStep(f)),
  },
  'permission/job-failed': {
    verdict: (f) => {
      const job = f.job === undefined ? '一個作業' : `作業 ${f.job}`;
      const more = f.jobs > 1 ? `（另有 ${f.jobs - 1} 個）` : f.job === undefined ? '' : ' ';
      return `${inline(f)}顯示${job}${more}以 ${f.jobStatus} 結束${said(f.errorText, false)}${search(f)}。`;
    },
    explanation: (f) =>
      `該作業被接受之後才失敗，因此沒有任何要求顯示錯誤。${f.total === undefined ? '' : `已完成 ${f.done}/${f.total}。`}`,
    nextStep: (f) => `請解決作業所指出的問題，並為其餘部分重新啟動它。${searchStep(f)}`,
  },
};
