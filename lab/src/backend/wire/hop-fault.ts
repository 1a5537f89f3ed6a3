import type { HopRequest, HopResponse } from './message.ts';

/**
 * What goes wrong on the way to one service. Everything that services say to each other passes here as text, so a
 * fault can delay it, lose it or change what it says, and neither side knows.
 */
export interface HopFault {
  /** The service that the request is for, e.g. `ocirouter-r`. */
  readonly to: string;
  /** Only requests that fit; default: all. */
  readonly when?: (request: HopRequest) => boolean;
  /** How many times it happens; default: always. */
  readonly times?: number;
  /** How long the request is on its way, ms. */
  readonly delayMs?: number;
  readonly alterRequest?: (request: HopRequest) => HopRequest;
  /** Answers in the service's place; the service never hears of it. */
  readonly answerInstead?: (request: HopRequest) => HopResponse;
  readonly alterResponse?: (response: HopResponse) => HopResponse;
  /** The request arrives nowhere and nobody says so. */
  readonly silent?: true;
}
