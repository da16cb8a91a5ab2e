// frame.mjs - what tests and screenshots share: the parts, sizes, addresses.
//
// A part is any other file of this folder. It may export
//     pages   { agreement: (ids, base) => `/agreements/${ids.agreement}`, … }   each is
//             looked at by test.mjs in every language, size and scheme
//     tasks   async (frame) => …   what a reader does there; see Frame
//     shots   ['agreement-ar-desktop', …]   kept in docs/screenshots: a page of
//             `pages`, the language, the size
import { readdirSync } from 'node:fs';

const ours = ['browser.mjs', 'frame.mjs', 'hostile.mjs', 'shots.mjs', 'test.mjs'];

export const sizes = {
  desktop: { width: 1200, height: 900 },
  phone: { width: 360, height: 740 },
};

// `only`: names of parts; none: all.
export async function parts(only = []) {
  const names = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.mjs') && !ours.includes(name))
    .filter((name) => !only.length || only.includes(name.slice(0, -4))).sort();
  return Promise.all(names.map((name) => import(`./${name}`)));
}

// Their pages, by name.
export async function pagesOf(ids, base, only = []) {
  const all = {};
  for (const part of await parts(only))
    for (const [name, path] of Object.entries(part.pages ?? {})) all[name] = await path(ids, base);
  return all;
}

// What tasks get: the browser's context, the ids of things in the record (those
// of tests/http/run.py), an address in a language, a page of a size, `tell`.
export class Frame {
  constructor(context, base, ids) {
    Object.assign(this, { context, base, ids, failed: 0 });
  }

  address(path, lang) {
    const [before, fragment] = path.split('#');
    const query = before.includes('?') ? '&' : '?';
    return `${this.base}${before}${query}lang=${lang}${fragment ? `#${fragment}` : ''}`;
  }

  async page(size = 'desktop') {
    const page = await this.context.newPage();
    await page.setViewportSize(sizes[size]);
    return page;
  }

  // `wrong`: reasons; none when it is as it should be.
  tell(name, wrong) {
    if (wrong.length) this.failed++;
    console.log(wrong.length ? `FAIL ${name}: ${wrong.join('; ')}` : `ok ${name}`);
  }

  check(name, so, why) {
    this.tell(name, so ? [] : [why]);
  }
}
