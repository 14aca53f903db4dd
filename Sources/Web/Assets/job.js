'use strict';
// Shows how far a job is, by the server's event stream. Without this script a reload of the page does the same.

const job = document.getElementById('job');
if (job && 'EventSource' in window) start();

function start() {
  const state = document.getElementById('job-state');
  const bar = document.getElementById('job-progress');
  const number = new Intl.NumberFormat('en-US');
  const events = new EventSource(job.dataset.events);
  let told = 0; // when the words were last changed: a screen reader must not be flooded

  events.addEventListener('message', (event) => {
    const now = JSON.parse(event.data);
    bar.max = Math.max(1, now.total);
    bar.value = now.done;
    if (now.state !== 'running' && now.state !== 'waiting') {
      events.close();
      location.replace(job.dataset.page);
      return;
    }
    if (Date.now() - told > 2000) {
      told = Date.now();
      state.textContent =
        now.state === 'waiting'
          ? 'Waiting for its turn.'
          : `${number.format(now.done)} of ${number.format(now.total)} simulated futures.`;
    }
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) {
      state.textContent = 'The connection was lost. Reload the page to see how far it is; the work goes on.';
    }
  });
}
