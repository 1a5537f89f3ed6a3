import type { CommonalityWords } from '../../commonality/trait.ts';

export const commonality: CommonalityWords = {
  dimension: {
    template: '要求',
    host: '主機',
    site: '網站',
    region: '主機的區域標記',
    serverIp: '伺服器位址',
    connection: '連線',
    httpVersion: 'HTTP 版本',
    scheme: '通訊協定',
    method: '方法',
    resourceType: '資源類型',
    mediaType: '所傳送內容的媒體類型',
    initiatorType: '發起者',
    initiator: '發起要求的指令碼',
    page: '頁面',
    hour: '時段',
    idPrefix: '追蹤 ID 前綴',
    authorization: '是否傳送 Authorization',
    cookies: '是否傳送 Cookie',
    body: '是否傳送本文',
    priority: '優先順序',
  },
  yes: '是',
  no: '否',
  common: (what, value, { failed, allFailed, others, allOthers }) =>
    `${what} ${value}：${allFailed} 個失敗要求中有 ${failed} 個，其餘 ${allOthers} 個中有 ${others} 個。`,
};
