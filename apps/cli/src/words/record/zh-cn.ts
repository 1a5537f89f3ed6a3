import { countText } from '../../format/quantity.ts';
import type { RecordWords } from './record-words.ts';

export const zhCnRecord: RecordWords = {
  usage: { 'not-an-address': ({ given }) => `${given} 不是网页地址：地址以 https:// 或 http:// 开头。` },
  command: {
    record: {
      summary: '录制浏览器，不留凭据，并指出什么失败了',
      about:
        '在 Chrome、Edge 或 Chromium 的无痕窗口中打开 <url>，录制其所有标签页、框架和 worker，直到关闭窗口、--seconds 到时或按 Ctrl-C。写入任何内容之前先移除凭据。--attach 录制以远程调试方式运行的浏览器：给出其端口或 ws:// 地址，此时可以省略 URL。',
    },
  },
  option: {
    seconds: '经过这么多秒后结束录制',
    browser: '要启动的浏览器：名称或路径',
    headless: '不显示窗口，供脚本使用',
    screenshots: '每次失败时为页面截图；图片不会脱敏',
    'original-to': '同时保留原件，用此 OpenPGP 公钥密封；可多次给出',
    raw: 'with-credentials：原样写入全部内容，包括凭据',
  },
  told: {
    recording: (browser) => `正在录制 ${browser}。请重现故障，然后关闭窗口或按 Ctrl-C。`,
    count: (count) => `录制中：${countText(count)} 个请求`,
    ended: {
      person: '录制已停止。',
      time: '时间已到，录制已停止。',
      'window-closed': '窗口已关闭，录制已停止。',
      'browser-gone': '浏览器自行退出；此前录制的内容已保留。',
      'no-room': '临时文件夹已满；此前录制的内容已保留。',
      crash: '录制程序提前结束；此前录制的内容已保留。',
    },
    nothing: '没有发出任何请求。',
    rawWarning: '警告：该文件将包含经过的所有凭据，任何得到它的人都可以使用。请勿分享。',
    original: (file, keys) => `原件已密封在 ${file}；${countText(keys)} 个密钥可以打开它。`,
    pictures: (count, folder) =>
      `${countText(count)} 张图片保存在 ${folder}。图片未经脱敏：分享之前请先查看。`,
  },
};
