/* Says why a passkey was not made or used: the browser only throws. */
const note = document.getElementById("passkey-error");
const KINDS = {
  NotAllowedError: "cancelled",
  AbortError: "cancelled",
  InvalidStateError: "known",
  SecurityError: "impossible",
  NotSupportedError: "impossible",
  TypeError: "impossible",
};

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const kind = KINDS[event.detail.exception?.name] ?? "other";
  note.textContent = note.dataset[kind];
  note.hidden = false;
  note.scrollIntoView({ block: "nearest" });
});
