/** Who listens to a stream of values. */
export interface Observer<T> {
  next(value: T): void;
  error(reason: unknown): void;
}

/** A value that comes later, once somebody asks for it; in the manner of the stream libraries of large frameworks. */
export class Observable<T> {
  private readonly start: (observer: Observer<T>) => void;

  constructor(start: (observer: Observer<T>) => void) {
    this.start = start;
  }

  subscribe(next: (value: T) => void, error: (reason: unknown) => void): void {
    this.trySubscribe({ next, error });
  }

  private trySubscribe(observer: Observer<T>): void {
    try {
      this.start(observer);
    } catch (reason) {
      observer.error(reason);
    }
  }

  map<R>(project: (value: T) => R): Observable<R> {
    return operate(this, (value, observer) => observer.next(project(value)));
  }

  switchMap<R>(project: (value: T) => Observable<R>): Observable<R> {
    return operate(this, (value, observer) => innerSubscribe(project(value), observer));
  }

  toPromise(): Promise<T> {
    return new Promise((resolve, reject) => this.subscribe(resolve, reject));
  }
}

export function of<T>(value: T): Observable<T> {
  return new Observable((observer) => observer.next(value));
}

function operate<T, R>(
  source: Observable<T>,
  next: (value: T, observer: Observer<R>) => void,
): Observable<R> {
  return new Observable<R>((observer) => {
    source.subscribe(
      (value) => next(value, observer),
      (reason) => observer.error(reason),
    );
  });
}

function innerSubscribe<R>(inner: Observable<R>, observer: Observer<R>): void {
  inner.subscribe(
    (value) => observer.next(value),
    (reason) => observer.error(reason),
  );
}
