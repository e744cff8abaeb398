// Buttons that copy a text and say that they have. Without this script the text is selected by hand.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const words = button.textContent;
  let timer = 0;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const isDone = await copy(source);
    if (!isDone) return;
    button.textContent = button.dataset.done;
    document.getElementById("copied").textContent = `${button.dataset.what}: ${button.dataset.done}`;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = words;
      document.getElementById("copied").textContent = "";
    }, 2500);
  });
}

async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.innerText.trim());
    return true;
  } catch {
    // Without https a browser refuses the clipboard: the older way still works, on a selection.
    getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }
}
