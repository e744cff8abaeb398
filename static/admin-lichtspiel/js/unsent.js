// Texts of a screen that the server has not got, kept in this browser until it has.
import { forget, keep, keptElsewhere } from "./kept.js";

// The page that was just left may still be sending them.
const JUST_NOW = 60000; // milliseconds

const idOf = (name) => name.slice(name.indexOf(":") + 1);
const fieldsOf = (pair) => [
  [`text:${pair.id}`, pair.text.value],
  [`was:${pair.id}`, pair.was.value],
  [`seen:${pair.id}`, pair.seen.value],
];

export class Unsent {
  // `store` names the screen; each window of it keeps what is its own.
  constructor(store, pairs) {
    this.key = `${store}#${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.pairs = pairs;
    this.copies = keptElsewhere(store, this.key);
    this.at = this.copies[0]?.[1].at ?? "";
    const texts = new Map();
    for (const [, copy] of [...this.copies].reverse()) for (const [name, value] of copy.fields) texts.set(name, value);
    this.texts = texts;
    this.offered = pairs.filter(
      (pair) => texts.has(`text:${pair.id}`) && texts.get(`text:${pair.id}`) !== pair.text.value,
    );
    if (!this.offered.length) this.drop();
  }

  get isFresh() {
    return Date.now() - new Date(this.at).getTime() < JUST_NOW;
  }

  // Tells whether the browser keeps what is unsent; where nothing is, nothing stays.
  keep(unsent) {
    return unsent.length ? keep(this.key, unsent.flatMap(fieldsOf)) : forget(this.key);
  }

  putBack() {
    for (const pair of this.offered) {
      pair.text.value = this.texts.get(`text:${pair.id}`);
      // What it was made from: a colleague's text that stands there now is found by it.
      pair.was.value = this.texts.get(`was:${pair.id}`) ?? "";
      pair.seen.value = this.texts.get(`seen:${pair.id}`) ?? "";
      pair.isBlocked = false;
    }
  }

  // Forget the copies but for texts that are not on this page.
  drop() {
    const here = new Set(this.pairs.map((pair) => pair.id));
    for (const [place, copy] of this.copies) {
      const others = copy.fields.filter(([name]) => !here.has(idOf(name)));
      if (others.length) keep(place, others);
      else forget(place);
    }
    this.offered = [];
  }

  forget() {
    forget(this.key);
  }
}
