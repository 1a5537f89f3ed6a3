// Search over the page's language. The index is an array of [path, title, first sentences, group].
const root = document.body.dataset.root;
const box = document.getElementById('search');
const results = document.getElementById('results');
const shownResults = 12;

/** Letters and digits only, in one case and one width: `Set Cookie` finds `Set-Cookie`. */
const fold = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const index = globalThis.searchIndex.map(([path, title, lead, group]) => ({
  path,
  title,
  lead,
  group,
  foldedTitle: fold(title),
  foldedLead: fold(lead),
}));

/** Lower is better; undefined = does not fit. */
function rank(entry, asked) {
  if (entry.foldedTitle === asked) return 0;
  if (entry.foldedTitle.startsWith(asked)) return 1;
  if (entry.foldedTitle.includes(asked)) return 2;
  return entry.foldedLead.includes(asked) ? 3 : undefined;
}

function show() {
  const asked = fold(box.value);
  results.replaceChildren();
  results.hidden = asked === '';
  if (asked === '') return;
  const found = index
    .map((entry) => ({ entry, rank: rank(entry, asked) }))
    .filter((one) => one.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownResults);
  if (found.length === 0) {
    results.textContent = results.dataset.nothing;
    return;
  }
  const list = document.createElement('ul');
  for (const { entry } of found) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = root + encodeURI(entry.path);
    link.textContent = entry.title;
    const group = document.createElement('span');
    group.className = 'count';
    group.textContent = entry.group;
    const lead = document.createElement('p');
    lead.textContent = entry.lead;
    item.append(link, ' ', group, lead);
    list.append(item);
  }
  results.append(list);
}

box.addEventListener('input', show);
box.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    box.value = '';
    show();
  }
  if (event.key === 'Enter') results.querySelector('a')?.click();
});
// The key that most sites have for it.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  box.focus();
});
