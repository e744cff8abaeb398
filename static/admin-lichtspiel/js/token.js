// After a login in another window a page has an old token.

// Put today's token into the field; false if nobody or another account is logged in by now.
// The page says whose it is in `data-user`.
export const renewToken = async (field, user) => {
  const page = await fetch(window.location.href, { credentials: "same-origin" });
  const found = new DOMParser().parseFromString(await page.text(), "text/html");
  if (found.querySelector("[data-user]")?.dataset.user !== user) return false;
  field.value = found.querySelector("[name=csrfmiddlewaretoken]").value;
  return true;
};
