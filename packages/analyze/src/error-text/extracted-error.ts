import type { BatchRequest } from './batch-request.ts';

/** Which shape of error was met. */
export type ErrorFamily =
  | 'graphql'
  | 'scim'
  | 'problem'
  | 'oauth'
  | 'webex'
  | 'contact-center'
  | 'google'
  | 'azure'
  | 'aws'
  | 'spring'
  | 'job'
  | 'batch'
  | 'soap'
  | 'oci'
  | 'xml'
  | 'html'
  | 'json'
  | 'text'
  | 'header'
  | 'redirect'
  | 'callback'
  | 'sign-in-page'
  | 'network';

/** The one line that says why an exchange failed, and where it stands. */
export interface ExtractedError {
  /** One line, at most {@link MAX_ERROR_CHARS} characters, credentials blanked. */
  readonly text: string;
  readonly family: ErrorFamily;
  /** JSON pointer into the body's own JSON, where the body is JSON. */
  readonly pointer?: string;
  /** The status that a gateway passed on inside its message: 400 in `502 … "400: Invalid product"`. */
  readonly upstreamStatus?: number;
  /** Who a gateway says answered it so. */
  readonly upstreamParty?: string;
  /** That one is somebody else's: a provider, a vendor. */
  readonly upstreamIsVendor?: true;
  /** The service's own code, as written. */
  readonly code?: string;
  /** How the parts of a batch went. */
  readonly batch?: { readonly items: number; readonly failed: number; readonly itemStatus?: number };
}

/** What an error is read from. */
export interface ErrorInput {
  readonly status?: number;
  /** What was asked, where it is known: a batch is known by it. */
  readonly request?: BatchRequest;
  readonly mimeType?: string;
  /** The response's body as text. */
  readonly bodyText?: string;
  /** The JSON of `bodyText`, where somebody has parsed it; undefined where that did not work. */
  readonly bodyJson?: () => unknown;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** What the exporter said of the failure, e.g. `net::ERR_CONNECTION_REFUSED`. */
  readonly error?: string;
}

/** Longer texts are cut: the column is for reading, the body is one click away. */
export const MAX_ERROR_CHARS = 500;
