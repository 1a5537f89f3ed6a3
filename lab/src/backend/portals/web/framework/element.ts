type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** An element with attributes, listeners (`onclick`) and children. Text is never read as markup. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Puts a view where the last one was. */
export function show(host: Element, ...views: readonly Child[]): void {
  host.replaceChildren(...views.filter((view) => view !== undefined));
}

/** Says how far the page is, for whoever drives it. */
export function reached(step: string): void {
  document.documentElement.dataset.lab = step;
}

/** A button that is on or off. */
export function toggle(label: string, on: boolean, change: (on: boolean) => void): HTMLElement {
  const button = h('button', {
    class: 'switch',
    role: 'switch',
    'aria-label': label,
    'aria-checked': String(on),
    onclick: () => {
      const next = button.getAttribute('aria-checked') !== 'true';
      button.setAttribute('aria-checked', String(next));
      change(next);
    },
  });
  return button;
}

/** A message at the bottom of the page that stays until the next one. */
export function toast(kind: 'good' | 'bad', title: string, detail?: string): void {
  document.querySelector('.toast')?.remove();
  const text = detail === undefined ? undefined : h('p', {}, detail);
  document.body.append(
    h(
      'div',
      { class: `toast ${kind}`, role: kind === 'bad' ? 'alert' : 'status' },
      h('strong', {}, title),
      text,
    ),
  );
}
