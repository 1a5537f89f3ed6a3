import { zhCn as bench } from './bench/zh-cn.ts';
import { details } from './details/zh-cn.ts';
import { escalate } from './escalate/zh-cn.ts';
import { knowledgeBase } from './knowledge/zh-cn.ts';
import { logs } from './logs/zh-cn.ts';
import { tools } from './tools/zh-cn.ts';
import type { WebWords } from './web-words.ts';

export const zhCn: WebWords = {
  start: {
    title: '打开抓包文件',
    drop: '将 HAR 或 SAZ 文件拖到此处',
    choose: '选择文件',
    example: '打开示例',
    private: '文件只在此浏览器中处理，不会发送到任何地方。',
  },
  reading: {
    progress: (readBytes, totalBytes, entries) => `${readBytes} / ${totalBytes}，${entries} 个请求`,
    cancel: '取消',
    meanwhile: '表格现在就能使用；全部读完后会说明问题所在。',
  },
  answer: {
    whoCanFix: (who) => `谁能解决：${who}`,
    trackingId: '跟踪 ID',
    copy: '复制',
    copied: '已复制',
    evidence: '证据',
    moreFindings: (count) => `另有 ${count} 项诊断结论`,
    requests: (count) => `${count} 个请求`,
    failed: (count) => `${count} 个失败`,
  },
  table: {
    label: '请求列表',
    index: '#',
    started: '开始时间',
    method: '方法',
    url: 'URL',
    code: '状态码',
    trackingId: '跟踪 ID',
    error: '错误',
    org: '组织',
    time: '时间',
    waterfall: '瀑布图',
  },
  filter: {
    label: '筛选',
    placeholder: 'status:>=400 OR wait:>1s',
    quick: { failed: '失败', slow: '慢', cors: 'CORS', auth: '认证' },
    shown: (shown, all) => `${shown} / ${all}`,
  },
  details,
  ...tools,
  logs,
  bench,
  escalate,
  knowledgeBase,
  frame: { language: '语言', theme: '浅色或深色', closeCapture: (name) => `关闭 ${name}` },
};
