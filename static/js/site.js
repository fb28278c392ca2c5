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

// What a link opened in place is told too: it stands right after the link.
document.addEventListener("htmx:afterSettle", (event) => {
  const told = event.detail.elt.dataset?.said;
  if (told) document.getElementById("said").textContent = told;
});

// The field holds the day that is shown: typing another one replaces it.
document.addEventListener("focusin", (event) => {
  if (event.target.id === "on") event.target.select();
});
