import { h, reached } from '../framework/element.ts';
import { HttpClient, HttpFailure, type HttpRequest, type Interceptor } from '../framework/http-client.ts';
import { Observable, of } from '../framework/observable.ts';
import { countedId } from '../framework/tracking.ts';
import { refresh, type Tokens } from './oauth.ts';

let tokens: Tokens | undefined;
let refreshing: Promise<Tokens | undefined> | undefined;

/** From now on requests carry these tokens. */
export function useTokens(next: Tokens): void {
  tokens = next;
}

/** Every request of this page has an id: the session, and its number in it. A repeated one says so with `+1`. */
const trackingInterceptor: Interceptor = (request, next) =>
  next(withHeader(request, 'trackingid', request.headers.trackingid ?? countedId('ATLAS')));

const tokenInterceptor: Interceptor = (request, next) =>
  next(withHeader(request, 'authorization', `Bearer ${tokens?.access_token ?? ''}`));

/** On 401 asks for new tokens, once for all requests that wait, and sends the request again. */
const refreshInterceptor: Interceptor = (request, next) =>
  new Observable((observer) => {
    next(request).subscribe(
      (value) => observer.next(value),
      (reason) => {
        if (!(reason instanceof HttpFailure) || reason.status !== 401 || tokens === undefined)
          return observer.error(reason);
        refreshing ??= refresh(tokens);
        refreshing.then((renewed) => {
          if (renewed === undefined) {
            // A refusal is final: whoever comes later hears the same.
            sayThatSessionEnded();
            return observer.error(reason);
          }
          tokens = renewed;
          refreshing = undefined;
          const id = `${reason.trackingId}+1`;
          next(withHeader(request, 'trackingid', id)).subscribe(
            (value) => observer.next(value),
            (again) => {
              if (again instanceof HttpFailure && again.status === 401) sayThatSessionEnded();
              observer.error(again);
            },
          );
        });
      },
    );
  });

export const http = new HttpClient([refreshInterceptor, trackingInterceptor, tokenInterceptor]);

/** The answer, or undefined where the request failed. */
export function orUndefined(answer: Observable<unknown>): Observable<unknown> {
  return new Observable((observer) =>
    answer.subscribe(
      (value) => observer.next(value),
      () => of(undefined).subscribe(observer.next, observer.error),
    ),
  );
}

function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, [name]: value } };
}

function sayThatSessionEnded(): void {
  if (document.querySelector('.ended') !== null) return;
  document.body.prepend(
    h(
      'div',
      { class: 'ended', role: 'alert' },
      h('strong', {}, 'Your session has ended. '),
      'Sign in again to go on.',
    ),
  );
  reached('signed-out');
}
