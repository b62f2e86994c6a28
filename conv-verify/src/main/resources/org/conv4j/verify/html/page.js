"use strict";
(() => {
  // A link to a failure opens what it is folded under.
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
    if (target) {
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", unfold);
  unfold();

  // Pages that do not come over HTTPS have no clipboard; the selection can be copied there, too.
  async function copy(code) {
    getSelection().selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(code.textContent.trim());
      return true;
    } catch {
      return document.execCommand("copy");
    }
  }

  document.querySelectorAll("button.copy").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy(button.parentElement.querySelector("code"));
      button.textContent = copied ? "Copied" : "Selected: press Ctrl+C";
      setTimeout(() => { button.textContent = "Copy"; }, 3000);
    });
  });
})();
