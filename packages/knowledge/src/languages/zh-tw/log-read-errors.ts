import type { Words } from '../../words.ts';

export const logReadErrors: Words['logReadErrors'] = {
  'logs/format-wrong': {
    what: '這個檔案沒有描述記錄檔格式。',
    next: '請查看指出的位置；寫法請見 docs/log-formats.md。',
  },
  'logs/format-unknown': {
    what: '沒有這個名稱的記錄檔格式。',
    next: '可用的名稱請見格式清單。',
  },
  'logs/zone-unknown': {
    what: '沒有這個名稱的時區。',
    next: '請填寫 UTC、+02:00 這類時差，或 Europe/Paris 這類名稱。',
  },
  'logs/input-failed': {
    what: '無法讀取這個路徑。',
    next: '請確認路徑存在，且您有讀取權限。',
  },
};
