// swap.js - parts of this page as another address of it has them: fetched, put
// in the place of those here, and the address kept. Anything that goes wrong
// becomes an ordinary visit. What is inside is started, the parts themselves are
// by who swaps them.
import { begin } from './ahd.js';

export async function swap(url, ids, fragment) {
  try {
    const answer = await fetch(url, { headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(answer.status);
    const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ids) {
      const [here, there] = [document.getElementById(id), other.getElementById(id)];
      if (!here || !there) throw new Error(id);
      here.replaceWith(document.adoptNode(there));
      begin(there);
    }
    return true;
  } catch {
    location.assign(fragment ? `${url}#${fragment}` : url);
    return false;
  }
}

// Is this click one that a page may answer itself?
export function plain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

// Where a link leads, in HTML and in SVG.
export const hrefOf = (link) => new URL(link.getAttribute('href'), location.href).href;
