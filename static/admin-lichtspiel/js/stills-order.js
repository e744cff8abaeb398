// The order of pictures: by mouse, by Alt and the arrow keys, by the buttons of the tile in focus.
const grid = document.querySelector(".stills__grid");

if (grid) {
  const [PLACE, FAILED, EARLIER, LATER, OTHERS] = grid.dataset.texts.split("|");
  const spoken = document.querySelector("[data-spoken]");
  const say = (text) => {
    spoken.textContent = text;
  };
  const tileOf = (target) => target.closest?.("[data-row]");
  const nameOf = (tile) => tile.querySelector(".still__name").textContent;
  const saving = { timer: 0, last: Promise.resolve(), isWhole: false, isWaiting: false };

  const announce = (tile) => {
    const all = [...tile.parentElement.children];
    const values = { name: nameOf(tile), place: all.indexOf(tile) + 1, count: all.length };
    say(Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), PLACE));
  };

  // Of what was only uploaded the order among itself is saved: it moves no picture of others.
  const send = async () => {
    const isWhole = saving.isWhole;
    saving.isWhole = saving.isWaiting = false;
    let state = "failed";
    const data = new FormData();
    data.set("csrfmiddlewaretoken", grid.elements.csrfmiddlewaretoken.value);
    for (const tile of grid.querySelectorAll(isWhole ? "[data-row]" : "[data-number]")) data.append("row", tile.dataset.row);
    grid.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(grid.dataset.order, { method: "POST", body: data, headers: { Accept: "application/json" } });
      const found = answer.ok && !answer.redirected ? await answer.json() : null;
      if (found) state = "saved";
      if (!found) say(FAILED);
      else if (isWhole && !found.is_known) say(OTHERS);
      if (found) markMain();
    } catch {
      say(FAILED);
    }
    showFailure(state === "failed");
    // What was moved meanwhile still waits, whatever became of this.
    grid.dataset.state = saving.isWaiting ? "waiting" : state;
    grid.removeAttribute("aria-busy");
  };

  const showFailure = (isFailed) => {
    let line = grid.querySelector("[data-order-failed]");
    if (!isFailed) return line?.remove();
    if (line) return undefined;
    line = document.createElement("p");
    line.className = "errornote";
    line.dataset.orderFailed = "";
    line.textContent = FAILED;
    return grid.prepend(line);
  };

  const save = (isWhole = true) => {
    clearTimeout(saving.timer);
    saving.isWhole ||= isWhole;
    saving.isWaiting = true;
    grid.dataset.state = "waiting";
    saving.timer = setTimeout(() => {
      saving.last = saving.last.then(send);
    }, 300);
  };

  const markMain = () => {
    for (const mark of grid.querySelectorAll(".still__main")) mark.hidden = true;
    const first = grid.querySelector("[data-shelf=still] [data-row]:first-child .still__main");
    if (first) first.hidden = false;
  };

  const step = (tile, by) => {
    const other = by < 0 ? tile.previousElementSibling : tile.nextElementSibling;
    if (!other) return announce(tile);
    const focused = document.activeElement;
    if (by < 0) other.before(tile);
    else other.after(tile);
    if (tile.contains(focused) || focused === document.body) focused.focus?.({ preventScroll: true });
    tile.scrollIntoView({ block: "nearest" });
    announce(tile);
    markMain();
    save();
    return undefined;
  };

  // One pair of buttons for all tiles: it stands in the one that is looked at.
  const buttons = document.createElement("p");
  buttons.className = "still__move";
  for (const [by, label, sign] of [[-1, EARLIER, "←"], [1, LATER, "→"]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.by = by;
    button.textContent = sign;
    button.setAttribute("aria-label", label);
    button.title = `${label} (Alt+${sign})`;
    button.addEventListener("click", () => step(tileOf(button), by));
    buttons.append(button);
  }
  const attend = (tile) => {
    if (tile && buttons.parentElement !== tile) tile.append(buttons);
  };
  grid.addEventListener("focusin", (event) => attend(tileOf(event.target)));
  grid.addEventListener("pointerover", (event) => {
    if (!buttons.contains(document.activeElement)) attend(tileOf(event.target));
  });

  grid.addEventListener("keydown", (event) => {
    const tile = tileOf(event.target);
    if (!tile || !event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault(); // Alt and an arrow would go back in the history
    step(tile, by);
  });

  // By mouse.
  let dragged = null;
  let origin = null;
  const setUp = (tile) => {
    tile.draggable = true;
    for (const inner of tile.querySelectorAll("a, img")) inner.draggable = false;
  };
  grid.querySelectorAll("[data-row]").forEach(setUp);
  grid.addEventListener("dragstart", (event) => {
    dragged = tileOf(event.target);
    if (!dragged) return;
    origin = dragged.nextElementSibling;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", nameOf(dragged));
    requestAnimationFrame(() => dragged?.classList.add("still--dragged"));
  });
  grid.addEventListener("dragover", (event) => {
    const over = tileOf(event.target);
    if (!dragged || !over || over.parentElement !== dragged.parentElement) return;
    event.preventDefault();
    if (over === dragged) return;
    const box = over.getBoundingClientRect();
    if (event.clientX < box.left + box.width / 2) over.before(dragged);
    else over.after(dragged);
  });
  grid.addEventListener("drop", (event) => {
    if (dragged) event.preventDefault();
  });
  grid.addEventListener("dragend", (event) => {
    if (!dragged) return;
    dragged.classList.remove("still--dragged");
    if (event.dataTransfer.dropEffect === "none") {
      if (origin) origin.before(dragged);
      else dragged.parentElement.append(dragged);
    } else {
      announce(dragged);
      markMain();
      save();
    }
    dragged = null;
  });

  // What comes in by upload or is changed beside the grid.
  const place = (detail) => {
    const old = grid.querySelector(`[data-row="${detail.row}"]`);
    const shelf = grid.querySelector(`[data-shelf="${detail.usage}"]`);
    if (!shelf) return location.reload();
    const template = document.createElement("template");
    template.innerHTML = detail.tile.trim();
    const tile = template.content.firstElementChild;
    if (old && old.parentElement === shelf) old.replaceWith(tile);
    else {
      old?.remove();
      // Three arrive at once, in any order; they stand in the order of choosing.
      const later = detail.number && [...shelf.children].find((one) => Number(one.dataset.number) > detail.number);
      shelf.insertBefore(tile, later || null);
      if (later) save(false);
    }
    const number = old ? old.dataset.number : ["added", "reused"].includes(detail.state) && detail.number;
    if (number) tile.dataset.number = number;
    setUp(tile);
    count();
    return markMain();
  };
  document.addEventListener("stills:tile", (event) => place(event.detail));

  const count = () => {
    for (const shelf of grid.querySelectorAll("[data-shelf]")) {
      const section = shelf.closest(".shelf");
      section.querySelector("[data-count]").textContent = shelf.children.length;
      section.querySelector(".stills__empty").hidden = shelf.children.length > 0;
    }
  };

  const showChosen = () => {
    const number = grid.querySelectorAll("[name=row]:checked").length;
    const place = grid.querySelector("[data-chosen]");
    if (place) place.textContent = number;
    for (const button of grid.querySelectorAll("[data-bulk] button:not([value=''])")) button.disabled = !number;
  };
  grid.addEventListener("change", showChosen);
  window.addEventListener("pageshow", showChosen);
  showChosen();

  // Shift chooses all between two.
  let last = null;
  grid.addEventListener("click", (event) => {
    if (event.target.name !== "row") return;
    const boxes = [...grid.querySelectorAll("[name=row]")];
    if (event.shiftKey && last) {
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(event.target)].sort((a, b) => a - b);
      for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
    }
    last = event.target;
    showChosen();
  });
  window.addEventListener("beforeunload", (event) => {
    if (grid.dataset.state === "waiting" || grid.hasAttribute("aria-busy")) event.preventDefault();
  });
}
