import type { ExchangeFacts } from '../../finding/finding-facts.ts';
import { place } from '../../finding/place.ts';

export const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)}（ほか同様のリクエスト ${facts.count - 1} 件）`;

/** The request with the space behind it that a name needs and a full-width bracket does not. */
export const inline = (facts: ExchangeFacts) => (facts.count === 1 ? `${place(facts)} ` : request(facts));

export const quote = (text: string) => `「${text}」`;

export const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `ログを ${trackingId} で検索してください。`;

export const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `：${quote(errorText)}。`;
  return bodyMissing
    ? '。理由が書かれているはずの本文はキャプチャーに含まれていません。'
    : '。理由は示されていません。';
};

export const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? 'トラッキング ID がありません。時刻、ホスト、パスでサービスのログを検索してください。'
    : `すべてのサービスのログを ${trackingId} で検索してください。`;
