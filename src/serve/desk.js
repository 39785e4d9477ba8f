// Spares people the reload: search as one types, the languages and forms of what is chosen, how the
// job goes. Without it every button does the same by a reload.
"use strict";

const form = document.querySelector(".desk");
const field = document.getElementById("q");
const found = document.getElementById("found");
let timer = 0;
let asked = 0;
let over = 0;
let following = false;
let failed = false;
let later = false; // the sheets are turned when whoever closed the dialog wants
const stale = new Set();
const TOKEN = "[name=token]";
const SHOWN = ".list > div:not([hidden]) input";

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Underlines each word in the title, where it stands there; titles of other languages may hold it.
function mark(title, words) {
	const letters = [...title.textContent];
	const bares = letters.map(bare);
	const marked = new Set();
	for (const word of words.filter(Boolean)) {
		const start = letters.findIndex((_, i) => bares.slice(i).join("").startsWith(word));
		for (let i = start, length = 0; start >= 0 && length < word.length; length += bares[i++].length) marked.add(i);
	}
	title.replaceChildren(...letters.map((letter, i) => {
		if (!marked.has(i)) return letter;
		const sign = document.createElement("mark");
		sign.textContent = letter;
		return sign;
	}));
	title.normalize();
}

// Rows whose titles, in any of their languages, hold every word.
function search() {
	const words = bare(field.value).split(/\s+/);
	let count = 0;
	for (const row of document.querySelectorAll(".list > div")) {
		row.hidden = !words.every((word) => bare(row.dataset.words).includes(word));
		count += !row.hidden;
		mark(row.querySelector(".title"), words);
	}
	clearTimeout(timer);
	timer = setTimeout(() => {
		found.textContent = found.dataset.words.replace("{count}", count);
		if (!document.querySelector(`${SHOWN}:checked`)) document.querySelector(SHOWN)?.click();
		refresh([".work", ".act"]).catch(() => {});
	}, 400);
}

// What is chosen, among all handouts or those that the words find.
function chosen(all) {
	const data = new FormData(form);
	data.delete("token");
	if (all) data.delete("q");
	return new URLSearchParams(data);
}

// In a pane that has taken the place of another, the control that had the focus. Undefined: it has gone.
function heir(old, fresh, held) {
	const traits = ["name", "value", "class", "formaction", "data-step"];
	const alike = (e) => held.id ? e.id === held.id : e.localName === held.localName && traits.every((t) => e.getAttribute(t) === held.getAttribute(t));
	const all = (pane) => [...pane.querySelectorAll("input,button,a,summary,[tabindex]")].filter(alike);
	return all(fresh)[all(old).indexOf(held)];
}

// What the server makes of the choice takes the place of what it has changed; the last answer also
// brings what those before it were asked for. One to what is chosen no longer (a copy more, words of
// a search) would take that back: it is asked for anew.
async function refresh(panes) {
	const turn = ++asked;
	for (const pane of panes) stale.add(pane);
	const wanted = () => chosen(stale.has(".list")).toString();
	const choice = wanted();
	const answer = await fetch(`/?${choice}`);
	const page = new DOMParser().parseFromString(await answer.text(), "text/html");
	if (turn !== asked) return;
	if (wanted() !== choice) {
		await refresh([]);
		return;
	}
	document.title = page.title;
	for (const pane of stale) {
		const old = document.querySelector(pane);
		const fresh = page.querySelector(pane);
		if (!old || !fresh || old.outerHTML === fresh.outerHTML) continue;
		const held = document.activeElement;
		const scrolled = old.scrollTop;
		old.replaceWith(fresh);
		fresh.scrollTop = scrolled;
		arm();
		if (old.contains(held)) (heir(old, fresh, held) ?? document.querySelector(".go") ?? field).focus();
	}
	stale.clear();
}

// What a job changes. What was printed stays in its list, whichever news of it were missed.
const JOB_PANES = [".state", ".turning", ".ahead", ".printer", ".act", ".recent"];

// Until no job runs; a desk that does not answer is asked again.
async function follow() {
	if (following) return;
	following = true;
	while (document.querySelector(".state[data-busy]")) {
		await new Promise((resolve) => setTimeout(resolve, 700));
		await refresh(JOB_PANES).catch(() => {});
	}
	following = false;
	clearTimeout(over);
	over = setTimeout(() => refresh([".state"]).catch(() => {}), 7000);
}

// The key that sends a form, in any of its fields: none but two of them mean something by it.
function enter(at) {
	if (at === field) document.querySelector(SHOWN)?.click();
	else if (at.id === "copies") setTimeout(() => document.querySelector("button.go")?.click()); // one is sent after another
}

// A click away from printing: the button sends what is chosen and the page stays. What the desk has
// not taken, because it was closed or opened anew, is told, and may be sent again.
form.addEventListener("submit", async (event) => {
	const button = event.submitter;
	event.preventDefault();
	if (button?.classList.contains("plain")) {
		enter(document.activeElement);
		return;
	}
	later = false;
	const data = new URLSearchParams(new FormData(form, button));
	const place = button?.getAttribute("formaction") ?? form.action;
	const answer = await fetch(place, { method: "POST", body: data }).catch(() => null);
	failed = !answer?.ok;
	arm();
	await refresh([".print", ".recent", TOKEN]).catch(() => {});
	follow();
});

form.addEventListener("change", (event) => {
	if (event.target.name === "topic" || event.target.name === "lang") refresh([".work", ".act"]);
	else if (event.target.name === "form") refresh([".preview", ".act"]);
});

form.addEventListener("click", (event) => {
	const step = Number(event.target.dataset?.step ?? 0);
	const copies = document.getElementById("copies");
	if (step) copies.value = Math.min(99, Math.max(1, Number(copies.value) + step));
	tellCopies();
});

form.addEventListener("input", tellCopies);

// What the button will do.
function tellCopies() {
	const told = document.getElementById("go-copies");
	if (told) told.textContent = document.getElementById("copies").value;
}

// The buttons beside the number of copies do nothing without a script.
function arm() {
	document.querySelector(".failed").hidden = !failed;
	for (const button of document.querySelectorAll(".step")) button.hidden = false;
	const dialog = document.querySelector(".turn[open]:not(:modal)");
	dialog?.close();
	later &&= Boolean(document.querySelector(".turn"));
	if (!dialog || later) return;
	dialog.showModal();
	dialog.addEventListener("cancel", (event) => {
		event.preventDefault();
		later = true;
		dialog.close();
		document.querySelector(".state [formaction='/backs']").focus();
	});
}

field.addEventListener("input", search);
field.addEventListener("keydown", (event) => {
	if (event.key !== "ArrowDown") return;
	event.preventDefault();
	(document.querySelector(`${SHOWN}:checked`) ?? document.querySelector(SHOWN))?.focus();
});

// The page follows what staff change in the content, and what other pages of the desk print.
async function watch() {
	let last = document.body.dataset.build;
	for (;;) {
		try {
			const now = await (await fetch("/build")).text();
			if (now !== last) {
				await refresh([".printer", ".making", ".list", ".recent", ".work", ".print", TOKEN]);
				search();
				follow();
			}
			last = now;
		} catch {
			// It was closed: what it says when it is open again is another.
		}
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
}

arm();
document.documentElement.classList.add("scripted");
if (field.value) search();
follow();
watch();
