import type { MethodWords } from '../../../pages/method/method-words.ts';

export const methods: MethodWords = {
  overview: '方法表示用戶端想做什麼。失敗的要求能否放心重試，也取決於方法。',
  columns: {
    safe: '用戶端只要求讀取。伺服器仍可能寫入記錄或計數。',
    idempotent: '執行多次與執行一次，伺服器的狀態相同。連線中斷後用戶端可以重試。',
    cacheable: '快取可以保存回應，並用它回答之後的要求。',
    use: '最常見的用途。',
    requestContent: '用戶端通常是否傳送資料：JSON、表單、檔案。',
    responseContent: '伺服器通常是否傳回資料。',
  },
  methods: {
    GET: {
      meaning: '要求資源目前的狀態。',
      use: '讀取資料',
      pitfall:
        '它傳送的一切都在 URL 中：其中的權杖會進入記錄、`Referer` 和擷取檔。本文沒有確定含義，有些伺服器會拒絕。',
    },
    HEAD: {
      meaning: '要求與 `GET` 相同的回應，但不要本文。',
      use: '只讀取標頭',
      pitfall: '`Content-Length` 是 `GET` 會傳送的大小，並非內容被截斷。',
    },
    POST: {
      meaning: '把資料交給資源，由資源依自己的用途處理。',
      use: '新建、提交表單、啟動操作',
      pitfall: '重複執行可能新建兩次。逾時後，請先查明第一次是否送達，再重試。',
    },
    PUT: {
      meaning: '以傳送的內容取代整個資源，或新建該資源。',
      use: '取代資源',
      pitfall: '本文中沒有的內容會消失。只改一個成員時請用 `PATCH`。',
    },
    PATCH: {
      meaning: '依本文的描述修改資源的一部分。',
      use: '修改資源的一部分',
      pitfall:
        '根據 RFC 5789，它既不安全也不冪等。稱它「一般」冪等的資料說的是某種實作：重試前請先確認，或用 `If-Match` 加以保護。',
    },
    DELETE: {
      meaning: '要求伺服器刪除資源。',
      use: '刪除資源',
      pitfall:
        '第二次往往得到 `404`：結果相同，因此仍是冪等的。本文沒有規定的意義，有些伺服器和 Proxy 會丟棄它或拒絕要求。',
    },
    OPTIONS: {
      meaning: '詢問可以對資源做什麼。',
      use: 'CORS 預檢；了解可用方法',
      pitfall:
        '瀏覽器在某些跨來源要求之前會自動傳送它（預檢），不帶認證資料。它一旦失敗，真正的要求就不會送出。',
    },
    TRACE: {
      meaning: '要求伺服器原樣傳回收到的要求。',
      use: '檢查到伺服器的路徑',
      pitfall: '頁面不能傳送它，多數伺服器也停用它。它不得攜帶本文或認證資料。',
    },
    CONNECT: {
      meaning: '要求 Proxy 開啟通往某主機和連接埠的通道。',
      use: '經由 Proxy 的 HTTPS',
      pitfall:
        '只有 Proxy 和 Fiddler 之類的工具才會顯示它。此處的 `407` 表示 Proxy 要求驗證；服務根本沒有收到要求。',
    },
  },
};
