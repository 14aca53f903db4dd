'use strict';
// Keeps the draft of a score sheet while it is filled in. Without this script the button "Save draft" does the same.

const form = document.getElementById('sheet');
const state = document.getElementById('sheet-state');
const pause = 1000; // milliseconds of quiet before saving

if (form && state) start(state.dataset.draft);

function start(path) {
  let timer = 0;
  let isOpen = false; // something was changed that is not saved
  let saving = null;

  form.addEventListener('input', () => {
    isOpen = true;
    state.textContent = 'Not saved yet …';
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  form.addEventListener('submit', () => {
    isOpen = false;
    clearTimeout(timer);
  });
  // Leaving the page must not lose the last words.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isOpen) save(true);
  });
  window.addEventListener('beforeunload', (event) => {
    if (isOpen) event.preventDefault();
  });

  async function save(isLeaving) {
    clearTimeout(timer);
    if (saving && isLeaving !== true) {
      // One at a time, or an older draft could overtake a newer one.
      timer = setTimeout(save, pause);
      return;
    }
    isOpen = false;
    saving = fetch(path, {
      method: 'POST',
      headers: { 'X-Part': 'draft', Accept: 'text/html' },
      body: new URLSearchParams(new FormData(form)),
      keepalive: isLeaving === true,
    });
    try {
      const response = await saving;
      if (response.ok) {
        const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
        if (!isOpen) state.textContent = `Saved at ${time.format(new Date())}.`;
      } else {
        isOpen = true;
        state.textContent =
          response.status === 401 || response.status === 403
            ? 'Not saved: you are no longer signed in. Keep this page, sign in in another tab, and press “Save draft”.'
            : 'Not saved. Press “Save draft”; if it happens again, copy your notes.';
      }
    } catch {
      isOpen = true;
      state.textContent = 'Not saved: the workspace could not be reached. It is tried again with your next change.';
    }
    saving = null;
  }
}
