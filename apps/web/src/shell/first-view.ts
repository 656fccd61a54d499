const most = 8000;

/**
 * Pages that the server has written stand until ours has its content, so that nothing flickers and nothing that can be read goes away.
 * `busy` says whether answers are still waited for. What is being typed into the written page is let be.
 */
export function takeOverFirstView(root: HTMLElement, busy: () => boolean, watch: (changed: () => void) => () => void): void {
  const written = document.getElementById('first-view');
  if (!written) return;
  root.hidden = true;
  let drawn = false;
  const stop = watch(() => consider());
  const late = setTimeout(() => consider(true), most);
  function consider(atOnce = false): void {
    if (!(atOnce || drawn) || (busy() && !atOnce)) return;
    if (written!.contains(document.activeElement)) {
      written!.addEventListener('focusout', () => setTimeout(consider), { once: true });
      return;
    }
    stop();
    clearTimeout(late);
    root.hidden = false;
    written!.remove();
  }
  // The page is drawn first with its questions, then with their answers.
  const seen = new MutationObserver(() => {
    if (!root.querySelector('main')) return;
    seen.disconnect();
    drawn = true;
    setTimeout(consider);
  });
  seen.observe(root, { childList: true, subtree: true });
}
