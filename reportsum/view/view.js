"use strict";
/* Shows digests. The data block holds, for each digest, its text and what stands where; offsets count UTF-16 units of that text.

   item: id; k kind (a, t, r); m metric; s statement, where it is not the first place's text; i indicator; t topic, by number; p period;
         n task; z salience, by number; x section, where it is not that of the item before; e places [[start, end]];
         f figures [[start, end, role by number, caption where it is not the text itself]];
         o outcome; c commitment; g status; r ratio; a achievements (positions of items);
         v what else its kind says, by field: { deadline, owner, cause }

   digest: order: positions of the items, the most telling first; panel: lines of the headline indicators; points: [sentence, [items]];
           leading: {a, t, r: [items]}; warnings: [[code, message]].

   Words are given as text or as their place [start, end]. Words from reports enter the page as text nodes only. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const topics = Object.keys(data.captions.topic), roles = Object.keys(data.captions.role), ROUTINE = Object.keys(data.captions.salience).indexOf("routine");
  const $ = (id) => document.getElementById(id);
  const KINDS = { a: "achievement", t: "target", r: "risk" };
  const TONES = { exceeded: "good", met: "good", on_track: "good", expected: "", partial: "warn", behind: "bad", missed: "bad", unknown: "dull" };
  const store = {
    get(key) { try { return localStorage.getItem("reportsum." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("reportsum." + key, value); } catch { /* a page from disk may not remember */ } },
  };

  const phone = matchMedia("(max-width: 800px)");

  /* ---- words ---- */
  let language = store.get("language") || document.documentElement.lang;
  const say = (key) => {
    const dot = key.indexOf("."), group = key.slice(0, dot), name = key.slice(dot + 1);
    const pair = group === "name" ? data.indicators[name] : (data.captions[group] || {})[name];
    return pair ? pair[language === "en" ? 1 : 0] : name;
  };
  const make = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const named = (tag, className, key) => {
    const node = make(tag, className, say(key));
    node.dataset.text = key;
    return node;
  };
  const translate = () => {
    document.documentElement.lang = language;
    $("title").textContent = document.title = digest.title ?? ["place", "period", "report_kind"].map(fact).filter(Boolean).join(" ");
    for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
    for (const node of document.querySelectorAll("[data-label]")) {
      node.title = say(node.dataset.label);
      node.setAttribute("aria-label", say(node.dataset.label));
    }
    for (const node of document.querySelectorAll("[data-hint]")) node.placeholder = say(node.dataset.hint) + " ( / )";
    for (const node of document.querySelectorAll("option[data-key]")) nameOption(node);
    for (const node of document.querySelectorAll("[data-pair]")) node.textContent = JSON.parse(node.dataset.pair)[language === "en" ? 1 : 0];
    nameFold();
  };
  const nameFold = () => { $("fold").textContent = (filters.routine ? "▾ " : "▸ ") + say("brief.routine_folded").replace("{count}", $("fold").dataset.count); };
  const nameOption = (node) => {
    node.textContent = say(node.dataset.key) + (node.dataset.count ? ` (${node.dataset.count})` : "");
  };

  const fact = (name) => {
    const found = (digest.facts ?? []).find(([key]) => key === name);
    return found && (name === "report_kind" ? say("report_kind." + found[1]) : found[1]);
  };

  /* ---- one digest on the page ---- */
  let digest, cards = [], clauses = [], figures = new Map(), selected = -1, visible = [], leaves = [], leafStarts = [];
  const filters = { routine: false, kinds: new Set("atr"), topic: "", section: "", indicator: "", outcome: "", words: "" };
  const slice = (start, end) => digest.text.slice(start, end);
  const words = (value) => Array.isArray(value) ? slice(...value) : value ?? "";
  const statement = (item) => words(item.s ?? item.e[0]);
  const figureText = (figure) => figure[3] ?? slice(figure[0], figure[1]);
  const outcomeOf = (item) => item.o ? "outcome." + item.o : item.g ? "status." + item.g : item.c ? "commitment." + item.c : "";

  const open = (number) => {
    digest = data.digests[number];
    digest.items ??= []; digest.outline ??= []; digest.unclaimed ??= [];
    if (!digest.ready) {
      let section;
      for (const item of digest.items) {
        item.e ??= []; item.f ??= [];
        section = item.x === undefined ? section : item.x;
        Object.assign(item, { x: section, m: words(item.m), t: topics[item.t] });
      }
      for (const section of digest.outline) section.title = words(section.title);
      digest.ready = true;
    }
    $("digest").value = String(number);
    selected = -1;
    Object.assign(filters, { routine: false, kinds: new Set("atr"), topic: "", section: "", indicator: "", outcome: "", words: "" });
    $("search").value = "";
    drawText(); drawOutline(); drawCards(); drawFilters(); drawOverview(); drawProgress(); drawUnclaimed();
    translate(); apply();
    $("text").scrollTop = 0;
  };

  /* ---- text: paragraphs of clauses and figures, cut where anything begins or ends ---- */
  const drawText = () => {
    const sheet = make("div", "sheet"), text = digest.text ?? "", cuts = new Set();
    const begins = new Map(), ends = new Map(), marks = new Map(), headings = new Map();
    const put = (map, key, value) => { map.has(key) ? map.get(key).push(value) : map.set(key, [value]); };
    digest.items.forEach((item, number) => {
      for (const [start, end] of item.e) { put(begins, start, number); put(ends, end, number); cuts.add(start).add(end); }
      for (const [start, end] of item.f) if (end) { marks.set(start, [end, item.k, start]); cuts.add(start).add(end); }
    });
    digest.unclaimed.forEach(({ f: [start, end] }) => { if (end) { marks.set(start, [end, "un", start]); cuts.add(start).add(end); } });
    for (const section of digest.outline) { headings.set(section.at[0], section); cuts.add(section.at[0]).add(section.at[1]); }
    for (const found of text.matchAll(/[\r\n]+/g)) cuts.add(found.index).add(found.index + found[0].length);
    const stops = [...cuts.add(text.length)].sort((a, b) => a - b);

    clauses = digest.items.map(() => []);
    figures = new Map();
    leaves = []; leafStarts = [];
    const active = new Set();
    let at = 0, paragraph = null, heading = null, mark = null, group = null, groupKey = null;
    if (!digest.whole) sheet.append(named("p", "note", "ui.quotes_only"));
    for (const stop of [0, ...stops]) {
      if (stop > at) {
        const piece = text.slice(at, stop);
        if (/^[\r\n]+$/.test(piece)) paragraph = group = null;
        else {
          if (!paragraph) { paragraph = make("p"); sheet.append(paragraph); group = null; }
          const key = active.size ? [...active].join() : "";
          if (!group || groupKey !== key) { group = active.size ? clause([...active]) : make("span"); groupKey = key; paragraph.append(group); }
          let home = group;
          if (heading && at < heading.at[1]) { home = make("span", "h h" + heading.level); home.dataset.section = heading.id; group.append(home); }
          if (mark && at < mark[0]) { const node = make("mark", mark[1]); home.append(node); home = node; put(figures, mark[2], node); }
          const leaf = document.createTextNode(piece);
          home.append(leaf); leaves.push(leaf); leafStarts.push(at);
        }
      }
      for (const number of ends.get(stop) ?? []) active.delete(number);
      for (const number of begins.get(stop) ?? []) active.add(number);
      if (headings.has(stop)) heading = headings.get(stop);
      if (marks.has(stop)) mark = marks.get(stop);
      at = stop;
    }
    $("text").replaceChildren(sheet);
  };
  const clause = (numbers) => {
    const kinds = new Set(numbers.map((number) => digest.items[number].k));
    const node = make("span", "clause " + [..."rta"].filter((kind) => kinds.has(kind)).join(" "));
    node.dataset.items = numbers.join();
    for (const number of numbers) clauses[number].push(node);
    return node;
  };
  const leafAt = (offset) => {
    let low = 0, high = leafStarts.length - 1;
    while (low < high) { const middle = (low + high + 1) >> 1; leafStarts[middle] <= offset ? low = middle : high = middle - 1; }
    return low;
  };
  const rangeOf = (start, end) => {
    const range = document.createRange(), first = leafAt(start), last = leafAt(end - 1);
    if (!leaves[first]) return null;
    range.setStart(leaves[first], Math.min(start - leafStarts[first], leaves[first].length));
    range.setEnd(leaves[last], Math.min(end - leafStarts[last], leaves[last].length));
    return range;
  };
  const scrollTo = (node) => node?.scrollIntoView({ block: "center", behavior: "instant" });
  const scrollToOffset = (offset) => scrollTo(leaves[leafAt(offset)]?.parentElement);

  /* ---- outline ---- */
  const drawOutline = () => {
    const nav = $("outline");
    nav.replaceChildren();
    if (!digest.outline.length) nav.append(named("p", "empty", "ui.no_sections"));
    for (const section of digest.outline) {
      const node = make("button", "l" + Math.min(section.level, 4), (section.label ?? "") + " " + section.title);
      node.type = "button"; node.dataset.section = section.id;
      node.title = say("stance." + section.stance);
      node.addEventListener("click", () => { scrollToOffset(section.at[0]); here(section.id); });
      nav.append(node);
    }
  };
  const here = (id) => {
    for (const node of $("outline").children) node.classList.toggle("here", node.dataset.section === id);
    $("outline").querySelector(".here")?.scrollIntoView({ block: "nearest" });
  };
  let waiting = false;
  $("text").addEventListener("scroll", () => {
    if (waiting || !digest.outline.length) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const box = $("text").getBoundingClientRect();
      const sheet = $("text").querySelector(".sheet")?.getBoundingClientRect();
      if (!sheet) return;
      const caret = document.caretRangeFromPoint?.(sheet.left + 8, box.top + box.height * 0.45);
      const leaf = caret ? leaves.indexOf(caret.startContainer) : -1;
      if (leaf < 0) return;
      const offset = leafStarts[leaf] + caret.startOffset;
      let found;
      for (const section of digest.outline) if (section.at[0] <= offset) found = section; 
      if (found) here(found.id);
    });
  }, { passive: true });

  /* ---- cards ---- */
  const drawCards = () => {
    cards = digest.items.map(card);
    $("cards").replaceChildren(...(digest.order ?? []).map((number) => cards[number]));
    $("count-items").textContent = digest.items.length;
  };
  const card = (item, number) => {
    const node = make("article", "card " + item.k);
    node.dataset.item = number; node.tabIndex = -1; node.id = "item-" + item.id;
    node.append(make("h3", "", item.m));
    if (item.f.length) {
      const row = make("div", "figures");
      for (const figure of item.f) { const chip = make("span", "", figureText(figure)); chip.title = say("role." + roles[figure[2]]); row.append(chip); }
      node.append(row);
    }
    node.append(make("p", "said", statement(item)));
    if (item.g && item.r) node.append(meter(item));
    const meta = make("div", "meta");
    meta.append(named("span", "kind", "kind." + KINDS[item.k]), named("span", "", "topic." + item.t));
    if (item.p) meta.append(make("span", "", item.p));
    if (item.i) meta.append(named("span", "", "name." + item.i));
    if (item.o) meta.append(named("span", "tag " + TONES[item.o], "outcome." + item.o));
    if (item.c) meta.append(named("span", "tag", "commitment." + item.c));
    if (item.g) meta.append(named("span", "tag " + TONES[item.g], "status." + item.g));
    for (const [key, value] of Object.entries({ task: item.n, ...item.v })) {
      if (!value) continue;
      const fact = make("span"), said = data.captions[key]?.[value] ? named("span", "", key + "." + value) : value; // words of a closed list have names
      fact.append(named("span", "", "column." + key), " ", said);
      meta.append(fact);
    }
    node.append(meta);
    return node;
  };
  const meter = (item) => {
    const share = Math.max(0, Math.min(1, Number(item.r)));
    const node = make("div", "meter " + TONES[item.g]), bar = make("i");
    bar.style.setProperty("--share", (share * 100).toFixed(1) + "%");
    node.append(bar);
    return node;
  };

  /* ---- choosing: a card, a clause ---- */
  const placesOf = (number) => [...(clauses[number] ?? []), ...(digest.items[number]?.f ?? []).flatMap(([start]) => figures.get(start) ?? [])];
  const select = (number, { text = true, list = true } = {}) => {
    if (selected >= 0) {
      cards[selected]?.classList.remove("now");
      for (const node of placesOf(selected)) node.classList.remove("now");
    }
    selected = number;
    if (number < 0) return;
    if (cards[number].hidden && digest.items[number].z === ROUTINE) { filters.routine = true; apply(); }
    if (cards[number].hidden) clearFilters();
    cards[number].classList.add("now");
    for (const node of placesOf(number)) node.classList.add("now");
    if (list && !(text && phone.matches)) { show("items"); scrollTo(cards[number]); }
    if (text && phone.matches) show("text");
    if (text) scrollTo(clauses[number][0]);
    if (digest.items[number].x) here(digest.items[number].x);
    try { history.replaceState(null, "", "#" + encodeURIComponent(digest.id) + "/" + digest.items[number].id); } catch { /* not everywhere */ }
  };
  $("cards").addEventListener("click", (event) => {
    const node = event.target.closest(".card");
    if (node && !String(getSelection())) select(Number(node.dataset.item), { list: false });
  });
  $("text").addEventListener("click", (event) => {
    const node = event.target.closest(".clause");
    if (!node || String(getSelection())) return;
    const numbers = node.dataset.items.split(",").map(Number), shown = numbers.filter((number) => !cards[number].hidden);
    const pool = shown.length ? shown : numbers;
    select(pool[(pool.indexOf(selected) + 1) % pool.length], { text: false });
  });
  $("side").addEventListener("click", (event) => follow(event.target));
  const follow = (node) => {
    const bar = node.closest("[data-item]:not(.card)");
    const number = bar ? digest.items.findIndex((item) => item.id === bar.dataset.item) : -1;
    if (number >= 0) select(number, { list: false });
    return number >= 0;
  };

  /* ---- filters and search ---- */
  const drawFilters = () => {
    const kinds = $("kinds");
    kinds.replaceChildren();
    for (const kind of "atr") {
      const node = make("button", kind);
      node.type = "button"; node.dataset.kind = kind;
      node.append(named("span", "", "kind." + KINDS[kind]), " " + digest.items.filter((item) => item.k === kind).length);
      node.addEventListener("click", () => toggleKind(kind));
      kinds.append(node);
    }
    const count = (values) => { const found = new Map(); for (const value of values) if (value) found.set(value, (found.get(value) ?? 0) + 1); return found; };
    choices("topic", count(digest.items.map((item) => item.t && "topic." + item.t)), Object.keys(data.captions.topic).map((name) => "topic." + name));
    choices("indicator", count(digest.items.map((item) => item.i && "name." + item.i)));
    choices("outcome", count(digest.items.map(outcomeOf)));
    const sections = $("by-section");
    sections.replaceChildren(option("ui.section", ""));
    for (const section of digest.outline) {
      const node = make("option", "", "\u3000".repeat(section.level - 1) + (section.label ?? "") + section.title);
      node.value = section.id;
      sections.append(node);
    }
  };
  const option = (key, value, count) => {
    const node = make("option");
    node.value = value; node.dataset.key = key;
    if (count) node.dataset.count = count;
    nameOption(node);
    return node;
  };
  const choices = (name, counts, order) => {
    const keys = (order ?? [...counts.keys()]).filter((key) => counts.has(key));
    $("by-" + name).replaceChildren(option("ui." + name, ""), ...keys.map((key) => option(key, key, counts.get(key))));
  };
  const toggleKind = (kind) => {
    const all = filters.kinds.size === 3;
    if (all) filters.kinds = new Set(kind);
    else if (filters.kinds.has(kind)) { filters.kinds.delete(kind); if (!filters.kinds.size) filters.kinds = new Set("atr"); }
    else filters.kinds.add(kind);
    apply();
  };
  const clearFilters = () => {
    Object.assign(filters, { kinds: new Set("atr"), topic: "", section: "", indicator: "", outcome: "", words: "" });
    for (const name of ["topic", "section", "indicator", "outcome"]) $("by-" + name).value = "";
    $("search").value = "";
    apply();
  };
  const fits = (item) =>
    (filters.routine || filters.words || item.z !== ROUTINE) && fitsBesides(item);
  const fitsBesides = (item) =>
    filters.kinds.has(item.k) &&
    (!filters.topic || "topic." + item.t === filters.topic) &&
    (!filters.indicator || "name." + item.i === filters.indicator) &&
    (!filters.outcome || outcomeOf(item) === filters.outcome) &&
    (!filters.section || item.x === filters.section || item.x?.startsWith(filters.section + ".")) &&
    (!filters.words || (item.lower ??= [item.m, statement(item), ...Object.values(item.v ?? {}), ...item.f.map(figureText)].join("\n").toLowerCase()).includes(filters.words));
  const apply = () => {
    visible = [];
    const kept = new Set();
    let folded = 0, fitting = 0;
    (digest.order ?? []).forEach((number) => {
      const item = digest.items[number], shown = fits(item), besides = fitsBesides(item);
      folded += besides && item.z === ROUTINE; fitting += besides;
      if (cards[number].hidden === shown) cards[number].hidden = !shown;
      if (shown) visible.push(number);
      if (besides) for (const node of clauses[number]) kept.add(node);
    });
    $("fold").hidden = !folded || Boolean(filters.words);
    $("fold").dataset.count = folded;
    $("fold").setAttribute("aria-expanded", filters.routine);
    nameFold();
    const filtered = fitting < digest.items.length;
    for (const nodes of clauses) for (const node of nodes) node.classList.toggle("off", filtered && !kept.has(node));
    for (const node of $("kinds").children) node.setAttribute("aria-pressed", filters.kinds.has(node.dataset.kind));
    for (const name of ["topic", "section", "indicator", "outcome"]) $("by-" + name).classList.toggle("set", Boolean(filters[name]));
    $("shown").textContent = visible.length;
    $("clear").hidden = !filtered;
    $("no-items").hidden = visible.length > 0 || !digest.items.length;
    highlight();
  };
  for (const name of ["topic", "section", "indicator", "outcome"]) {
    $("by-" + name).addEventListener("change", (event) => { filters[name] = event.target.value; apply(); });
  }
  $("clear").addEventListener("click", clearFilters);
  $("fold").addEventListener("click", () => { filters.routine = !filters.routine; apply(); });

  let hits = [], hit = -1, typing;
  const highlight = () => {
    hits = []; hit = -1;
    CSS.highlights?.clear();
    if (filters.words) {
      const text = (digest.lower ??= (digest.text ?? "").toLowerCase());
      const same = text.length === (digest.text ?? "").length;
      for (let at = text.indexOf(filters.words); same && at >= 0 && hits.length < 5000; at = text.indexOf(filters.words, at + filters.words.length)) hits.push(at);
      const ranges = hits.slice(0, 1000).map((at) => rangeOf(at, at + filters.words.length)).filter(Boolean);
      if (CSS.highlights && ranges.length) CSS.highlights.set("hit", new Highlight(...ranges));
    }
    $("hits").textContent = filters.words ? hits.length : "";
    $("hits").title = say("ui.hits");
  };
  const nextHit = (step) => {
    if (!hits.length) return;
    hit = (hit + step + hits.length) % hits.length;
    const range = rangeOf(hits[hit], hits[hit] + filters.words.length);
    if (CSS.highlights && range) CSS.highlights.set("hit-now", new Highlight(range));
    scrollToOffset(hits[hit]);
    $("hits").textContent = `${hit + 1}/${hits.length}`;
  };
  $("search").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => { filters.words = $("search").value.trim().toLowerCase(); apply(); }, 120);
  });
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); nextHit(event.shiftKey ? -1 : 1); }
  });

  /* ---- overview, progress, unclaimed ---- */
  const drawOverview = () => {
    const pane = $("overview");
    pane.replaceChildren();
    if (digest.panel) pane.append(named("h2", "", "brief.panel"), panelTable(digest.panel));
    pane.append(named("h2", "", "brief.points"));
    if (!digest.points && !digest.summaries) pane.append(named("p", "empty", "ui.no_summary"));
    if (digest.points) {
      const list = make("ul", "points");
      for (const [text, items] of digest.points) { const point = make("li"); point.append(leads(text, items[0])); list.append(point); }
      pane.append(list);
    }
    for (const [kind, key] of [["a", "achievements"], ["t", "targets"], ["r", "risks"]]) {
      const led = digest.leading?.[kind];
      if (!led) continue;
      const list = make("ol", "leading " + kind);
      for (const number of led) {
        const item = digest.items[number], entry = make("li"), link = leads(item.m, number);
        if (item.f.length) link.append(" ", make("b", "", item.f.map(figureText).join(" ")));
        if (item.p) link.append(" ", make("small", "", item.p));
        entry.append(link); list.append(entry);
      }
      pane.append(named("h2", "", "brief." + key), list);
    }
    if (digest.warnings) {
      const list = make("ul", "warnings");
      for (const [code, message] of digest.warnings.slice(0, 20)) list.append(make("li", "", `${code}: ${message}`));
      pane.append(named("h2", "", "brief.warnings"), list);
    }
    if (digest.summaries) pane.append(named("h2", "", "ui.section"));
    for (const [id, text] of digest.summaries ?? []) {
      const section = digest.outline.find((each) => each.id === id);
      pane.append(make("p", "of", section ? (section.label ?? "") + section.title : id), make("p", "", text));
    }
    const list = make("dl");
    for (const [key, value] of digest.facts ?? []) {
      list.append(named("dt", "", "fact." + key), key === "report_kind" ? named("dd", "", "report_kind." + value) : make("dd", "", value));
    }
    list.append(named("dt", "", "fact.coverage"), make("dd", "", `${digest.counts[0]} / ${digest.counts[1]}`));
    pane.append(named("h2", "", "ui.report"), list);
    if (digest.failed) {
      pane.append(named("h2", "", "ui.failed"));
      for (const [id, status, error] of digest.failed) pane.append(make("p", "", `${id} ${status} ${error}`));
    }
  };
  /* A text that leads to an item: a button, so that the keyboard reaches it. */
  const leads = (text, number) => {
    const node = make("button", "lead", text);
    node.type = "button";
    if (number !== undefined) node.dataset.item = digest.items[number].id; else node.disabled = true;
    return node;
  };
  const panelTable = (lines) => {
    const table = make("table", "panel"), head = make("tr"), most = Math.max(1, ...lines.map((line) => Math.abs(Number(line.by ?? 0))));
    for (const key of ["indicator", "reached", "growth", "aims"]) head.append(named("th", "", "brief." + key));
    table.append(head);
    for (const line of lines) {
      const row = make("tr"), name = make("td"), link = leads("", line.item), growth = make("td", "growth");
      link.dataset.pair = JSON.stringify(line.name);
      name.append(link);
      if (line.period) name.append(make("small", "", line.period));
      const reached = make("td", "", line.reached);
      if (line.growth) growth.append(make("span", "", line.growth));
      if (line.expected) (line.growth ? growth : reached).append(named("small", "", "brief.expected"));
      if (line.by) {
        const bar = make("i", Number(line.by) < 0 ? "fall" : "");
        bar.style.setProperty("--share", (Math.abs(Number(line.by)) / most * 100).toFixed(1) + "%");
        growth.append(bar);
      }
      row.append(name, reached, growth, make("td", "", line.aims));
      table.append(row);
    }
    return table;
  };
  const ORDER = ["behind", "on_track", "met", "exceeded", "unknown"];
  const drawProgress = () => {
    const pane = $("progress"), found = digest.items.map((item, number) => [item, number]).filter(([item]) => item.g);
    found.sort(([one], [other]) => ORDER.indexOf(one.g) - ORDER.indexOf(other.g));
    $("count-progress").textContent = found.length;
    pane.replaceChildren();
    if (!found.length) { pane.append(named("p", "empty", "ui.no_targets")); return; }
    const tally = make("div", "tally");
    for (const status of ORDER) {
      const count = found.filter(([item]) => item.g === status).length;
      if (count) { const tag = make("span", "tag " + TONES[status]); tag.append(named("span", "", "status." + status), " " + count); tally.append(tag); }
    }
    pane.append(tally);
    for (const [item, number] of found) {
      const row = make("button", "row"), line = make("div", "line");
      row.type = "button";
      line.append(make("span", "", (item.n ? item.n + ". " : "") + item.m), make("span", "", [...item.f.map(figureText), item.r ? (Number(item.r) * 100).toFixed(1) + "%" : ""].filter(Boolean).join(" · ")));
      row.append(line, meter({ g: item.g, r: item.r ?? 0 }), named("small", "", "status." + item.g));
      const told = [...new Set((item.a ?? []).map((each) => statement(digest.items[each])))].slice(0, 3).join(" · ");
      if (told) row.append(make("small", "told", told));
      row.addEventListener("click", () => select(number, { list: false }));
      pane.append(row);
    }
  };
  const drawUnclaimed = () => {
    const pane = $("unclaimed");
    $("count-unclaimed").textContent = digest.unclaimed.length;
    pane.replaceChildren();
    if (!digest.unclaimed.length) pane.append(named("p", "empty", "ui.no_unclaimed"));
    for (const { f: [start, end, role], w, x } of digest.unclaimed) {
      const row = make("button", "row"), line = make("div", "line"), section = digest.outline.find((each) => each.id === x);
      row.type = "button";
      line.append(make("b", "", w), named("span", "", "role." + roles[role]));
      row.append(line, make("small", "", end ? "…" + slice(Math.max(0, start - 24), end + 16).replace(/\s+/g, " ") + "…" : ""));
      if (section) row.append(make("small", "", " · " + section.title));
      row.addEventListener("click", () => {
        for (const node of $("text").querySelectorAll("mark.now")) node.classList.remove("now");
        const mark = leaves[leafAt(start)]?.parentElement;
        mark?.classList.add("now");
        scrollTo(mark);
      });
      pane.append(row);
    }
  };

  /* ---- tabs, theme, language, keys ---- */
  const show = (tab) => {
    for (const node of document.querySelectorAll(".tabs button")) node.setAttribute("aria-selected", node.dataset.tab === tab);
    for (const node of document.querySelectorAll(".pane")) node.classList.toggle("on", node.id === tab);
    document.body.classList.toggle("reading", tab === "text");
  };
  for (const node of document.querySelectorAll(".tabs button")) node.addEventListener("click", () => show(node.dataset.tab));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let theme = store.get("theme");
  const paint = () => { document.documentElement.dataset.theme = theme || (dark.matches ? "dark" : "light"); };
  const toggleTheme = () => { theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark"; store.set("theme", theme); paint(); };
  const toggleLanguage = () => { language = language === "en" ? "zh" : "en"; store.set("language", language); translate(); };
  dark.addEventListener("change", paint);
  $("theme").addEventListener("click", toggleTheme);
  $("language").addEventListener("click", toggleLanguage);
  $("print").addEventListener("click", () => window.print());
  $("help").addEventListener("click", () => $("keys").showModal());
  const step = (by) => {
    if (!visible.length) return;
    const at = visible.indexOf(selected);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.max(0, Math.min(visible.length - 1, at + by));
    select(visible[next]);
    cards[visible[next]].focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
    const field = event.target.closest("input, select, textarea");
    if (event.key === "Escape") { if (filters.words || field) { $("search").value = ""; filters.words = ""; apply(); field?.blur(); } else select(-1); return; }
    if (field) return;
    if (event.key === "/") { event.preventDefault(); $("search").focus(); }
    else if (event.key === "j" || event.key === "ArrowDown" && event.target.closest(".card")) { event.preventDefault(); step(1); }
    else if (event.key === "k" || event.key === "ArrowUp" && event.target.closest(".card")) { event.preventDefault(); step(-1); }
    else if (event.key === "Enter" && event.target.closest(".card")) select(Number(event.target.closest(".card").dataset.item), { list: false });
    else if (event.key === "Enter" && follow(event.target)) event.preventDefault();
    else if ("123".includes(event.key)) toggleKind("atr"["123".indexOf(event.key)]);
    else if (event.key === "t") toggleTheme();
    else if (event.key === "l") toggleLanguage();
    else if (event.key === "?") $("keys").showModal();
  });

  /* ---- begin ---- */
  data.digests.forEach((each, number) => {
    const node = make("option", "", (each.facts ?? []).filter(([key]) => key === "place" || key === "period").map(([, value]) => value).join(" ") || each.id);
    node.value = String(number); node.title = each.title || each.id;
    $("digest").append(node);
  });
  $("digest").hidden = data.digests.length < 2;
  $("digest").addEventListener("change", (event) => open(Number(event.target.value)));
  paint(); show("overview");
  const [wanted, item] = decodeURIComponent(location.hash.slice(1)).split("/");
  const first = data.digests.findIndex((each) => each.id === wanted);
  open(Math.max(0, first));
  if (first >= 0 && item) { const number = digest.items.findIndex((each) => each.id === item); if (number >= 0) select(number); }
})();
