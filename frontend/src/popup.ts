// What a click shows. Words of the news go in as text, never as markup.

import type { Incident } from "./data";

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function entry(incident: Incident): HTMLElement {
  const item = element("li", "");
  const link = document.createElement("a");
  link.href = `/incidents/${encodeURIComponent(incident.id)}`;
  link.textContent = incident.title;
  const known = incident.sign === "area" ? ` (known to the ${incident.precision})` : "";
  const said = (...texts: string[]): string => texts.filter((text) => !text.endsWith("not said")).join(" · ");
  const figures = [`killed: ${incident.killed}`, `injured: ${incident.injured}`];
  item.append(
    link,
    element("span", "faint", said(incident.when, `${incident.where}${known}`)),
    element("span", "faint", said(incident.kind.replaceAll("_", " "), incident.status, ...figures)),
  );
  return item;
}

export function popup(incidents: Incident[], more: number): HTMLElement {
  const list = element("ul", "found");
  list.append(...incidents.map(entry));
  if (more > 0) list.append(element("li", "faint", `and ${more} more: see the table`));
  return list;
}
