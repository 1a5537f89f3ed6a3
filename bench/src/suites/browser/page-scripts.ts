/**
 * What runs in the page that is measured. Texts, because nothing here could type a page, and because they must not be
 * bundled into what they measure.
 */

/** Notes long tasks from the beginning, and when a chosen file arrives. */
export const WATCH = `
  globalThis.bench = { longTasks: [], droppedAt: undefined };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    this.addEventListener('change', () => {
      bench.droppedAt ??= performance.now();
      bench.file ??= this.files[0];
    });
    return click.call(this);
  };
  bench.frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  bench.until = async (test, limitMs) => {
    for (const end = performance.now() + limitMs; performance.now() < end; ) {
      const found = test();
      if (found) return performance.now();
      await bench.frame();
    }
    return Number.NaN;
  };
  bench.shown = () => document.querySelector('[data-shown]')?.textContent ?? '';
  bench.type = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
`;

/** ms from the drop to the first rows, to all rows, and to the answer. */
export const OPENING = `(async () => {
  await bench.until(() => bench.droppedAt !== undefined, 20000);
  const from = bench.droppedAt;
  const first = await bench.until(() => document.querySelectorAll('[role=row][aria-selected]').length >= 10, 120000);
  const all = await bench.until(() => document.querySelector('[data-answer]') !== null, 120000);
  return { firstRowsMs: first - from, allRowsMs: all - from };
})()`;

/** ms; NaN = it took longer than anybody waits. */
export const ANSWER = `(async () => {
  const at = await bench.until(() => document.querySelector('[data-answer=ready]') !== null, 120000);
  return at - bench.droppedAt;
})()`;

/** ms that the browser takes to hand out the bytes of the file alone, two slices under way: what an index can be held against. */
export const READ_FILE = `(async () => {
  const { file } = bench;
  const slice = 16 * 1024 * 1024;
  const from = performance.now();
  let next = 0;
  const read = async () => {
    while (next < file.size) {
      const at = next;
      next += slice;
      await file.slice(at, at + slice).arrayBuffer();
    }
  };
  await Promise.all([read(), read()]);
  return performance.now() - from;
})()`;

/** ms from each change of the filter to the frame that shows its rows. */
export const FILTERS = `async (filters) => {
  const box = document.getElementById('filter-box');
  const took = [];
  for (const filter of filters) {
    const before = bench.shown();
    const from = performance.now();
    bench.type(box, filter);
    const at = await bench.until(() => bench.shown() !== before, 5000);
    took.push(at - from);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  bench.type(box, '');
  return took;
}`;

/** Frames of {@link SCROLL}. */
export const SCROLL_STEPS = 150;

/** Milliseconds between frames while the table scrolls. */
export const SCROLL = `(async () => {
  const scroller = document.querySelector('[role=grid]').parentElement;
  const gaps = [];
  let last = performance.now();
  for (let step = 0; step < ${SCROLL_STEPS}; step++) {
    scroller.scrollTop += step % 30 === 29 ? scroller.scrollHeight / 7 : 480;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  return gaps.slice(5);
})()`;

/** Milliseconds between frames while nothing changes: how evenly the machine gives them. */
export const REST = `(async () => {
  const gaps = [];
  let last = performance.now();
  for (let step = 0; step < ${SCROLL_STEPS}; step++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  return gaps.slice(5);
})()`;

/** Rows as tall as those of the table and as many cells, which are all there and which no script touches, for {@link SCROLL}. */
export const PLAIN_ROWS = `(() => {
  document.body.style.margin = 0;
  const scroller = document.createElement('div');
  scroller.style.cssText = 'height: 700px; overflow: auto; font: 13px sans-serif';
  const grid = document.createElement('div');
  grid.setAttribute('role', 'grid');
  for (let at = 0; at < 3000; at++) {
    const row = document.createElement('div');
    row.style.cssText = 'display: flex; height: 28px';
    for (let cell = 0; cell < 8; cell++) {
      const text = document.createElement('div');
      text.style.cssText = 'flex: 1; overflow: hidden';
      text.textContent = 'row ' + at + ', cell ' + cell;
      row.append(text);
    }
    grid.append(row);
  }
  scroller.append(grid);
  document.body.append(scroller);
})()`;

/** ms that counting all requests for the map of the capture and drawing it take, for widths that it has not had. */
export const MAP = `(async () => {
  const times = () => ['map/count', 'map/draw'].map((name) => performance.getEntriesByName(name)[0]?.duration);
  const took = [];
  for (let narrower = 1; narrower <= 10; narrower++) {
    performance.clearMeasures();
    document.getElementById('root').style.width = 'calc(100% - ' + narrower + 'px)';
    await bench.until(() => times().every((ms) => ms !== undefined), 5000);
    took.push(times().reduce((a, b) => a + b));
  }
  document.getElementById('root').style.width = '';
  return took;
})()`;

/** ms from choosing a row to its details. */
export const DETAILS = `(async () => {
  const took = [];
  for (let step = 0; step < 20; step++) {
    const rows = [...document.querySelectorAll('[role=row][aria-selected=false]')];
    const row = rows[(step * 7) % rows.length];
    const name = '#' + row.querySelector('[role=gridcell]').textContent.replace(/\\D/g, '');
    const from = performance.now();
    row.click();
    const isThere = () => document.querySelector('section[aria-label="' + name + '"] [role=tabpanel]') !== null;
    took.push((await bench.until(isThere, 5000)) - from);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return took;
})()`;

/** ms to the first hit and to the end of a search. */
export const SEARCH = `async (words) => {
  const box = document.getElementById('search-box');
  const from = performance.now();
  bench.type(box, words);
  let first;
  const done = await bench.until(() => {
    if (first === undefined && document.querySelector('[data-hit]') !== null) first = performance.now();
    return document.querySelector('[data-searched]')?.dataset.searched === words;
  }, 60000);
  return { firstMs: (first ?? NaN) - from, doneMs: done - from };
}`;

/** Long tasks since the last call, ms; heap of the page, bytes; elements of the document. */
export const STATE = `(() => {
  const longTasks = bench.longTasks.splice(0).filter(({ startTime }) => startTime >= (bench.droppedAt ?? 0));
  globalThis.gc?.();
  return {
    longTasksMs: longTasks.map(({ duration }) => duration),
    heapBytes: performance.memory.usedJSHeapSize,
    nodes: document.querySelectorAll('*').length,
  };
})()`;
