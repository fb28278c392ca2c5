// After a swap: name the page in its title and tell it to a screen reader.
// Nothing on the site needs this file: links and forms work without it.
"use strict";

document.addEventListener("htmx:afterSwap", () => {
  const region = document.getElementById("dated");
  if (!region || !region.dataset.title) return;
  document.title = `${region.dataset.title} · Shanyraq`;
  const said = document.getElementById("said");
  if (said) said.textContent = region.dataset.title;
});
