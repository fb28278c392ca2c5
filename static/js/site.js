// After a swap: name the page in its title, tell it to a screen reader, and keep the
// date in the links outside the region that was swapped.
// Nothing on the site needs this file: links and forms work without it.
"use strict";

document.addEventListener("htmx:afterSettle", () => {
  const region = document.getElementById("dated");
  if (!region?.dataset.title) return;
  document.title = `${region.dataset.title} · Shanyraq`;
  document.getElementById("said").textContent = region.dataset.title;
  for (const link of document.querySelectorAll("a[data-keeps-date]")) {
    const address = new URL(link.href);
    address.search = region.dataset.on ? `?on=${region.dataset.on}` : "";
    link.href = address.pathname + address.search;
  }
});

// A link that opens something in place tells so, and closes it on a second click or Escape.
function close(link) {
  const opened = document.getElementById(link.dataset.opens) ?? link.nextElementSibling;
  if (opened) opened.replaceChildren();
  link.setAttribute("aria-expanded", "false");
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const link = event.detail.elt;
  if (link.dataset.opens === undefined) return;
  if (link.getAttribute("aria-expanded") !== "true") return;
  event.preventDefault();
  close(link);
});

document.addEventListener("htmx:afterSettle", (event) => {
  const link = event.detail.requestConfig?.elt; // none where history was restored
  if (link?.dataset.opens !== undefined) link.setAttribute("aria-expanded", "true");
  const told = event.detail.elt.dataset?.said ?? event.detail.elt.querySelector?.("[data-said]")?.dataset.said;
  if (told) document.getElementById("said").textContent = told;
});

document.addEventListener("keydown", (event) => {
  const link = event.target.closest?.("[data-opens][aria-expanded=true]");
  if (event.key === "Escape" && link) close(link);
});

// The field holds the day that is shown: typing another one replaces it.
document.addEventListener("focusin", (event) => {
  if (event.target.id === "on") event.target.select();
});
