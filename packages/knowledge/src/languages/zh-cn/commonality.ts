import type { CommonalityWords } from '../../commonality/trait.ts';

export const commonality: CommonalityWords = {
  dimension: {
    template: '请求',
    host: '主机',
    site: '网站',
    region: '主机的区域标记',
    serverIp: '服务器地址',
    connection: '连接',
    httpVersion: 'HTTP 版本',
    scheme: '协议',
    method: '方法',
    resourceType: '资源类型',
    mediaType: '所发送内容的媒体类型',
    initiatorType: '发起者',
    initiator: '发起请求的脚本',
    page: '页面',
    hour: '时段',
    idPrefix: '跟踪 ID 前缀',
    authorization: '是否发送 Authorization',
    cookies: '是否发送 Cookie',
    body: '是否发送正文',
    priority: '优先级',
  },
  yes: '是',
  no: '否',
  common: (what, value, { failed, allFailed, others, allOthers }) =>
    `${what} ${value}：${allFailed} 个失败请求中有 ${failed} 个，其余 ${allOthers} 个中有 ${others} 个。`,
};
