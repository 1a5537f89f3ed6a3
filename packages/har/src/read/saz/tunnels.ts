import type { SessionTimings } from './session-timings.ts';

/** Setting up the connection of a tunnel, booked by Fiddler on the CONNECT session. ms, as in HAR's timings. */
export interface TunnelSetup {
  /** Index of the CONNECT entry. */
  readonly entry: number;
  readonly dns: number;
  /** TCP and TLS. */
  readonly connect: number;
  readonly ssl: number;
}

/**
 * The tunnels that are open, by the client's port. What TLS cost stands on the CONNECT session, not on
 * the first request through the tunnel, whose connection looks reused: this joins the two.
 */
export class Tunnels {
  readonly #fresh = new Map<string, TunnelSetup>();
  readonly #securePorts = new Set<string>();

  open(clientPort: string | undefined, entry: number, { timings }: SessionTimings, isSecure: boolean): void {
    if (clientPort === undefined) return;
    if (isSecure) this.#securePorts.add(clientPort);
    else this.#securePorts.delete(clientPort);
    const { dns, connect, ssl } = timings;
    if (connect >= 0) this.#fresh.set(clientPort, { entry, dns, connect, ssl });
    else this.#fresh.delete(clientPort);
  }

  /** Whether a request on this port goes through a tunnel to TLS. */
  isSecure(clientPort: string | undefined): boolean {
    return clientPort !== undefined && this.#securePorts.has(clientPort);
  }

  /** The set-up of the tunnel, for the first request through it only. */
  takeSetup(clientPort: string | undefined): TunnelSetup | undefined {
    if (clientPort === undefined) return undefined;
    const setup = this.#fresh.get(clientPort);
    this.#fresh.delete(clientPort);
    return setup;
  }
}

/** Lines of Fiddler's report about a handshake by which a session could be recognised or resumed. */
const SECRET_LINE = /^\s*(random|session ?id|session ?ticket|key_share|pre_shared_key)\b/i;

/** Fiddler's text about a TLS handshake, which it saves as a tunnel's body, without what identifies a session. */
export function tlsReport(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') return undefined;
  return text
    .split(/\r?\n/)
    .filter((line) => !SECRET_LINE.test(line))
    .join('\n');
}
