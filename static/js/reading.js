// Reading comfort: what a reader chooses in the panel stays in this browser's own storage
// and stands as data attributes on <html>, where reading.css finds it. Where the browser
// refuses storage, a choice holds for the page alone.
"use strict";

const KEY = "reading";
const root = document.documentElement;
const panel = document.getElementById("reading");
const inputs = panel.querySelectorAll("input");

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function store(choices) {
  try {
    if (Object.keys(choices).length) localStorage.setItem(KEY, JSON.stringify(choices));
    else localStorage.removeItem(KEY);
  } catch {
    // The choice holds for this page.
  }
}

function show(choices) {
  for (const input of inputs) {
    input.checked = input.value === (choices[input.name] ?? "");
    if (input.checked && input.value) root.dataset[input.name] = input.value;
    else if (input.checked) delete root.dataset[input.name];
  }
}

show(stored());
panel.hidden = false;

panel.addEventListener("change", () => {
  const chosen = [...inputs].filter((input) => input.checked && input.value);
  const choices = Object.fromEntries(chosen.map((input) => [input.name, input.value]));
  store(choices);
  show(choices);
});

panel.querySelector("button").addEventListener("click", () => {
  store({});
  show({});
});
