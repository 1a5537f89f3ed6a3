import type { PhaseWords } from '../../phase/phase-words.ts';

export const phases: PhaseWords = {
  queueing: '浏览器暂缓了该请求：更重要的请求先行，或到该主机的 6 条连接都被占用（HTTP/1.1）。',
  stalled: '发送之前，请求在浏览器中等待空闲连接或代理。',
  proxy: '浏览器正在与代理协商。',
  dns: '正在查询主机地址。过长：DNS 服务器或通往它的线路较慢。',
  connect: '正在建立 TCP 连接（含 TLS）。过长：距离远、丢包或防火墙。',
  ssl: '正在协商 TLS。过长：距离远，或途中有设备检查 TLS。',
  serviceWorkerStartup: '正在启动页面的 Service Worker。',
  serviceWorkerRespondWith: '页面的 Service Worker 正在准备响应。',
  serviceWorkerRequest: '正在把请求交给页面的 Service Worker。',
  send: '请求正在发出。过长：上传内容大，或上行线路慢。',
  wait: '请求已发出，尚无任何返回：一次往返加上服务器的处理时间。过长：请查看该服务的日志。',
  receive: '正在接收响应。过长：内容多、线路慢，或服务器分批发送。',
  unaccounted: '抓包记录了这段时间，却没有说明属于哪个阶段。',
};
