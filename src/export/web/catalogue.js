// Finds handouts by what one types: all of its words, whatever their capitals and accents; and by
// the language that one chooses.
"use strict";
const form = document.querySelector("form");
const field = document.getElementById("find");
const count = document.querySelector("[role=status]");
const nothing = document.querySelector(".nothing");
const chips = document.querySelector(".chips");
const items = [...document.querySelectorAll(".items > li")];
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const said = (element) => element.ariaLabel || element.textContent;
const words = items.map((item) => plain([...item.querySelectorAll("h2, h3, .entry > p, a[lang]")].map(said).join(" ")));
const two = (number) => String(number).padStart(2, "0");
let later;

// Those who listen hear the number once they have stopped typing.
function tell(found) {
  clearTimeout(later);
  later = setTimeout(() => (count.textContent = count.dataset.words.replace("{count}", found)), 400);
}

function find() {
  const wanted = plain(field.value).split(/\s+/);
  const lang = chips?.querySelector(":checked").value;
  const isIn = (item) => !lang || item.dataset.langs.split(" ").includes(lang);
  items.forEach((item, i) => (item.hidden = !isIn(item) || !wanted.every((word) => words[i].includes(word))));
  for (const section of document.querySelectorAll(".catalogue section"))
    section.hidden = !section.querySelector("li:not([hidden])");
  const found = items.filter((item) => !item.hidden).length;
  nothing.hidden = found > 0;
  tell(found);
}

// A notice is for its days alone.
const now = new Date();
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
for (const notice of document.querySelectorAll(".notice"))
  notice.hidden = today < (notice.dataset.from ?? "") || today > (notice.dataset.till ?? "9");

form.hidden = false;
field.addEventListener("input", find);
if (chips) {
  chips.hidden = false;
  chips.addEventListener("change", find);
}
form.addEventListener("submit", (event) => event.preventDefault());
