// Counts the words of each sentence while it is typed, and keeps what was not saved.
// Nothing on the bench needs this file: the same counts come with a save.
"use strict";

function told(text) {
  const sentences = text.trim().split(/(?<=[.!?])\s+/).filter(Boolean);
  return sentences.map((one) => one.split(/\s+/).length).join(" + ");
}

for (const field of document.querySelectorAll("[data-counts]")) {
  const line = document.createElement("p");
  line.className = "count";
  const show = () => {
    const words = told(field.value);
    line.textContent = words ? `Words, by sentence: ${words}` : "";
  };
  field.after(line);
  field.addEventListener("input", show);
  show();
}

// Who is logged out meanwhile is told so: what htmx asks for is then the page to log in,
// which would come to stand in the midst of the form and take the focus.
document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = new URL(event.detail.xhr.responseURL).pathname;
  if (!answered.endsWith("/admin/login/")) return;
  event.detail.shouldSwap = false;
  const visits = document.getElementById("visits");
  if (visits) {
    const told = document.createElement("strong");
    told.textContent =
      "You are logged out. Do not save now: log in in another tab first. " +
      "Then save here; the page that comes asks you to send it once more.";
    visits.replaceChildren(told);
  }
});

// Asks before a page is left on which something was typed and not saved.
const form = document.getElementById("form");
if (form) {
  let isDirty = "unsaved" in form.dataset;
  form.addEventListener("input", () => (isDirty = true));
  form.addEventListener("submit", () => (isDirty = false));
  window.addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });
}
