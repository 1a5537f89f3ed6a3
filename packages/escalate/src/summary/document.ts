/** A piece of a line: a sentence, or a literal (a URL, an id, what somebody wrote). Both may hold captured text. */
export type Span = string | { readonly literal: string };

/** A summary before it is written in some markup. Whoever writes it makes every text harmless for that markup. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'picture';
      readonly file: string;
      /** Of a picture, never of a recording: pages hold pictures only. */
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    };
