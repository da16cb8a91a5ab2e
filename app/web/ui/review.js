// review.js - the review queue without a wait: the next act is fetched while
// one is looked at, letters decide, names are found while typed.
//     <section data-with="review">…<article id="item">…   →   start(section)
// All of it works without this module; it sends the same forms. A decision is
// shown as made before the server has answered, and taken back when it fails:
// the act comes back with what was typed, and says why.
const PATIENCE = 12; // times a busy record is asked again
const GAP = 400; // milliseconds between, growing
const TYPED = 120; // milliseconds of quiet before names are asked for

const keys = {
  KeyC: (q) => q.decide('confirm'), KeyE: (q) => q.decide('correct'),
  KeyR: (q) => q.decide('reject'), KeyJ: (q) => q.step('next'),
  KeyP: (q) => q.step('prev'), KeyU: (q) => q.undo(), KeyH: (q) => q.help.showModal(),
  KeyT: (q) => q.enter('f-act-0'), KeyS: (q) => q.enter('f-source-0'),
  KeyD: (q) => q.enter('f-target-0'), KeyK: (q) => q.enter('f-speaker-0'),
  KeyG: (q) => q.enter('f-agreement-0'), KeyY: (q) => q.enter('f-date-0'),
  KeyW: (q) => q.enter('f-why'), KeyN: (q) => q.enter('f-note'), KeyM: (q) => q.enter('f-other'),
  KeyL: (q) => q.enter('f-link'), KeyX: (q) => q.decide('split'),
};

const wait = (time) => new Promise((done) => setTimeout(done, time));

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Its piece of the queue, from /review/item.
async function fetchItem(url) {
  const answer = await fetch(url.replace('/review?', '/review/item?'));
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const item = page.querySelector('article#item');
  if (!answer.ok || !item) throw new Error(answer.status);
  return document.importNode(item, true);
}

class Queue {
  constructor(section) {
    this.section = section;
    this.item = section.querySelector('#item');
    this.status = section.querySelector('.review-status');
    this.help = section.querySelector('.review-help');
    this.ahead = new Map(); // address → promise of an item
    this.left = []; // items somebody was called away from
    this.kept = []; // what can be taken back
    this.sending = Promise.resolve();
    this.open = 0; // decisions without an answer
    this.listen();
    if (this.item.matches('article')) this.prepare();
  }

  word(name) {
    return this.section.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`];
  }

  say(text, wrong = false, ...more) {
    this.status.classList.toggle('wrong', wrong);
    this.status.replaceChildren(text, ...more);
  }

  // ------------------------------------------------------------ showing

  link(rel) {
    return this.item.querySelector(`[data-step="${rel}"]`)?.href;
  }

  prepare() {
    for (const input of this.item.querySelectorAll('[data-suggest]')) suggest(input, this);
    const next = this.link('next');
    if (next) this.preload(next);
  }

  preload(url) {
    if (!this.ahead.has(url)) {
      const item = fetchItem(url);
      item.catch(() => this.ahead.delete(url));
      this.ahead.set(url, item);
    }
    return this.ahead.get(url);
  }

  show(item, url, add = true) {
    const by = this.item.querySelector('#f-by')?.value;
    this.item.replaceWith(item);
    this.item = item;
    this.ahead.clear();
    if (by && item.querySelector('#f-by')) item.querySelector('#f-by').value = by;
    if (add && url !== location.href) {
      history.pushState(null, '', url);
      this.pushed = true;
    }
    this.prepare();
    item.focus({ preventScroll: true });
    if (item.getBoundingClientRect().top < 0) item.scrollIntoView();
  }

  async go(url, add = true) {
    try {
      this.show(await this.preload(url), url, add);
    } catch {
      location.assign(url);
    }
  }

  // From here to what somebody was called away from, or on in the queue.
  async onward() {
    const before = this.left.pop();
    if (before) this.show(before.item, before.url);
    else if (this.link('next')) await this.go(this.link('next'));
    else await this.last();
  }

  // The end: when all is sent the queue is asked for from its beginning.
  async last() {
    const url = new URL(location.href);
    await this.sending;
    for (const name of ['at', 'kept', 'last']) url.searchParams.delete(name);
    if (!this.left.length) location.assign(url);
  }

  step(rel) {
    if (rel === 'prev' && this.pushed) return history.back();
    const url = this.link(rel);
    return url && this.go(url);
  }

  enter(id) {
    document.getElementById(id)?.focus();
  }

  // ----------------------------------------------------------- deciding

  decide(decision) {
    const form = this.item.querySelector('.review-form');
    if (!form || this.item.dataset.sent) return;
    if (!form.reportValidity()) return;
    const body = new URLSearchParams(new FormData(form));
    body.set('decision', decision);
    body.set('as', 'json');
    const job = { item: this.item, url: location.href, action: form.action, body };
    this.open++;
    this.item.dataset.sent = decision;
    this.item.querySelector('.wrong')?.remove();
    // What was typed may be wrong, so that is waited for.
    const typed = !['confirm', 'reject'].includes(decision);
    if (!typed) this.onward();
    this.sending = this.sending.then(() => this.send(job))
      .then((answer) => this.wellDone(job, answer, typed), (why) => this.comeBack(job, why))
      .finally(() => { this.open--; });
  }

  // A record that somebody else writes to is asked again.
  async send(job) {
    for (let i = 1; ; i++) {
      const answer = await fetch(job.action, { method: 'POST', body: job.body })
        .catch(() => { throw new Error(this.word('error')); });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) return said;
      if (!said.busy || i === PATIENCE)
        throw new Error([said.error, said.about].filter(Boolean).join(' ') || this.word('error'));
      this.say(this.word('wait'));
      await wait(GAP * i);
    }
  }

  wellDone(job, answer, typed) {
    const n = make('bdi', {}, String(answer.kept));
    const look = make('a', { href: job.url }, this.word('look'));
    this.say(`${this.word(answer.known ? 'known' : 'kept')} `, false, n, ' ', look);
    this.count(answer);
    if (job.body.get('decision') === 'undo') return undefined;
    this.kept.push({ ...job, numbers: answer.numbers });
    return typed && this.item === job.item ? this.onward() : undefined;
  }

  count(answer) {
    for (const name of ['left', 'done']) {
      const more = answer[name] >= answer.most ? '+' : '';
      this.section.querySelector(`[data-count="${name}"] bdi`).textContent = `${answer[name]}${more}`;
    }
    const bar = this.section.querySelector('progress');
    bar.max = Math.max(1, answer.left + answer.done);
    bar.value = answer.done;
  }

  comeBack(job, why) {
    delete job.item.dataset.sent;
    if (this.item !== job.item) {
      this.left.push({ item: this.item, url: location.href });
      this.show(job.item, job.url);
    }
    job.item.querySelector('.wrong')?.remove();
    job.item.querySelector('.review-form').before(
      make('div', { className: 'notice wrong', role: 'alert' }, why.message));
    this.say(this.word('gone'), true);
  }

  async undo() {
    await this.sending;
    const job = this.kept.pop();
    const form = this.section.querySelector('.undo');
    if (!job) return form ? form.requestSubmit(form.querySelector('button')) : this.say(this.word('nothing'));
    const body = new URLSearchParams({ decision: 'undo', as: 'json' });
    for (const number of job.numbers) body.append('review', number);
    for (const name of ['token', 'by']) body.set(name, job.body.get(name));
    try {
      this.count(await this.send({ ...job, body }));
      this.ahead.clear();
      await this.go(job.url);
      this.say(this.word('undo'));
    } catch (why) {
      this.kept.push(job);
      this.say(why.message, true);
    }
    return undefined;
  }

  // ---------------------------------------------------------- listening

  listen() {
    const bar = this.section.querySelector('.review-keys');
    const [help, toggle] = bar.querySelectorAll('button');
    this.section.classList.add('alive');
    this.letters = localStorage.getItem('ahd-letters') !== 'off';
    const tell = () => {
      toggle.textContent = this.word(this.letters ? 'keyson' : 'keysoff');
      toggle.setAttribute('aria-pressed', this.letters);
    };
    tell();
    help.addEventListener('click', () => this.help.showModal());
    toggle.addEventListener('click', () => {
      this.letters = !this.letters;
      localStorage.setItem('ahd-letters', this.letters ? 'on' : 'off');
      tell();
    });
    this.section.addEventListener('submit', (event) => this.submitted(event));
    this.section.addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('keydown', (event) => this.pressed(event));
    addEventListener('popstate', () => this.go(location.href, false));
    addEventListener('beforeunload', (event) => { if (this.open) event.preventDefault(); });
  }

  submitted(event) {
    if (!event.target.matches('.review-form')) return;
    event.preventDefault();
    this.decide(event.submitter?.value ?? 'confirm');
  }

  clicked(event) {
    const link = event.target.closest('a[data-step]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.go(link.href);
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (this.help.open || event.isComposing) return;
    const field = event.target.closest('input, select, textarea');
    if (field) {
      if (event.key === 'Escape') this.item.focus();
      else if (event.key === 'Enter' && field.matches('.review-form :is(input, select)')) {
        event.preventDefault();
        this.decide(field.dataset.decides ?? 'correct');
      }
      return;
    }
    const act = this.letters && keys[event.code];
    if (!act || event.shiftKey || event.repeat) return;
    event.preventDefault();
    act(this);
  }
}

// ------------------------------------------------------------ names

let lists = 0;

// A field that offers names: a combobox with a list below it.
function suggest(input, queue) {
  const list = make('ul', { className: 'names-list', role: 'listbox', id: `names-${++lists}` });
  const lang = document.documentElement.lang;
  let timer, asked = 0, at = -1;
  list.setAttribute('aria-label', input.labels[0]?.textContent.trim() || input.getAttribute('aria-label'));
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) input.setAttribute(name, value);

  const close = () => {
    list.remove();
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (i) => {
    at = (i + list.children.length) % list.children.length;
    [...list.children].forEach((one, n) => one.setAttribute('aria-selected', n === at));
    list.children[at].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const take = (option) => {
    const was = input.nextElementSibling;
    const known = was?.name === `${input.name}.was`;
    input.value = known ? option.dataset.name : option.dataset.id;
    if (known) was.value = `${option.dataset.id} ${option.dataset.name}`;
    close();
    if (known) another(input, queue);
  };
  const ask = async () => {
    const mine = ++asked;
    const query = new URLSearchParams({ lang, kind: input.dataset.suggest, q: input.value });
    const answer = input.value.trim() ? await fetch(`/review/suggest?${query}`).catch(() => null) : null;
    const names = answer?.ok ? await answer.json() : [];
    if (mine !== asked || document.activeElement !== input) return;
    close();
    if (!names.length) return;
    list.replaceChildren(...names.map((name, i) => {
      const option = make('li', { role: 'option', id: `${list.id}-${i}` },
        make('bdi', {}, name.name || name.id), make('bdi', { className: 'other' }, name.other),
        make('code', { dir: 'ltr' }, name.id));
      Object.assign(option.dataset, { id: name.id, name: name.name || name.id });
      option.setAttribute('aria-selected', 'false');
      option.addEventListener('mousedown', (event) => { event.preventDefault(); take(option); });
      return option;
    }));
    input.parentElement.append(list);
    input.setAttribute('aria-expanded', 'true');
  };

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, TYPED); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (!list.isConnected) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key]) choose(at < 0 && event.key === 'ArrowUp' ? -1 : at + steps[event.key]);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && at >= 0) take(list.children[at]);
    else return;
    event.preventDefault();
  });
}

// Room for one more of a field that may hold several.
function another(input, queue) {
  const all = [...input.parentElement.querySelectorAll(`input[name="${input.name}"]`)];
  const empty = all.some((one) => !one.value);
  if (empty || all.length < 2) return;
  const more = input.cloneNode(), was = input.nextElementSibling.cloneNode();
  Object.assign(more, { value: '', id: `${input.id}-${all.length}` });
  more.setAttribute('aria-label', input.labels[0]?.textContent.trim() || input.getAttribute('aria-label'));
  more.removeAttribute('aria-keyshortcuts');
  was.value = ' ';
  all.at(-1).nextElementSibling.after(more, was);
  suggest(more, queue);
}

export const start = (section) => new Queue(section);
