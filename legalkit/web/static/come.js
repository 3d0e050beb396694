// The link's secret stands after the sign in the address: it goes to no server by itself, and leaves the address here.
(() => {
  "use strict";
  const take = () => {
    const token = location.hash.slice(1);
    if (token) {
      sessionStorage.setItem("link", token);
      history.replaceState(null, "", location.pathname);
    }
    document.querySelector("#token").value = sessionStorage.getItem("link") || "";
  };
  take();
  window.addEventListener("hashchange", take); // another link, put into the same tab
  document.querySelector("#begin").addEventListener("submit", () => sessionStorage.removeItem("link"));
})();
