// One picture beside the grid: saved as one goes, with what happened said below the fields.
const panel = document.querySelector("[data-panel]");
const isBeside = panel?.hasAttribute("hidden");
const WIDE = matchMedia("(min-width: 70rem)");
const state = { form: null, timer: 0, isDirty: false, opener: null, running: null };

const find = (name) => panel.querySelector(`[data-${name}]`);

const say = (text, kind = "") => {
  const line = find("state");
  if (!line) return;
  line.textContent = text;
  line.dataset.kind = kind;
};

const submit = async (isExplicit) => {
  clearTimeout(state.timer);
  const form = state.form;
  const data = new FormData(form);
  if (isExplicit) data.set("save", "1");
  state.isDirty = false;
  say(form.dataset.saving);
  let answer = null;
  try {
    const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
    answer = response.redirected ? null : await response.json();
  } catch {
    // no connection, or a page instead of an answer
  }
  if (state.form !== form) return;
  if (!answer) {
    state.isDirty = true;
    say(form.dataset.broken, "failed");
    return;
  }
  finish(form, answer);
};

const finish = (form, answer) => {
  if (answer.state === "collision") {
    state.isDirty = true;
    show(answer.panel);
    say(`${form.dataset.failed} !`, "failed");
    find("picture")?.querySelector("[role=alert]")?.focus();
    return;
  }
  if (answer.state === "wrong") {
    state.isDirty = true;
    const lines = Object.entries(answer.errors).map(([label, text]) => (label ? `${label}: ${text}` : text));
    say(`${form.dataset.failed} ${lines.join(" ")}`, "failed");
    return;
  }
  if (answer.state === "failed") {
    state.isDirty = true;
    say(answer.text, "failed");
    return;
  }
  if (answer.state === "shown") {
    state.isDirty = true;
    say(form.dataset.shown, "shown");
    return;
  }
  form.elements.base.value = answer.base;
  document.dispatchEvent(new CustomEvent("stills:tile", { detail: { ...answer, row: find("picture").dataset.picture } }));
  if (!state.isDirty) say(form.dataset.saved, "saved");
};

const send = (isExplicit) => {
  // One after the other, so that each knows what the one before has saved.
  state.running = Promise.resolve(state.running).then(() => state.form && submit(isExplicit));
};

const show = (html) => {
  panel.innerHTML = html;
  setUp();
};

const setUp = () => {
  state.form = find("form");
  setUpFocal();
  setUpPeople();
  setUpCopy();
  const close = find("close");
  if (isBeside) {
    // Who replaces a file from the wall comes back to it.
    for (const form of panel.querySelectorAll("[data-replace]"))
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "from", value: "desk" }));
  }
  if (close && isBeside) {
    close.hidden = false;
    close.addEventListener("click", leave);
  }
  if (!find("state")) return;
  state.form.addEventListener("input", () => {
    state.isDirty = true;
    say(state.form.dataset.leaving);
  });
  state.form.addEventListener("change", (event) => {
    if (event.target.hasAttribute("data-add-name")) return;
    state.isDirty = true;
    send(false);
  });
  state.form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(true);
  });
};

const setUpFocal = () => {
  const [box, point] = [find("focal"), find("point")];
  const [x, y] = [state.form.elements.focal_x, state.form.elements.focal_y];
  const draw = () => {
    point.style.left = `${x.value}%`;
    point.style.top = `${y.value}%`;
    for (const crop of panel.querySelectorAll("[data-crop]")) crop.style.objectPosition = `${x.value}% ${y.value}%`;
  };
  point.hidden = false;
  draw();
  x.addEventListener("input", draw);
  y.addEventListener("input", draw);
  if (x.disabled) return;
  find("focal-help").hidden = false;
  box.classList.add("focal__picture--live");
  box.addEventListener("click", (event) => {
    const frame = box.querySelector("img").getBoundingClientRect();
    const share = (at, from, size) => Math.min(100, Math.max(0, Math.round(((at - from) / size) * 100)));
    x.value = share(event.clientX, frame.left, frame.width);
    y.value = share(event.clientY, frame.top, frame.height);
    draw();
    x.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

const setUpPeople = () => {
  const area = state.form.elements.people;
  const line = find("add");
  if (!line || !area) return;
  const add = (name) => {
    const names = area.value.split("\n").map((one) => one.trim()).filter(Boolean);
    if (!name || names.includes(name)) return;
    area.value = [...names, name].join("\n");
    area.rows = Math.max(2, names.length + 2);
    area.dispatchEvent(new Event("change", { bubbles: true }));
  };
  line.hidden = false;
  const input = find("add-name");
  const take = () => {
    add(input.value.trim());
    input.value = "";
    input.focus();
  };
  find("add-button").addEventListener("click", take);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    take();
  });
  for (const name of panel.querySelectorAll("[data-plain-name]")) name.hidden = true;
  for (const button of panel.querySelectorAll("[data-suggested]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      add(button.dataset.suggested);
      button.remove();
    });
  }
};

const setUpCopy = () => {
  const button = find("copy-address");
  if (!button) return;
  const field = panel.querySelector("#public-address");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // without https a browser refuses the clipboard
    }
    find("copied").textContent = button.dataset.done;
  });
};

const settle = async () => {
  if (state.form && state.isDirty) send(false);
  await state.running;
  if (state.form && state.isDirty && !window.confirm(state.form.dataset.discard)) return false;
  state.isDirty = false;
  return true;
};

const leave = async () => {
  if (!(await settle())) return;
  panel.hidden = true;
  panel.replaceChildren();
  state.form = null;
  mark(null);
  state.opener?.focus();
};

const mark = (link) => {
  document.querySelector(".still--open")?.classList.remove("still--open");
  link?.closest("[data-row]").classList.add("still--open");
};

const open = async (link) => {
  if (!(await settle())) return;
  try {
    const response = await fetch(`${link.href}?panel`);
    if (!response.ok || response.redirected) throw new Error(response.status);
    show(await response.text());
  } catch {
    location.assign(link.href);
    return;
  }
  state.opener = link;
  state.isDirty = false;
  panel.hidden = false;
  panel.scrollTop = 0;
  mark(link);
  const head = panel.querySelector("h2");
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
};

if (panel) {
  if (isBeside) {
    document.querySelector(".stills__grid")?.addEventListener("click", (event) => {
      const link = event.target.closest(".still__link");
      if (!link || !WIDE.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(link);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && panel.contains(document.activeElement)) leave();
    });
  } else setUp();
  window.addEventListener("beforeunload", (event) => {
    if (state.form && state.isDirty) event.preventDefault();
  });
}
