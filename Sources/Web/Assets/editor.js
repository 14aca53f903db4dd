// Line numbers, steps of two spaces and a live check for the text of a case. Without this script the form works as it is.
const box = document.querySelector(".editor");
const area = box?.querySelector("textarea");

if (area) {
  const list = document.querySelector(".editor-faults");
  const gutter = document.createElement("div");
  gutter.className = "gutter";
  gutter.setAttribute("aria-hidden", "true");
  box.prepend(gutter);
  box.classList.add("live");
  document.querySelector(".editor-hint").hidden = false;

  // What the server found already stands in the list below.
  let faults = [...document.querySelectorAll(".code-lines .wrong")].map((line) => ({ line: Number(line.id.slice(5)) }));
  let isLeaving = false;

  const draw = () => {
    const count = area.value.split("\n").length;
    const wrong = new Set(faults.map((fault) => fault.line));
    gutter.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const line = document.createElement("span");
        line.textContent = (wrong.has(index + 1) ? "▲ " : "") + (index + 1);
        if (wrong.has(index + 1)) line.className = "wrong";
        return line;
      }),
    );
    gutter.scrollTop = area.scrollTop;
  };

  const goTo = (line, column) => {
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const place = start + Math.max(0, (column || 1) - 1);
    area.focus();
    area.setSelectionRange(place, place);
    area.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(area).lineHeight));
  };

  const show = () => {
    draw();
    if (faults.length > 0) area.setAttribute("aria-invalid", "true");
    else area.removeAttribute("aria-invalid");
    const title = document.createElement("p");
    title.textContent = faults.length === 0 ? "No faults: this can be saved."
      : faults.length === 1 ? "One thing to mend:" : `${faults.length} things to mend:`;
    const items = document.createElement("ul");
    for (const fault of faults) {
      const item = document.createElement("li");
      const text = [fault.problem, fault.remedy].filter(Boolean).join(" ");
      if (fault.line) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "quiet-button";
        button.textContent = `Line ${fault.line}`;
        button.addEventListener("click", () => goTo(fault.line, fault.column));
        item.append(button, " ");
      }
      item.append(text);
      items.append(item);
    }
    list.replaceChildren(title, ...(faults.length ? [items] : []));
  };

  // Only the answer to the latest text counts.
  let turn = 0;
  let timer;
  const check = async () => {
    const mine = ++turn;
    const form = new URLSearchParams(new FormData(area.form));
    try {
      const answer = await fetch(box.dataset.check, { method: "POST", body: form, headers: { Accept: "application/json" } });
      if (!answer.ok || mine !== turn) return;
      faults = (await answer.json()).faults;
      show();
    } catch {
      // No connection: the check on saving remains.
    }
  };

  area.addEventListener("input", () => {
    draw();
    clearTimeout(timer);
    timer = setTimeout(check, 500);
  });
  area.addEventListener("scroll", () => { gutter.scrollTop = area.scrollTop; });
  area.addEventListener("blur", () => { isLeaving = false; });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { isLeaving = true; return; }
    if (event.key === "Shift") return;
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey || isLeaving) {
      if (event.key !== "Tab") isLeaving = false;
      return;
    }
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = area;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const block = value.slice(start, selectionEnd);
    const isAtText = selectionStart === selectionEnd && value.slice(start, selectionStart).trim() !== "";
    const edited = event.shiftKey ? block.replace(/^ {1,2}/gm, "") : isAtText ? block + "  " : block.replace(/^/gm, "  ");
    area.setSelectionRange(start, selectionEnd);
    // Keeps the browser's own undo, which setting the value would throw away.
    if (!document.execCommand("insertText", false, edited)) area.setRangeText(edited, start, selectionEnd, "end");
    const grown = edited.length - block.length;
    const first = Math.max(start, selectionStart + (event.shiftKey ? -Math.min(2, -grown) : 2));
    if (selectionStart === selectionEnd) area.setSelectionRange(first, first);
    else area.setSelectionRange(start, selectionEnd + grown);
    draw();
  });
  draw();
}
