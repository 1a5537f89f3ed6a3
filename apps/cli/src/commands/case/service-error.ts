/** The server did not do what it was asked, and said why, or did not answer. */
export class ServiceError extends Error {
  /** From the server, in the asked language; undefined where none answered. */
  readonly problem: { readonly title: string; readonly detail: string; readonly status: number } | undefined;
  readonly server: string;

  constructor(server: string, problem?: ServiceError['problem']) {
    super(problem?.title ?? 'no answer');
    this.name = 'ServiceError';
    this.server = server;
    this.problem = problem;
  }
}
