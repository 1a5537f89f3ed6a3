import type { CaptureGuides } from '../../../pages/capture/capture-book.ts';

export const captureGuides: CaptureGuides = {
  overview: {
    lead: '只錄製失敗的步驟，從前一刻開始。擷取檔越短，讀得越快，機密也越少。',
    rules: [
      '如果可以安裝軟體，`harrier record` 或 Harrier 擴充功能會完成這一切：錄製、在產生檔案之前移除認證資料，並指出什麼失敗了。下面的步驟只需要瀏覽器。',
      '除非故障與擴充功能有關，請使用沒有擴充功能的無痕視窗。',
      '載入頁面之前先開啟錄製，並讓記錄在頁面切換後保留。',
      '失敗的步驟只做一次。記下時間（含時區）以及看到的內容。',
      '停止後立即匯出：瀏覽器會丟棄很大的本文。',
      '交給任何人之前，請用 `harrier sanitize` 移除認證資料。切勿手動編輯檔案：錯一個逗號就無法讀取。',
    ],
  },
  recorders: {
    chrome: {
      lead: 'Chrome 記錄得最多：發起者、優先順序、WebSocket 訊息和所有階段。',
      steps: [
        '開啟出現故障的分頁，按 `F12`。',
        '選擇 **網路** 面板。',
        '勾選 **保留記錄**。',
        '確認錄製按鈕為紅色，並清空清單。',
        '重現故障。',
        '按下匯出箭頭，儲存 HAR。',
      ],
      traps: [
        '不勾選 **保留記錄** 時，一次重新導向（例如跳到登入頁）就會清除之前的一切。',
        '一般匯出不含 `Cookie`、`Set-Cookie` 和 `Authorization`。要判斷登入故障，請在設定中啟用 **Allow to generate HAR with sensitive data** 後匯出，再用 Harrier 清理：有效期和方案會保留。',
        '錄製開始前就已開啟的 WebSocket 及其訊息都不會出現。請先重新載入頁面。',
        '彈出視窗或新分頁有各自的 DevTools。請啟用 **Auto-open DevTools for popups**。',
        '較早頁面的本文和很大的本文，匯出時可能已遺失。請先匯出再繼續。',
        '錄製一小時會有數百 MB。Harrier 能開啟，但郵件寄不出去。',
        '此匯出不會說明頁面原則拒絕了什麼、Cookie 為何未被使用，也沒有主控台的內容。`harrier record` 和 Harrier 擴充功能會保留這些。',
      ],
    },
    edge: {
      lead: 'Edge 的構造與 Chrome 相同，擷取檔也相同。',
      steps: [
        '開啟出現故障的分頁，按 `F12`。',
        '選擇 **網路** 工具。',
        '勾選 **保留記錄**。',
        '確認正在錄製，並清空清單。',
        '重現故障。',
        '按下匯出箭頭，儲存 HAR。',
      ],
      traps: [
        '與 Chrome 一樣，一般匯出不含 `Cookie`、`Set-Cookie` 和 `Authorization`。',
        'Internet Explorer 模式的頁面不會被錄製。請改用 Fiddler。',
        '公司原則可能停用 DevTools。請詢問管理員，或使用 Fiddler。',
        '檔案中寫的是 `WebInspector`，與 Chrome 相同；只有 `User-Agent` 能區分。',
        '此匯出不會說明頁面原則拒絕了什麼、Cookie 為何未被使用，也沒有主控台的內容。`harrier record` 和 Harrier 擴充功能會保留這些。',
      ],
    },
    firefox: {
      lead: 'Firefox 的每次匯出都保留認證資料。分享前請先清理。',
      steps: [
        '開啟出現故障的分頁，按 `F12`。',
        '選擇 **網路** 面板。',
        '按下齒輪，選擇 **Persist Logs**。',
        '重新載入頁面並重現故障。',
        '按下齒輪，選擇 **Save All As HAR**。',
      ],
      traps: [
        '沒有不含認證資料的匯出方式：Cookie 和權杖總在其中。',
        '超過約 1 MB 的回應本文會被截斷。如有需要，請在 `about:config` 中設定 `devtools.netmonitor.responseBodyLimit`。',
        '總時間把 TLS 算了兩次。Harrier 會更正並加以說明。',
        '檔案中可能沒有 WebSocket 訊息。此時請用 Chrome。',
        'Harrier 擴充功能可錄製 Firefox 的分頁，並在產生檔案之前移除認證資料。它看到的比此匯出少：沒有要求送出之前的各階段。',
      ],
    },
    safari: {
      lead: 'Safari 的開發者工具須先啟用才會顯示。',
      steps: [
        '在設定的 **進階** 中勾選 **Show features for web developers**。',
        '開啟出現故障的分頁，在 **開發** 選單中選擇 **Show Web Inspector**。',
        '選擇 **網路** 分頁，啟用 **Preserve Log**。',
        '重新載入頁面並重現故障。',
        '按下 **輸出**，儲存 HAR。',
      ],
      traps: [
        '多次出現的標頭欄位會以逗號合併為一個。',
        '大小和發起者常常缺少。',
        '檔案中沒有 WebSocket 訊息。',
        '對於 iPhone 或 iPad，請連接到 Mac：其頁面會列在 **開發** 選單中。',
      ],
    },
    fiddler: {
      lead: 'Fiddler 是 Proxy：它記錄電腦上的所有程式，包括沒有 DevTools 的瀏覽器。',
      steps: [
        '啟動 Fiddler Classic，關閉其他程式。',
        '在 **Tools** > **Options** > **HTTPS** 中勾選 **Decrypt HTTPS traffic**，並信任其憑證。',
        '確認 **Capture Traffic** 在 **File** 選單中已勾選，並刪除所有工作階段。',
        '重現故障，然後取消勾選 **Capture Traffic**。',
        '選擇 **File** > **Save** > **All Sessions**，儲存帶密碼的 SAZ。',
      ],
      traps: [
        '它也會記錄其他程式，包括郵件和聊天。請刪除與案件無關的內容。',
        '信任其憑證會使所有加密流量可讀。用完請移除。',
        '固定憑證的程式在它執行時會失敗。',
        '連線經過 Fiddler，因此各階段會有所不同，HTTP/2 多半變成 HTTP/1.1。',
        '請儲存 SAZ 而不是 HAR：保留的內容更多。兩者 Harrier 都能開啟。',
      ],
    },
  },
};
