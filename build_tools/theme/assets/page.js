/* What every page can do with script: show what needs it, large type, forget a past today, copy, print. Of 2018, for old web views. */
(() => {
  'use strict';
  const root = document.documentElement.classList;
  root.add('is-scripted');
  if (location.protocol !== 'file:') root.add('is-served'); // a page opened from a folder may not fetch

  addEventListener('load', () => root.add('is-loaded')); // what a script was to make ready and is not will not be

  /* Only on this device, and only once it is asked for; some web views refuse to keep anything. */
  const large = document.getElementById('large');
  const enlarge = () => root.toggle('is-large', large.checked);
  const recall = () => {
    try { large.checked = localStorage.large === 'yes'; } catch (_) { /* it works, for this page */ }
    enlarge();
  };
  recall();
  addEventListener('pageshow', recall);
  large.addEventListener('change', () => {
    try { large.checked ? localStorage.large = 'yes' : localStorage.removeItem('large'); } catch (_) { /* likewise */ }
    enlarge();
  });

  /* Chromium prints no image that it has not loaded, and who moves a mouse or presses a key may be about to print. */
  const code = document.querySelector('#paper img');
  const near = event => { if (event.pointerType === 'mouse' || event.key) code.loading = 'eager'; };
  if (code) ['pointermove', 'keydown'].forEach(sign => addEventListener(sign, near));

  document.querySelectorAll('.bulletin-today').forEach(word => {
    if (Date.parse(word.dateTime) + 576e5 < Date.now()) word.remove(); // midnight in China is over
  });

  /* For web views without the clipboard interface, or without leave to use it. */
  const copiedBySelection = text => {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'bulletin-aside';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  };
  const copied = text => Promise.resolve(text)
    .then(said => navigator.clipboard.writeText(said))
    .then(() => true, () => copiedBySelection(text));

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy], [data-print]');
    if (!button) return;
    if ('print' in button.dataset) {
      if (button.hash) location.hash = button.hash; // says which of its prints the page gives
      return window.print && window.print(); // WeChat has none
    }
    copied(button.dataset.copy).then(done => {
      button.querySelector('[role=status]').textContent = done ? button.dataset.done : button.dataset.failed;
      button.focus();
    });
  });
})();
