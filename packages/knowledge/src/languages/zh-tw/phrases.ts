import type { ExchangeFacts } from '../../finding/finding-facts.ts';
import { place } from '../../finding/place.ts';

export const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)}（另有 ${facts.count - 1} 個同類要求）`;

/** The request with the space behind it that a name needs and a full-width bracket does not. */
export const inline = (facts: ExchangeFacts) => (facts.count === 1 ? `${place(facts)} ` : request(facts));

export const quote = (text: string) => `「${text}」`;

export const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `；請在記錄中搜尋 ${trackingId}`;

export const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `：${quote(errorText)}`;
  return bodyMissing ? '，而擷取檔中沒有說明原因的本文' : '，未說明原因';
};

export const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? '沒有追蹤 ID：請依時間、主機和路徑搜尋服務的記錄。'
    : `請在所有服務的記錄中搜尋 ${trackingId}。`;
