// The link's secret stands after the sign in the address: it goes to no server by itself, and leaves the address here.
(() => {
  "use strict";
  const token = location.hash.slice(1);
  if (token) {
    sessionStorage.setItem("link", token);
    history.replaceState(null, "", location.pathname);
  }
  const held = sessionStorage.getItem("link") || "";
  document.querySelector("#token").value = held;
  document.querySelector("#begin").addEventListener("submit", () => sessionStorage.removeItem("link"));
})();
