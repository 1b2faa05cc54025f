/**
 * Notes for an Obsidian vault: properties, a callout in the colour of each highlight with the note
 * inside, tags, and block ids behind the callouts. Properties can only begin a file: where several
 * briefings share one, a list says the same of each. A note stands last in its callout: what is open
 * in it takes nothing along.
 *
 * @see https://help.obsidian.md/properties
 * @see https://help.obsidian.md/callouts
 * @see https://help.obsidian.md/links#Link+to+a+block+in+a+note
 */
export const obsidian = String.raw`
{%- assign names = tags | obsidian_tag | uniq -%}
{%- if is_alone -%}
---
title: {{ briefing.headline | yaml }}
{%- if briefing.source %}
source: {{ briefing.source | yaml }}
{%- endif %}
{%- if briefing.date %}
date: {{ briefing.date }}
{%- endif %}
file: {{ briefing.file_name | yaml }}
{%- if names.size > 0 %}
tags:
{%- for name in names %}
  - {{ name | yaml }}
{%- endfor %}
{%- endif %}
readout-id: {{ briefing.id | yaml }}
---

{% endif -%}
{%- if text.size > 0 and text[0].kind == 'headline' and text[0].text != '' -%}
# {{ text[0] | marked: 'obsidian' }}
{%- else -%}
# {{ briefing.headline | escape_wiki }}
{%- endif %}
{%- if is_alone == false %}

- Source: {% if briefing.source %}{{ briefing.source | escape_wiki }}{% else %}not stated{% endif %}
- Date: {% if briefing.date %}{{ briefing.date }}{% else %}not known{% endif %}
- File: {{ briefing.file_name | code }}
{%- endif %}
{%- if briefing.is_missing %}

The briefing is not in the library any more.
{%- endif %}
{%- if text.size > 0 %}

## Text

{{ text | marked: 'obsidian' }}
{%- endif %}
{%- if annotations.size > 0 %}

## Notes
{%- endif %}
{%- for annotation in annotations %}

> [!{{ annotation.color | callout }}] {% if text.size > 0 %}{{ annotation.number }}. {% endif %}{{ annotation.place | escape_wiki }}
{%- if annotation.quote %}
{{ annotation.wiki_quote_lines | quote }}
{%- endif %}
{%- if annotation.credit %}
>
> Credit: {{ annotation.credit | escape_wiki }}
{%- endif %}
>
> {% if annotation.color_name %}{{ annotation.color_name | escape_wiki }} · {% endif %}
{%- assign own = annotation.tags | obsidian_tag | uniq %}
{%- for name in own %}#{{ name }} · {% endfor %}{{ annotation.modified | date: '%Y-%m-%d %H:%M UTC' }}
{%- if annotation.note != '' %}
>
{{ annotation.note_lines | quote }}
{%- endif %}

^{{ annotation.block_id }}
{%- endfor %}
{%- if bookmarks.size > 0 %}

## Bookmarks
{% endif %}
{%- for bookmark in bookmarks %}
- **{{ bookmark.place | escape_wiki }}** · {{ bookmark.created | date: '%Y-%m-%d %H:%M UTC' }}
  {%- unless bookmark.is_whole %}: {{ bookmark.quote | escape_wiki }}{% endunless %} ^{{ bookmark.block_id }}
{%- endfor %}
{%- if annotations.size == 0 and bookmarks.size == 0 %}

No notes and no bookmarks.
{%- endif %}
`;
