/** A field of a page's form: what it holds already, and what else it offers. */
export type PageField = { name: string; held: string[]; offered: string[] };

const FORM = /<form\b[^>]*>[\s\S]*?<\/form>/g;
const CONTROL =
  /<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>|<button\b[^>]*>/g;

/** The forms of a page as the server wrote it, each with its fields. */
export function pageForms(html: string): PageField[][] {
  return [...html.matchAll(FORM)].map(([form]) => {
    const fields = new Map<string, PageField>();
    for (const [control] of form.matchAll(CONTROL)) {
      const name = attribute(control, "name");
      if (name === null) continue;
      const field = fields.get(name) ?? { name, held: [], offered: [] };
      addTo(field, control);
      fields.set(name, field);
    }
    return [...fields.values()];
  });
}

function addTo(field: PageField, control: string): void {
  if (control.startsWith("<textarea")) {
    field.held.push(plain(/>([\s\S]*)<\/textarea>/.exec(control)?.[1] ?? ""));
  } else if (control.startsWith("<select")) {
    for (const [option] of control.matchAll(/<option\b[^>]*>/g)) {
      const value = attribute(option, "value") ?? "";
      field.offered.push(value);
      if (/\sselected\b/.test(option)) field.held.push(value);
    }
  } else {
    const value = attribute(control, "value") ?? "";
    const isBox = /type="(radio|checkbox)"/.test(control);
    if (isBox || control.startsWith("<button")) field.offered.push(value);
    if (control.startsWith("<input") && (!isBox || /\schecked\b/.test(control))) field.held.push(value);
  }
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag.split(">")[0] ?? "");
  return found ? plain(found[1] ?? "") : null;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, entity: string) => ENTITIES[entity] ?? "");
}
