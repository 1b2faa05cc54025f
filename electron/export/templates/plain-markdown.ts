/**
 * Notes as plain CommonMark. Text of the briefing is escaped; a note stands verbatim inside of its
 * list item, out of which nothing in it can reach. The comment behind the first line of a note is
 * what it is found by in the file, and shown by nothing.
 */
export const plainMarkdown = String.raw`
{%- if text.size > 0 and text[0].kind == 'headline' and text[0].text != '' -%}
# {{ text[0] | marked: 'markdown' }}
{%- else -%}
# {{ briefing.headline | escape_markdown }}
{%- endif %}

- Source: {% if briefing.source %}{{ briefing.source | escape_markdown }}{% else %}not stated{% endif %}
- Date: {% if briefing.date -%}
  {{ briefing.date }} ({{ briefing.date_basis }}
  {%- if briefing.date_evidence %}, “{{ briefing.date_evidence | escape_markdown }}”{% endif %})
  {%- else %}not known{% endif %}
- File: {{ briefing.file_name | code }}
  {%- if briefing.is_missing %} (not in the library any more){% endif %}
{%- if text.size > 0 %}

## Text

{{ text | marked: 'markdown' }}
{%- endif %}
{%- if annotations.size > 0 %}

## Notes
{%- endif %}
{%- for annotation in annotations %}

- **{% if text.size > 0 %}{{ annotation.number }}. {% endif %}{{ annotation.place | escape_markdown }}**
  {%- if annotation.color %} · {{ annotation.color }}{% endif %}
  {%- for tag in annotation.tags %} · #{{ tag | escape_markdown }}{% endfor %} · {{ annotation.modified | date: '%Y-%m-%d %H:%M UTC' }} <!-- {{ annotation.block_id }} -->
{%- if annotation.quote %}

{{ annotation.quote_lines | indent: 2 }}
{%- endif %}
{%- if annotation.credit %}

  Credit: {{ annotation.credit | escape_markdown }}
{%- endif %}
{%- if annotation.note != '' %}

{{ annotation.note_lines | indent: 2 }}
{%- endif %}
{%- endfor %}
{%- if bookmarks.size > 0 %}

## Bookmarks
{% endif %}
{%- for bookmark in bookmarks %}
- **{{ bookmark.place | escape_markdown }}** · {{ bookmark.created | date: '%Y-%m-%d %H:%M UTC' }}
  {%- unless bookmark.is_whole %}: {{ bookmark.quote | escape_markdown }}{% endunless %}
{%- endfor %}
{%- if annotations.size == 0 and bookmarks.size == 0 %}

No notes and no bookmarks.
{%- endif %}
`;
