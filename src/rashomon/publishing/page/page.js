"use strict";

// From a value of the ledger to its words in the text, and back. Without this the page still reads, and its links still lead.
(() => {
  const root = document.documentElement;
  const live = document.querySelector(".live");
  const back = document.querySelector(".back");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const indexes = new WeakMap();
  let lit = [];
  let origin = null; // the value that the lit words were asked for from
  let asked = null; // the word that was asked last for its entries, and how often
  let turn = 0;

  const keysOf = (element) => element.dataset.m.split(" ");
  const isShown = (key) => root.classList.contains("on-" + key.slice(0, key.indexOf("-")));

  // The words and the values of a report by the keys of its marks; made when the report is first used.
  function indexOf(report) {
    if (!indexes.has(report)) {
      const index = { words: new Map(), values: new Map() };
      const file = (map, element) => {
        for (const key of keysOf(element)) {
          if (!map.has(key)) map.set(key, []);
          map.get(key).push(element);
        }
      };
      report.querySelectorAll("mark[data-m]").forEach((mark) => file(index.words, mark));
      report.querySelectorAll("a.v[data-m]").forEach((value) => file(index.values, value));
      indexes.set(report, index);
    }
    return indexes.get(report);
  }

  function clear() {
    for (const element of lit) element.classList.remove("lit");
    lit = [];
    back.hidden = true;
  }

  function light(elements) {
    for (const element of elements) element.classList.add("lit");
    lit.push(...elements);
  }

  function reveal(element) {
    const behavior = calm.matches ? "auto" : "smooth";
    const pane = element.closest(".text");
    if (!pane || pane.scrollHeight <= pane.clientHeight + 1) {
      element.scrollIntoView({ block: "center", inline: "nearest", behavior });
      return;
    }
    const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior });
    const place = pane.getBoundingClientRect();
    if (place.bottom < 120 || place.top > innerHeight - 120) pane.scrollIntoView({ block: "nearest", behavior });
  }

  function focus(element) {
    if (element.matches("mark")) {
      element.tabIndex = -1;
      element.setAttribute("role", "button");
    }
    element.focus({ preventScroll: true });
  }

  function say(text) {
    live.textContent = text;
  }

  const short = (text) => (text.length > 60 ? text.slice(0, 59) + "…" : text);

  function showWords(value) {
    const index = indexOf(value.closest(".report"));
    const words = keysOf(value).flatMap((key) => index.words.get(key) || []);
    if (!words.length) return;
    clear();
    light([value, ...words]);
    origin = value;
    asked = null;
    back.hidden = false;
    reveal(words[0]);
    focus(words[0]);
    say("In the text: “" + short(words[0].closest("p").textContent.trim()) + "”. Enter or a click on it leads back.");
  }

  function showEntries(word) {
    const keys = keysOf(word).filter(isShown);
    const index = indexOf(word.closest(".report"));
    const found = [...new Set(keys.flatMap((key) => index.values.get(key) || []))];
    if (!found.length) return;
    if (origin && word.classList.contains("lit") && found.includes(origin)) {
      found.splice(found.indexOf(origin), 1);
      found.unshift(origin);
    }
    turn = asked === word ? (turn + 1) % found.length : 0;
    asked = word;
    const value = found[turn];
    clear();
    light([...found, ...keysOf(value).flatMap((key) => index.words.get(key) || [])]);
    const fold = value.closest("details");
    if (fold) fold.open = true;
    reveal(value);
    focus(value);
    const more = found.length > 1 ? " The word again leads to the next." : "";
    say("Entry " + (turn + 1) + " of " + found.length + " for “" + short(word.textContent) + "”." + more);
  }

  // The next marked word of a layer that is shown, in reading order; from the pane itself, the first in its view.
  function neighbour(pane, word, step) {
    const words = [...pane.querySelectorAll("mark[data-m]")].filter((mark) => keysOf(mark).some(isShown));
    if (word) return words[words.indexOf(word) + step];
    const top = Math.max(0, pane.getBoundingClientRect().top);
    return words.find((mark) => mark.getBoundingClientRect().top >= top) || words[0];
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const button = event.target.closest("button[data-layer]");
    const value = event.target.closest("a.v[data-m]");
    const word = event.target.closest("mark[data-m]");
    if (event.target === back) {
      back.hidden = true;
      reveal(origin);
      focus(origin);
    } else if (button) {
      const shown = root.classList.toggle("on-" + button.dataset.layer);
      button.setAttribute("aria-pressed", String(shown));
    } else if (value) {
      event.preventDefault();
      showWords(value);
    } else if (word && String(getSelection()) === "") {
      showEntries(word);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pane = event.target.closest(".text");
    const word = event.target.closest("mark[data-m]");
    if (event.key === "Escape") {
      clear();
      if (origin && pane) focus(origin);
      origin = asked = null;
      say("");
    } else if (word && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      showEntries(word);
    } else if (pane && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      const next = neighbour(pane, word, event.key === "ArrowRight" ? 1 : -1);
      if (!next) return;
      event.preventDefault();
      reveal(next);
      focus(next);
    }
  });

  root.classList.add("js");
  document.querySelector(".layers").hidden = false;
  say("Choose a value to see its words, or a word to see its entries.");
})();
