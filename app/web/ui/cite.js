// cite.js - a permalink in full, and a button that copies it with the citation.
export function start(cite) {
  const [link, words] = [cite.querySelector('.permalink'), cite.querySelector('.citation')];
  if (!link || !words || !navigator.clipboard) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = cite.dataset.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${words.innerText.trim()} ${link.href}`);
    button.textContent = cite.dataset.copied;
  });
  link.after(' ', button);
}
