// Printing opens what matters; what was closed is closed again after.
(function () {
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details.printed:not([open])"));
    opened.forEach(function (one) { one.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
  });

  // The index is whole without this; with it, each head sorts.
  var table = document.querySelector("table.index");
  if (!table) { return; }
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  function key(row, place) {
    var cell = row.cells[place];
    return cell.hasAttribute("data-key") ? cell.getAttribute("data-key") : cell.textContent;
  }
  function sort(head, place) {
    var down = head.getAttribute("aria-sort") === "ascending";
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (one, other) {
      var order = key(one, place).localeCompare(key(other, place), document.documentElement.lang, { numeric: true });
      return down ? -order : order;
    });
    heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.forEach(function (row) { body.appendChild(row); });
  }
  heads.forEach(function (head, place) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = table.getAttribute("data-sort").replace("%", head.textContent);
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () { sort(head, place); });
  });
})();
