"use strict";
(() => {
  const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = (key) => { try { return localStorage.getItem("reportsum." + key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem("reportsum." + key, value); } catch { /* a page from disk may not remember */ } };
  let theme = kept("theme");
  root.lang = kept("language") || root.lang;
  const paint = () => { root.dataset.theme = theme || (dark.matches ? "dark" : "light"); };
  dark.addEventListener("change", paint);
  document.getElementById("theme").addEventListener("click", () => { theme = root.dataset.theme === "dark" ? "light" : "dark"; keep("theme", theme); paint(); });
  document.getElementById("language").addEventListener("click", () => { root.lang = root.lang === "en" ? "zh" : "en"; keep("language", root.lang); });
  paint();
})();
