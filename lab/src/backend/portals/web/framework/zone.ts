/**
 * Runs the page's asynchronous work as tasks that know who scheduled them, as the zones of large frameworks do. The
 * call stacks that a browser shows for requests therefore begin here, far from the code that wanted them.
 */
export interface Task {
  readonly type: 'macroTask' | 'eventTask';
  readonly source: string;
  readonly work: () => void;
}

export class ZoneDelegate {
  private readonly parent: ZoneDelegate | undefined;

  constructor(parent?: ZoneDelegate) {
    this.parent = parent;
  }

  scheduleTask(task: Task): Task {
    return this.onScheduleTask(task);
  }

  onScheduleTask(task: Task): Task {
    if (this.parent !== undefined) return this.parent.scheduleTask(task);
    task.work();
    return task;
  }

  invokeTask(callback: () => void): void {
    if (this.parent !== undefined) this.parent.invokeTask(callback);
    else callback();
  }
}

const root = new ZoneDelegate();
const applicationZone = new ZoneDelegate(new ZoneDelegate(root));

/** Starts work now and remembers it as a macro task of the application. */
export function scheduleMacroTask(source: string, work: () => void): Task {
  return applicationZone.scheduleTask({ type: 'macroTask', source, work });
}

/** Calls back inside the application's zone. */
export function runInZone(callback: () => void): void {
  applicationZone.invokeTask(callback);
}
