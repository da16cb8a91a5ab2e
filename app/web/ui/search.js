// search.js - the search page by keyboard: / goes to the box, j and k or the
// arrows from one result to the next, Enter opens it as any link. Escape leaves
// the box. Letters that are typed somewhere are left alone, and so is whatever
// is held together with Ctrl, Alt or Meta.
const typing = (target) => target.closest?.('input, textarea, select, [contenteditable]');

export function start(page) {
  const box = page.querySelector('#q');
  const results = () => [...page.querySelectorAll('.hits a.result, .acts blockquote a')];

  // From anywhere else than a result, the first one; before the first, the box.
  function move(step) {
    const all = results();
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : -1) : at + step;
    if (next < 0) {
      box.focus();
    } else if (all[next]) {
      all[next].focus();
      all[next].closest('li').scrollIntoView({ block: 'nearest' });
    }
  }

  const keys = {
    '/': () => { box.focus(); box.select(); },
    j: () => move(1), ArrowDown: () => move(1),
    k: () => move(-1), ArrowUp: () => move(-1),
  };
  const inBox = {
    Escape: () => box.blur(), ArrowDown: () => move(1),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const elsewhere = typing(event.target) && event.target !== box;
    const act = (event.target === box ? inBox : keys)[event.key];
    // The arrows scroll, as everywhere, until a result has been gone to.
    const scrolls = event.key === 'ArrowUp' && !results().includes(document.activeElement);
    if (!act || elsewhere || scrolls) return;
    event.preventDefault();
    act();
  });
}
