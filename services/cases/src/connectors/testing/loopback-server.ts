import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on a free port of the loopback interface: what the fakes of case systems stand behind. */
export abstract class LoopbackServer {
  readonly #server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });
  /** Undefined until it was started: `http://127.0.0.1:<port>/`. */
  #url: string | undefined;

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>;

  get url(): string {
    if (this.#url === undefined) throw new Error('not started');
    return this.#url;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    return this.#url;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}
