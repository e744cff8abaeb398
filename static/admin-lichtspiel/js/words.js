// Words of a text as the press kit counts them (count_words in editorial/prose.py).
const THOUSANDS = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/gu;
const DASHES = /--+|(?<!\d)[–—―]|[–—―](?!\d)/gu;

export const countOf = (text) =>
  text.replace(THOUSANDS, "").replace(DASHES, " ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
