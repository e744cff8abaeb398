// Words of a text as the press kit counts them: whatever stands between white space.
export const countOf = (text) => text.split(/\s+/).filter(Boolean).length;
