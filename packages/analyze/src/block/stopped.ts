import type { FailureOf } from '../failures/failure.ts';
import type { CaptureView } from '../findings/capture-view.ts';

/** Requests that never left the browser, and the exporter does not say why: status 0, no error, next to no header fields. */
export function stoppedWithoutAWord(view: CaptureView): FailureOf<'network'>[] {
  return view.failures.filter(
    (failure): failure is FailureOf<'network'> =>
      failure.reading === 'network' && failure.network === 'blocked' && failure.code === undefined,
  );
}

/** Requests that failed with a browser's error of this kind. */
export function failedWith(
  view: CaptureView,
  code: RegExp,
): (FailureOf<'network'> & { readonly code: string })[] {
  return view.failures.filter(
    (failure): failure is FailureOf<'network'> & { readonly code: string } =>
      failure.reading === 'network' && failure.code !== undefined && code.test(failure.code),
  );
}
