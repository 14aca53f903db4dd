'use strict';
// Sliders that ask for a new answer while they move. Without this script the form of the page does the same with a
// button. Only the newest answer is shown; an answer to an older question is thrown away.

const pause = 80; // milliseconds of quiet before asking
const form = document.getElementById('what-if');
const live = document.getElementById('live');
const said = document.getElementById('live-said');

if (form && live) start();

function start() {
  form.classList.add('scripted');
  let timer = 0;
  let asked = 0;
  let running = null;

  for (const range of form.querySelectorAll('input[type="range"]')) {
    const field = document.getElementById(range.dataset.for);
    range.addEventListener('input', () => {
      move(range, field);
      later();
    });
    field.addEventListener('input', () => {
      const number = Number(field.value.replace(',', '.'));
      stand(range, field.value.trim() === '' || Number.isNaN(number) ? Number(range.dataset.now) : number);
      later();
    });
  }
  for (const select of form.querySelectorAll('select')) select.addEventListener('change', later);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  form.querySelector('[data-reset]')?.addEventListener('click', (event) => {
    event.preventDefault();
    for (const range of form.querySelectorAll('input[type="range"]')) {
      stand(range, Number(range.dataset.now));
      document.getElementById(range.dataset.for).value = '';
    }
    ask();
  });

  // A browser moves a slider to its nearest step without a word, and would show 80 for a typed 77.5. So a slider that
  // stands still has a step that fits its value (Lever.fit does the same on the server) ...
  function stand(range, number) {
    const whole = Number(range.dataset.step);
    const part = [1, 2, 5, 10, 20, 50, 100, 1000].find((part) => {
      const steps = ((number - Number(range.min)) / whole) * part;
      return Math.abs(steps - Math.round(steps)) < 1e-6;
    });
    range.step = String(whole / (part ?? 1000));
    range.value = String(number);
  }

  // ... and one that is moved goes on to the next whole step in its direction.
  function move(range, field) {
    const typed = Number(field.value.replace(',', '.'));
    const from = field.value.trim() === '' || Number.isNaN(typed) ? Number(range.dataset.now) : typed;
    const whole = Number(range.dataset.step);
    const steps = (Number(range.value) - Number(range.min)) / whole;
    const next = Number(range.value) > from ? Math.ceil(steps - 1e-6) : Math.floor(steps + 1e-6);
    range.step = range.dataset.step;
    range.value = String(Number(range.min) + next * whole);
    field.value = range.value;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  }

  function query() {
    const parts = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const text = String(value).trim();
      if (!name.startsWith('set ')) {
        parts.append(name, text);
      } else if (text !== '') {
        parts.append('set', name.slice(4).split('¤').join(text));
      }
    }
    return parts;
  }

  async function ask() {
    clearTimeout(timer);
    const number = ++asked;
    running?.abort();
    running = new AbortController();
    live.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(`${form.action}?${query()}`, {
        headers: { 'X-Part': 'live', Accept: 'text/html' },
        signal: running.signal,
      });
      const text = await response.text();
      if (number !== asked) return;
      const part = new DOMParser().parseFromString(text, 'text/html').getElementById('live');
      if (part) {
        // What was typed into a form inside the answer is not thrown away: there is none but buttons.
        live.replaceChildren(...part.childNodes);
        said.textContent = live.querySelector('[data-said], .faults')?.textContent ?? '';
      } else {
        tell(problem(response.status));
      }
    } catch (error) {
      if (number !== asked || error.name === 'AbortError') return;
      tell('The workspace could not be reached. What you see is the answer from before. Check the connection and move a slider again.');
    }
    if (number === asked) live.setAttribute('aria-busy', 'false');
  }

  function problem(status) {
    if (status === 401 || status === 403) return 'You are no longer signed in. Reload the page and sign in; nothing was saved or lost.';
    if (status === 429) return 'There were too many questions in a short time. Wait a moment, then move a slider again.';
    return 'The workspace could not work this out. What you see is the answer from before. Try again.';
  }

  function tell(text) {
    live.querySelector('.live-problem')?.remove();
    const note = document.createElement('p');
    note.className = 'notice bad live-problem';
    note.textContent = text;
    live.prepend(note);
    said.textContent = text;
  }
}
