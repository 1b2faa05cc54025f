import type { Template } from '../../electron/shared/model/template.ts';

const source = `# {{ briefing.headline | escape_markdown }}
{% for annotation in annotations %}
**{{ annotation.place | escape_markdown }}**

{% if annotation.quote %}{{ annotation.quote | quote }}

{% endif %}{{ annotation.note }}
{% endfor %}`;

/** A template to begin with: each quote with the reader's words below it. */
export function firstTemplate(): Template {
  return { id: crypto.randomUUID(), name: '', source };
}
