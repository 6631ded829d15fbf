// What a browser runs first: from the disk it loads no module, and this says so.
if (location.protocol === "file:") {
  const words = JSON.parse(document.getElementById("words").textContent);
  document.getElementById("loading").hidden = false;
  document.getElementById("loading-bar").hidden = true;
  document.getElementById("loading-words").textContent = words.from_disk;
} else import("./app.js");
