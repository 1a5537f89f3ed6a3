import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, search, searchStep } from '../phrases.ts';

/** Age in a unit that fits. */
const ageOf = (ageS: number) => {
  if (ageS < 3600) return `約 ${Math.round(ageS / 60)} 分鐘`;
  return ageS < 86_400 ? `約 ${Math.round(ageS / 3600)} 小時` : `約 ${Math.round(ageS / 86_400)} 天`;
};

export const versionFindings: GroupWords<'version'> = {
  'version/chunk-missing': {
    verdict: (f) =>
      f.how === 'gone'
        ? `${inline(f)}已不存在（${f.status}）：該頁面屬於應用程式的舊組建${search(f)}。`
        : `${inline(f)}取得的是頁面，而不是指令碼或樣式（${f.status}）：發出要求的頁面屬於應用程式的舊組建${search(f)}。`,
    explanation: () =>
      '這些檔案的名稱隨每次組建而變。伺服器上只有最新組建的檔案，而已開啟的頁面仍在要求自己那個組建的檔案。',
    nextStep: () =>
      '請略過快取重新載入頁面（Ctrl+Shift+R）。服務團隊應將先前組建的檔案保留一段時間，並在缺少檔案時讓頁面提示重新載入。',
  },
  'version/stale-document': {
    verdict: (f) => {
      const from =
        f.from === 'browser-cache'
          ? '瀏覽器快取'
          : `途中的快取${f.ageS === undefined ? '' : `（已存${ageOf(f.ageS)}）`}`;
      return `頁面 ${place(f)} 來自${from}，並要求了 ${f.missing} 個檔案，其所屬的組建已不存在${search(f)}。`;
    },
    explanation: () => '頁面的保存時間不應超過它所引用的檔案；而這個頁面的保存時間超過了它所屬的組建。',
    nextStep: (f) =>
      f.from === 'browser-cache'
        ? '請略過快取重新載入頁面（Ctrl+Shift+R）。服務團隊應以 Cache-Control: no-cache 傳送頁面，只對名稱帶雜湊的檔案使用較長的有效期間。'
        : '請從途中的快取（CDN、Proxy）中清除這個頁面。服務團隊應以 Cache-Control: no-cache 傳送頁面，或在每次部署時清除快取。',
  },
  'version/stale-service-worker': {
    verdict: (f) =>
      `頁面 ${place(f)} 來自保存著舊組建的 Service Worker，並要求了 ${f.missing} 個已不存在的檔案${search(f)}。`,
    explanation: () => 'Service Worker 用自己保存的內容作答，重新載入也一樣；那個組建的檔案已不在伺服器上。',
    nextStep: () =>
      '請移除這個網站的 Service Worker（開發人員工具的 Application、Service workers、Unregister），然後重新載入。服務團隊應讓它立即採用新組建並捨棄舊組建。',
  },
  'version/mixed-builds': {
    verdict: (f) => {
      const failing = f.failing === undefined ? '' : `；只有 ${f.failing} 的回應失敗`;
      return `${place(f)} 由多個組建輪流回應（${f.field}：${f.builds}）${failing}${search(f)}。`;
    },
    explanation: (f) =>
      f.failing === undefined
        ? '同一名稱背後同時有多個組建：部署正在進行或已卡住，或者是針對部分使用者的試驗。'
        : '同一名稱背後同時有多個組建，其中一個無法處理頁面送出的內容；由哪個組建回應全憑偶然。',
    nextStep: (f) =>
      f.failing === undefined
        ? '請詢問服務團隊當時是否正在部署。'
        : `請詢問服務團隊為何 ${f.failing} 仍在回應（部署卡住、執行個體未被取代）。${searchStep(f)}`,
  },
  'version/deprecated-api': {
    verdict: (f) => {
      const parts = [
        ...(f.since === undefined ? [] : [`自 ${f.since} 起`]),
        ...(f.until === undefined
          ? []
          : [f.isOver ? `預告的終止日 ${f.until} 已過` : `預定於 ${f.until} 終止`]),
        ...(f.successor === undefined ? [] : [`由 ${f.successor} 取代`]),
      ];
      return `${inline(f)}已淘汰${parts.length === 0 ? '' : `（${parts.join('，')}）`}。`;
    },
    explanation: (f) =>
      f.isOver
        ? '服務預告的日期已過，它隨時可能停止回應。'
        : '服務仍會回應，但已預告不會一直如此（RFC 9745、RFC 8594）。',
    nextStep: () => '開發該頁面或程式的團隊應在此日期之前改用新介面。',
  },
};
