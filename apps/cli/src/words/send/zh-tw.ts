import type { SendWords } from './send-words.ts';

export const zhTwSend: SendWords = {
  command: {
    send: {
      summary: '把已清理或已密封的檔案交給供應商的接收處',
      about:
        '用 HTTPS PUT 把一個檔案上傳到 <url>，以 --case 的案件編號和該案件的上傳權杖登入。權杖取自 --token-file 或 HARRIER_DROP_TOKEN，否則會在終端機詢問。上傳後無法收回，因此只傳送：sanitize --check 找不到認證資料的 HAR 或 SAZ、harrier seal 寫出的加密 OpenPGP 訊息，或未經變更的 harrier escalate 呈報套件。檔案在那裡的名稱為小寫，並帶有摘要。',
    },
  },
  option: { 'token-file': '存放案件上傳權杖的檔案' },
  told: {
    done: (size, name, place) => `接收處 ${place} 已有此檔案：${name}，${size}。`,
    askToken: (caseNumber) => `案件 ${caseNumber} 的上傳權杖：`,
    refused: {
      'not-clean': {
        what: (file) => `${file} 未傳送：其中含有認證資料。`,
        next: '請傳送 harrier sanitize 寫出的檔案，或用 harrier seal 密封此檔案。',
      },
      'other-kind': {
        what: (file) =>
          `${file} 未傳送：它既不是可以檢查的擷取檔（HAR、SAZ），也不是二進位形式的加密 OpenPGP 訊息，也不是未經變更的 harrier escalate 呈報套件。`,
        next: '擷取檔請先用 harrier sanitize 清理；其他檔案請用 harrier seal 加密。',
      },
    },
    trouble: {
      'no-answer': {
        what: (place) => `無法連線到接收處 ${place}。`,
        next: '請檢查位址和網路，然後重新傳送。',
      },
      'wrong-token': {
        what: (place) => `接收處 ${place} 不接受此案件編號和權杖。`,
        next: '請檢查編號。權杖會到期：請為該案件取得新的權杖。',
      },
      'not-taken': {
        what: (place, status) => `接收處 ${place} 未收下檔案，其回應為 ${status}。`,
        next: '請稍後再試。如果仍然如此，請向接收處的營運者詢問它接受的位址、大小和檔案類型。',
      },
    },
  },
};
