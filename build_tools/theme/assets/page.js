/* What every page can do with script: show what needs it, copy a text, print. */
(() => {
  'use strict';
  const root = document.documentElement.classList;
  root.add('is-scripted');
  if (location.protocol !== 'file:') root.add('is-served'); // a page opened from a folder may not fetch

  /* For web views without the clipboard interface, or without leave to use it. */
  const copiedBySelection = text => {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'bulletin-hidden';
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
    if ('print' in button.dataset) return window.print();
    copied(button.dataset.copy).then(done => {
      button.querySelector('[role=status]').textContent = done ? button.dataset.done : button.dataset.failed;
      button.focus();
    });
  });
})();
