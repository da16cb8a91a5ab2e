// map.js - a map that is moved and brought nearer; every place on it is a link
// without this as well. Wheel, drag, two buttons, and the keys + - and arrows.
export function start(element) {
  const svg = element.querySelector('svg');
  const first = svg.getAttribute('viewBox').split(' ').map(Number);
  let [x, y, width, height] = first;

  // Points stay as large as they were while the land grows.
  function show() {
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    const scale = width / first[2];
    for (const dot of svg.querySelectorAll('.zoom')) dot.setAttribute('transform', `scale(${scale})`);
  }

  // By `factor`, with the place at (atX, atY) of the window staying where it is.
  function zoom(factor, atX = 0.5, atY = 0.5) {
    const next = Math.min(1000, Math.max(20, width * factor));
    const ratio = next / width;
    x += (width - width * ratio) * atX;
    y += (height - height * ratio) * atY;
    width *= ratio;
    height *= ratio;
    show();
  }

  function move(byX, byY) {
    x += byX * width;
    y += byY * height;
    show();
  }

  svg.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls as ever
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height);
  }, { passive: false });

  let held = null;
  svg.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    held = { x: event.clientX, y: event.clientY, far: false };
  });
  window.addEventListener('pointermove', (event) => {
    if (!held) return;
    const box = svg.getBoundingClientRect();
    const [byX, byY] = [held.x - event.clientX, held.y - event.clientY];
    if (!held.far && Math.hypot(byX, byY) < 4) return;
    move(byX / box.width, byY / box.height);
    held = { x: event.clientX, y: event.clientY, far: true };
  });
  window.addEventListener('pointerup', () => setTimeout(() => { held = null; }));
  svg.addEventListener('dragstart', (event) => event.preventDefault());
  svg.addEventListener('click', (event) => { if (held?.far) event.preventDefault(); }, true);

  const keys = {
    '+': () => zoom(0.8), '=': () => zoom(0.8), '-': () => zoom(1.25), '0': () => { [x, y, width, height] = first; show(); },
    ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0),
    ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
  };
  element.addEventListener('keydown', (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });

  const bar = document.createElement('div');
  bar.className = 'zoombar';
  for (const [sign, key] of [['+', '+'], ['−', '-']]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.addEventListener('click', keys[key]);
    bar.append(button);
  }
  element.append(bar);
}
