/** Nothing was sent, because what cannot be taken back may not go there. Exit code 4. */
export class NotSendableError extends Error {
  readonly reason: 'not-clean' | 'other-kind';
  /** As given on the command line. */
  readonly file: string;

  constructor(reason: NotSendableError['reason'], file: string) {
    super(`not sent: ${reason}`);
    this.name = 'NotSendableError';
    this.reason = reason;
    this.file = file;
  }
}
