// What was typed, in this browser, until the server has it. Each function tells whether it could.
const PREFIX = "lichtspiel-form:";

// `sent` is the number that the same was sent with, 0 if it was not sent.
export const keep = (key, data, sent = 0) => {
  try {
    const fields = [...data].filter(([, value]) => typeof value === "string");
    localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), sent, fields }));
    return true;
  } catch {
    return false;
  }
};

export const kept = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key) || "null");
  } catch {
    return null;
  }
};

export const forget = (key) => {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser without a store has nothing to forget.
  }
  return true;
};

// What other windows have kept of the same form, the newest first.
export const keptElsewhere = (form, key) => {
  try {
    const keys = own().filter((other) => other !== key && (other === form || other.startsWith(`${form}#`)));
    return keys
      .map((other) => [other, kept(other)])
      .filter(([, copy]) => copy?.fields.length)
      .sort(([, one], [, two]) => two.at.localeCompare(one.at));
  } catch {
    return [];
  }
};

const own = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

// The server says in a cookie which window's form it has saved last, and the number it came with.
// What was typed after that is newer and stays.
export const forgetArrived = () => {
  const [, token, number] = document.cookie.match(/(?:^|; )(?:__Host-)?lichtspiel-saved=([0-9a-f-]+)\.(\d+)/) ?? [];
  if (!token) return;
  const isOfToken = ([name, value]) => name === "_form" && value === token;
  try {
    for (const key of own()) {
      const copy = kept(key);
      if (copy?.sent && copy.sent <= Number(number) && copy.fields.some(isOfToken)) forget(key);
    }
  } catch {
    // As above.
  }
};

export const forgetAll = () => {
  try {
    for (const key of own()) localStorage.removeItem(key);
  } catch {
    // As above.
  }
};
