// layers.js - switches a document's layers without asking for the page again.
// The links do the same; their addresses and that of the page stay right.
export function start(element) {
  const links = [...element.querySelectorAll('a[data-layer]')];
  const isOn = (link) => link.hasAttribute('aria-current');

  function address(changed) {
    const on = links.filter((link) => isOn(link) !== (link === changed)).map((link) => link.dataset.layer);
    const url = new URL(location.href);
    url.searchParams.set('layers', on.join(',') || 'none');
    return url;
  }

  element.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-layer]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const url = address(link);
    link.toggleAttribute('aria-current', !isOn(link));
    if (isOn(link)) link.setAttribute('aria-current', 'true');
    for (const part of document.querySelectorAll('.layered'))
      part.classList.toggle(`off-${link.dataset.layer}`, !isOn(link));
    history.replaceState(null, '', url);
    for (const other of links) other.href = address(other).href;
  });
}
