// pane.js - the sentence of an act opens beside the page, without leaving it.
// Links with ?act= and #pane are asked for as the pane alone (&part=pane).
import { hrefOf, plain, swap } from './swap.js';

let opener = null; // what had the focus when the pane was opened

// `move`: the focus goes into the pane.
async function show(url, move) {
  const part = new URL(url);
  part.searchParams.set('part', 'pane');
  part.hash = '';
  if (!await swap(part, ['pane'], 'pane')) return;
  const pane = document.getElementById('pane');
  bindTo(pane);
  mark(new URL(url).searchParams.get('act'));
  if (move && !pane.hidden) pane.focus({ preventScroll: pane.getBoundingClientRect().top >= 0 });
}

// Which act is open, wherever it is listed or drawn.
function mark(act) {
  for (const link of document.querySelectorAll('a[aria-current="true"][href*="act="]'))
    link.removeAttribute('aria-current');
  if (!act) return;
  for (const link of document.querySelectorAll('main a[href$="#pane"]'))
    if (new URL(hrefOf(link)).searchParams.get('act') === act) link.setAttribute('aria-current', 'true');
}

function close() {
  const url = new URL(location.href);
  url.searchParams.delete('act');
  url.hash = '';
  history.pushState(null, '', url);
  const pane = document.getElementById('pane');
  pane.replaceChildren();
  pane.hidden = true;
  mark(null);
  opener?.focus();
}

function bindTo(pane) {
  pane.querySelector('.close')?.addEventListener('click', (event) => {
    if (!plain(event)) return;
    event.preventDefault();
    close();
  });
}

export function start(pane) {
  bindTo(pane);
  mark(new URL(location.href).searchParams.get('act'));
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href$="#pane"]');
    if (!link || !plain(event)) return;
    event.preventDefault();
    opener = link;
    history.pushState(null, '', hrefOf(link));
    show(hrefOf(link), true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.getElementById('pane').hidden) close();
  });
  addEventListener('popstate', () => show(location.href, false));
}
