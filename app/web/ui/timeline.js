// timeline.js - a hand for the timeline: what a mark says appears beside it,
// what it is linked to is lit, arrows lead from mark to mark, and days that are
// drawn over are shown alone. Without it all of that is links.
import { hrefOf, plain, swap } from './swap.js';

const rtl = document.documentElement.dir === 'rtl';

function tipOf(section) {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.setAttribute('aria-hidden', 'true');
  tip.hidden = true;
  section.append(tip);
  return tip;
}

// The browser's own tip would stand over ours.
function takeTitles(marks) {
  for (const mark of marks) {
    const title = mark.querySelector('title');
    mark.setAttribute('aria-label', title.textContent);
    title.remove();
  }
}

function light(section, mark) {
  const lit = new Set(mark ? [mark.dataset.id] : []);
  for (const arc of section.querySelectorAll('.arc')) {
    const ends = arc.dataset.ends.split(' ');
    const on = mark && ends.includes(mark.dataset.id);
    arc.classList.toggle('lit', !!on);
    if (on) ends.forEach((id) => lit.add(id));
  }
  for (const other of section.querySelectorAll('.dot-mark'))
    other.classList.toggle('lit', lit.has(other.dataset.id));
  section.classList.toggle('lighting', lit.size > 1);
}

function showTip(section, tip, mark) {
  tip.hidden = !mark;
  light(section, mark);
  if (!mark) return;
  const [at, box] = [mark.getBoundingClientRect(), section.getBoundingClientRect()];
  tip.textContent = mark.getAttribute('aria-label');
  const left = Math.min(Math.max(at.x + at.width / 2 - box.x - tip.offsetWidth / 2, 0),
    box.width - tip.offsetWidth);
  tip.style.left = `${left}px`;
  tip.style.top = `${at.y - box.y + at.height + 6}px`;
}

// One mark can be reached by Tab, the others from it by arrows.
function walk(marks) {
  return (event) => {
    const now = marks.indexOf(event.target.closest('.dot-mark'));
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : now + step;
    if (now < 0 || !marks[next]) return;
    event.preventDefault();
    marks[now].tabIndex = -1;
    marks[next].tabIndex = 0;
    marks[next].focus();
  };
}

// The days of a place of the drawing, from 0 at the first to 1 at the last.
function dayAt(section, share) {
  const day = 86400000;
  const from = Date.parse(section.dataset.from);
  const days = (Date.parse(section.dataset.to) - from) / day + 1;
  const at = Math.min(Math.max(Math.floor(share * days), 0), days - 1);
  return new Date(from + at * day).toISOString().slice(0, 10);
}

function shareOf(svg, x) {
  const box = svg.getBoundingClientRect();
  const unit = box.width / svg.viewBox.baseVal.width;
  const along = rtl ? box.right - x : x - box.left;
  return (along / unit - svg.dataset.gutter) / svg.dataset.plot;
}

async function go(url) {
  history.pushState(null, '', url);
  if (await swap(url, ['timeline', 'acts'])) start(document.getElementById('timeline'));
}

function drawOver(section, svg) {
  const band = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  band.setAttribute('class', 'band');
  band.setAttribute('y', 0);
  band.setAttribute('height', svg.viewBox.baseVal.height);
  let from = null;
  const { gutter, plot } = svg.dataset;
  const place = (share) => {
    const x = +gutter + Math.min(Math.max(share, 0), 1) * plot;
    return rtl ? svg.viewBox.baseVal.width - x : x;
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button || event.pointerType === 'touch' || event.target.closest('a')) return;
    from = shareOf(svg, event.clientX);
    event.preventDefault();
  });
  svg.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const [a, b] = [place(from), place(shareOf(svg, event.clientX))];
    band.setAttribute('x', Math.min(a, b));
    band.setAttribute('width', Math.abs(a - b));
    svg.append(band);
  });
  addEventListener('pointerup', (event) => {
    if (from === null) return;
    const ends = [from, shareOf(svg, event.clientX)].sort((a, b) => a - b);
    from = null;
    band.remove();
    if (ends[1] - ends[0] < 0.01) return;
    const url = new URL(location.href);
    url.searchParams.set('from', dayAt(section, ends[0]));
    url.searchParams.set('to', dayAt(section, ends[1]));
    url.hash = '';
    go(url);
  });
}

export function start(section) {
  const svg = section.querySelector('svg');
  const marks = [...section.querySelectorAll('.dot-mark')];
  const tip = tipOf(section);
  const markOf = (event) => event.target.closest?.('.dot-mark');
  takeTitles(marks);
  svg.addEventListener('pointerover', (event) => showTip(section, tip, markOf(event)));
  svg.addEventListener('pointerleave', () => showTip(section, tip, null));
  svg.addEventListener('focusin', (event) => showTip(section, tip, markOf(event)));
  svg.addEventListener('focusout', () => showTip(section, tip, null));
  svg.addEventListener('keydown', walk(marks));
  drawOver(section, svg);
  section.addEventListener('click', (event) => {
    const link = event.target.closest('.ways a, a.rest');
    if (!link || !plain(event)) return;
    event.preventDefault();
    go(new URL(hrefOf(link)));
  });
}

addEventListener('popstate', async () => {
  const section = document.getElementById('timeline');
  const url = new URL(location.href);
  const days = (u) => `${u.get('from')} ${u.get('to')}`;
  if (!section || section.dataset.asked === days(url.searchParams)) return;
  if (await swap(url, ['timeline', 'acts'])) start(document.getElementById('timeline'));
});
