import type { ExchangeFacts } from '../../finding/finding-facts.ts';
import { place } from '../../finding/place.ts';

export const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)}（另有 ${facts.count - 1} 个同类请求）`;

/** The request with the space behind it that a name needs and a full-width bracket does not. */
export const inline = (facts: ExchangeFacts) => (facts.count === 1 ? `${place(facts)} ` : request(facts));

export const quote = (text: string) => `“${text}”`;

export const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `；请在日志中搜索 ${trackingId}`;

export const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `：${quote(errorText)}`;
  return bodyMissing ? '，而抓包中没有说明原因的正文' : '，未给出原因';
};

export const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? '没有跟踪 ID：请按时间、主机和路径搜索服务日志。'
    : `请在所有服务的日志中搜索 ${trackingId}。`;
