"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const streams = all("section.stream");
  const card = byId("card");
  const search = byId("search");
  const count = byId("count");
  const found = byId("found");
  const title = document.title;
  const LEAST = 0.1, MOST = 4, READABLE = 0.75, MANY = 300, RESULTS = 60, MARKS = 2000, GAP = 24;
  let current = null; // the step whose card is open
  let returnTo = null; // what had the keyboard before it

  const made = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const rowOf = (step, kind) => byId(kind + step.id.slice("step".length));
  const nameOf = (step) => rowOf(step, "row").querySelector("th a").textContent;
  const numberOf = (step) => rowOf(step, "row").querySelector(".number").textContent;
  const sectionOf = (element) => element.closest("section.stream");
  const stepsOf = (section) => all("g.step", section);

  // -- the lanes: size, and headers that stay in sight ------------------------------------------------------
  const scales = new Map();

  const pinHeaders = (frame) => {
    const svg = frame.querySelector("svg");
    const scale = scales.get(svg) || 1;
    const move = (name, x, y) => {
      const group = svg.querySelector("g." + name);
      if (group) group.setAttribute("transform", `translate(${x / scale} ${y / scale})`);
    };
    move("headers", frame.scrollLeft, 0);
    move("phase-headers", 0, frame.scrollTop);
  };

  const zoomTo = (svg, wanted, x = 0, y = 0) => {
    const frame = svg.parentElement;
    const before = scales.get(svg) || 1;
    const scale = Math.min(MOST, Math.max(LEAST, wanted));
    const left = (frame.scrollLeft + x) * scale / before - x;
    const top = (frame.scrollTop + y) * scale / before - y;
    scales.set(svg, scale);
    svg.setAttribute("width", svg.dataset.width * scale);
    svg.setAttribute("height", svg.dataset.height * scale);
    frame.scrollTo(left, top);
    pinHeaders(frame);
  };

  const fittingScale = (svg) => {
    const frame = svg.parentElement;
    const high = Math.max(320, window.innerHeight - 170);
    return Math.min(1, frame.clientWidth / svg.dataset.width, high / svg.dataset.height);
  };

  const zoomBy = (button) => {
    const svg = button.closest("details").querySelector(".lanes svg");
    const now = scales.get(svg) || 1;
    const wanted = { smaller: now / 1.25, larger: now * 1.25, natural: 1, fit: fittingScale(svg) };
    zoomTo(svg, wanted[button.dataset.zoom]);
  };

  const prepare = (section) => {
    const svg = section.querySelector(".lanes svg");
    if (!svg || scales.has(svg)) return;
    const frame = svg.parentElement;
    section.classList.toggle("many", stepsOf(section).length > MANY);
    zoomTo(svg, Math.max(fittingScale(svg), READABLE));
    frame.addEventListener("scroll", () => pinHeaders(frame), { passive: true });
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const place = frame.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY / 400);
      zoomTo(svg, (scales.get(svg) || 1) * factor, event.clientX - place.left, event.clientY - place.top);
    }, { passive: false });
  };

  /** Where steps can be seen: neither under the bar nor under the card, which stands right or below. */
  const freeGround = () => {
    const bar = document.querySelector(".bar");
    const top = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    const below = card.offsetLeft <= 0; // offsets, for the card may still be moving
    return {
      top: top + GAP,
      right: (card.hidden || below ? window.innerWidth : card.offsetLeft) - GAP,
      bottom: (card.hidden || !below ? window.innerHeight : card.offsetTop) - GAP,
    };
  };

  const bringIntoView = (step) => {
    step.scrollIntoView({ block: "nearest", inline: "nearest" });
    const free = freeGround();
    const frame = step.closest(".lanes");
    const heights = (name) => frame.querySelector(name)?.getBoundingClientRect() || { width: 0, height: 0 };
    const place = frame.getBoundingClientRect();
    const left = place.left + heights("g.headers").width + GAP;
    const right = Math.min(place.right - GAP, free.right);
    const top = Math.max(place.top + heights("g.phase-headers").height + GAP, free.top);
    const bottom = Math.min(place.bottom - GAP, free.bottom);
    const way = (from, to, least, most) => {
      if (from < least) return from - least;
      return to > most ? Math.min(to - most, from - least) : 0;
    };
    let box = step.getBoundingClientRect();
    frame.scrollLeft += way(box.left, box.right, left, right);
    if (bottom - top > box.height) frame.scrollTop += way(box.top, box.bottom, top, bottom);
    box = step.getBoundingClientRect();
    window.scrollBy(0, way(box.top, box.bottom, free.top, free.bottom));
  };

  // -- streams and cards ------------------------------------------------------------------------------------
  const show = (section) => {
    for (const other of streams) other.hidden = other !== section;
    for (const link of all(".bar nav a")) {
      if (link.hash === "#/" + section.id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const name = section.querySelector("h1").textContent;
    document.title = streams.length > 1 ? name + " – " + title : title;
    prepare(section);
    mark();
  };

  const addPart = (content, heading, ...nodes) => {
    content.append(made("h3", heading), ...nodes);
  };

  const addLetters = (content, step) => {
    const row = rowOf(step, "raci");
    if (!row) return;
    const heads = all("thead th", row.closest("table"));
    const lists = [];
    for (const line of [row, ...all(`tr[data-step="${CSS.escape(row.id)}"]`, row.parentElement)]) {
      const list = made("ul");
      [...line.cells].forEach((cell, index) => {
        if (!index || !cell.textContent) return;
        const entry = made("li", "", "held");
        const role = made("span", heads[index].textContent);
        role.dir = "auto";
        entry.append(made("span", cell.textContent, cell.firstElementChild.className), role);
        list.append(entry);
      });
      if (!list.children.length) continue;
      if (line !== row) lists.push(made("p", line.cells[0].textContent));
      lists.push(list);
    }
    if (lists.length) addPart(content, card.dataset.raci, ...lists);
  };

  const fillCard = (step) => {
    const row = rowOf(step, "row");
    const heads = all("thead th", row.closest("table"));
    const content = card.querySelector(".content");
    card.className = row.className;
    card.querySelector(".number").textContent = numberOf(step);
    byId("card-title").textContent = nameOf(step);
    content.replaceChildren();
    content.scrollTop = 0;
    const down = row.querySelector("a.down");
    if (down) content.append(down.cloneNode(true));
    [...row.cells].slice(1).forEach((cell, index) => {
      const copies = [...cell.childNodes].filter((node) => node !== down).map((node) => node.cloneNode(true));
      if (!copies.length) return;
      if (index === 0) {
        const activity = made("p", "", "activity");
        activity.append(...copies);
        content.append(activity);
      } else addPart(content, heads[index + 1].textContent, ...copies);
    });
    addLetters(content, step);
    card.querySelector(".previous").disabled = !neighbour(step, "previous");
    card.querySelector(".next").disabled = !neighbour(step, "next");
  };

  const open = (step) => {
    const section = sectionOf(step);
    show(section);
    if (current) current.classList.remove("current");
    if (card.hidden) returnTo = document.activeElement;
    const lanes = step.closest("details");
    lanes.open = true;
    current = step;
    step.classList.add("current");
    fillCard(step);
    card.hidden = false;
    document.body.classList.add("with-card");
    bringIntoView(step);
    byId("card-title").focus({ preventScroll: true });
  };

  const close = (keepPlace) => {
    if (!current) return;
    const step = current;
    current.classList.remove("current");
    current = null;
    const inside = card.contains(document.activeElement);
    card.hidden = true;
    document.body.classList.remove("with-card");
    if (keepPlace) return;
    history.replaceState(null, "", "#/" + sectionOf(step).id);
    if (!inside) return;
    const back = returnTo && returnTo.isConnected && returnTo.closest(".table") ? returnTo : step;
    back.focus({ preventScroll: true });
  };

  const go = (element, replace) => {
    const place = "#/" + element.id;
    if (replace) {
      history.replaceState(null, "", place);
      route();
    } else if (location.hash === place) route();
    else location.hash = place;
  };

  const route = () => {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(2));
    } catch {
      id = ""; // somebody typed half an escape
    }
    const target = location.hash.startsWith("#/") ? byId(id) : null;
    if (target && target.matches("g.step")) return open(target);
    if (!target && location.hash && !location.hash.startsWith("#/")) return undefined;
    close(true);
    return show(target && target.matches("section.stream") ? target : streams[0]);
  };

  // -- along the flow ---------------------------------------------------------------------------------------
  const neighbour = (step, way) => {
    const id = (step.dataset[way] || "").split(" ")[0];
    return (id && byId(id)) || null;
  };

  const beside = (step, distance) => {
    const steps = stepsOf(sectionOf(step));
    return steps[steps.indexOf(step) + distance] || null;
  };

  const edge = (step, last) => stepsOf(sectionOf(step)).at(last ? -1 : 0);

  const stepFor = (key, step) => {
    switch (key) {
      case "ArrowRight": return neighbour(step, "next");
      case "ArrowLeft": return neighbour(step, "previous");
      case "ArrowDown": return beside(step, 1);
      case "ArrowUp": return beside(step, -1);
      case "Home": return edge(step, false);
      case "End": return edge(step, true);
      default: return null;
    }
  };

  const onStepKey = (event, step) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      go(step);
      return;
    }
    const other = stepFor(event.key, step);
    if (!other) return;
    event.preventDefault();
    if (current) go(other, true);
    else {
      other.focus({ preventScroll: true });
      bringIntoView(other);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target === search) return onSearchKey(event);
    if (found.contains(target)) return onResultKey(event);
    if (event.key === "Escape" && current) return close(false);
    if (target.matches("select, input, textarea")) return undefined;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
      return undefined;
    }
    const step = target.closest("g.step");
    if (step) return onStepKey(event, step);
    const along = event.key === "ArrowRight" || event.key === "ArrowLeft";
    if (current && along && (card.contains(target) || target === document.body)) onStepKey(event, current);
    return undefined;
  });

  document.addEventListener("click", (event) => {
    const step = event.target.closest("g.step");
    if (step) return go(step, Boolean(current));
    const zoom = event.target.closest("[data-zoom]");
    if (zoom) return zoomBy(zoom);
    if (event.target.closest(".close")) return close(false);
    if (event.target.closest("#card .previous")) return go(neighbour(current, "previous"), true);
    if (event.target.closest("#card .next")) return go(neighbour(current, "next"), true);
    if (event.target.closest("#found a")) return hideResults();
    if (!event.target.closest(".search")) hideResults();
    return undefined;
  });

  document.addEventListener("dblclick", (event) => {
    const step = event.target.closest("g.step");
    const down = step && rowOf(step, "row").querySelector("a.down");
    if (down) location.hash = down.hash;
  });

  // -- search -----------------------------------------------------------------------------------------------
  const plain = (text) => text.toLocaleLowerCase().normalize("NFKC");
  let index = null;

  const indexed = () => {
    index ||= streams.flatMap((section) => stepsOf(section).map((step) => {
      const rows = [rowOf(step, "row"), rowOf(step, "raci")].filter(Boolean);
      const held = rows.slice(1).flatMap((row) => {
        const heads = all("thead th", row.closest("table"));
        return [...row.cells].map((cell, at) => (at && cell.textContent ? heads[at].textContent : ""));
      });
      const parts = rows.flatMap((row) => [...row.cells].map((cell) => cell.textContent));
      return { step, section, text: plain([...parts, ...held].join(" ")) };
    }));
    return index;
  };

  const hideResults = () => { found.hidden = true; };

  const run = () => {
    const terms = plain(search.value).split(/\s+/).filter(Boolean);
    const hits = terms.length ? indexed().filter((entry) => terms.every((term) => entry.text.includes(term))) : [];
    for (const step of all("g.hit")) step.classList.remove("hit");
    for (const { step } of hits) step.classList.add("hit");
    document.body.classList.toggle("searching", terms.length > 0);
    const { none, one, many } = count.dataset;
    const words = hits.length === 0 ? none : hits.length === 1 ? one : many.replace("{count}", hits.length);
    count.textContent = terms.length ? words : "";
    found.replaceChildren(...hits.slice(0, RESULTS).map(({ step, section }) => {
      const link = made("a", `${numberOf(step)}. ${nameOf(step)}`);
      link.href = "#/" + step.id;
      link.dir = "auto";
      if (streams.length > 1) link.append(made("small", section.querySelector("h1").textContent));
      const entry = made("li");
      entry.append(link);
      return entry;
    }));
    found.hidden = !hits.length;
    mark(terms);
  };

  /** Mark the words that were found, without touching the document. */
  const mark = (terms = plain(search.value).split(/\s+/).filter(Boolean)) => {
    if (!CSS.highlights || !window.Highlight) return;
    CSS.highlights.delete("found");
    const section = streams.find((other) => !other.hidden);
    if (!terms.length || !section) return;
    const ranges = [];
    for (const place of [...all(".table tbody, .use-case", section), card]) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length < MARKS) addRanges(walker.currentNode, terms, ranges);
    }
    CSS.highlights.set("found", new window.Highlight(...ranges));
  };

  const addRanges = (node, terms, ranges) => {
    const text = plain(node.data);
    if (text.length !== node.length) return; // letters that change their length when they become small
    for (const term of terms) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        ranges.push(range);
      }
    }
  };

  const clearSearch = () => {
    search.value = "";
    run();
  };

  const onSearchKey = (event) => {
    const first = found.querySelector("a");
    if (event.key === "Escape") clearSearch();
    else if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      found.hidden = false;
      first.focus();
    } else if (event.key === "Enter" && first) {
      hideResults();
      location.hash = first.hash;
    }
  };

  const onResultKey = (event) => {
    const links = all("a", found);
    const at = links.indexOf(event.target);
    if (event.key === "Escape") {
      hideResults();
      search.focus();
    } else if (event.key === "ArrowDown" && links[at + 1]) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      (links[at - 1] || search).focus();
    }
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 60);
  });
  search.addEventListener("focus", () => { found.hidden = !found.children.length; });

  // -- theme, paper -----------------------------------------------------------------------------------------
  const theme = byId("theme");
  const KEPT = "vsdesigner-theme " + location.pathname; // pages on one disk share what they keep
  const wear = (name) => {
    if (name === "auto") delete root.dataset.theme;
    else root.dataset.theme = name;
    theme.value = name;
  };
  theme.addEventListener("change", () => {
    wear(theme.value);
    try {
      localStorage.setItem(KEPT, theme.value);
    } catch { /* a page from disk may keep nothing in some browsers */ }
  });
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === "light" || kept === "dark" || kept === "auto") wear(kept);
  } catch { /* as above */ }
  byId("print").addEventListener("click", () => window.print());
  const unpinned = [];
  window.addEventListener("beforeprint", () => {
    for (const group of all("g.headers, g.phase-headers")) {
      unpinned.push([group, group.getAttribute("transform")]);
      group.removeAttribute("transform");
    }
    for (const part of all("details.part:not([open])")) {
      part.open = true;
      unpinned.push([part, null]);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const [element, transform] of unpinned.splice(0)) {
      if (element.matches("details")) element.open = false;
      else if (transform) element.setAttribute("transform", transform);
    }
  });

  window.addEventListener("hashchange", route);
  route();
})();
