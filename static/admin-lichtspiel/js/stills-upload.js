// Pictures by the dozen: one request a file, three at a time, each with its own progress and reason.
const form = document.querySelector("[data-upload]");
const AT_ONCE = 3;
const MOST_BYTES = 60 * 1024 * 1024;

if (form) {
  const input = form.querySelector("input[type=file]");
  const part = (name) => form.querySelector(`[data-${name}]`);
  const texts = Object.fromEntries(
    [...part("texts").content.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one.textContent]),
  );
  const fill = (key, values) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), texts[key]);
  const jobs = [];
  let running = 0;
  let count = 0;

  const show = (job, state, text) => {
    job.state = state;
    job.line.dataset.state = state;
    job.line.querySelector(".drop__state").textContent = text;
    sum();
  };

  const sum = () => {
    const of = (...states) => jobs.filter((job) => states.includes(job.state)).length;
    const done = of("added", "reused", "here", "refused", "failed", "cancelled");
    const failed = of("failed", "cancelled");
    const lines = [fill("sum", { done: of("added", "reused", "here"), all: jobs.length })];
    if (of("refused", "failed")) lines.push(fill("refused", { count: of("refused", "failed") }));
    const text = lines.join(", ");
    if (part("sum").textContent !== text) part("sum").textContent = text;
    part("bar").value = jobs.length ? jobs.reduce((all, job) => all + (done && job.share), 0) / jobs.length : 0;
    const isBusy = of("waiting", "sending") > 0;
    part("cancel").hidden = !isBusy;
    part("retry").hidden = isBusy || !failed;
    part("clear").hidden = isBusy || !jobs.length;
  };

  const take = (files) => {
    for (const file of files) {
      const line = document.createElement("li");
      line.innerHTML = '<span class="drop__name"></span><progress class="drop__share" max="1" value="0"></progress><span class="drop__state"></span>';
      line.querySelector(".drop__name").textContent = file.name;
      line.querySelector("progress").setAttribute("aria-label", file.name);
      part("files").append(line);
      const job = { file, line, share: 0, state: "waiting", number: (count += 1) };
      jobs.push(job);
      if (file.size > MOST_BYTES) {
        job.share = 1;
        show(job, "refused", texts.large);
      } else show(job, "waiting", texts.waiting);
    }
    part("progress").hidden = !jobs.length;
    next();
  };

  const next = () => {
    while (running < AT_ONCE) {
      const job = jobs.find((one) => one.state === "waiting");
      if (!job) return;
      running += 1;
      send(job);
    }
  };

  const setShare = (job, share) => {
    job.share = share;
    job.line.querySelector("progress").value = share;
  };

  const send = (job) => {
    const request = new XMLHttpRequest(); // fetch tells nothing about what was sent so far
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("files", job.file);
    job.request = request;
    show(job, "sending", "0 %");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      setShare(job, (event.loaded / event.total) * 0.9);
      const percent = Math.round((event.loaded / event.total) * 100);
      show(job, "sending", percent < 100 ? `${percent} %` : texts.checking);
    });
    const end = (state, text, answer) => {
      running -= 1;
      setShare(job, state === "failed" || state === "cancelled" ? 0 : 1);
      show(job, state, text);
      if (answer?.tile) document.dispatchEvent(new CustomEvent("stills:tile", { detail: { ...answer, number: job.number } }));
      next();
    };
    request.addEventListener("load", () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // a page of the log-in or of an error
      }
      if (request.status === 200 && answer) end(answer.state, answer.message, answer);
      else if (request.responseURL.includes("/login")) end("failed", texts.login);
      else end("failed", answer?.text || fill("answer", { status: request.status }));
    });
    request.addEventListener("error", () => end("failed", texts.broken));
    request.addEventListener("abort", () => end("cancelled", texts.cancelled));
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(data);
  };

  part("plain").hidden = true;
  input.required = false;
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take([...input.files]);
    input.value = "";
  });
  part("cancel").addEventListener("click", () => {
    for (const job of jobs.filter((one) => one.state === "waiting")) show(job, "cancelled", texts.cancelled);
    for (const job of jobs.filter((one) => one.state === "sending")) job.request.abort();
  });
  part("retry").addEventListener("click", () => {
    for (const job of jobs.filter((one) => ["failed", "cancelled"].includes(one.state))) show(job, "waiting", texts.waiting);
    next();
  });
  part("clear").addEventListener("click", () => {
    jobs.length = 0;
    part("files").replaceChildren();
    part("progress").hidden = true;
    input.focus();
  });

  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.add("drop--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("drop--over");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.remove("drop--over");
    take([...event.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (event) => {
    if (running) event.preventDefault();
  });
}
